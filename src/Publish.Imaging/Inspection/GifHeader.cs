using System.Buffers.Binary;

namespace Publish.Imaging.Inspection;

/// <summary>Reads the blocks of a GIF (GIF89a specification, CompuServe 1990).</summary>
internal static class GifHeader
{
    private const byte Extension = 0x21;
    private const byte ImageDescriptor = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;

    /// <summary>Reads size, transparency and number of frames.</summary>
    public static HeaderResult Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 13) return HeaderResult.Broken("is cut short");
        int width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]);
        int height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]);
        if (width == 0 || height == 0) return HeaderResult.Broken("has no pixels");
        long at = 13 + TableSize(data[10]);
        var frames = 0;
        var transparent = false;
        while (at < data.Length && data[(int)at] != Trailer)
        {
            switch (data[(int)at])
            {
                case Extension when at + 4 < data.Length:
                    transparent |= frames == 0 && data[(int)at + 1] == GraphicControl && (data[(int)at + 3] & 1) != 0;
                    at = SkipBlocks(data, at + 2);
                    break;
                case ImageDescriptor when at + 10 < data.Length:
                    frames++;
                    at = SkipBlocks(data, at + 10 + TableSize(data[(int)at + 9]) + 1);
                    break;
                default:
                    return frames > 0 ? Header() : HeaderResult.Broken("has broken blocks");
            }
        }
        return frames == 0 ? HeaderResult.Broken("is cut short") : Header();

        HeaderResult Header() => new ImageHeader(ImageFormat.Gif, width, height) { HasAlpha = transparent, FrameCount = frames };
    }

    private static int TableSize(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));

    private static long SkipBlocks(ReadOnlySpan<byte> data, long at)
    {
        while (at < data.Length && data[(int)at] != 0) at += data[(int)at] + 1;
        return at + 1;
    }
}
