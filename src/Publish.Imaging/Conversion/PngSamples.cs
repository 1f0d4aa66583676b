using System.Buffers.Binary;
using Publish.Imaging.Inspection;

namespace Publish.Imaging.Conversion;

/// <summary>Decodes a PNG that isn't interlaced into samples of 8 bits.</summary>
internal static class PngSamples
{
    /// <summary>The samples; null where the stream is damaged.</summary>
    public static Samples? Decode(ReadOnlyMemory<byte> file, PngHeader header)
    {
        if (PngRows.Unpack(PngRows.Packed(file, header), header) is not { } rows) return null;
        if (header.ColorType == 3) return FromPalette(rows, header);
        var (colors, alpha) = Split(rows, header);
        return new Samples(header.Width, header.Height, header.ColorType is 2 or 6 ? PictureColor.Rgb : PictureColor.Gray, colors, alpha);
    }

    private static Samples FromPalette(byte[] rows, PngHeader header)
    {
        var palette = header.Palette.Span;
        var opacity = header.Transparency.Span;
        var pixels = header.Width * header.Height;
        var colors = new byte[3 * pixels];
        var alpha = opacity.IsEmpty ? null : new byte[pixels];
        for (var y = 0; y < header.Height; y++)
        {
            var row = rows.AsSpan(y * header.RowBytes, header.RowBytes);
            for (var x = 0; x < header.Width; x++)
            {
                var index = Sample(row, x, header.BitDepth);
                var pixel = (y * header.Width) + x;
                // An index beyond the palette is an error that decoders show as black.
                if ((3 * index) + 3 <= palette.Length) palette.Slice(3 * index, 3).CopyTo(colors.AsSpan(3 * pixel));
                if (alpha is not null) alpha[pixel] = index < opacity.Length ? opacity[index] : (byte)255;
            }
        }
        return new Samples(header.Width, header.Height, PictureColor.Rgb, colors, alpha);
    }

    private static (byte[] Colors, byte[]? Alpha) Split(byte[] rows, PngHeader header)
    {
        var channels = header.Channels;
        var hasAlpha = header.ColorType is 4 or 6;
        var colorChannels = hasAlpha ? channels - 1 : channels;
        var key = hasAlpha ? [] : Key(header, colorChannels);
        var pixels = header.Width * header.Height;
        var colors = new byte[colorChannels * pixels];
        var alpha = hasAlpha || key.Length > 0 ? new byte[pixels] : null;
        var most = (1 << header.BitDepth) - 1;
        var (toColor, toAlpha) = (0, 0);
        for (var y = 0; y < header.Height; y++)
        {
            var row = rows.AsSpan(y * header.RowBytes, header.RowBytes);
            for (var x = 0; x < header.Width; x++)
            {
                var matches = key.Length > 0;
                for (var c = 0; c < colorChannels; c++)
                {
                    var sample = Sample(row, (x * channels) + c, header.BitDepth);
                    matches = matches && sample == key[c];
                    colors[toColor++] = To8(sample, header.BitDepth, most);
                }
                if (hasAlpha) alpha![toAlpha++] = To8(Sample(row, (x * channels) + colorChannels, header.BitDepth), header.BitDepth, most);
                else if (alpha is not null) alpha[toAlpha++] = matches ? (byte)0 : (byte)255;
            }
        }
        return (colors, alpha);
    }

    private static int[] Key(PngHeader header, int channels)
    {
        if (header.Transparency.Length < 2 * channels) return [];
        var key = new int[channels];
        for (var c = 0; c < channels; c++) key[c] = BinaryPrimitives.ReadUInt16BigEndian(header.Transparency.Span[(2 * c)..]);
        return key;
    }

    private static int Sample(ReadOnlySpan<byte> row, int index, int depth) => depth switch
    {
        8 => row[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]),
        _ => (row[index * depth >> 3] >> (8 - depth - (index * depth & 7))) & ((1 << depth) - 1),
    };

    private static byte To8(int sample, int depth, int most) => depth switch
    {
        8 => (byte)sample,
        16 => (byte)(((sample * 255) + 32767) / 65535),
        _ => (byte)(sample * 255 / most),
    };
}
