using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Figures and tables that the style lets float, white between scenes at a page's edge, lists of figures, and references by number, as set.</summary>
public class FloatingTests
{
    private static Table Table(SmallBook book, string place) => book.Table([ColumnAlignment.Left], null, book.Row("cell one"), book.Row("cell two")) with { Caption = book.Numbered(new Caption(SmallBook.Words("Caption of the table"))), Classes = [place], Id = "table" };

    private static DisplayPage PageOf(TypesetResult result, string words) => result.Pages.Pages.First(p => SmallBook.TextOf(p).Contains(words, StringComparison.Ordinal));

    private static TypesetResult Set(string place)
    {
        var book = new SmallBook();
        return book.Chapter("One", [.. Enumerable.Range(0, 45).Select(i => book.Paragraph($"Line {i}.")), Table(book, place), .. Enumerable.Range(45, 60).Select(i => book.Paragraph($"Line {i}."))]).Set();
    }

    [Fact]
    public void A_table_stands_where_its_class_says()
    {
        var top = PageOf(Set("top"), "cell one");
        var bottom = PageOf(Set("bottom"), "cell one");
        var alone = PageOf(Set("page"), "cell one");
        static Length Of(DisplayPage page, string words) => page.Items.OfType<GlyphRun>().First(r => r.Text.Contains(words, StringComparison.Ordinal)).Baseline;
        static IEnumerable<Length> Lines(DisplayPage page) => page.Items.OfType<GlyphRun>().Where(r => r.Text.StartsWith("Line", StringComparison.Ordinal)).Select(r => r.Baseline);
        Assert.NotEmpty(Lines(top));
        Assert.All(Lines(top), l => Assert.True(Of(top, "cell two") < l));
        Assert.All(Lines(top), l => Assert.True(Of(top, "Caption") < l));
        Assert.NotEmpty(Lines(bottom));
        Assert.All(Lines(bottom), l => Assert.True(Of(bottom, "Caption") > l));
        Assert.Empty(Lines(alone));
    }

    [Theory]
    [InlineData("here")]
    [InlineData("top")]
    [InlineData("bottom")]
    [InlineData("page")]
    public void It_is_read_where_the_manuscript_has_it(string place)
    {
        var tree = Set(place).Pages.Structure;
        var order = tree.Elements.Select((e, i) => (e.Role, Element: i)).Where(e => e.Role is StructureRole.Table or StructureRole.P).ToList();
        var table = order.FindIndex(e => e.Role == StructureRole.Table);
        Assert.Equal(45, order.Take(table).Count(e => e.Role == StructureRole.P));
    }

    [Fact]
    public void White_between_scenes_is_an_ornament_at_the_edge_of_a_page_only()
    {
        var (shown, white) = (0, 0);
        var first = SmallBook.LinesOfFirstPage();
        for (var lines = first - 6; lines < first + 3; lines++)
        {
            var book = new SmallBook();
            var result = book.Chapter("One", [.. Enumerable.Range(0, lines).Select(_ => book.Paragraph("A line.")), book.Numbered(new ThematicBreak()), .. Enumerable.Range(0, 30).Select(_ => book.Paragraph("A line."))]).Set([], "hr { -publish-ornament: none; }");
            var stars = result.Pages.Pages.SelectMany(p => p.Items.OfType<GlyphRun>().Where(r => r.Text.Contains('*', StringComparison.Ordinal)).Select(r => (Page: p, Run: r))).ToList();
            white += stars.Count == 0 ? 1 : 0;
            shown += stars.Count;
            Assert.All(stars, s =>
            {
                var body = s.Page.Items.OfType<GlyphRun>().Where(r => r.Text.StartsWith('A')).Select(r => r.Baseline).ToList();
                Assert.True(body.TrueForAll(l => l > s.Run.Baseline) || body.TrueForAll(l => l < s.Run.Baseline), "at the head or the foot");
            });
        }

        Assert.True(shown > 0 && white > 0, $"{shown} shown, {white} white");
    }

    [Fact]
    public void A_list_of_figures_gives_captions_and_pages()
    {
        var book = new SmallBook();
        book.Add(new Section(SectionKind.ListOfFigures, Matter.Front, SmallBook.Words("Figures"), [book.Numbered(new ContentsList(1) { Of = ContentsKind.Figures })], []) { NavigationTitle = "Figures" });
        book.Chapter("One", book.Paragraph("Text."), book.Numbered(new Figure(new Picture("none.png", "", null), book.Numbered(new Caption(SmallBook.Words("A whale at sea")))) { Id = "whale" }));
        var result = book.Set();
        Assert.Matches("A whale at sea ?1", SmallBook.TextOf(result.Pages.Pages[0]));
    }

    [Fact]
    public void A_reference_by_number_prints_the_number()
    {
        var book = new SmallBook();
        book.Chapter("Loomings", book.Paragraph("Text."));
        book.Chapter("Spouter", book.Heading("Ships", "ships"), book.Paragraph(new Document.Text("See chapter "), new CrossReference([], "loomings", ReferenceForm.Number), new Document.Text(" and "), new CrossReference([], "ships", ReferenceForm.Number), new Document.Text(".")));
        Assert.Contains(book.Set().Pages.Pages, p => SmallBook.TextOf(p).Replace(" ", "", StringComparison.Ordinal).Contains("Seechapter1and2.1.", StringComparison.Ordinal));
    }
}
