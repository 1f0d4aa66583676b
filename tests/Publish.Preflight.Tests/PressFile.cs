using System.Globalization;
using System.Text;
using Publish.Testing;

namespace Publish.Preflight.Tests;

/// <summary>
/// A small writer of PDFs, apart from the program's own: by default 24 pages that keep every rule, as PDF/X-1a:2001. A test changes one thing and sees that
/// one rule breaks. Page 3 is the one with the pictures and with what a test adds.
/// </summary>
internal sealed class PressFile
{
    private static readonly Lazy<byte[]> Font = new(() => File.ReadAllBytes(RepositoryRoot.Combine("assets", "fonts", "eb-garamond", "EBGaramond-Regular.ttf")));
    private static readonly Lazy<byte[]> Profile = new(() => File.ReadAllBytes(RepositoryRoot.Combine("assets", "icc", "FOGRA39L_coated.icc")));

    private readonly List<(string Dictionary, byte[]? Data)> _objects = [];

    public string Header { get; set; } = "%PDF-1.3";

    public int Pages { get; set; } = 24;

    /// <summary>Boxes of every page.</summary>
    public string Boxes { get; set; } = "/MediaBox[0 0 396 612]/TrimBox[0 0 396 612]";

    /// <summary>Boxes of page 3; null for those of every page.</summary>
    public string? OddBoxes { get; set; }

    /// <summary>More of page 3's dictionary.</summary>
    public string PageMore { get; set; } = "";

    /// <summary>More of page 3's content.</summary>
    public string Content { get; set; } = "";

    /// <summary>Left edge of the text of page 3.</summary>
    public double TextX { get; set; } = 72;

    /// <summary>Baseline of the text of page 3.</summary>
    public double TextY { get; set; } = 500;

    /// <summary>The operators that set the colour of text.</summary>
    public string TextColor { get; set; } = "0 0 0 1 k";

    /// <summary>More of page 3's resources.</summary>
    public string Resources { get; set; } = "";

    /// <summary>More of the catalog.</summary>
    public string Catalog { get; set; } = "";

    public string Info { get; set; } =
        "/Title(Press)/Producer(Tests)/CreationDate(D:20261127080000Z)/ModDate(D:20261127080000Z)/Trapped/False/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)";

    public string Trailer { get; set; } = "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]";

    public string? Intent { get; set; } = "/Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)/DestOutputProfile 4 0 R";

    /// <summary>What of the output profile's header is written over: the class at 12, the space at 16.</summary>
    public (int At, string Bytes)? ProfileHeader { get; set; }

    public bool EmbedFont { get; set; } = true;

    /// <summary>The gray picture, a square inch; its space, samples by the pixel, pixels across.</summary>
    public (string Space, byte[] Pixel, int Width) Picture { get; set; } = ("/DeviceGray", [128], 300);

    /// <summary>More of the picture's dictionary.</summary>
    public string PictureMore { get; set; } = "";

    public int PictureBits { get; set; } = 8;

    /// <summary>Pixels across of the line art, a square inch.</summary>
    public int LineArt { get; set; } = 600;

    /// <summary>The filter that page 3's content says it went through.</summary>
    public string ContentFilter { get; set; } = "";

    public byte[]? ContentData { get; set; }

    /// <summary>The XMP packet; null for none.</summary>
    public string? Xmp { get; set; }

    public bool LastPageHasText { get; set; }

    /// <summary>How the objects are found: by a table as of old, by a stream, or by a stream with one object inside an object stream.</summary>
    public Finding Objects { get; set; }

    /// <summary>Kinds of it.</summary>
    public enum Finding
    {
        Table,
        CrossReferenceStream,
        ObjectStream,
    }

    /// <summary>An object that <see cref="Resources"/> and the like can name as 100, 101 …: dictionary and data.</summary>
    public List<(string Dictionary, byte[]? Data)> More { get; } = [];

    /// <summary>The number of the first of <see cref="More"/>.</summary>
    public const int FirstMore = 9;

    public byte[] Build()
    {
        _objects.Clear();
        var kids = string.Join(' ', Enumerable.Range(0, Pages).Select(i => $"{FirstPage + (2 * i)} 0 R"));
        var catalog = $"/Type/Catalog/Pages 2 0 R{(Intent is null ? "" : $"/OutputIntents[<<{Intent}>>]")}{(Xmp is null ? "" : $"/Metadata {FirstPage - 1} 0 R")}{Catalog}";
        Add(catalog);
        Add($"/Type/Pages/Count {Pages}/Kids[{kids}]");
        Add(Info);
        var profile = (byte[])Profile.Value.Clone();
        if (ProfileHeader is { } header)
        {
            Encoding.ASCII.GetBytes(header.Bytes).CopyTo(profile, header.At);
        }

        Add("/N 4", profile);
        var widths = string.Join(' ', Enumerable.Repeat("500", 95));
        Add($"/Type/Font/Subtype/TrueType/BaseFont/ABCDEF+EBGaramond-Regular/FirstChar 32/LastChar 126/Widths[{widths}]/Encoding/WinAnsiEncoding/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+EBGaramond-Regular/Flags 32/FontBBox[0 -300 1000 900]/ItalicAngle 0/Ascent 900/Descent -300/CapHeight 650/StemV 80{(EmbedFont ? "/FontFile2 6 0 R" : "")}>>");
        Add($"/Length1 {Font.Value.Length}", Font.Value);
        var samples = new byte[Picture.Width * Picture.Width * Picture.Pixel.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = Picture.Pixel[i % Picture.Pixel.Length];
        }

        Add($"/Type/XObject/Subtype/Image/Width {Picture.Width}/Height {Picture.Width}/BitsPerComponent {PictureBits}/ColorSpace{Picture.Space}{PictureMore}", samples);
        Add($"/Type/XObject/Subtype/Image/Width {LineArt}/Height {LineArt}/BitsPerComponent 1/ColorSpace/DeviceGray", new byte[(LineArt + 7) / 8 * LineArt]);
        foreach (var (dictionary, data) in More)
        {
            Add(dictionary, data);
        }

        while (_objects.Count < FirstPage - 2)
        {
            Add("");
        }

        Add("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp ?? ""));
        for (var i = 1; i <= Pages; i++)
        {
            AddPage(i);
        }

        return Serialise();
    }

    private const int FirstPage = 20;
    private const int InfoObject = 3;

    private void AddPage(int number)
    {
        var odd = number == 3;
        var fonts = "/Font<</F1 5 0 R>>";
        Add($"/Type/Page/Parent 2 0 R{(odd ? OddBoxes ?? Boxes : Boxes)}/Contents {FirstPage + (2 * (number - 1)) + 1} 0 R/Resources<<{fonts}{(odd ? $"/XObject<</P1 7 0 R/P2 8 0 R{Resources}>>{GraphicsStates}{Spaces}" : "")}>>{(odd ? PageMore : "")}");
        var content = number == Pages && !LastPageHasText ? ""
            : odd ? $"BT {TextColor} /F1 11 Tf {Figure(TextX)} {Figure(TextY)} Td (Text) Tj ET q 72 0 0 72 100 300 cm /P1 Do Q q 72 0 0 72 200 300 cm /P2 Do Q {Content}"
            : "BT 0 0 0 1 k /F1 11 Tf 100 500 Td (Text) Tj ET";
        Add(odd ? ContentFilter : "", odd && ContentData is { } data ? data : Encoding.Latin1.GetBytes(content));
    }

    /// <summary>Graphics states of page 3: <c>/ExtGState…</c>.</summary>
    public string GraphicsStates { get; set; } = "";

    /// <summary>Colour spaces of page 3: <c>/ColorSpace…</c>.</summary>
    public string Spaces { get; set; } = "";

    private void Add(string dictionary, byte[]? data = null) => _objects.Add((dictionary, data));

    private byte[] Serialise()
    {
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write(Header + "\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = new List<long>();
        var packed = Objects == Finding.ObjectStream ? InfoObject : -1;
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            var (dictionary, data) = _objects[i];
            if (i + 1 == packed)
            {
                continue;
            }

            Write($"{i + 1} 0 obj\n<<{dictionary}{(data is null ? "" : $"/Length {data.Length}")}>>\n");
            if (data is not null)
            {
                Write("stream\n");
                file.Write(data);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }

        if (packed > 0)
        {
            offsets.Add(file.Position);
            var inside = $"{packed} 0 <<{_objects[packed - 1].Dictionary}>>";
            Write($"{offsets.Count} 0 obj\n<</Type/ObjStm/N 1/First {inside.IndexOf('<', StringComparison.Ordinal)}/Length {inside.Length}>>\nstream\n{inside}\nendstream\nendobj\n");
        }

        var start = file.Position;
        if (Objects != Finding.Table)
        {
            offsets.Add(start);
            Write($"{offsets.Count} 0 obj\n<</Type/XRef/Size {offsets.Count + 1}/W[1 4 2]/Root 1 0 R/Info {InfoObject} 0 R{Trailer}/Length {7 * (offsets.Count + 1)}>>\nstream\n");
            file.Write([0, 0, 0, 0, 0, 0xFF, 0xFF]);
            for (var i = 0; i < offsets.Count; i++)
            {
                var inStream = i + 1 == packed;
                var at = inStream ? offsets.Count - 1 : (int)offsets[i];
                file.Write([inStream ? (byte)2 : (byte)1, (byte)(at >> 24), (byte)((at >> 16) & 255), (byte)((at >> 8) & 255), (byte)(at & 255), 0, 0]);
            }

            Write($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
            return file.ToArray();
        }

        Write($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write($"{offset:0000000000} 00000 n \n");
        }

        Write($"trailer\n<</Size {_objects.Count + 1}/Root 1 0 R/Info 3 0 R{Trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static string Figure(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
