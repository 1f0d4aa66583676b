using Publish.Document;

namespace Publish.Epub.Tests;

/// <summary>Lists of figures and tables, and references by number.</summary>
public class ListOfFiguresTests
{
    private static Book Book() => new(
        new Metadata("lists", "Lists", "en"),
        [
            new Section(SectionKind.ListOfTables, Matter.Front, [new Text("Tables")], [new ContentsList(1) { Of = ContentsKind.Tables, Ordinal = 2 }], []) { Ordinal = 1, NavigationTitle = "Tables" },
            new Section(SectionKind.Chapter, Matter.Body, [new Text("Loomings")], [new Paragraph([new Text("See "), new CrossReference([], "weights", ReferenceForm.Number)]) { Ordinal = 4 }, Table()], []) { Ordinal = 3, Id = "loomings", NavigationTitle = "Loomings" },
        ],
        []);

    private static Table Table() => new(
        [new TableColumn(ColumnAlignment.Left, null)],
        [],
        [new TableRow([new TableCell([new Paragraph([new Text("cell")]) { Ordinal = 9 }]) { Ordinal = 8 }]) { Ordinal = 7 }],
        new Caption([new Text("Weights of whales")]) { Ordinal = 6 })
    {
        Ordinal = 5,
        Id = "weights",
    };

    [Fact]
    public void A_list_of_tables_leads_to_them()
    {
        var epub = Written.Of(Book());
        var link = Assert.Single(epub.Xml("list-of-tables.xhtml").Descendants(Written.Xhtml + "a"));
        Assert.Equal("Weights of whales", link.Value);
        Assert.Equal("chapter-1.xhtml#weights", link.Attribute("href")!.Value);
        Assert.Contains(epub.Xml("chapter-1.xhtml").Descendants(Written.Xhtml + "table"), t => t.Attribute("id")?.Value == "weights");
        Assert.Contains(epub.Xml("nav.xhtml").Descendants(Written.Xhtml + "a"), a => a.Attribute(Written.Ops + "type")?.Value == "lot");
    }

    [Fact]
    public void A_reference_by_number_prints_it() => Assert.Contains(">1</a>", Written.Of(Book()).Text("chapter-1.xhtml"), StringComparison.Ordinal);
}
