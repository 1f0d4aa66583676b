using System.Xml.Linq;

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
        Assert.All(epub.Elements("pagebreak"), p => Assert.DoesNotContain(p.Element.Ancestors(), a => a.Name.LocalName is "h1" or "h2" or "h3" or "h4" or "a"));

    [Fact]
    public void A_page_whose_text_is_not_in_the_book_is_reported()
    {
        var book = TortureBook.Make();
        Assert.Contains(Written.Of(book, new("print", [new("1", new(99999, 0))])).Result.Diagnostics, d => d.Code == "EPB003");
    }
}
