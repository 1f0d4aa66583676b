using System.Collections.Immutable;
using Publish.Document;
using Publish.Epub.Package;

namespace Publish.Epub.Tests;

/// <summary>The stylesheet as reading systems of any age get it.</summary>
public class StyleShelfTests
{
    [Theory]
    [InlineData("h1 { break-after: avoid; }", "h1 { break-after: avoid; page-break-after: avoid; }")]
    [InlineData("p{break-before:recto}", "p{break-before:recto; page-break-before: always}")]
    [InlineData("p { break-inside: avoid-page; }", "p { break-inside: avoid-page; page-break-inside: avoid; }")]
    [InlineData("p { break-inside: avoid; page-break-inside: avoid; }", "p { break-inside: avoid; page-break-inside: avoid; }")]
    [InlineData("p { hyphens: none; }", "p { hyphens: none; -webkit-hyphens: none; -epub-hyphens: none; }")]
    [InlineData("@font-face { font-family: \"A\"; src: url(a.ttf); } p { color: red; }", "p { color: red; }")]
    [InlineData("p { font-family: \"Lost\", \"Kept Face\", serif; }", "p { font-family: \"Kept Face\", serif; }")]
    [InlineData("p { font-family: Lost; margin: 0; }", "p { ; margin: 0; }")]
    public void Old_names_are_added_and_what_must_not_be_there_is_left_out(string css, string expected) => Assert.Equal(expected, StyleShelf.Prepared(css, new HashSet<string> { "Kept Face" }));

    [Fact]
    public void What_old_engines_drop_a_sheet_for_stands_in_one_of_its_own()
    {
        var (usual, modern) = StyleShelf.Divide("a { b: c; }\n@container (x) { d { e: f; } }\ng { h: i; }\n@supports (initial-letter: 2) { p { q: r; } }\n");
        Assert.Equal("a { b: c; }\n\ng { h: i; }\n\n", usual);
        Assert.Equal("@container (x) { d { e: f; } }\n@supports (initial-letter: 2) { p { q: r; } }\n", modern);
    }

    [Fact]
    public void Families_the_sheet_names_are_embedded_with_all_letters_of_the_book()
    {
        var book = TortureBook.Make();
        var plain = Written.Of(book);
        Assert.DoesNotContain("EPUB/fonts/jetbrains-mono.woff", plain.Files.Keys);
        var styled = Written.Of(book, css: "code, pre { font-family: \"JetBrains Mono\", \"Nobody\", monospace; }");
        Assert.Contains("EPUB/fonts/jetbrains-mono.woff", styled.Files.Keys);
        Assert.Contains("""@font-face { font-family: "JetBrains Mono"; font-style: normal;""", styled.Text("style.css"), StringComparison.Ordinal);
        Assert.Contains("""code, pre { font-family: "JetBrains Mono", monospace; }""", styled.Text("style.css"), StringComparison.Ordinal);
        Assert.Contains("EPUB/fonts/licence-2.txt", styled.Files.Keys);
    }

    /// <summary>What the typesetter tells of a play, the EPUB's elements say too.</summary>
    [Fact]
    public void A_play_has_its_speakers_directions_and_lines()
    {
        static Paragraph Speech(string who, string what) => TortureBook.P(new SmallCaps([new Text(who)]), new Text(". " + what));
        ImmutableArray<Block> blocks =
        [
            new Paragraph([new Emphasis([new Text("Enter Ghost.")])]),
            .. Enumerable.Range(0, 6).Select(i => Speech("Hamlet", "Words, words.")),
            new Verse([new Stanza([new VerseLine([new SmallCaps([new Text("Ghost")]), new Text(". Mark me.")], 0), new VerseLine([new Text("I am thy father’s spirit,")], 0)])]),
        ];
        var book = new Book(new Metadata("play", "A Play", "en"), [new Section(SectionKind.Chapter, Matter.Body, [new Text("Act I")], blocks, []) { NavigationTitle = "Act I" }], []);
        var chapter = Written.Of(book).Xml("chapter-1.xhtml");
        string[] Classes(string name) => [.. chapter.Descendants(Written.Xhtml + name).Select(e => (string?)e.Attribute("class") ?? "")];
        Assert.Equal("chapter body drama", Classes("section").Single());
        Assert.Equal(["direction", "speech", "speech", "speech", "speech", "speech", "speech", "line speech", "line"], Classes("p"));
    }
}
