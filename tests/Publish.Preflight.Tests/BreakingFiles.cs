using Publish.Document;
using Publish.Printers;
using Publish.Testing;

namespace Publish.Preflight.Tests;

/// <summary>For each rule of the catalogue a file that breaks it and no other, and what the file is held against.</summary>
internal static class BreakingFiles
{
    private const string X1a = "/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)";
    private const string Link = "/Annots[<</Type/Annot/Subtype/Link/Rect[100 100 200 120]/Border[0 0 0]>>]";
    private const string Half = "/ExtGState<</G1<</ca 0.5>>>>";

    private static readonly DateOnly _today = new(2026, 12, 1);
    private static readonly PrinterProfile _kdp = Profiles.Read("kdp");

    /// <summary>A file for a rule and its request; null where there is none.</summary>
    public static (byte[] File, PreflightRequest Request)? For(string rule) => rule switch
    {
        "readable" => Of(new PressFile { Content = "BT /F9 10 Tf 100 200 Td (x) Tj ET" }),
        "encryption" => (Encrypted(new PressFile().Build()), new PreflightRequest()),
        "fonts" => Of(new PressFile { EmbedFont = false }),
        "same-size" => Of(new PressFile { OddBoxes = "/MediaBox[0 0 400 612]/TrimBox[0 0 400 612]" }),
        "trim" => Of(new PressFile(), trim: new TrimSize(Length.FromInches(6), Length.FromInches(9))),
        "rotation" => Of(new PressFile { PageMore = "/Rotate 90" }),
        "black-text" => Of(new PressFile { TextColor = "0.6 0.5 0.5 0.9 k" }, _kdp),
        "x-version" => Of(new PressFile { Header = "%PDF-1.4" }),
        "x-claim" => Of(new PressFile { Info = Info("(PDF/X-1:2001)", "(PDF/X-1a:2001)") }),
        "x-output-intent" => Of(new PressFile { Intent = null }),
        "x-id" => Of(new PressFile { Trailer = "" }),
        "x-title" => Of(new PressFile { Info = Info("/Title(Press)") }),
        "x-dates" => Of(new PressFile { Info = Info("/ModDate(D:20261127080000Z)") }),
        "x-trapped" => Of(new PressFile { Info = Info("/Trapped/False") }),
        "x-xmp" => Of(new PressFile { Xmp = Packet("<dc:title xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Alt><rdf:li xml:lang=\"x-default\">Another</rdf:li></rdf:Alt></dc:title>") }),
        "x-boxes" => Of(new PressFile { OddBoxes = "/MediaBox[0 0 396 612]/TrimBox[0 0 396 612]/ArtBox[0 0 396 612]" }),
        "x-scripts" => Of(new PressFile { PageMore = "/AA<</O<</S/Named/N/NextPage>>>>" }),
        "x-forms" => Of(new PressFile { Catalog = "/AcroForm<</Fields[<</FT/Tx/T(a)>>]>>" }),
        "x-attachments" => Of(new PressFile { Catalog = "/Names<</EmbeddedFiles<</Names[]>>>>" }),
        "x-annotations" => Of(new PressFile { PageMore = Link }),
        "x-opi" => Of(new PressFile { PictureMore = "/OPI<</2.0<</Type/OPI/Version 2.0/F(a)>>>>" }),
        "x-postscript" => Of(With(new PressFile { Resources = $"/S1 {PressFile.FirstMore} 0 R", Content = "/S1 Do" }, "/Type/XObject/Subtype/PS", "showpage"u8)),
        "x-transfer" => Of(new PressFile { GraphicsStates = "/ExtGState<</G1<</TR/Identity>>>>", Content = "/G1 gs" }),
        "x-halftone" => Of(new PressFile { GraphicsStates = "/ExtGState<</G1<</HTP[0 0]>>>>", Content = "/G1 gs" }),

        // Codes of nine bits: clear, 'q', ' ', 'Q', end.
        "x-lzw" => Of(new PressFile { ContentFilter = "/Filter/LZWDecode", ContentData = [0x80, 0x1C, 0x44, 0x05, 0x18, 0x08] }),
        "x-transparency" => Of(new PressFile { GraphicsStates = Half, Content = "/G1 gs" }),
        "x-jpx" => Of(new PressFile { PictureMore = "/Filter/JPXDecode" }),
        "x-layers" => Of(new PressFile { Catalog = "/OCProperties<</OCGs[]/D<<>>>>" }),
        "x-streams" => Of(new PressFile { Objects = PressFile.Finding.CrossReferenceStream }),
        "x-bits" => Of(new PressFile { Picture = ("/DeviceGray", [128, 0], 300), PictureBits = 16 }),
        "x-media-management" => Alone(X4("")),
        "x-blending" => Alone(X4(page: "/Group<</S/Transparency/CS/DeviceRGB>>")),
        "x-color" => Of(new PressFile { Content = "1 0 0 rg 100 100 50 50 re f" }, _kdp),
        "profile-age" => Of(new PressFile(), today: new DateOnly(2027, 12, 1)),
        "standard" => Of(Unclaimed(new PressFile())),
        "output-intent" => Of(Unclaimed(new PressFile { Intent = null }), _kdp with { Color = _kdp.Color with { Rgb = false } }),
        "bleed" => Of(new PressFile { Content = "q 396 0 0 200 0 412 cm /P1 Do Q", Picture = ("/DeviceGray", [128], 1700) }, _kdp),
        "marks" => Of(new PressFile { OddBoxes = "/MediaBox[0 0 436 652]/BleedBox[20 20 416 632]/TrimBox[20 20 416 632]", Content = "10 300 m 18 300 l S" }),
        "gutter" => Of(new PressFile { TextX = 20 }, Profiles.Read("lulu")),
        "margins" => Of(new PressFile { TextY = 10 }, _kdp),
        "rgb" => Of(Unclaimed(new PressFile { Content = "0.2 0.4 0.6 rg 100 100 50 50 re f" }), _kdp with { Color = _kdp.Color with { Rgb = false } }),
        "cmyk" => Of(new PressFile(), _kdp with { Color = _kdp.Color with { Cmyk = false } }),
        "icc" => Of(With(Unclaimed(new PressFile { Content = "/C1 cs 0.5 scn 100 100 50 50 re f", Spaces = $"/ColorSpace<</C1[/ICCBased {PressFile.FirstMore} 0 R]>>" }), "/N 1", [0]), _kdp with { Color = _kdp.Color with { Icc = false } }),
        "spot" => Of(
            new PressFile { Content = "/C2 cs 1 scn 100 100 50 50 re f", Spaces = "/ColorSpace<</C2[/Separation/Gold/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 1 0]/N 1>>]>>" },
            _kdp with { Color = _kdp.Color with { Spot = false } }),
        "text-on-black" => Of(new PressFile { TextColor = "0 1 0 0 k" }),
        "ink" => Of(new PressFile { Content = "0.9 0.8 0.7 0.3 k 100 100 50 50 re f" }),
        "resolution" => Of(new PressFile { Picture = ("/DeviceGray", [128], 150) }),
        "line-art" => Of(new PressFile { LineArt = 300 }),
        "waste" => Of(new PressFile { Picture = ("/DeviceGray", [128], 1300) }, Profiles.Read("offset-eu")),
        "hairlines" => Of(new PressFile { Content = "0.1 w 100 100 m 200 100 l S" }, Profiles.Read("offset-eu")),
        "page-count" => Of(new PressFile { Pages = 22 }, _kdp),
        "page-multiple" => Of(new PressFile { Pages = 25 }, _kdp),
        "last-blank" => Of(new PressFile { LastPageHasText = true }),
        "annotations" => Of(Unclaimed(new PressFile { PageMore = Link }), _kdp),
        "bookmarks" => Of(With(With(new PressFile { Catalog = $"/Outlines {PressFile.FirstMore} 0 R" }, $"/Count 1/First {PressFile.FirstMore + 1} 0 R/Last {PressFile.FirstMore + 1} 0 R"), $"/Title(a)/Parent {PressFile.FirstMore} 0 R"), _kdp),
        "transparency" => Of(Unclaimed(new PressFile { GraphicsStates = Half, Content = "/G1 gs" }), _kdp),
        "size" => Of(new PressFile(), _kdp with { File = _kdp.File with { MostMegabytes = 0 } }),
        _ => null,
    };

    /// <summary>A file that keeps PDF/X-4.</summary>
    public static PressFile X4(string media = "<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>", string page = "") => new()
    {
        Header = "%PDF-1.6",
        Info = Info(X1a),
        PageMore = page,
        Xmp = Packet("<pdfxid:GTS_PDFXVersion xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">PDF/X-4</pdfxid:GTS_PDFXVersion>" + media),
    };

    private static string Packet(string properties) =>
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">"
        + properties + "</rdf:Description></rdf:RDF></x:xmpmeta>";

    private static (byte[], PreflightRequest) Of(PressFile file, PrinterProfile? printer = null, TrimSize? trim = null, DateOnly? today = null) =>
        (file.Build(), new PreflightRequest { Printer = printer ?? Profiles.Read("ingramspark"), Today = today ?? _today, Trim = trim });

    private static (byte[], PreflightRequest) Alone(PressFile file) => (file.Build(), new PreflightRequest());

    private static PressFile With(PressFile file, string dictionary, ReadOnlySpan<byte> data = default)
    {
        file.More.Add((dictionary, data.IsEmpty ? null : data.ToArray()));
        return file;
    }

    private static PressFile Unclaimed(PressFile file)
    {
        file.Info = Info(X1a);
        return file;
    }

    private static string Info(string part, string by = "")
    {
        var info = new PressFile().Info;
        Assert.Contains(part, info, StringComparison.Ordinal);
        return info.Replace(part, by, StringComparison.Ordinal);
    }

    // Locked for an empty password, as files are that anyone may read and nobody may print.
    private static byte[] Encrypted(byte[] file)
    {
        using var folder = new ScratchFolder();
        var (from, to) = (folder.Write("open.pdf", file), folder.File("locked.pdf"));
        ExternalTool.Require("qpdf").Run("--allow-weak-crypto", "--object-streams=disable", "--force-version=1.3", "--encrypt", "", "owner", "40", "--print=n", "--", from, to);
        return File.ReadAllBytes(to);
    }
}
