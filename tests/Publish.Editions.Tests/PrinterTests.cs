using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Preflight;
using Publish.Printers;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>Books made for a printer pass his preflight, with the gutter that their own page count asks for; the same books made otherwise fail with a clear line.</summary>
public sealed class PrinterTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("kdp", "")]
    [InlineData("ingramspark", "")]
    public void The_first_book_passes(string printer, string broken)
    {
        var folder = RepositoryRoot.Combine("manuscript");
        var text = File.ReadAllText(Path.Combine(folder, "book.yaml"));
        var made = Make(new EditedBook(folder, text[..text.IndexOf("editions:", StringComparison.Ordinal)] + $"editions:\n  print: {{ format: pdf, trim: 5.5in x 8.5in, printer: {printer} }}\n"));
        Assert.Equal(broken, Broken(Check(made, printer)));
        Assert.Equal(0, made.Pages % 2);
        Silent(made);
    }

    [Theory]
    [InlineData("kdp", 0.625)]
    [InlineData("ingramspark", 0.5)]
    public void A_book_of_four_hundred_pages_passes_with_its_gutter(string printer, double gutter)
    {
        var made = Make(Long($"printer: {printer}"));
        Assert.InRange(made.Pages!.Value, 380, 480);
        var report = Check(made, printer);
        Assert.Equal("", Broken(report));
        Assert.Contains(report.Rules, rule => rule.Rule == "gutter" && rule.Title.Contains(gutter.ToString("0.###", CultureInfo.InvariantCulture) + " in", StringComparison.Ordinal));
        if (printer == "kdp")
        {
            // The same book as the house style has it stands too near to the spine.
            Assert.Contains("gutter", Broken(Check(Make(Long("links: false")), printer)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("kdp")]
    [InlineData("ingramspark")]
    public void The_same_book_made_wrong_fails_with_a_clear_line(string printer)
    {
        var keys = $"printer: {printer}, color: gray";
        var book = Made(keys, 300);
        Assert.Equal("", Broken(Check(book, printer)));

        Assert.Contains("trim: the page is cut to 5.5 in", Lines(Check(book, printer, "6in x 9in")), StringComparison.Ordinal);
        Assert.Contains("resolution: a picture of 50 × 50 pixels has", Lines(Check(Made(keys, 50), printer)), StringComparison.Ordinal);
        var rgb = Check(Made("color: rgb", 300), printer);
        if (Profile(printer).Color.Rgb)
        {
            Assert.DoesNotContain("DeviceRGB", Lines(rgb), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("rgb: a picture in DeviceRGB", Lines(rgb), StringComparison.Ordinal);
        }

        var thin = Make(Long("links: false", 30), "@page :right { margin: 0.7in 0.6in 0.7in 0.2in; } @page :left { margin: 0.7in 0.2in 0.7in 0.6in; }");
        Assert.Matches(@"gutter: '.' is 0\.\d+ in \(\d+(\.\d)? mm\) from the spine", Lines(Check(thin, printer)));

        // The font is there and nobody is told of it.
        var bare = Encoding.Latin1.GetBytes(Qpdf.Readable(_scratch.Write("whole.pdf", book.File.Data.Span)).Replace("/FontFile2", "/FontFileX", StringComparison.Ordinal));
        var report = PreflightCheck.Check(bare, new PreflightRequest { Printer = Profile(printer), Today = new DateOnly(2026, 12, 1) });
        Assert.Contains("fonts: the font", Lines(report), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_printer_does_not_take_is_an_error_before_anything_is_written()
    {
        var report = Build(Long("printer: kdp, marks: true", 5));
        Assert.Contains(report.Diagnostics, diagnostic => diagnostic is { Code: "PRN008", Severity: Severity.Error } && diagnostic.Message.Contains("marks", StringComparison.Ordinal));
        Assert.Contains(Build(Long("printer: kdp, bleed: 5mm", 5)).Diagnostics, diagnostic => diagnostic.Code == "PRN008" && diagnostic.Hint!.Contains("0.125in", StringComparison.Ordinal));
        Assert.Contains(Build(Long("printer: kdp", 1)).Diagnostics, diagnostic => diagnostic.Code == "PRN004");
        Assert.Contains(Build(Long("printer: nobody", 1)).Diagnostics, diagnostic => diagnostic.Code == "PRN001");
    }

    private static string Lines(PreflightReport report) => string.Join('\n', report.Rules.SelectMany(rule => rule.Findings, (rule, finding) => $"{rule.Rule}: {finding.Message}"));

    private static string Broken(PreflightReport report) => string.Join(' ', report.Rules.Where(rule => rule.Status == RuleStatus.Broken).Select(rule => rule.Rule));

    private static PrinterProfile Profile(string name) => new PrinterLibrary(new FolderAssets(RepositoryRoot.Combine("assets"))).Find(name, SourceSpan.None, [])!;

    private static PreflightReport Check(MadeEdition made, string printer, string? trim = null) => PreflightCheck.Check(made.File.Data, new PreflightRequest
    {
        Printer = Profile(printer),
        Today = new DateOnly(2026, 12, 1),
        Trim = trim is not null && Lengths.ParseSize(trim) is var (width, height) ? new TrimSize(width, height) : null,
    });

    // A book of a chapter with a picture an inch wide, of so many pixels.
    private static MadeEdition Made(string keys, int pixels)
    {
        using var image = NetVips.Image.Xyz(pixels, pixels);
        using var colors = (image[0] * (250.0 / pixels)).Bandjoin(image[1] * (250.0 / pixels), image[0] * 0 + 90);
        using var bytes = colors.Cast(NetVips.Enums.BandFormat.Uchar).Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
        return Make(Long(keys, 30, bytes.PngsaveBuffer()));
    }

    private static EditedBook Long(string keys, int chapters = 205, byte[]? picture = null)
    {
        var book = new EditedBook(null, $"title: A Long Book\nlanguage: en\neditions:\n  print: {{ format: pdf, trim: 5.5in x 8.5in, {keys} }}\nmatter:\n  body:\n{string.Concat(Enumerable.Range(1, chapters).Select(i => $"    - chapter: c{i}.md\n"))}");
        for (var i = 1; i <= chapters; i++)
        {
            var text = new StringBuilder($"# Chapter {i}\n\n");
            for (var paragraph = 0; paragraph < 6; paragraph++)
            {
                text.Append(CultureInfo.InvariantCulture, $"In the {i}th chapter, paragraph {paragraph}, the same tale is told again in other words, so that the book grows long enough for a wide gutter and nobody need read it. ");
                text.Append("The compositor sets line after line, the proof comes back with a query or two, and the binder glues the leaves so firmly that the inner margin has to give way.\n\n");
            }

            if (picture is not null && i == 2)
            {
                text.Append("![A square of colours](square.png){width=1in}\n");
                book.Files["square.png"] = picture;
            }

            book.Files[$"c{i}.md"] = Encoding.UTF8.GetBytes(text.ToString());
        }

        return book;
    }

    private static BuildReport Build(EditedBook book, string? css = null) => BookBuild.Run(
        new BuildRequest(book, new FolderAssets(RepositoryRoot.Combine("assets")))
        {
            Editions = ["print"],
            Producer = "Publish 0.1.0",
            Today = new DateOnly(2026, 12, 1),
            Style = css is null ? null : ("test.css", Encoding.UTF8.GetBytes(css)),
        });

    private static MadeEdition Make(EditedBook book, string? css = null)
    {
        var report = Build(book, css);
        Assert.False(report.Failed, string.Join('\n', report.Diagnostics));
        return Assert.Single(report.Editions);
    }

    private void Silent(MadeEdition made)
    {
        var path = _scratch.Write("book.pdf", made.File.Data.Span);
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Poppler.Check(path).MustPass();
        Ghostscript.Check(path).MustPass();
        Assert.All(Ghostscript.Ink(path), ink => Assert.True(ink.IsBlackOnly));
    }
}
