using Publish.Document;
using Publish.Printers;

namespace Publish.Preflight.Tests;

/// <summary>A file that keeps all rules passes, and for each rule there is a file that breaks it and no other.</summary>
public class RuleTests
{
    private const string Empty = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" ";

    private static readonly DateOnly Today = new(2026, 12, 1);

    public static TheoryData<string> Printers => ["kdp", "ingramspark", "lulu"];

    [Theory]
    [MemberData(nameof(Printers))]
    public void A_file_that_keeps_every_rule_passes(string printer)
    {
        var report = Check(new PressFile(), printer);

        Assert.Equal("", Broken(report));
        Assert.True(report.Passed);
        Assert.Equal("PDF/X-1a:2001", report.Claim);
        Assert.Equal(24, report.Pages);
    }

    public static TheoryData<string> Catalogue => [.. PreflightCheck.Rules];

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void Each_rule_of_the_catalogue_has_a_file_that_breaks_it_and_no_other(string rule)
    {
        var (file, request) = Assert.NotNull(BreakingFiles.For(rule));
        var report = PreflightCheck.Check(file, request);

        Assert.Equal(rule, Broken(report));
        Assert.NotEmpty(report.Rules.Single(result => result.Rule == rule).Findings);
    }

    [Fact]
    public void A_file_of_pdf_x_4_keeps_its_rules() => Assert.Equal("", Broken(PreflightCheck.Check(BreakingFiles.X4().Build(), new PreflightRequest())));

    // What every file must be.
    [Fact]
    public void Fonts() => Breaks("fonts", new PressFile { EmbedFont = false }, page: 1, "EBGaramond-Regular");

    [Fact]
    public void Same_size() => Breaks("same-size", new PressFile { OddBoxes = "/MediaBox[0 0 400 612]/TrimBox[0 0 400 612]" }, page: 3, "5.556 in");

    [Fact]
    public void Trim() => Breaks("trim", new PressFile(), page: 1, "5.5 in", trim: "6in x 9in");

    [Fact]
    public void Rotation() => Breaks("rotation", new PressFile { PageMore = "/Rotate 90" }, page: 3, "90");

    [Fact]
    public void Black_text() => Breaks("black-text", new PressFile { TextColor = "0.6 0.5 0.5 0.9 k" }, page: 3, "several inks", "kdp");

    [Fact]
    public void Unreadable() => Breaks("readable", new PressFile { Content = "BT /F9 10 Tf 100 200 Td (x) Tj ET" }, page: 3, "font");

    [Fact]
    public void Something_that_is_no_pdf()
    {
        var report = PreflightCheck.Check("plain text"u8.ToArray(), new PreflightRequest());

        Assert.False(report.Passed);
        Assert.Equal("readable", Broken(report));
    }

    // PDF/X.
    [Fact]
    public void Version() => Breaks("x-version", new PressFile { Header = "%PDF-1.4" }, 0, "1.4");

    [Fact]
    public void Claim() => Breaks("x-claim", new PressFile { Info = new PressFile().Info.Replace("(PDF/X-1:2001)", "(PDF/X-1a:2001)", StringComparison.Ordinal) }, 0, "doesn't say");

    [Fact]
    public void No_output_intent() => Breaks("x-output-intent", new PressFile { Intent = null }, 0, "no output intent");

    [Fact]
    public void Output_intent_without_condition() => Breaks("x-output-intent", new PressFile { Intent = "/S/GTS_PDFX/DestOutputProfile 4 0 R" }, 0, "OutputConditionIdentifier");

    [Fact]
    public void Output_intent_of_a_screen() => Breaks("x-output-intent", new PressFile { ProfileHeader = (12, "mntr") }, 0, "mntr");

    [Fact]
    public void Output_intent_in_rgb() => Breaks("x-output-intent", new PressFile { ProfileHeader = (16, "RGB "), TextColor = "0 g", Picture = ("/DeviceGray", [128], 300) }, 0, "RGB", more: "x-color");

    [Fact]
    public void Identifier() => Breaks("x-id", new PressFile { Trailer = "" }, 0, "ID");

    [Fact]
    public void Title() => Breaks("x-title", new PressFile { Info = Without("/Title(Press)") }, 0, "title");

    [Fact]
    public void Dates() => Breaks("x-dates", new PressFile { Info = Without("/ModDate(D:20261127080000Z)") }, 0, "date");

    [Theory]
    [InlineData("", "missing")]
    [InlineData("/Trapped/Unknown", "Unknown")]
    public void Trapped(string instead, string word) => Breaks("x-trapped", new PressFile { Info = Without("/Trapped/False") + instead }, 0, word);

    [Fact]
    public void Xmp() => Breaks("x-xmp", new PressFile { Xmp = Empty + "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" pdf:Producer=\"Others\"/></rdf:RDF></x:xmpmeta>" }, 0, "Others");

    [Theory]
    [InlineData("/MediaBox[0 0 396 612]", "neither")]
    [InlineData("/MediaBox[0 0 396 612]/TrimBox[0 0 396 612]/ArtBox[0 0 396 612]", "both")]
    [InlineData("/MediaBox[0 0 396 612]/TrimBox[0 0 396 612]/BleedBox[0 0 396 620]", "media box")]
    [InlineData("/MediaBox[0 0 396 612]/TrimBox[0 0 396 612]/BleedBox[0 0 396 600]", "bleed box")]
    public void Boxes(string boxes, string word) => Breaks("x-boxes", new PressFile { OddBoxes = boxes }, 3, word, "offset-eu");

    [Fact]
    public void Scripts() => Breaks("x-scripts", new PressFile { Catalog = "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>" }, 0, "scripts");

    [Fact]
    public void Page_actions() => Breaks("x-scripts", new PressFile { PageMore = "/AA<</O<</S/Named/N/NextPage>>>>" }, 3, "actions");

    [Fact]
    public void Forms() => Breaks("x-forms", new PressFile { Catalog = "/AcroForm<</Fields[<</FT/Tx/T(a)>>]>>" }, 0, "form");

    [Fact]
    public void Attachments() => Breaks("x-attachments", new PressFile { Catalog = "/Names<</EmbeddedFiles<</Names[]>>>>" }, 0, "attachments");

    [Fact]
    public void X_annotations() => Breaks("x-annotations", new PressFile { PageMore = "/Annots[<</Type/Annot/Subtype/Link/Rect[100 100 200 120]/Border[0 0 0]>>]" }, 3, "Link", "ingramspark");

    [Fact]
    public void Opi() => Breaks("x-opi", new PressFile { PictureMore = "/OPI<</2.0<</Type/OPI/Version 2.0/F(a)>>>>" }, 3, "OPI");

    [Fact]
    public void PostScript()
    {
        var file = new PressFile { Resources = $"/S1 {PressFile.FirstMore} 0 R", Content = "/S1 Do" };
        file.More.Add(("/Type/XObject/Subtype/PS", "showpage"u8.ToArray()));
        Breaks("x-postscript", file, 3, "PostScript");
    }

    [Fact]
    public void Transfer() => Breaks("x-transfer", new PressFile { GraphicsStates = "/ExtGState<</G1<</TR/Identity>>>>", Content = "/G1 gs" }, 3, "transfer");

    [Fact]
    public void Halftone() => Breaks("x-halftone", new PressFile { GraphicsStates = "/ExtGState<</G1<</HTP[0 0]>>>>", Content = "/G1 gs" }, 3, "halftone");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Streams(bool ofObjects) =>
        Breaks("x-streams", new PressFile { Objects = ofObjects ? PressFile.Finding.ObjectStream : PressFile.Finding.CrossReferenceStream }, 0, "compressed objects");

    [Theory]
    [InlineData("/ca 0.5", "opacity")]
    [InlineData("/CA 0.5", "opacity")]
    [InlineData("/BM/Multiply", "Multiply")]
    [InlineData("/BM[/Screen/Normal]", "Screen")]
    [InlineData("/SMask<</S/Luminosity>>", "soft mask")]
    public void X_transparency(string state, string word) => Breaks("x-transparency", new PressFile { GraphicsStates = $"/ExtGState<</G1<<{state}>>>>", Content = "/G1 gs" }, 3, word, "ingramspark");

    [Fact]
    public void A_group_on_the_page_is_transparency() => Breaks("x-transparency", new PressFile { PageMore = "/Group<</S/Transparency>>" }, 3, "group", "ingramspark");

    [Fact]
    public void A_picture_with_a_mask_is_transparency()
    {
        var file = new PressFile { PictureMore = $"/SMask {PressFile.FirstMore} 0 R" };
        file.More.Add(("/Type/XObject/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceGray", new byte[90_000]));
        Breaks("x-transparency", file, 3, "soft mask", "ingramspark");
    }

    [Fact]
    public void What_is_in_a_form_is_found_with_its_place()
    {
        var file = new PressFile { Resources = $"/S1 {PressFile.FirstMore} 0 R", Content = "q 1 0 0 1 100 0 cm /S1 Do Q" };
        file.More.Add(("/Type/XObject/Subtype/Form/BBox[0 0 400 600]/Matrix[1 0 0 1 0 12]/Resources<<>>", "1 0 0 rg 10 20 50 50 re f"u8.ToArray()));
        var finding = Breaks("x-color", file, 3, "area in DeviceRGB", "kdp");
        Assert.Equal(110, finding.X);
        Assert.Equal(612 - 32, finding.Y);
    }

    [Fact]
    public void Layers() => Breaks("x-layers", new PressFile { Catalog = "/OCProperties<</OCGs[]/D<<>>>>" }, 0, "layers");

    [Fact]
    public void Bits() => Breaks("x-bits", new PressFile { Picture = ("/DeviceGray", [128, 0], 300), PictureBits = 16 }, 3, "16 bits");

    [Fact]
    public void Jpx() => Breaks("x-jpx", new PressFile { PictureMore = "/Filter/JPXDecode" }, 3, "2000");

    [Theory]
    [InlineData("1 0 0 rg 100 100 50 50 re f", "area in DeviceRGB")]
    [InlineData("1 0 0 RG 100 100 50 50 re S", "line in DeviceRGB")]
    [InlineData("/C1 cs 0.5 scn 100 100 50 50 re f", "ICCBased with 3")]
    [InlineData("/C2 cs 1 scn 100 100 50 50 re f", "Separation 'Gold'")]
    [InlineData("/C3 cs 0 scn 100 100 50 50 re f", "Indexed over DeviceRGB")]
    public void X_color(string content, string word)
    {
        var file = new PressFile
        {
            Content = content,
            Spaces = $"/ColorSpace<</C1[/ICCBased {PressFile.FirstMore} 0 R]/C2[/Separation/Gold/DeviceRGB<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[1 1 0]/N 1>>]/C3[/Indexed/DeviceRGB 0<FF0000>]>>",
        };
        file.More.Add(("/N 3", [0]));
        Breaks("x-color", file, 3, word, "kdp");
    }

    // PDF/X-3 and PDF/X-4 by name.
    [Fact]
    public void An_x3_file_may_have_icc_colours()
    {
        var file = new PressFile
        {
            Content = "/C1 cs 0.5 0.5 0.5 scn 100 100 50 50 re f",
            Spaces = $"/ColorSpace<</C1[/ICCBased {PressFile.FirstMore} 0 R]>>",
            Info = Without("/GTS_PDFXConformance(PDF/X-1a:2001)").Replace("PDF/X-1:2001", "PDF/X-3:2002", StringComparison.Ordinal),
        };
        file.More.Add(("/N 3", [0]));
        var report = Check(file, "kdp");

        Assert.Equal("PDF/X-3:2002", report.Claim);
        Assert.Equal("", Broken(report));
    }

    [Fact]
    public void An_x4_file_may_be_see_through_but_needs_its_packet()
    {
        var file = new PressFile
        {
            Header = "%PDF-1.6",
            GraphicsStates = "/ExtGState<</G1<</ca 0.5>>>>",
            Content = "/G1 gs",
            Info = Without("/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)"),
            Xmp = BreakingFiles.X4().Xmp!,
        };
        Assert.Equal("", Broken(Check(file, "lulu") with { Rules = [.. Check(file, "lulu").Rules.Where(rule => rule.Rule != "transparency")] }));
        file.Xmp = null;
        Assert.Contains("x-claim", Broken(PreflightCheck.Check(file.Build(), new PreflightRequest { Standard = "PDF/X-4" })), StringComparison.Ordinal);
    }

    // What printers ask.
    [Fact]
    public void Profile_age() => Breaks("profile-age", new PressFile(), 0, "2026-11-27", "ingramspark", today: new DateOnly(2027, 12, 1));

    [Fact]
    public void A_standard_the_printer_prefers() =>
        Breaks("standard", new PressFile { Info = Without("/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)") }, 0, "no standard");

    [Fact]
    public void Output_intent() =>
        Breaks("output-intent", new PressFile { Intent = null, Info = Without("/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)") }, 0, "no output intent", more: "standard");

    [Fact]
    public void An_unknown_trim_is_not_checkable()
    {
        var report = Check(new PressFile { Boxes = "/MediaBox[0 0 400 600]/TrimBox[0 0 400 600]" }, "kdp");

        Assert.Equal("", Broken(report));
        Assert.Equal(RuleStatus.NotCheckable, report.Rules.Single(rule => rule.Rule == "trim").Status);
    }

    [Fact]
    public void A_printer_with_a_whole_list_refuses_other_sizes()
    {
        var report = PreflightCheck.Check(new PressFile { Boxes = "/MediaBox[0 0 400 600]/TrimBox[0 0 400 600]" }.Build(), new PreflightRequest { Printer = Profiles.Read("kdp") with { TrimsAreAll = true }, Today = Today });

        Assert.Equal("trim", Broken(report));
    }

    [Fact]
    public void Bleed() => Breaks("bleed", new PressFile { Content = "q 396 0 0 200 0 412 cm /P1 Do Q", Picture = ("/DeviceGray", [128], 1700) }, 3, "beyond the", "kdp");

    [Fact]
    public void Marks() => Breaks(
        "marks", new PressFile { OddBoxes = "/MediaBox[0 0 436 652]/BleedBox[20 20 416 632]/TrimBox[20 20 416 632]", Content = "10 300 m 18 300 l S" }, 3, "outside the page", "ingramspark", count: 2);

    [Fact]
    public void Gutter() => Breaks("gutter", new PressFile { TextX = 20 }, 3, "from the spine", "lulu");

    [Fact]
    public void The_gutter_of_a_longer_book_is_wider()
    {
        Assert.Equal("", Broken(Check(new PressFile { TextX = 40 }, "kdp")));
        Assert.Equal("gutter", Broken(Check(new PressFile { TextX = 40, Pages = 302 }, "kdp")));
    }

    [Theory]
    [InlineData(72, 10, "foot")]
    [InlineData(72, 600, "head")]
    [InlineData(372, 500, "fore-edge")]
    public void Margins(double x, double y, string word) => Breaks("margins", new PressFile { TextX = x, TextY = y }, 3, word, "kdp");

    [Fact]
    public void Rgb() => Breaks("rgb", Screen(new PressFile { Content = "0.2 0.4 0.6 rg 100 100 50 50 re f" }), 3, "area in DeviceRGB", more: "standard");

    [Fact]
    public void A_picture_in_rgb() => Breaks("rgb", Screen(new PressFile { Picture = ("/DeviceRGB", [1, 2, 3], 300) }), 3, "picture in DeviceRGB", more: "standard");

    [Fact]
    public void Icc()
    {
        var file = Screen(new PressFile { Content = "/C1 cs 0.5 scn 100 100 50 50 re f", Spaces = $"/ColorSpace<</C1[/ICCBased {PressFile.FirstMore} 0 R]>>" });
        file.More.Add(("/N 1", [0]));
        Breaks("icc", file, 3, "ICCBased", more: "standard");
    }

    [Fact]
    public void Text_on_black() => Breaks("text-on-black", new PressFile { TextColor = "0 1 0 0 k" }, 3, "DeviceCMYK (0 1 0 0)");

    [Fact]
    public void Ink() => Breaks("ink", new PressFile { Content = "0.9 0.8 0.7 0.3 k 100 100 50 50 re f" }, 3, "270 % ink");

    [Fact]
    public void Ink_of_marks_beside_the_page_is_cut_off() => Assert.Equal(
        "", Broken(Check(new PressFile { OddBoxes = "/MediaBox[0 0 436 652]/BleedBox[20 20 416 632]/TrimBox[20 20 416 632]", Content = "1 1 1 1 k 4 300 8 0.25 re f" }, "offset-eu")));

    [Fact]
    public void Ink_of_a_picture() => Breaks("ink", new PressFile { Picture = ("/DeviceCMYK", [255, 255, 200, 0], 300) }, 3, "278");

    [Fact]
    public void A_jpegs_ink_is_not_checkable()
    {
        var report = Check(new PressFile { Picture = ("/DeviceCMYK", [1, 2, 3, 4], 300), PictureMore = "/Filter/DCTDecode" }, "ingramspark");

        Assert.Equal(RuleStatus.NotCheckable, report.Rules.Single(rule => rule.Rule == "ink").Status);
    }

    [Fact]
    public void Resolution() => Breaks("resolution", new PressFile { Picture = ("/DeviceGray", [128], 150) }, 3, "150 pixels per inch");

    [Fact]
    public void Line_art() => Breaks("line-art", new PressFile { LineArt = 300 }, 3, "300 pixels per inch");

    [Fact]
    public void Waste() => Breaks("waste", new PressFile { Picture = ("/DeviceGray", [128], 1300) }, 3, "1300", "offset-eu");

    [Fact]
    public void Hairlines() => Breaks("hairlines", new PressFile { Content = "0.1 w 100 100 m 200 100 l S" }, 3, "0.1 pt", "offset-eu");

    [Fact]
    public void Filled_hairlines() => Breaks("hairlines", new PressFile { Content = "100 100 200 0.2 re f" }, 3, "0.2 pt", "offset-eu");

    [Fact]
    public void Page_count() => Breaks("page-count", new PressFile { Pages = 22 }, 0, "22", "kdp");

    [Fact]
    public void Page_multiple() => Breaks("page-multiple", new PressFile { Pages = 25 }, 0, "25", "kdp");

    [Fact]
    public void Last_blank() => Breaks("last-blank", new PressFile { LastPageHasText = true }, 24, "stands on it");

    [Fact]
    public void Annotations() => Breaks("annotations", Screen(new PressFile { PageMore = "/Annots[<</Type/Annot/Subtype/Link/Rect[100 100 200 120]/Border[0 0 0]>>]" }), 3, "Link", "kdp");

    [Fact]
    public void Bookmarks()
    {
        var file = new PressFile { Catalog = $"/Outlines {PressFile.FirstMore} 0 R" };
        file.More.Add(($"/Count 1/First {PressFile.FirstMore + 1} 0 R/Last {PressFile.FirstMore + 1} 0 R", null));
        file.More.Add(($"/Title(a)/Parent {PressFile.FirstMore} 0 R", null));
        Breaks("bookmarks", file, 0, "bookmarks", "kdp");
    }

    [Fact]
    public void Transparency() => Breaks("transparency", Screen(new PressFile { GraphicsStates = "/ExtGState<</G1<</ca 0.5>>>>", Content = "/G1 gs" }), 3, "opacity", "kdp");

    [Fact]
    public void Size()
    {
        var kdp = Profiles.Read("kdp");
        var report = PreflightCheck.Check(new PressFile().Build(), new PreflightRequest { Printer = kdp with { File = kdp.File with { MostMegabytes = 0 } }, Today = Today });

        Assert.Equal("size", Broken(report));
    }

    [Fact]
    public void Cmyk_and_spot_can_be_forbidden()
    {
        var kdp = Profiles.Read("kdp");
        var file = new PressFile { Content = "/C2 cs 1 scn 100 100 50 50 re f", Spaces = "/ColorSpace<</C2[/Separation/Gold/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 1 0]/N 1>>]>>" };

        Assert.Equal("spot", Broken(PreflightCheck.Check(file.Build(), new PreflightRequest { Printer = kdp with { Color = kdp.Color with { Spot = false } }, Today = Today })));
        Assert.Equal("cmyk", Broken(PreflightCheck.Check(new PressFile().Build(), new PreflightRequest { Printer = kdp with { Color = kdp.Color with { Cmyk = false } }, Today = Today })));
    }

    private static PressFile Screen(PressFile file)
    {
        file.Info = Without("/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)");
        return file;
    }

    private static string Without(string part)
    {
        var info = new PressFile().Info;
        Assert.Contains(part, info, StringComparison.Ordinal);
        return info.Replace(part, "", StringComparison.Ordinal);
    }

    private static RuleFinding Breaks(string rule, PressFile file, int page, string word, string printer = "ingramspark", string? more = null, string? trim = null, DateOnly? today = null, int? count = null)
    {
        var report = PreflightCheck.Check(file.Build(), new PreflightRequest
        {
            Printer = Profiles.Read(printer),
            Today = today ?? Today,
            Trim = trim is not null && Lengths.ParseSize(trim) is var (width, height) ? new TrimSize(width, height) : null,
        });
        Assert.Equal(string.Join(' ', new[] { rule, more }.OfType<string>().Order(StringComparer.Ordinal)), string.Join(' ', Broken(report).Split(' ').Order(StringComparer.Ordinal)));
        var result = report.Rules.Single(other => other.Rule == rule);
        var finding = result.Findings[0];
        Assert.Equal(page, finding.Page);
        Assert.Contains(word, finding.Message, StringComparison.Ordinal);
        if (count is { } expected)
        {
            Assert.Equal(expected, result.Count);
        }

        return finding;
    }

    private static PreflightReport Check(PressFile file, string printer) => PreflightCheck.Check(file.Build(), new PreflightRequest { Printer = Profiles.Read(printer), Today = Today });

    private static string Broken(PreflightReport report) => string.Join(' ', report.Rules.Where(rule => rule.Status == RuleStatus.Broken).Select(rule => rule.Rule));
}
