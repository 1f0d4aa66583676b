using System.Text;
using System.Text.RegularExpressions;
using Publish.Editions.Tests.Accessibility;
using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>A file for each rule that breaks it: the torture book's screen edition with one thing of it spoilt, without moving a byte.</summary>
public sealed class AccessibilityRulesTests : IClassFixture<TortureBook>, IDisposable
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

    [Theory]
    [InlineData("01-marked", @"/P ?<</MCID (\d+)>> ?BDC", "MCID", "MCIX")]
    [InlineData("01-claimed", @"/K 2\b", "2", "3")]
    [InlineData("01-marks", "/MarkInfo", "MarkInfo", "MarkInfx")]
    [InlineData("07-title", "DisplayDocTitle", "Title", "Titlx")]
    [InlineData("11-language", @"/Lang \(en-GB\)", "Lang", "Lanx")]
    [InlineData("11-part", @"/Lang \(fr\)", "fr", "f!")]
    [InlineData("13-alternative", @"/Alt \(JPEG, gray\.\)", "Alt", "Alx")]
    [InlineData("13-words", @"/Alt \(JPEG, gray\.\)", "JPEG, gray.", "Picture.   ")]
    [InlineData("13-words", @"/Alt \(JPEG, gray\.\)", "JPEG, gray.", "gr-gray.jpg")]
    [InlineData("14-levels", @"/S /H2\b", "H2", "H4")]
    [InlineData("15-scope", "/Scope /Column", "Scope", "Scopx")]
    [InlineData("15-regular", @"/ColSpan 2\b", "2", "3")]
    [InlineData("16-items", @"/S /LI\s", "LI", "P ")]
    [InlineData("16-body", @"/S /LBody\b", "LBody", "LBodx")]
    [InlineData("19-id", @"/ID \(note-e2\)", "e2", "e1")]
    [InlineData("19-called", @"/Dest \(note-e2\)", "e2", "ez")]
    [InlineData("19-back", @"/Dest \(call-e2\)", "e2", "ez")]
    [InlineData("27-labels", "/PageLabels", "Labels", "Labelx")]
    [InlineData("27-outline", "/Outlines ", "Outlines", "Outlinex")]
    [InlineData("28-contents", @"/Contents \(", "Contents", "Contentx")]
    [InlineData("28-tabs", "/Tabs /S", "/S", "/R")]
    [InlineData("28-tagged", "/Type /OBJR", "OBJR", "OBJX")]
    [InlineData("28-empty", "/Type /OBJR", "OBJR", "OBJX")]
    [InlineData("28-target", @"/Dest \(note-e2\)", "e2", "ez")]
    public void A_file_that_breaks_a_rule_is_found_out(string rule, string place, string from, string to)
    {
        Assert.Equal(from.Length, to.Length);
        Assert.Contains(rule, Broken(text => new Regex(place).Replace(text, match => match.Value.Replace(from, to, StringComparison.Ordinal), 1)));
    }

    [Fact]
    public void A_heading_without_words_is_found_out()
    {
        // Its content goes to nobody.
        Assert.Contains("14-text", Broken(text => new Regex(@"(/K )(\d+\s+/P \d+ 0 R\s+/Pg \d+ 0 R\s+/S /H1\b)").Replace(text, "/Q $2", 1)));
    }

    [Fact]
    public void Contents_without_links_are_found_out() =>
        Assert.Contains("09-contents", Broken(text => text.Replace("/Type /OBJR", "/Type /OBJX", StringComparison.Ordinal)));

    [Fact]
    public void A_note_read_before_its_call_is_found_out() => Assert.Contains("19-after", Broken(text => BeforeItsSibling(text, "note-e1")));

    [Fact]
    public void Content_out_of_order_is_found_out() =>
        Assert.Contains("09-order", Broken(text => new Regex(@"(/K \[\s+)(\d)(\s+)(\d)(\s+\]\s+/P \d+ 0 R\s+/Pg \d+ 0 R\s+/S /P\b)").Replace(text, "$1$4$3$2$5", 1)));

    [Fact]
    public void Another_order_than_the_models_is_found_out()
    {
        using var file = TaggedFile.Read(Write(BeforeItsSibling(_plain, "note-e1")), Plain.Value.File);
        Assert.NotNull(ModelText.Difference(ModelText.Of(_book.Report.Book!), ModelText.Words(file.Root.Text)));
    }

    // Exchanges an element with the one before it.
    private static string BeforeItsSibling(string text, string id)
    {
        var number = Regex.Match(text, @"(\d+) 0 obj\s+<<\s+/ID \(" + id + @"\)").Groups[1].Value;
        return new Regex(@"(/K \[[^\]]*?\s)(\d+ 0 R)(\s+)(" + number + " 0 R)").Replace(text, "$1$4$3$2", 1);
    }

    private List<string> Broken(Func<string, string> spoil)
    {
        var spoilt = spoil(_plain);
        Assert.NotEqual(_plain, spoilt);
        Assert.Equal(_plain.Length, spoilt.Length);
        using var file = TaggedFile.Read(Write(spoilt), InAPage(spoilt) ? null : Plain.Value.File);
        return [.. AccessibilityRules.Judge(file).Select(barrier => barrier.Rule)];
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
