using NetVips;
using Publish.Document;
using Publish.Imaging;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests.Pictures;

/// <summary>Every kind of picture, drawn by an independent reader: the left half red, the right half white, or their gray.</summary>
public sealed class EmbeddedPictureTests : IDisposable
{
    private const int Side = 64;

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<string> Kinds =>
        ["png", "png-gray", "png-palette", "png-bits", "png-alpha", "png-interlaced", "png-16", "jpeg", "jpeg-gray", "jpeg-progressive", "jpeg-profile", "jpeg-turned", "jpeg-cmyk", "tiff", "webp", "gif", "svg"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_shows_its_colours(string kind)
    {
        var path = Write(PictureColor.Rgb, TestBook.ScreenSettings with { Readable = false }, kind);
        Silent(path);
        var (left, right) = Colours(path);
        var gray = kind is "png-gray" or "png-bits" or "jpeg-gray";
        AssertNear(gray ? (kind == "png-bits" ? [0, 0, 0] : [127, 127, 127]) : [255, 0, 0], left, kind == "jpeg-cmyk" ? 45 : 6);
        AssertNear([255, 255, 255], right, 6);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_press_file_has_only_black_ink(string kind)
    {
        var path = Write(PictureColor.Gray, TestBook.PrintSettings, kind);
        Silent(path);
        Assert.All(Ghostscript.Ink(path), ink => Assert.True(ink.IsBlackOnly && ink.Black > 0));
        var (left, right) = Colours(path);
        AssertNear(kind == "png-bits" ? [0, 0, 0] : [127, 127, 127], left, 12);
        AssertNear([255, 255, 255], right, 6);
    }

    [Fact]
    public void Cmyk_pictures_go_as_they_are_where_ink_is_printed()
    {
        var path = Write(PictureColor.Cmyk, TestBook.PrintSettings, "jpeg-cmyk");
        Silent(path);
        var (left, right) = Colours(path);
        AssertNear([220, 30, 40], left, 50);
        AssertNear([255, 255, 255], right, 8);
    }

    [Fact]
    public void All_kinds_in_one_file_pass_the_judges()
    {
        var path = Write(PictureColor.Rgb, TestBook.ScreenSettings, [.. Kinds.Select(row => row.Data)]);
        Assert.All(VeraPdf.Validate("ua1", path), verdict => verdict.MustPass());
        Assert.All(VeraPdf.Validate("2a", path), verdict => verdict.MustPass());
    }

    private static void Silent(string path)
    {
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Poppler.Check(path).MustPass();
        Ghostscript.Check(path).MustPass();
    }

    private static void AssertNear(int[] expected, double[] actual, int tolerance)
    {
        for (var i = 0; i < 3; i++) Assert.InRange(actual[i], expected[i] - tolerance, expected[i] + tolerance);
    }

    private (double[] Left, double[] Right) Colours(string path)
    {
        var png = Assert.Single(Poppler.ToPng(path, _scratch.File("page"), resolution: 72));
        using var page = Image.NewFromFile(png).Colourspace(Enums.Interpretation.Srgb);
        return (page.Getpoint(60, 75), page.Getpoint(125, 75));
    }

    private string Write(PictureColor color, PdfSettings settings, params string[] kinds)
    {
        var book = new TestBook().Page();
        book.Place("top", 0, 0);
        foreach (var (kind, i) in kinds.Select((kind, i) => (kind, i)))
        {
            var diagnostics = new List<Diagnostic>();
            var image = ImageInspector.Inspect(kind, Make(kind), diagnostics);
            Assert.Empty(diagnostics);
            var figure = book.Element(StructureRole.Figure, with: e => e with { AlternativeText = kind });
            book.Add(new PlacedPicture(book.In(figure), new Rect(Length.FromPoints(40 + (10 * i)), Length.FromPoints(40 + (10 * i)), Length.FromPoints(105), Length.FromPoints(70)), image!));
        }

        book.Outline.Add(new OutlineEntry("Top", "top", []));
        var result = book.Write(settings with { PictureColor = color });
        // The samples are small: that they are coarse is said, and rightly.
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity != Severity.Note && d.Code != "PDF009");
        var path = _scratch.File($"{color}-{kinds[0]}.pdf");
        File.WriteAllBytes(path, result.Bytes);
        return path;
    }

    private static byte[] Make(string kind)
    {
        using var rgb = Halves();
        switch (kind)
        {
            case "png": return rgb.PngsaveBuffer(keep: Enums.ForeignKeep.None);
            case "png-gray": return Gray(rgb, 127).PngsaveBuffer(keep: Enums.ForeignKeep.None);
            case "png-palette": return rgb.PngsaveBuffer(palette: true, keep: Enums.ForeignKeep.None);
            case "png-bits": return Gray(rgb, 0).PngsaveBuffer(bitdepth: 1, keep: Enums.ForeignKeep.None);
            case "png-alpha": return rgb.Bandjoin(Left(rgb)).PngsaveBuffer(keep: Enums.ForeignKeep.None);
            case "png-interlaced": return rgb.PngsaveBuffer(interlace: true, keep: Enums.ForeignKeep.None);
            case "png-16": return rgb.Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer(keep: Enums.ForeignKeep.None);
            case "jpeg": return rgb.JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None);
            case "jpeg-gray": return Gray(rgb, 127).JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None);
            case "jpeg-progressive": return rgb.JpegsaveBuffer(q: 95, interlace: true, keep: Enums.ForeignKeep.None);
            case "jpeg-profile": return rgb.IccTransform("p3", inputProfile: "srgb").JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.Icc);
            case "jpeg-turned": return rgb.Rot90().Mutate(m => m.Set(GValue.GIntType, "orientation", 8)).JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.Exif);
            case "jpeg-cmyk": return rgb.IccTransform("cmyk", inputProfile: "srgb").JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.Icc);
            case "tiff": return rgb.TiffsaveBuffer(keep: Enums.ForeignKeep.None);
            case "webp": return rgb.WebpsaveBuffer(lossless: true, keep: Enums.ForeignKeep.None);
            case "gif": return rgb.GifsaveBuffer(keep: Enums.ForeignKeep.None);
            default: return "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><rect width='64' height='64' fill='white'/><rect width='32' height='64' fill='red'/></svg>"u8.ToArray();
        }
    }

    private static Image Halves()
    {
        var samples = new byte[3 * Side * Side];
        Array.Fill(samples, (byte)255);
        for (var i = 0; i < Side * Side; i++)
            if (i % Side < Side / 2) (samples[(3 * i) + 1], samples[(3 * i) + 2]) = (0, 0);
        using var image = Image.NewFromMemoryCopy<byte>(samples, Side, Side, 3, Enums.BandFormat.Uchar);
        return image.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>The left half at a gray, the right white.</summary>
    private static Image Gray(Image rgb, int left) => rgb.ExtractBand(1).Equal(0).Ifthenelse(left, 255).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);

    /// <summary>Opaque at the left, nothing at the right: white paper shows.</summary>
    private static Image Left(Image rgb) => rgb.ExtractBand(1).Equal(0).Ifthenelse(255, 0).Cast(Enums.BandFormat.Uchar);
}
