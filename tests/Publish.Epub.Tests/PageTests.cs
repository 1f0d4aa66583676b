using System.Xml.Linq;
using Publish.Document;

namespace Publish.Epub.Tests;

/// <summary>Printed pages in the EPUB.</summary>
public class PageTests
{
    private readonly Written epub = Written.Torture();

    [Fact]
    public void Every_page_with_text_is_marked_and_listed_in_order()
    {
        var marked = epub.Elements("pagebreak").Select(p => (p.File + "#" + p.Element.Attribute("id")!.Value, p.Element.Attribute("aria-label")!.Value)).ToList();
        var listed = epub.Xml("nav.xhtml").Descendants(Written.Xhtml + "nav").Single(n => n.Attribute(Written.Ops + "type")?.Value == "page-list")
            .Descendants(Written.Xhtml + "a").Select(a => (a.Attribute("href")!.Value, a.Value)).ToList();
        Assert.Equal(["i", "iii", "v", "1", "2", "6", "3", "4", "5"], listed.Select(l => l.Item2));
        Assert.Equal(marked.Select(m => m.Item1), listed.Select(l => l.Item1));
        Assert.All(marked.Zip(listed), m => Assert.EndsWith(" " + m.Second.Item2, m.First.Item2, StringComparison.Ordinal));
        Assert.Empty(epub.Result.Diagnostics.Where(d => d.Code == "EPB003"));
    }

    [Theory]
    [InlineData("2", "to be—that is")]
    [InlineData("3", "second item")]
    [InlineData("4", "b")]
    [InlineData("6", "a line set in")]
    public void A_mark_stands_before_the_first_word_of_its_page(string label, string start)
    {
        var mark = epub.Elements("pagebreak").Single(p => p.Element.Attribute("aria-label")!.Value.EndsWith(" " + label, StringComparison.Ordinal)).Element;
        Assert.Empty(mark.Nodes());
        var block = mark.Ancestors().First(a => a.Name.LocalName is "p" or "li" or "td");
        var after = string.Concat(block.DescendantNodes().OfType<XText>().Where(t => t.IsAfter(mark) && t.Parent!.Attribute("role") is null).Select(t => t.Value));
        Assert.StartsWith(start, after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one two three", 6, 4)]
    [InlineData("one two three", 3, 4)]
    [InlineData("one two three", 4, 4)]
    [InlineData("don’t stop", 4, 0)]
    [InlineData("a (bracket) b", 2, 2)]
    [InlineData("end", 99, 3)]
    public void A_mark_stands_before_a_word(string text, int offset, int expected) => Assert.Equal(expected, Content.ContentWriter.WordStart(text, offset));

    [Fact]
    public void No_mark_stands_in_a_heading() =>
        Assert.All(epub.Elements("pagebreak"), p => Assert.DoesNotContain(p.Element.Ancestors(), a => a.Name.LocalName is "h1" or "h2" or "h3" or "h4"));

    [Fact]
    public void A_page_whose_text_is_not_in_the_book_is_reported()
    {
        var book = TortureBook.Make();
        Assert.Contains(Written.Of(book, new("print", [new("1", new(99999, 0))])).Result.Diagnostics, d => d.Code == "EPB003");
    }

    /// <summary>A page may begin in what an edition makes of the book: a line of the contents, an entry of the index, a line of code; or with a picture, or the notes' title.</summary>
    [Fact]
    public void Pages_that_begin_in_contents_index_code_and_notes_are_marked_there()
    {
        var book = TortureBook.Make();
        var blocks = Walk.Blocks(book).ToList();
        var last = blocks.Select(b => b.Ordinal).Concat(Walk.Sections(book).Select(s => s.Ordinal)).Max();
        var chapter = Walk.Sections(book).Last(s => s.Kind == SectionKind.Chapter);
        var code = blocks.OfType<CodeBlock>().Single();
        var index = blocks.OfType<IndexList>().Single();
        var written = Written.Of(book, new PageMap("print",
        [
            new("iv", new(blocks.OfType<ContentsList>().Single().Ordinal, chapter.Ordinal)),
            new("7", new(blocks.OfType<Figure>().First().Ordinal, 0)),
            new("8", new(code.Ordinal, code.Value.IndexOf("return", StringComparison.Ordinal))),
            // The second entry, exile of, is a sub-heading; the last begins after both and within its term.
            new("9", new(index.Ordinal, "Trotsky, Leon".Length + 1)),
            new("10", new(index.Ordinal, "Trotsky, Leon".Length + "exile of".Length + 2)),
            new("11", new(last + 1, 0)),
        ]));
        Assert.DoesNotContain(written.Result.Diagnostics, d => d.Code == "EPB003");
        Assert.Equal("I", After(written, "iv", "a"));
        Assert.Equal("figure", Mark(written, "7").ElementsAfterSelf().First().Name.LocalName);
        Assert.Equal("return;", After(written, "8", "code"));
        Assert.StartsWith("exile of", After(written, "9", "li"), StringComparison.Ordinal);
        Assert.StartsWith("Zinoviev", After(written, "10", "li"), StringComparison.Ordinal);
        Assert.StartsWith("Notes", After(written, "11", "section"), StringComparison.Ordinal);
    }

    private static XElement Mark(Written written, string label) => written.Elements("pagebreak").Single(p => p.Element.Attribute("aria-label")!.Value == "page " + label).Element;

    private static string After(Written written, string label, string within)
    {
        var mark = Mark(written, label);
        return string.Concat(mark.Ancestors(Written.Xhtml + within).First().DescendantNodes().OfType<XText>().Where(t => t.IsAfter(mark)).Select(t => t.Value)).Trim();
    }
}
