using System.Text;
using System.Text.RegularExpressions;
using Publish.Editions.Tests.Accessibility;
using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>A file for each rule that breaks it: the torture book's screen edition with one thing of it spoilt, without moving a byte.</summary>
public sealed class AccessibilityRulesTests : IDisposable
{
    // The pages of the sound file are read once: a fault outside them changes nothing there.
    private static readonly Lazy<(string Text, TaggedFile File)> Plain = new(() =>
    {
        using var scratch = new ScratchFolder();
        var path = scratch.File("plain.pdf");
        ExternalTool.Require("qpdf").Run("--qdf", "--object-streams=disable", new TortureBook().PathOf("screen"), path);
        return (Encoding.Latin1.GetString(File.ReadAllBytes(path)), TaggedFile.Read(path));
    });

    private readonly ScratchFolder _scratch = new();
    private readonly string _plain = Plain.Value.Text;
    private readonly TortureBook _book;

    public AccessibilityRulesTests(TortureBook book) => _book = book;

    public void Dispose() => _scratch.Dispose();

    /// <summary>For each rule how to break it, and which file that leaves.</summary>
    private static readonly (string Rule, Func<string, string> Spoil)[] _cases =
    [
        ("01-marked", First(@"/P ?<</MCID (\d+)>> ?BDC", "MCID", "MCIX")),
        ("01-claimed", First(@"/K 2\b", "2", "3")),
        ("01-marks", First("/MarkInfo", "MarkInfo", "MarkInfx")),
        ("01-root", First(@"/S /Document\b", "Document", "Documenx")),
        ("07-title", First("DisplayDocTitle", "Title", "Titlx")),
        ("09-order", text => new Regex(@"(/K \[\s+)(\d)(\s+)(\d)(\s+\]\s+/P \d+ 0 R\s+/Pg \d+ 0 R\s+/S /P\b)").Replace(text, "$1$4$3$2$5", 1)),
        ("09-contents", text => text.Replace("/Type /OBJR", "/Type /OBJX", StringComparison.Ordinal)),
        ("09-nesting", First(@"/S /TOCI\b", "TOCI", "Sect")),
        ("11-language", First(@"/Lang \(en-GB\)", "Lang", "Lanx")),
        ("11-part", First(@"/Lang \(fr\)", "fr", "f!")),
        ("13-alternative", First(@"/Alt \(JPEG, gray\.\)", "Alt", "Alx")),
        ("13-words", First(@"/Alt \(JPEG, gray\.\)", "JPEG, gray.", "Picture.   ")),
        ("13-words", First(@"/Alt \(JPEG, gray\.\)", "JPEG, gray.", "gr-gray.jpg")),
        ("13-box", First("/BBox", "BBox", "BBux")),
        ("14-levels", First(@"/S /H2\b", "H2", "H4")),
        // Its content goes to nobody.
        ("14-text", text => new Regex(@"(/K )(\d+\s+/P \d+ 0 R\s+/Pg \d+ 0 R\s+/S /H1\b)").Replace(text, "/Q $2", 1)),
        ("15-scope", First("/Scope /Column", "Scope", "Scopx")),
        ("15-regular", First(@"/ColSpan 2\b", "2", "3")),
        ("16-items", First(@"/S /LI\s", "LI", "P ")),
        ("16-body", First(@"/S /LBody\b", "LBody", "LBodx")),
        ("18-kind", First("/Subtype ?/Header", "Header", "Headxr")),
        ("19-id", First(@"/ID \(note-e2\)", "e2", "e1")),
        ("19-called", First(@"/Dest \(note-e2\)", "e2", "ez")),
        ("19-after", text => BeforeItsSibling(text, "note-e1")),
        ("19-back", First(@"/Dest \(call-e2\)", "e2", "ez")),
        ("19-text", WithoutWords),
        ("27-labels", First("/PageLabels", "Labels", "Labelx")),
        ("27-outline", First("/Outlines ", "Outlines", "Outlinex")),
        ("28-contents", First(@"/Contents \(", "Contents", "Contentx")),
        ("28-tabs", First("/Tabs /S", "/S", "/R")),
        ("28-tagged", First("/Type /OBJR", "OBJR", "OBJX")),
        ("28-empty", First("/Type /OBJR", "OBJR", "OBJX")),
        ("28-area", text => new Regex(@"(/Rect \[\s+)\d").Replace(text, "${1}9", 1)),
        ("28-target", First(@"/Dest \(note-e2\)", "e2", "ez")),
        ("06-title", First("x-default\">The Torture Book<", "Torture", "Tortoise"[..7])),
        ("09-words", text => BeforeItsSibling(text, "note-e1")),
        ("11-foreign", First(@"/Lang \(grc\)", "grc", "ell")),
        ("11-abbreviation", First(@"/E \(", "/E", "/Z")),
        ("13-says", First(@"/Alt \(JPEG, gray\.\)", "gray", "grey")),
        ("13-caption", First(@"/S /Caption\b", "Caption", "Captiox")),
        ("14-heading", First(@"/S /H1\b", "H1", "P ")),
        ("15-heads", First(@"/Scope /Row\b", "/Row", "/Rox")),
        ("16-numbering", First(@"/ListNumbering /Decimal\b", "Decimal", "Decimax")),
        ("19-note", First(@"/S /Note\b", "Note", "Part")),
        ("27-entries", First(@"/S /TOCI\b", "TOCI", "TOCX")),
    ];

    public static TheoryData<string, int> Cases { get; } = [.. _cases.Select((each, i) => (each.Rule, i))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_that_breaks_a_rule_is_found_out(string rule, int index) => Assert.Contains(rule, Broken(_cases[index].Spoil, ModelRules.Names.Contains(rule)));

    [Fact]
    public void Every_rule_has_a_file_that_breaks_it_and_a_line_in_the_ledger()
    {
        string[] rules = [.. AccessibilityRules.Names, .. ModelRules.Names];
        Assert.Equal(rules.Order(StringComparer.Ordinal), _cases.Select(each => each.Rule).Distinct().Order(StringComparer.Ordinal));
        var ledger = File.ReadAllText(RepositoryRoot.Combine("src", "Publish.Pdf", "Conformance", "PDF_UA1.md"));
        Assert.All(rules, rule => Assert.Contains(rule, ledger, StringComparison.Ordinal));

        // And no rule is named in the ledger that isn't one.
        Assert.Empty(Regex.Matches(ledger, @"\b\d\d-[a-z]+\b").Select(match => match.Value).Except(rules));
    }

    private static Func<string, string> First(string place, string from, string to) => text =>
    {
        Assert.Equal(from.Length, to.Length);
        return new Regex(place).Replace(text, match => match.Value.Replace(from, to, StringComparison.Ordinal), 1);
    };

    // A note whose content goes to nobody: of what its body holds, and of its number, nothing is left.
    private static string WithoutWords(string text)
    {
        var number = Regex.Match(text, @"(\d+) 0 obj\s+<<\s+/ID \(note-e2\)").Groups[1].Value;
        return new Regex(@"/K (\[[^\]]*\]|\d+)(\s+/P " + number + @" 0 R\s+/Pg \d+ 0 R\s+/S /P\b)").Replace(text, "/Q $1$2");
    }

    // Exchanges an element with the one before it.
    private static string BeforeItsSibling(string text, string id)
    {
        var number = Regex.Match(text, @"(\d+) 0 obj\s+<<\s+/ID \(" + id + @"\)").Groups[1].Value;
        return new Regex(@"(/K \[[^\]]*?\s)(\d+ 0 R)(\s+)(" + number + " 0 R)").Replace(text, "$1$4$3$2", 1);
    }

    private List<string> Broken(Func<string, string> spoil, bool beside)
    {
        var spoilt = spoil(_plain);
        Assert.NotEqual(_plain, spoilt);
        Assert.Equal(_plain.Length, spoilt.Length);
        using var file = TaggedFile.Read(Write(spoilt), InAPage(spoilt) ? null : Plain.Value.File);
        List<string> broken = [.. (beside ? ModelRules.Judge(file, _book.Report.Book!) : AccessibilityRules.Judge(file)).Select(barrier => barrier.Rule)];
        Assert.Empty(broken.Except([.. AccessibilityRules.Names, .. ModelRules.Names]));
        return broken;
    }

    // Streams in the file are the contents of pages, fonts and pictures: whether the first changed byte lies in one.
    private bool InAPage(string spoilt)
    {
        var at = 0;
        while (spoilt[at] == _plain[at])
        {
            at++;
        }

        return _plain.LastIndexOf("\nstream\n", at, StringComparison.Ordinal) > _plain.LastIndexOf("endstream", at, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var path = _scratch.File("spoilt.pdf");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text));
        return path;
    }
}
