using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Pdf.Tests.Reading;

/// <summary>What the field's own programs say of the specimen, in every way it can be written.</summary>
public sealed class JudgesTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("screen")]
    [InlineData("screen-classic")]
    [InlineData("print")]
    [InlineData("readable")]
    public void Readers_are_silent(string name)
    {
        var path = Write(name);
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Poppler.Check(path).MustPass();
        Ghostscript.Check(path).MustPass();
    }

    [Fact]
    public void The_screen_edition_is_PDF_UA_1() => Assert.All(VeraPdf.Validate("ua1", Write("screen"), Write("screen-classic")), verdict => verdict.MustPass());

    [Fact]
    public void The_screen_edition_is_PDF_A_2a() => Assert.All(VeraPdf.Validate("2a", Write("screen"), Write("screen-classic")), verdict => verdict.MustPass());

    [Fact]
    public void The_classic_mode_is_PDF_A_1b()
    {
        var path = Write("archive");
        Assert.StartsWith("%PDF-1.4", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);
        VeraPdf.Validate("1b", path)[0].MustPass();
        PdfBoxPreflight.Validate(path)[0].MustPass();
    }

    [Fact]
    public void In_PDF_2_0_the_screen_edition_is_PDF_UA_2_and_PDF_A_4()
    {
        var path = Write("screen-2.0");
        Assert.StartsWith("%PDF-2.0", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);
        VeraPdf.Validate("ua2", path)[0].MustPass();
        VeraPdf.Validate("4", path)[0].MustPass();
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();

        // Poppler 22 knows the types of PDF 1.7 only.
        Assert.All(Poppler.Check(path).Findings, finding => Assert.EndsWith("(FENote)", finding.Message, StringComparison.Ordinal));
        Ghostscript.Check(path).MustPass();
        var read = PdfJs.Read(path);
        read.Verdict.MustPass();
        Assert.Equal([(1, "Note 1"), (1, "Back to the text")], read.Pages[0].Links.Select(link => (link.Page ?? 0, link.Contents)));
    }

    [Fact]
    public void The_print_edition_inks_the_black_plate_only() => Assert.All(Ghostscript.Ink(Write("print")), ink => Assert.True(ink.IsBlackOnly && ink.Black > 0));

    [Fact]
    public void Fonts_are_embedded_subsets_with_Unicode()
    {
        var fonts = Poppler.Fonts(Write("print"));
        Assert.Equal(["EBGaramond-Regular", "EBGaramond-Italic"], fonts.Select(font => font.Name[7..]));
        Assert.All(fonts, font => Assert.True(font is { Type: "CID TrueType", Encoding: "Identity-H", Embedded: true, Subset: true, Unicode: true }));
    }

    [Fact]
    public void Classic_and_compact_show_the_same_pages()
    {
        var classic = _scratch.File("a");
        var compact = _scratch.File("b");
        var one = Poppler.ToPng(Write("screen-classic"), classic, resolution: 72);
        var other = Poppler.ToPng(Write("screen"), compact, resolution: 72);
        Assert.Equal(2, one.Count);
        Assert.Equal(one.Select(File.ReadAllBytes), other.Select(File.ReadAllBytes));
    }

    [Fact]
    public void A_browser_finds_labels_outline_links_and_roles()
    {
        var book = Specimen.Book();
        book.Folio = index => index == 0 ? (7, Typesetting.Display.FolioStyle.LowerRoman, "vii") : (1, Typesetting.Display.FolioStyle.Decimal, "1");
        var path = _scratch.File("labels.pdf");
        File.WriteAllBytes(path, book.Write(TestBook.ScreenSettings).Bytes);
        var read = PdfJs.Read(path);
        read.Verdict.MustPass();
        Assert.Equal(["vii", "1"], read.Labels);
        Assert.Equal([new PdfOutlineEntry("Chapter — “One”", 0, 1), new PdfOutlineEntry("Note", 1, 1)], read.Outline);
        Assert.Equal([(1, "Note 1"), (1, "Back to the text")], read.Pages[0].Links.Select(link => (link.Page ?? 0, link.Contents)));
        Assert.Equal(["H1", "P", "Reference", "Link", "Note", "Lbl", "Link", "P"], read.Pages[0].Roles.Where(role => role is not ("Root" or "Document" or "Sect")));
    }

    private string Write(string name)
    {
        var settings = name switch
        {
            "print" => TestBook.PrintSettings,
            "archive" => TestBook.ScreenSettings with { Plan = TestBook.ScreenSettings.Plan with { Standards = ["PDF/A-1b"] } },
            "screen-2.0" => TestBook.ScreenSettings with { Plan = TestBook.ScreenSettings.Plan with { Standards = ["PDF/UA-2", "PDF/A-4"] } },
            "screen-classic" => TestBook.ScreenSettings with { Classic = true },
            "readable" => TestBook.ScreenSettings with { Readable = true },
            _ => TestBook.ScreenSettings,
        };
        var path = _scratch.File(name + ".pdf");
        var result = Specimen.Book().Write(settings);
        Assert.Empty(result.Diagnostics);
        File.WriteAllBytes(path, result.Bytes);
        return path;
    }
}
