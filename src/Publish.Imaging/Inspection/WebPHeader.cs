using System.Buffers.Binary;

namespace Publish.Imaging.Inspection;

/// <summary>Reads the chunks of a WebP (RFC 9649).</summary>
internal static class WebPHeader
{
    /// <summary>Reads size, transparency, orientation and number of frames.</summary>
    public static HeaderResult Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 20) return HeaderResult.Broken("is cut short");
        // The size of the RIFF chunk counts what follows it.
        if (BinaryPrimitives.ReadUInt32LittleEndian(data[4..]) + 8L > data.Length) return HeaderResult.Broken("is cut short");
        ImageHeader? header = null;
        var frames = 0;
        var orientation = 1;
        for (long at = 12; at + 8 <= data.Length;)
        {
            var type = data.Slice((int)at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(data[((int)at + 4)..]);
            if (at + 8 + length > data.Length) return HeaderResult.Broken("is cut short");
            var body = data.Slice((int)at + 8, (int)length);
            if (type.SequenceEqual("VP8X"u8) && body.Length >= 10)
                header = new ImageHeader(ImageFormat.WebP, 1 + U24(body[4..]), 1 + U24(body[7..])) { HasAlpha = (body[0] & 0x10) != 0 };
            else if (type.SequenceEqual("VP8 "u8))
                header = Lossy(header, body);
            else if (type.SequenceEqual("VP8L"u8))
                header = Lossless(header, body);
            else if (type.SequenceEqual("ANMF"u8))
                frames++;
            else if (type.SequenceEqual("EXIF"u8))
                orientation = ExifOrientation.Read(body.StartsWith("Exif\0\0"u8) ? body[6..] : body);
            at += 8 + length + (length & 1);
        }
        if (header is null || header.Width == 0 || header.Height == 0) return HeaderResult.Broken("has a broken header");
        return header with { FrameCount = Math.Max(1, frames), Orientation = orientation };
    }

    /// <summary>RFC 6386, 9.1: three bytes of frame tag, the start code, then fourteen bits each of width and height.</summary>
    private static ImageHeader? Lossy(ImageHeader? extended, ReadOnlySpan<byte> body)
    {
        if (extended is not null) return extended with { IsLossy = true };
        if (body.Length < 10 || body[3] != 0x9D || body[4] != 0x01 || body[5] != 0x2A) return null;
        return new ImageHeader(ImageFormat.WebP, BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF) { IsLossy = true };
    }

    /// <summary>RFC 9649, 3.4: a signature byte, then fourteen bits each of width − 1 and height − 1, and whether alpha is used.</summary>
    private static ImageHeader? Lossless(ImageHeader? extended, ReadOnlySpan<byte> body)
    {
        if (extended is not null) return extended;
        if (body.Length < 5 || body[0] != 0x2F) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
        return new ImageHeader(ImageFormat.WebP, 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)) { HasAlpha = (bits >> 28 & 1) != 0 };
    }

    private static int U24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
