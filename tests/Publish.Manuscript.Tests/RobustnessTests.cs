using System.Text;
using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>Nothing that anybody writes makes the reader throw, hang or lose words.</summary>
public class RobustnessTests
{
    private const string Head = "title: Spec\nlanguage: en\nmatter: { body: [ chapter: text.md ] }\n";
    private static readonly string[] _pieces = ["a", "word ", "*", "**", "_", "[", "]", "(", ")", "{", "}", "^", "^[", "[^n]", "\n[^n]: ", "~", "`", "|", "| ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "## ", "::: x\n", ":::\n", "\\", "\"", "'", "--", "...", "<", "<b>", "<!--", "-->", "![", "](#x)", "{.index}", "{#id}", "---\n", "|--|--|\n", ":   ", "    ", "\t", "\u00A0", "é", "e\u0301", "😀", "&amp;", "http://x.y", "\r\n"];

    [Fact]
    public void Random_markdown_never_throws()
    {
        var state = 12345u;
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder();
            for (var i = Next(60); i >= 0; i--)
            {
                text.Append(_pieces[Next(_pieces.Length)]);
            }

            var book = Read(text.ToString()).Book;
            Assert.NotNull(book);
            var ordinals = Walk.Blocks(book).Select(block => block.Ordinal).ToArray();
            Assert.Equal(ordinals.Length, ordinals.Distinct().Count());
        }

        int Next(int bound)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)((state >> 8) % (uint)bound);
        }
    }

    [Theory]
    [InlineData("> ", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("[", 10_000)]
    [InlineData("*a ", 10_000)]
    [InlineData("^[", 5_000)]
    [InlineData("::: x\n", 10_000)]
    [InlineData("**a *b ", 4_000)]
    public void Nesting_without_end_is_bounded(string opening, int times) =>
        Assert.NotNull(Read(string.Concat(Enumerable.Repeat(opening, times)) + "end").Book);

    [Fact]
    public void Plain_paragraphs_keep_every_character()
    {
        const string Text = "Ein Wort — “quoted”, l’été; naïve 1847. Ζεύς, Толстой, שלום 100 % (yes)!";
        var book = Read(Text).Book!;
        Assert.Equal(Text, PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(Assert.Single(book.Sections).Blocks)).Content));
    }

    [Fact]
    public void Byte_order_mark_carriage_returns_and_split_accents_make_no_difference()
    {
        var plain = BookDump.Of(Read("# One\n\nCafé\n\n- a\n- b\n").Book!);
        Assert.Equal(plain, BookDump.Of(Read("\uFEFF# One\r\n\r\nCafe\u0301\r\n\r\n- a\r\n- b\r\n").Book!));
    }

    [Fact]
    public void One_core_and_many_read_the_same()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"Paragraph {i} with *words*.[^{i}]\n\n[^{i}]: Note {i}.\n\n"));
        var files = MemoryFiles.Of([("metadata.yaml", "title: T\nlang: en\n"), .. Enumerable.Range(1, 9).Select(i => ($"{i}.md", $"# C {i}\n\n{text}"))]);
        Assert.Equal(
            BookDump.Of(ManuscriptReader.Read(files, new ReaderSettings { Parallel = false }).Book!),
            BookDump.Of(ManuscriptReader.Read(files, new ReaderSettings()).Book!));
    }

    private static ManuscriptResult Read(string text) => ManuscriptReader.Read(MemoryFiles.Of(("book.yaml", Head), ("text.md", text)), new ReaderSettings());
}
