using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>Lists of figures and tables, made from the captions.</summary>
public class ListTests
{
    private const string Head = "title: Lists\nlanguage: en\nmatter: { front: [ list-of-figures, list-of-tables ], body: [ chapter: text.md ] }\n";

    [Fact]
    public void Lists_are_made_and_what_they_list_has_identifiers()
    {
        const string Text = "# One\n\n![A whale](whale.png \"A whale at sea\"){.top}\n\n![](plain.png){.decorative}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: Weights {#weights}\n";
        var book = ManuscriptReader.Read(MemoryFiles.Of(("book.yaml", Head), ("text.md", Text)), new ReaderSettings()).Book!;
        Assert.Equal([SectionKind.ListOfFigures, SectionKind.ListOfTables, SectionKind.Chapter], book.Sections.Select(s => s.Kind));
        Assert.Equal(["Figures", "Tables"], book.Sections.Take(2).Select(s => PlainText.Of(s.Title)));
        var (figure, caption) = Assert.Single(ContentsList.Captions(book, ContentsKind.Figures));
        Assert.Equal("A whale at sea", PlainText.Of(caption.Content));
        Assert.NotEmpty(figure);
        Assert.Equal("weights", Assert.Single(ContentsList.Captions(book, ContentsKind.Tables)).Id);
        Assert.Equal(["top"], Walk.Blocks(book).OfType<Figure>().First().Classes);
    }
}
