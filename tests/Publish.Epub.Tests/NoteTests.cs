using System.Xml.Linq;
using Publish.Document;

namespace Publish.Epub.Tests;

/// <summary>What neither EPUBCheck nor Ace sees: that every note call and its note belong together.</summary>
public class NoteTests
{
    private readonly Written epub = Written.Torture();

    [Fact]
    public void Calls_and_notes_are_paired()
    {
        var notes = epub.Elements("footnote").ToList();
        var calls = epub.Elements("noteref").ToList();
        Assert.Equal(4, notes.Count);
        Assert.Equal(5, calls.Count);
        foreach (var (file, call) in calls)
        {
            var target = call.Attribute("href")!.Value.Split('#');
            Assert.Equal("doc-noteref", call.Attribute("role")!.Value);
            Assert.Single(notes, n => n.Element.Attribute("id")!.Value == target[1] && n.File == (target[0].Length == 0 ? file : target[0]));
            Assert.All(call.Nodes(), n => Assert.IsType<XText>(n));
        }

        foreach (var (file, note) in notes)
        {
            var back = note.Descendants().Where(e => e.Attribute(Written.Ops + "type")?.Value == "backlink").ToList();
            var target = Assert.Single(back).Attribute("href")!.Value.Split('#');
            // The link back leads to the first call, and is the first thing in the note.
            var first = calls.First(c => c.Element.Attribute("href")!.Value.EndsWith("#" + note.Attribute("id")!.Value, StringComparison.Ordinal));
            Assert.Equal(first.Element.Attribute("id")!.Value, target[1]);
            Assert.Equal(first.File, target[0].Length == 0 ? file : target[0]);
            Assert.Equal(first.Element.Value, back[0].Value);
            Assert.StartsWith(back[0].Value, note.Value.TrimStart(), StringComparison.Ordinal);
            Assert.Equal("doc-footnote", note.Attribute("role")!.Value);
        }
    }

    [Fact]
    public void Numbers_run_through_the_book_and_the_authors_notes_have_their_own()
    {
        Assert.Equal(["1", "2", "3", "A1"], epub.Elements("footnote").Select(n => n.Element.Descendants().First(e => e.Attribute("role")?.Value == "doc-backlink").Value));
    }

    /// <summary>Two calls side by side would read as one number.</summary>
    [Fact]
    public void A_call_right_after_another_is_told_from_it()
    {
        static NoteCall Call(string label) => new(TortureBook.Note(label, NoteSeries.Editor, TortureBook.P("Words of " + label + ".")), false);
        var book = new Book(new Metadata("calls", "Calls", "en"), [new Section(SectionKind.Chapter, Matter.Body, [new Text("I")], [TortureBook.P("One,", Call("a"), " two,", Call("b"), Call("c"), ".")], []) { NavigationTitle = "I" }], []);
        Assert.Equal(["noteref", "noteref", "noteref next"], Written.Of(book).Elements("noteref").Select(call => call.Element.Attribute("class")!.Value));
    }

    [Fact]
    public void Ids_are_unique_and_can_stand_in_a_selector()
    {
        foreach (var file in epub.Spine())
        {
            var ids = epub.Xml(file).Descendants().Attributes("id").Select(a => a.Value).ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9-]*$", id));
        }
    }

    [Fact]
    public void A_section_for_notes_in_the_book_holds_them()
    {
        var book = TortureBook.Make();
        var last = Walk.Blocks(book).Select(b => b.Ordinal).Concat(Walk.Sections(book).Select(s => s.Ordinal)).Max();
        var section = new Section(SectionKind.Notes, Matter.Back, [new Text("Annotations")], [TortureBook.P("On what follows.") with { Ordinal = last + 2 }], []) { NavigationTitle = "Annotations", Ordinal = last + 1 };
        var written = Written.Of(book with { Sections = book.Sections.Insert(book.Sections.Length - 1, section) });
        var spine = written.Spine().ToList();
        Assert.Equal("notes.xhtml", Assert.Single(spine, f => f.StartsWith("notes", StringComparison.Ordinal)));
        Assert.True(spine.IndexOf("notes.xhtml") < spine.IndexOf("colophon.xhtml"));
        var document = written.Xml("notes.xhtml");
        Assert.Equal("Annotations", document.Descendants(Written.Xhtml + "h1").Single().Value);
        Assert.Equal(Walk.Notes(book).Count(), written.Elements("footnote").Count());
        var listed = written.Xml("nav.xhtml").Descendants(Written.Xhtml + "a").Where(a => a.Attribute("href")!.Value == "notes.xhtml").Select(a => a.Value).Distinct();
        Assert.Equal(["Annotations", "Notes"], listed.Order(StringComparer.Ordinal));
    }
}
