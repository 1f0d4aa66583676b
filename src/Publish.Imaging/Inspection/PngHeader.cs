using System.Buffers.Binary;

namespace Publish.Imaging.Inspection;

/// <summary>What the chunks of a PNG say (ISO/IEC 15948).</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="BitDepth">Bits of a sample or a palette index.</param>
/// <param name="ColorType">0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha.</param>
/// <param name="Interlaced">Whether by Adam7.</param>
internal sealed record PngHeader(int Width, int Height, int BitDepth, int ColorType, bool Interlaced)
{
    /// <summary>The palette, three bytes an entry; empty for none.</summary>
    public ReadOnlyMemory<byte> Palette { get; private init; }

    /// <summary>Alpha of palette entries, or the one colour that is transparent; empty for none.</summary>
    public ReadOnlyMemory<byte> Transparency { get; private init; }

    /// <summary>Where the compressed data lies in the file: pieces of one zlib stream.</summary>
    public IReadOnlyList<Range> Pieces { get; private init; } = [];

    /// <summary>Whether an ICC profile that isn't sRGB is embedded.</summary>
    public bool HasForeignProfile { get; private init; }

    /// <summary>Samples of a pixel.</summary>
    public int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Bytes of a row, without the filter's byte; only to be asked of a picture within the limits.</summary>
    public int RowBytes => (int)((((long)Width * Channels * BitDepth) + 7) / 8);

    /// <summary>Reads and checks all chunks; none of the compressed data is unpacked.</summary>
    public static HeaderResult Read(ReadOnlyMemory<byte> file)
    {
        var data = file.Span;
        PngHeader? header = null;
        ReadOnlyMemory<byte> palette = default, transparency = default;
        var pieces = new List<Range>();
        var orientation = 1;
        double? density = null;
        var foreign = false;
        long packed = 0;
        for (long at = 8; ;)
        {
            if (at + 12 > data.Length) return HeaderResult.Broken("is cut short");
            var length = BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]);
            if (at + 12 + length > data.Length) return HeaderResult.Broken("is cut short");
            var type = BinaryPrimitives.ReadUInt32BigEndian(data[((int)at + 4)..]);
            var body = file.Slice((int)at + 8, (int)length);
            var crc = BinaryPrimitives.ReadUInt32BigEndian(data[((int)at + 8 + (int)length)..]);
            if (Crc32.Of(data.Slice((int)at + 4, (int)length + 4)) != crc) return HeaderResult.Broken("is damaged: a checksum is wrong");
            if (header is null)
            {
                if (type != Tag("IHDR") || ReadHeader(body.Span) is not { } first) return HeaderResult.Broken("has a broken header");
                header = first;
            }
            else if (type == Tag("IDAT"))
            {
                pieces.Add(((int)at + 8)..((int)at + 8 + (int)length));
                packed += length;
            }
            else if (type == Tag("PLTE"))
            {
                palette = body;
            }
            else if (type == Tag("tRNS"))
            {
                transparency = body;
            }
            else if (type == Tag("pHYs") && length == 9 && body.Span[8] == 1)
            {
                var perMetre = BinaryPrimitives.ReadUInt32BigEndian(body.Span);
                density = perMetre == 0 ? null : Math.Round(perMetre * 0.0254, 1);
            }
            else if (type == Tag("eXIf"))
            {
                orientation = ExifOrientation.Read(body.Span);
            }
            else if (type == Tag("iCCP"))
            {
                var name = body.Span[..Math.Min(80, (int)length)];
                foreign = name.IndexOf("sRGB"u8) < 0;
            }
            else if (type == Tag("IEND"))
            {
                break;
            }
            at += 12 + length;
        }
        if (header.ColorType == 3 && (palette.Length == 0 || palette.Length % 3 != 0 || palette.Length > 3 << header.BitDepth))
            return HeaderResult.Broken("has a broken palette");
        // Deflate packs at most 1,032 : 1 (RFC 1951): with less data the header lies.
        var row = (((Int128)header.Width * header.Channels * header.BitDepth) + 7) / 8;
        if ((Int128)packed * 1032 < (row + 1) * header.Height) return HeaderResult.Broken("has too little data for its size");
        header = header with { Palette = palette, Transparency = transparency, Pieces = pieces, HasForeignProfile = foreign };
        return new ImageHeader(ImageFormat.Png, header.Width, header.Height)
        {
            Color = header.ColorType is 0 or 4 ? PictureColor.Gray : PictureColor.Rgb,
            BitsPerComponent = header.BitDepth,
            HasAlpha = header.ColorType is 4 or 6 || transparency.Length > 0,
            Orientation = orientation,
            PixelsPerInch = density,
            Png = header,
        };
    }

    private static PngHeader? ReadHeader(ReadOnlySpan<byte> body)
    {
        if (body.Length != 13 || body[10] != 0 || body[11] != 0 || body[12] > 1) return null;
        var width = BinaryPrimitives.ReadUInt32BigEndian(body);
        var height = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) return null;
        int depth = body[8], color = body[9];
        var allowed = color switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        // Sizes beyond the limits are said as such by the inspector; here they must only not overflow.
        return allowed ? new PngHeader((int)width, (int)height, depth, color, body[12] == 1) : null;
    }

    private static uint Tag(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];
}
