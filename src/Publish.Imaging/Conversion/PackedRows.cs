using System.IO.Compression;

namespace Publish.Imaging;

/// <summary>
/// Packs samples for FlateDecode: each row through the PNG filter that leaves the smallest differences (ISO/IEC 15948, 12.8: the sum of absolute values), or
/// none at all where that packs better, as it does with flat colours.
/// </summary>
public static class PackedRows
{
    private const int Filters = 5;

    /// <summary>Packs a picture.</summary>
    /// <param name="picture">A picture with <see cref="PictureEncoding.Samples"/>; others come back as they are.</param>
    /// <returns>The picture with <see cref="PictureEncoding.PngRows"/>, or null where its samples pack no worse without filters.</returns>
    public static PrintPicture? Pack(PrintPicture picture)
    {
        if (picture.Encoding != PictureEncoding.Samples || picture.BitsPerComponent != 8 || !picture.Palette.IsEmpty) return null;
        var filtered = Filter(picture.Data.Span, picture.Width * picture.Channels, picture.Channels);
        var packed = Compress(filtered, CompressionLevel.SmallestSize);
        return packed.Length < Compress(picture.Data.Span, CompressionLevel.Optimal).Length ? picture with { Encoding = PictureEncoding.PngRows, Data = packed } : null;
    }

    /// <summary>About how many bytes the samples of a picture pack into.</summary>
    internal static int Estimate(PrintPicture picture) =>
        Compress(Filter(picture.Data.Span, picture.Width * picture.Channels, picture.Channels), CompressionLevel.Fastest).Length;

    /// <summary>The rows, each with the number of its filter before it.</summary>
    internal static byte[] Filter(ReadOnlySpan<byte> samples, int rowBytes, int step)
    {
        var height = samples.Length / rowBytes;
        var result = new byte[(rowBytes + 1) * height];
        var trial = new byte[rowBytes];
        var empty = new byte[rowBytes];
        for (var y = 0; y < height; y++)
        {
            var row = samples.Slice(y * rowBytes, rowBytes);
            var above = y == 0 ? empty : samples.Slice((y - 1) * rowBytes, rowBytes);
            var target = result.AsSpan(y * (rowBytes + 1), rowBytes + 1);
            var best = long.MaxValue;
            for (var filter = 0; filter < Filters; filter++)
            {
                var cost = Apply(filter, row, above, step, trial, best);
                if (cost >= best) continue;
                best = cost;
                target[0] = (byte)filter;
                trial.CopyTo(target[1..]);
            }
        }
        return result;
    }

    private static long Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> target, long limit)
    {
        var cost = 0L;
        for (var x = 0; x < row.Length; x++)
        {
            int left = x < step ? 0 : row[x - step];
            int corner = x < step ? 0 : above[x - step];
            var predicted = filter switch { 0 => 0, 1 => left, 2 => above[x], 3 => (left + above[x]) >> 1, _ => Paeth(left, above[x], corner) };
            var difference = unchecked((byte)(row[x] - predicted));
            target[x] = difference;
            cost += difference < 128 ? difference : 256 - difference;
            if (cost >= limit) return cost;
        }
        return cost;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static byte[] Compress(ReadOnlySpan<byte> data, CompressionLevel level)
    {
        using var output = new MemoryStream((data.Length / 2) + 64);
        using (var zlib = new ZLibStream(output, level, leaveOpen: true)) zlib.Write(data);
        return output.ToArray();
    }
}
