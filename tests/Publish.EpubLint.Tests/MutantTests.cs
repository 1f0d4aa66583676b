using System.Text;
using Publish.Document;

namespace Publish.EpubLint.Tests;

/// <summary>One fault put into a sound book for each rule: it must be found, at its place, and nothing else of weight with it.</summary>
public class MutantTests
{
    private const string Package = "EPUB/package.opf";
    private const string One = "EPUB/one.xhtml";
    private const string Two = "EPUB/two.xhtml";
    private const string Notes = "EPUB/notes.xhtml";
    private const string Nav = "EPUB/nav.xhtml";
    private const string Css = "EPUB/style.css";

    /// <summary>Code, file, what stands there, what is put instead.</summary>
    public static TheoryData<string, string, string, string> Mutants => new()
    {
        { "EPL005", Package, """<item id="style" href="style.css" media-type="text/css"/>""", "" },
        { "EPL006", Package, "</manifest>", """<item id="x" href="lost.css" media-type="text/css"/></manifest>""" },
        { "EPL007", Two, "Again.", "Again & again." },
        { "EPL008", Two, "Again.", """<a href="one.xhtml#nowhere">Again</a>.""" },
        { "EPL008", Two, "Again.", """<img src="lost.png" alt="A thing"/>""" },
        { "EPL009", Package, """<itemref idref="notes"/>""", "" },
        { "EPL010", Package, """unique-identifier="id" """, """unique-identifier="other" """ },
        { "EPL011", Package, "2026-01-02T03:04:05Z", "2026-01-02" },
        { "EPL011", Package, """<meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>""", "" },
        { "EPL012", Package, "<dc:title>A Sound Book</dc:title>", "<dc:title>A Sound Book</dc:title><dc:title>A Subtitle</dc:title>" },
        { "EPL013", Package, "<dc:language>en</dc:language>", "<dc:language>fr</dc:language>" },
        { "EPL013", Package, "<dc:language>en</dc:language>", "" },
        { "EPL014", Package, """<dc:identifier id="isbn">urn:isbn:9780306406157""", """<dc:identifier id="isbn">urn:isbn:9780306406158""" },
        { "EPL015", Package, """<meta refines="#author" property="file-as">Author, Ann</meta>""", "" },
        { "EPL016", Package, """ properties="cover-image" """.TrimEnd(), "" },
        { "EPL017", Package, """version="3.0" """, """version="2.0" """ },
        { "EPL020", Nav, "epub:type=\"toc\"", "" },
        { "EPL021", Nav, """<li><a href="two.xhtml">Two</a></li>""", "" },
        { "EPL021", Nav, """<ol><li><a href="one.xhtml#inside">Inside</a></li></ol>""", "" },
        { "EPL022", Nav, """<li><a href="two.xhtml">Two</a></li>""", """<li><a href="notes.xhtml">Notes</a></li><li><a href="two.xhtml">Two</a></li>""" },
        { "EPL023", Nav, """epub:type="bodymatter" """, """epub:type="bodymatter text" """ },
        { "EPL023", Nav, """epub:type="bodymatter" """, "" },
        { "EPL024", Two, "<title>Two</title>", "<title>One</title>" },
        { "EPL024", Two, "<title>Two</title>", "<title></title>" },
        { "EPL025", One, """<h2 id="inside">Inside</h2>""", """<h4 id="inside">Inside</h4>""" },
        { "EPL026", Two, """<p>Some""", """<p id="1st">Some""" },
        { "EPL027", Two, """<p>Some""", """<p id="two">Some""" },
        { "EPL030", Nav, """<li><a href="two.xhtml#page-2">2</a></li>""", "" },
        { "EPL031", Package, """<meta refines="#pages" property="source-of">pagination</meta>""", "" },
        { "EPL032", Two, """ aria-label="page 2" """.TrimEnd(), "" },
        { "EPL033", Two, "Some words <span", "Some wor<span" },
        { "EPL033", One, """<h2 id="inside">Inside</h2>""", """<h2 id="inside">In<span id="page-1b" epub:type="pagebreak" role="doc-pagebreak" aria-label="page 1b"></span>side</h2>""" },
        { "EPL040", One, """<a id="r2" class="call" href="notes.xhtml#n2" epub:type="noteref" role="doc-noteref">2</a>""", """<span id="r2"></span>""" },
        { "EPL041", Notes, """<a href="one.xhtml#r2" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 2">2</a>""", "2" },
        { "EPL042", Notes, "one.xhtml#r2", "one.xhtml#r1" },
        { "EPL043", One, """<a id="r2" class="call" href="notes.xhtml#n2" epub:type="noteref" role="doc-noteref">""", """<a id="r2" class="call" href="notes.xhtml#n2">""" },
        { "EPL043", One, """href="notes.xhtml#n2" epub:type="noteref" """, """href="notes.xhtml#n2" """ },
        { "EPL044", One, "notes.xhtml#n2", "two.xhtml#two-title" },
        { "EPL045", One, """role="doc-noteref">2<""", """role="doc-noteref">3<""" },
        { "EPL046", Two, """role="doc-noteref">A1<""", """role="doc-noteref">1<""" },
        { "EPL047", Notes, """<a href="one.xhtml#r2" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 2">2</a> The second note.""", """The second note. <a href="one.xhtml#r2" epub:type="backlink" role="doc-backlink">2</a>""" },
        { "EPL048", Notes, "The second note.", "No." },
        { "EPL049", Notes, """<div id="n2" class="note" epub:type="footnote" role="doc-footnote"><p><a href="one.xhtml#r2" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 2">2</a> The second note.</p></div>""", """<aside id="n2" class="note" epub:type="footnote" role="doc-footnote"><p><a href="one.xhtml#r2" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 2">2</a> The second note.</p></aside>""" },
        { "EPL050", One, """role="doc-noteref">2<""", """role="doc-noteref"><sup>2</sup><""" },
        { "EPL051", One, "and others.<a", "and others. <a" },
        { "EPL053", One, """role="doc-noteref">1</a> and""", """role="doc-noteref">1</a>, and""" },
        { "EPL052", Notes, "The second note.", "Ibid., p. 7." },
        { "EPL060", Package, """<meta property="schema:accessibilityHazard">none</meta>""", "" },
        { "EPL061", Package, """<meta property="schema:accessibilityFeature">tableOfContents</meta>""", """<meta property="schema:accessibilityFeature">MathML</meta>""" },
        { "EPL061", One, """<img src="plate.png" alt="A plate"/>""", "" },
        { "EPL062", Package, """<meta property="a11y:certifiedBy">The House</meta>""", "" },
        { "EPL063", Package, "1.1 - WCAG", "1.1 – WCAG" },
        { "EPL064", One, """ alt="A plate" """.TrimEnd(), "" },
        { "EPL064", One, """ alt="A plate" """.TrimEnd(), """ alt="plate.png" """.TrimEnd() },
        { "EPL065", Two, """ lang="en" xml:lang="en" """.TrimEnd(), "" },
        { "EPL066", Two, """epub:type="chapter" role="doc-chapter" """, """epub:type="chapter" """ },
        { "EPL067", Two, """epub:type="chapter" """, """epub:type="chaptre" """ },
        { "EPL068", Notes, """<div id="n2" class="note" epub:type="footnote" role="doc-footnote">""", """<div id="n2" class="note" epub:type="endnote" role="doc-footnote">""" },
        { "EPL069", Package, "<meta property=\"schema:accessibilityHazard\">none</meta>", "<meta property=\"schema:accessibilityHazard\">none</meta><meta property=\"schema:accessibilityHazard\">flashing</meta>" },
        { "EPL070", Css, "font-size: 1.5em", "font-size: 18px" },
        { "EPL070", Css, "line-height: 1.2", "line-height: 14pt" },
        { "EPL071", Css, ".note {", ".note { position: fixed;" },
        { "EPL072", Css, ".note {", "body { color: black } .note {" },
        { "EPL073", Css, ".note {", ".note { font-family: \"Lost Face\", serif;" },
        { "EPL074", Css, ".note {", ".note { text-wrap: pretty;" },
        { "EPL075", Css, "margin: 1em 0", "margin: 1em 0 !important" },
        { "EPL080", One, "“More words,”", "\"More words,”" },
        { "EPL081", One, "and others.", "and  others." },
        { "EPL082", One, "and others.", "and oth\u00ADers." },
        { "EPL083", One, "less…", "less..." },
        { "EPL083", One, "said—and", "said--and" },
    };

    [Fact]
    public void Nothing_is_found_in_the_sound_book() => Assert.Empty(EpubLinter.Check(SoundBook.Pack(SoundBook.Files())));

    [Theory]
    [MemberData(nameof(Mutants))]
    public void The_fault_is_found(string code, string file, string old, string changed)
    {
        var files = SoundBook.Files();
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text.Replace(old, changed, StringComparison.Ordinal));
        var findings = EpubLinter.Check(SoundBook.Pack(files));
        var found = findings.FirstOrDefault(f => f.Code == code);
        Assert.True(found is not null, $"{code} not among: {string.Join("; ", findings)}");
        Assert.NotEqual("", found.Message);
        Assert.NotEqual("", found.Span.File);
        Assert.Contains(DiagnosticCatalogue.All, kind => kind.Code == code);
    }

    /// <summary>Faults that are no other text in a file: what the container, a picture or no EPUB at all is made of. Code, the file the finding must name (null: any), the bytes.</summary>
    private static readonly (string Code, string? File, Func<byte[]> Bytes)[] Packed =
    [
        ("EPL001", null, () => [.. "not a book"u8]),
        ("EPL001", null, () => []),
        ("EPL001", null, () => SoundBook.Pack([])),
        ("EPL001", null, () => With(Package, [.. "<package>"u8])),
        ("EPL002", null, () => SoundBook.Pack(SoundBook.Files(), mimetype: false)),
        ("EPL002", null, () => SoundBook.Pack(SoundBook.Files().Prepend(new("mimetype", [.. "application/epub+zip\n"u8])), mimetype: false)),
        ("EPL003", null, Lzma),
        ("EPL004", "EPUB/Plate.png", () => And("EPUB/Plate.png")),
        ("EPL004", "EPUB/a plate.png", () => And("EPUB/a plate.png")),
        ("EPL004", "EPUB/plate?.png", () => And("EPUB/plate?.png")),
        ("EPL090", "EPUB/plate.png", () => With("EPUB/plate.png", SoundBook.Png(4000, 3000))),
        ("EPL091", "EPUB/plate.png", () => With("EPUB/plate.png", SoundBook.Cover)),
        ("EPL091", "EPUB/plate.png", () => With("EPUB/plate.png", [.. "a text"u8])),
        ("EPL092", "EPUB/cover.jpg", () => With("EPUB/cover.jpg", [.. SoundBook.Cover[..7], 1, 0x90, 1, 0, .. SoundBook.Cover[11..]])),
    ];

    public static TheoryData<int> PackedFaults => [.. Enumerable.Range(0, Packed.Length)];

    [Theory]
    [MemberData(nameof(PackedFaults))]
    public void The_fault_of_the_container_is_found(int at)
    {
        var (code, file, bytes) = Packed[at];
        var findings = EpubLinter.Check(bytes());
        Assert.Contains(findings, f => f.Code == code && (file is null || f.Span.File == file));
        // Where nothing can be read, nothing else is said.
        Assert.True(code != "EPL001" || findings.Length == 1, string.Join("; ", findings));
    }

    [Fact]
    public void Every_rule_has_a_mutant()
    {
        var tried = Mutants.Select(m => m.Data.Item1).Concat(Packed.Select(fault => fault.Code)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(EpubLintDiagnostics.All.Select(k => k.Code).Except(tried));
        Assert.Empty(tried.Except(EpubLintDiagnostics.All.Select(k => k.Code)));
        Assert.Equal(EpubLintDiagnostics.All.Select(k => k.Code).Order(StringComparer.Ordinal), EpubLintDiagnostics.All.Select(k => k.Code));
        // The list is all there is: no rule of the catalogue is left out.
        Assert.Equal(DiagnosticCatalogue.All.Select(k => k.Code).Where(code => code.StartsWith("EPL", StringComparison.Ordinal)), EpubLintDiagnostics.All.Select(k => k.Code));
    }

    [Fact]
    public void Places_are_lines_of_the_file()
    {
        var files = SoundBook.Files();
        files[One] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[One]).Replace("less…", "less...", StringComparison.Ordinal));
        var finding = Assert.Single(EpubLinter.Check(SoundBook.Pack(files)));
        Assert.Equal(One, finding.Span.File);
        Assert.Equal(10, finding.Span.Line);
    }

    [Fact]
    public void No_damage_to_the_file_throws()
    {
        var bytes = SoundBook.Pack(SoundBook.Files());
        // Every 97th byte turned over, one at a time; and the file cut short everywhere.
        for (var at = 0; at < bytes.Length; at += 97)
        {
            var broken = bytes.ToArray();
            broken[at] ^= 0xFF;
            _ = EpubLinter.Check(broken);
            _ = EpubLinter.Check(bytes.AsMemory(0, at));
        }
    }

    private static byte[] With(string name, byte[] data)
    {
        var files = SoundBook.Files();
        files[name] = data;
        return SoundBook.Pack(files);
    }

    private static byte[] And(string name) => SoundBook.Pack(SoundBook.Files().Append(new(name, SoundBook.Png(2, 2))));

    // The method of the last entry in the central directory: LZMA.
    private static byte[] Lzma()
    {
        var bytes = SoundBook.Pack(SoundBook.Files());
        bytes[bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 10] = 14;
        return bytes;
    }
}
