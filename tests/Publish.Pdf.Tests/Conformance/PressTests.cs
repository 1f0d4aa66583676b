using NetVips;
using Publish.Document;
using Publish.Imaging;
using Publish.Pdf.Color;
using Publish.Preflight;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests.Conformance;

/// <summary>Files for the press, held against their standard by a reader that shares nothing with the writer, and put on plates by Ghostscript.</summary>
public sealed class PressTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public static TheoryData<string> Standards => ["PDF/X-4", "PDF/X-1a:2001", "PDF/X-3:2002"];

    public void Dispose() => _scratch.Dispose();

    /// <summary>A picture of the torture book.</summary>
    internal static ImageResource Picture(string name)
    {
        var found = new List<Diagnostic>();
        return ImageInspector.Inspect(name, File.ReadAllBytes(RepositoryRoot.Combine("tests", "books", "torture", "pictures", name)), found) ?? throw new InvalidOperationException(string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Standards))]
    public void A_file_keeps_the_standard_it_claims(string standard)
    {
        var result = Specimen.Book().Write(Settings(standard));
        Assert.Empty(result.Diagnostics);
        var report = PreflightCheck.Check(result.Bytes, new PreflightRequest());
        Assert.Equal(standard, report.Claim);
        Assert.Equal(standard == "PDF/X-4" ? "1.6" : "1.3", report.Version);
        Assert.All(report.Rules, rule => Assert.Equal((rule.Rule, RuleStatus.Kept), (rule.Rule, rule.Status)));
    }

    [Theory]
    [MemberData(nameof(Standards))]
    public void Readers_are_silent_and_text_is_on_the_black_plate_alone(string standard)
    {
        var path = Write(Specimen.Book(), Settings(standard));
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Poppler.Check(path).MustPass();
        Ghostscript.Check(path).MustPass();
        Assert.All(Ghostscript.Ink(path), ink => Assert.True(ink.IsBlackOnly && ink.Black > 0));
    }

    [Theory]
    [InlineData("PDF/X-1a:2001", "GTS_PDFXVersion", "PDF/X-1:2001")]
    [InlineData("PDF/X-3:2002", "GTS_PDFXVersion", "PDF/X-3:2002")]
    public void Older_standards_are_claimed_in_the_information_dictionary_and_written_plain(string standard, string key, string value)
    {
        var file = System.Text.Encoding.Latin1.GetString(Specimen.Book().Write(Settings(standard)).Bytes);
        Assert.StartsWith("%PDF-1.3", file, StringComparison.Ordinal);
        Assert.Contains($"/{key}({value})", file, StringComparison.Ordinal);
        Assert.DoesNotContain("/ObjStm", file, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfxid", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Black_overprints_and_what_is_no_black_knocks_out()
    {
        var book = new TestBook().Page();
        var text = book.In(book.Element(StructureRole.P));
        book.Line(text, 50, 50, "black");
        book.Line(text, 50, 70, "gray", new LineStyle { Color = InkColor.Gray(500) });
        book.Line(text, 50, 90, "black");
        book.Add(new PlacedPicture(text, new Rect(Length.Zero, Length.Zero, Length.FromPoints(9), Length.FromPoints(9)), Picture("png-gray.png")));
        var press = System.Text.Encoding.Latin1.GetString(book.Write(Settings("PDF/X-4") with { Readable = true }).Bytes);
        var plain = System.Text.Encoding.Latin1.GetString(book.Write(TestBook.PrintSettings with { Readable = true }).Bytes);

        Assert.Equal(["/O1 gs", "0 0 0 1 k", "/O0 gs", ".5 g", "/O1 gs", "0 0 0 1 k", "/O0 gs"], Lines(press, "/O1 gs", "/O0 gs", "0 0 0 1 k", ".5 g", "0.5 g").Select(line => line == "0.5 g" ? ".5 g" : line));
        Assert.Contains("/OPM 1", press, StringComparison.Ordinal);
        Assert.Equal(["0 g", "0 g"], Lines(plain, "0 g", "/O1 gs", "0 0 0 1 k"));
    }

    [Theory]
    [InlineData(240)]
    [InlineData(300)]
    public void No_pixel_has_more_ink_than_the_press_dries(int limit)
    {
        var book = new TestBook().Page();
        var y = 20;
        foreach (var name in new[] { "png-rgb.png", "jpeg-rgb.jpg", "jpeg-cmyk.jpg", "tiff-cmyk.tif", "png-profile.png", "webp-lossy.webp" })
        {
            book.Add(new PlacedPicture(book.In(0), Area(20, y, 90, 90), Picture(name)));
            y += 95;
        }

        book.Add(new PlacedPicture(book.In(0), Area(150, 20, 100, 100), Dark()));
        var settings = Settings("PDF/X-1a:2001") with { PictureColor = PictureColor.Cmyk, InkLimit = limit };
        var result = book.Write(settings);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.True(PreflightCheck.Check(result.Bytes, new PreflightRequest()).Passed);
        var most = MostInk(_scratch.Write("ink.pdf", result.Bytes));
        Assert.InRange(most, limit - 60, limit + 1);
    }

    [Fact]
    public void A_picture_with_too_few_pixels_is_told_of_with_its_place()
    {
        var book = new TestBook().Page();
        book.Add(new PlacedPicture(book.In(0), Area(72, 144, 144, 144), Picture("png-gray.png")));
        var diagnostic = Assert.Single(book.Write(TestBook.PrintSettings).Diagnostics);
        Assert.Equal("PDF009", diagnostic.Code);
        Assert.Equal("png-gray.png", diagnostic.Span.File);
        Assert.Contains("on page 1, 1 in from the left and 2 in from the top; print needs 300", diagnostic.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(book.Write(TestBook.ScreenSettings).Diagnostics, other => other.Code == "PDF009");
    }

    [Fact]
    public void Line_art_needs_twice_as_many()
    {
        var book = new TestBook().Page();
        book.Add(new PlacedPicture(book.In(0), Area(72, 144, 144, 144), Picture("png-bilevel.png")));
        Assert.Contains("print needs 600", Assert.Single(book.Write(TestBook.PrintSettings).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_bleeds_at_three_sides_where_the_printer_has_it_so()
    {
        var book = new TestBook { Boxes = new PageBoxes(Length.FromPoints(396), Length.FromPoints(612), Length.FromPoints(9), Length.Zero) { BleedLeft = Length.Zero } }.Page();
        book.Line(book.In(book.Element(StructureRole.P)), 50, 50, "words");
        var path = Write(book, TestBook.PrintSettings);
        var boxes = Poppler.Info(path, "-box");
        Assert.Equal("0.00 0.00 405.00 630.00", Spaces(boxes["MediaBox"]));
        Assert.Equal("0.00 9.00 396.00 621.00", Spaces(boxes["TrimBox"]));
    }

    private static string Spaces(string box) => string.Join(' ', box.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Red, green and blue at their darkest: what a profile makes the most ink of.
    private static ImageResource Dark()
    {
        var pixels = new byte[32 * 32 * 3];
        for (var i = 0; i < pixels.Length; i += 3)
        {
            (pixels[i], pixels[i + 1], pixels[i + 2]) = ((byte)(i / 3 % 32), (byte)(i / 96), (byte)(i % 7));
        }

        using var image = Image.NewFromMemory(pixels, 32, 32, 3, Enums.BandFormat.Uchar);
        using var colors = image.Copy(interpretation: Enums.Interpretation.Srgb);
        return ImageInspector.Inspect("dark.png", colors.PngsaveBuffer(), [])!;
    }

    // The plates as Ghostscript makes them: a file for each ink, 0 full ink.
    private double MostInk(string path)
    {
        ExternalTool.Require("gs").Run("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r150", "-sOutputFile=" + _scratch.File("plate.tif"), path);
        var total = new int[1];
        foreach (var ink in new[] { "Cyan", "Magenta", "Yellow", "Black" })
        {
            using var plate = Image.NewFromFile(_scratch.File($"plate({ink}).tif"));
            var samples = plate.WriteToMemory<byte>();
            Array.Resize(ref total, samples.Length);
            for (var i = 0; i < samples.Length; i++)
            {
                total[i] += 255 - samples[i];
            }
        }

        return total.Max() / 2.55;
    }

    private static Rect Area(double x, double y, double width, double height) => new(Length.FromPoints(x), Length.FromPoints(y), Length.FromPoints(width), Length.FromPoints(height));

    private static IEnumerable<string> Lines(string file, params string[] wanted) => file.Split('\n').Where(line => wanted.Contains(line, StringComparer.Ordinal));

    private static PdfSettings Settings(string standard) => new(new EditionPlan("print", EditionFormat.Pdf) { Standards = [standard] })
    {
        OutputIntent = new OutputIntent("FOGRA39", RepositoryAssets.Read("icc/FOGRA39L_coated.icc")) { Registry = "http://www.color.org" },
    };

    private string Write(TestBook book, PdfSettings settings) => _scratch.Write("press.pdf", book.Write(settings).Bytes);
}
