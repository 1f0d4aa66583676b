using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Publish.Imaging.Tests;

/// <summary>Writes PNGs by the book, and against it.</summary>
internal static class PngMaker
{
    /// <summary>A PNG of rows that are given without filter bytes.</summary>
    public static byte[] Make(int width, int height, int depth, int color, byte[] rows, byte[]? palette = null, byte[]? transparency = null, int filter = 0, int interlace = 0, (string Tag, byte[] Data)[]? extra = null)
    {
        var rowBytes = rows.Length / height;
        var step = Math.Max(1, (color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }) * depth / 8);
        var filtered = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            filtered.WriteByte((byte)filter);
            for (var x = 0; x < rowBytes; x++)
            {
                int left = x < step ? 0 : rows[(y * rowBytes) + x - step];
                int above = y == 0 ? 0 : rows[((y - 1) * rowBytes) + x];
                int corner = y == 0 || x < step ? 0 : rows[((y - 1) * rowBytes) + x - step];
                var predicted = filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 };
                filtered.WriteByte((byte)((rows[(y * rowBytes) + x] - predicted) & 0xFF));
            }
        }
        return Wrap(width, height, depth, color, Deflate(filtered.ToArray()), palette, transparency, interlace, extra);
    }

    /// <summary>A PNG around any compressed data, whatever its header says.</summary>
    public static byte[] Wrap(int width, int height, int depth, int color, byte[] packed, byte[]? palette = null, byte[]? transparency = null, int interlace = 0, (string Tag, byte[] Data)[]? extra = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)color, (byte)interlace);
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR", header);
        foreach (var (tag, data) in extra ?? []) Chunk(png, tag, data);
        if (palette is not null) Chunk(png, "PLTE", palette);
        if (transparency is not null) Chunk(png, "tRNS", transparency);
        // In two pieces, as encoders do.
        Chunk(png, "IDAT", packed[..(packed.Length / 2)]);
        Chunk(png, "IDAT", packed[(packed.Length / 2)..]);
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    public static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        return packed.ToArray();
    }

    public static byte[] Inflate(ReadOnlyMemory<byte> packed)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var data = new MemoryStream();
        zlib.CopyTo(data);
        return data.ToArray();
    }

    private static void Chunk(Stream png, string tag, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(tag), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    private static int Paeth(int a, int b, int c)
    {
        var p = a + b - c;
        var (da, db, dc) = (Math.Abs(p - a), Math.Abs(p - b), Math.Abs(p - c));
        return da <= db && da <= dc ? a : db <= dc ? b : c;
    }
}
