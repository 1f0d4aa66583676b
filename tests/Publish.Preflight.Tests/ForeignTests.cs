namespace Publish.Preflight.Tests;

/// <summary>Files of other programs are read without a crash, and what each is known for is found (<c>Foreign/README.md</c>).</summary>
public class ForeignTests
{
    [Theory]
    [InlineData("lualatex", 2, "black-text standard output-intent gutter rgb text-on-black last-blank")]
    [InlineData("weasyprint", 1, "black-text standard output-intent rgb text-on-black page-multiple last-blank")]
    [InlineData("chromium", 1, "black-text standard output-intent rgb text-on-black page-multiple last-blank")]
    [InlineData("typst", 1, "black-text standard output-intent rgb icc text-on-black page-multiple last-blank")]
    [InlineData("ghostscript", 1, "fonts black-text standard output-intent rgb text-on-black page-multiple last-blank")]
    public void Their_known_faults_are_found(string name, int pages, string broken)
    {
        var report = Check(name, "ingramspark");

        Assert.Equal(pages, report.Pages);
        Assert.Equal(432, report.TrimWidth, 0.6);
        Assert.Equal(broken, string.Join(' ', report.Rules.Where(rule => rule.Status == RuleStatus.Broken).Select(rule => rule.Rule)));
        Assert.Contains(report.Rules.Single(rule => rule.Rule == "black-text").Findings, finding => finding is { Page: 1, X: > 0, Y: > 0 } && finding.Message.Contains("RGB", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("weasyprint", "annotations bookmarks transparency")]
    [InlineData("chromium", "annotations transparency")]
    [InlineData("typst", "annotations bookmarks")]
    public void Links_and_what_is_see_through_are_found(string name, string broken)
    {
        var found = Check(name, "kdp").Rules.Where(rule => rule.Status == RuleStatus.Broken).Select(rule => rule.Rule);

        Assert.Equal(broken, string.Join(' ', found.Where(rule => rule is "annotations" or "transparency" or "bookmarks")));
    }

    [Theory]
    [InlineData("lualatex")]
    [InlineData("weasyprint")]
    [InlineData("chromium")]
    [InlineData("typst")]
    [InlineData("ghostscript")]
    public void A_file_cut_short_or_scrambled_is_a_finding_and_no_crash(string name)
    {
        var file = Read(name);
        for (var i = 0; i < 4; i++)
        {
            var part = file[..(file.Length * i / 4)];
            Assert.NotEmpty(PreflightCheck.Check(part, new PreflightRequest { Printer = Profiles.Read("kdp") }).Rules);
            var scrambled = (byte[])file.Clone();
            for (var at = i + 1; at < scrambled.Length; at += 997)
            {
                scrambled[at] ^= (byte)(0x55 + i);
            }

            Assert.NotEmpty(PreflightCheck.Check(scrambled, new PreflightRequest { Printer = Profiles.Read("kdp") }).Rules);
        }
    }

    private static PreflightReport Check(string name, string printer) =>
        PreflightCheck.Check(Read(name), new PreflightRequest { Printer = Profiles.Read(printer), Today = new DateOnly(2026, 12, 1) });

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Foreign", name + ".pdf"));
}
