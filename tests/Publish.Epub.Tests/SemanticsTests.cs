using System.Xml.Linq;
using Publish.Document;

namespace Publish.Epub.Tests;

/// <summary>What sections, links and cells are said to be: no more than they are.</summary>
public class SemanticsTests
{
    private static Written Of(params Block[] blocks) => Written.Of(BookOf(blocks));

    private static Book BookOf(params Block[] blocks) => new(new Metadata("small", "Small", "en"), [Chapter("I", blocks)], []);

    private static Section Chapter(string title, params Block[] blocks) => new(SectionKind.Chapter, Matter.Body, [new Text(title)], [.. blocks], []) { NavigationTitle = title, Ordinal = 0 };

    private static IEnumerable<XAttribute> Said(Written written, string file, string name) =>
        written.Xml(file).Descendants().Where(e => e.Name.LocalName == name).SelectMany(e => e.Attributes()).Where(a => a.Name == Written.Ops + "type" || a.Name == "role");

    [Fact]
    public void A_frontispiece_which_the_vocabulary_does_not_know_is_said_to_be_nothing_else()
    {
        var book = BookOf(TortureBook.P("Text."));
        var plate = new Section(SectionKind.Frontispiece, Matter.Front, [], [TortureBook.P("A plate.")], []) { NavigationTitle = "Frontispiece", Listed = false };
        var written = Written.Of(book with { Sections = book.Sections.Insert(0, plate) });
        Assert.Empty(Said(written, "frontispiece.xhtml", "section"));
        Assert.Equal(["chapter", "doc-chapter"], Said(written, "chapter-1.xhtml", "section").Select(a => a.Value));
    }

    [Fact]
    public void An_epigraph_is_said_to_be_one_once()
    {
        var epigraph = new Epigraph([TortureBook.P("All is said.")], null);
        var book = BookOf(epigraph);
        var written = Written.Of(book with { Sections = book.Sections.Insert(0, new Section(SectionKind.Epigraph, Matter.Front, [], [epigraph], []) { NavigationTitle = "Epigraph", Listed = false }) });
        Assert.Equal(["epigraph", "doc-epigraph"], Said(written, "epigraph.xhtml", "section").Concat(Said(written, "epigraph.xhtml", "blockquote")).Select(a => a.Value));
        Assert.Equal(["epigraph", "doc-epigraph"], Said(written, "chapter-1.xhtml", "blockquote").Select(a => a.Value));
    }

    /// <summary>Where cells stand one under the other, each is told by the head of its column: without the note that the head calls.</summary>
    [Fact]
    public void The_words_over_a_column_have_no_note_in_them()
    {
        static TableRow Row(params Paragraph[] cells) => new([.. cells.Select(cell => new TableCell([cell]))]);
        var note = TortureBook.Note("n", NoteSeries.Editor, TortureBook.P("Of the head."));
        var written = Of(new Table([new(ColumnAlignment.Left, 500), new(ColumnAlignment.Left, 500)], [Row(TortureBook.P("Head", new NoteCall(note, false)), TortureBook.P("Other"))], [Row(TortureBook.P("a"), TortureBook.P("b"))], null));
        Assert.Equal(["Head", "Other"], written.Xml("chapter-1.xhtml").Descendants(Written.Xhtml + "td").Select(cell => (string?)cell.Attribute("data-label")));
    }

    /// <summary>Only the printed page has lines; the page is known here too, and where it isn't, the words that stand for it.</summary>
    [Fact]
    public void A_reference_to_a_page_or_a_line_gives_the_page()
    {
        var there = TortureBook.P("There.") with { Id = "there", Ordinal = 1 };
        var here = TortureBook.P("See ", new CrossReference([new Text("E1")], "there", ReferenceForm.PageAndLine), " or ", new CrossReference([new Text("there")], "there", ReferenceForm.Page), ".") with { Ordinal = 2 };
        Assert.Equal("See 12 or 12.", Said(Written.Of(BookOf(there, here), new PageMap("print", [new("12", new(1, 0))]))));
        Assert.Equal("See E1 or there.", Said(Of(there, here)));

        static string Said(Written written) => written.Xml("chapter-1.xhtml").Descendants(Written.Xhtml + "p").Last().Value;
    }

    [Fact]
    public void A_link_to_a_section_leads_to_its_document()
    {
        var book = new Book(new Metadata("small", "Small", "en"),
        [
            Chapter("I", TortureBook.P(new CrossReference([new Text("next")], "two", ReferenceForm.Text), new CrossReference([new Text("this")], "one", ReferenceForm.Text))) with { Id = "one" },
            Chapter("II", TortureBook.P("End.")) with { Id = "two" },
        ], []);
        Assert.Equal(["chapter-2.xhtml", "#chapter-1"], Written.Of(book).Xml("chapter-1.xhtml").Descendants(Written.Xhtml + "a").Select(a => (string?)a.Attribute("href")));
    }

    /// <summary>A manuscript may call a paragraph what this writer calls the section or its title.</summary>
    [Fact]
    public void A_place_named_like_its_section_has_an_id_of_its_own()
    {
        var written = Of(TortureBook.P("One.") with { Id = "chapter-1" }, TortureBook.P("Two.") with { Id = "chapter-1-title" }, TortureBook.P(new CrossReference([new Text("one")], "chapter-1", ReferenceForm.Text)));
        var chapter = written.Xml("chapter-1.xhtml");
        var ids = chapter.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal("One.", chapter.Descendants().Single(e => "#" + (string?)e.Attribute("id") == (string?)chapter.Descendants(Written.Xhtml + "a").Single().Attribute("href")).Value);
    }
}
