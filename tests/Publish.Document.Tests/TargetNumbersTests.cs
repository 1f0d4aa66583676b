namespace Publish.Document.Tests;

public class TargetNumbersTests
{
    private static Section Section(SectionKind kind, string title, string id, params Block[] blocks) => new(kind, Matter.Body, title.Length == 0 ? [] : [new Text(title)], [.. blocks], []) { Id = id };

    private static Heading Heading(int level, string words, string id) => new([new Text(words)], level) { Id = id };

    private static Figure Figure(string caption, string id) => new(new("p.png", "", null), new([new Text(caption)])) { Id = id };

    [Theory]
    [InlineData("XII. The Town-Ho", "XII")]
    [InlineData("Chapter 7", "7")]
    [InlineData("Act III", "III")]
    [InlineData("3: The Exile", "3")]
    [InlineData("Fig. 4.2. A press", "4.2")]
    [InlineData("1984 was a year", null)]
    [InlineData("I went to the fair", null)]
    [InlineData("The Ship", null)]
    [InlineData("“Mild” weather", null)]
    public void Words_that_begin_with_a_number_give_it(string words, string? number) => Assert.Equal(number, TargetNumbers.Own(words));

    [Fact]
    public void What_has_no_number_of_its_own_is_counted()
    {
        var book = new Book(
            new("id", "Title", "en"),
            [
                Section(SectionKind.Introduction, "Introduction", "intro"),
                Section(SectionKind.Part, "War", "war") with
                {
                    Sections = [Section(SectionKind.Chapter, "Loomings", "one", Heading(2, "Whales", "whales"), Heading(3, "White", "white"), Figure("A whale", "whale")), Section(SectionKind.Chapter, "", "two", Heading(2, "Ships", "ships"), Figure("Fig. 9. A ship", "ship"))],
                },
                Section(SectionKind.Appendix, "Tables", "tables"),
            ],
            []);
        Assert.Equal(
            [("one", "1"), ("ship", "9"), ("ships", "2.1"), ("tables", "A"), ("two", "2"), ("war", "I"), ("whale", "1"), ("whales", "1.1"), ("white", "1.1.1")],
            TargetNumbers.Of(book).Select(n => (n.Key, n.Value)).OrderBy(n => n.Key, StringComparer.Ordinal));
    }
}
