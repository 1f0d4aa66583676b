using System.Text;
using Publish.Document;
using Publish.Epub.Package;

namespace Publish.Epub.Tests;

/// <summary>Conformance is claimed by a person, for one text.</summary>
public class ChecklistTests
{
    private static readonly string Hash = Fingerprints.OfReading(TortureBook.Make());

    private static string Signed(string hash) => $"""
        certified-by: The House
        report: https://example.org/report
        signed: 2026-11-23
        text: {hash}
        checked:
        {string.Join('\n', AccessibilityChecklist.Points.Select(p => $"  {p}: true"))}
        """;

    private static (AccessibilityChecklist? List, string? Code, string? Hint) Read(string yaml)
    {
        var diagnostics = new List<Diagnostic>();
        var list = AccessibilityChecklist.Read(new TestFiles(new() { ["accessibility.yaml"] = Encoding.UTF8.GetBytes(yaml) }), () => Hash, diagnostics);
        return (list, diagnostics.FirstOrDefault()?.Code, diagnostics.FirstOrDefault()?.Hint);
    }

    [Fact]
    public void A_signed_list_for_this_text_is_claimed()
    {
        var (list, code, _) = Read(Signed(Hash));
        Assert.Null(code);
        Assert.Equal(new AccessibilityChecklist("The House", null, "https://example.org/report"), list);
        var package = Written.Of(TortureBook.Make(), checklist: list).Text("package.opf");
        Assert.Contains("""<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>""", package, StringComparison.Ordinal);
        Assert.Contains("""<meta property="a11y:certifiedBy">The House</meta>""", package, StringComparison.Ordinal);
        Assert.Contains("""<link rel="a11y:certifierReport" href="https://example.org/report"/>""", package, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_list_nothing_is_claimed()
    {
        Assert.Null(AccessibilityChecklist.Read(new TestFiles([]), () => Hash, []));
        Assert.DoesNotContain("conformsTo", Written.Torture().Text("package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_for_another_text_is_not_claimed() => Assert.Equal((null, "EPB009", "the hash of this text is " + Hash), Read(Signed("00")));

    [Theory]
    [InlineData("signed: 2026-11-23\n", "")]
    [InlineData("certified-by: The House\n", "")]
    [InlineData("  2.4.6: true", "  2.4.6: false")]
    [InlineData("checked:", "checked: [")]
    public void A_list_that_is_not_complete_is_not_claimed(string old, string changed) => Assert.Equal("EPB010", Read(Signed(Hash).Replace(old, changed, StringComparison.Ordinal)).Code);

    [Fact]
    public void Any_word_changes_the_hash()
    {
        var book = TortureBook.Make();
        var changed = book with { Sections = [.. book.Sections.Select(s => s.Kind == SectionKind.Colophon ? s with { Blocks = [TortureBook.P("Set with Care.")] } : s)] };
        Assert.Equal(Hash, Fingerprints.OfReading(book));
        Assert.NotEqual(Hash, Fingerprints.OfReading(changed));
    }
}
