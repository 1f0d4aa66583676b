using System.IO.Compression;
using Publish.Imaging.Inspection;

namespace Publish.Imaging.Conversion;

/// <summary>Unpacks the rows of a PNG that isn't interlaced (ISO/IEC 15948, clauses 7 to 9); memory and time are bounded by what its header says.</summary>
internal static class PngRows
{
    /// <summary>The zlib stream in one piece.</summary>
    public static ReadOnlyMemory<byte> Packed(ReadOnlyMemory<byte> file, PngHeader header)
    {
        if (header.Pieces.Count == 1) return file[header.Pieces[0]];
        var packed = new byte[header.Pieces.Sum(p => p.End.Value - p.Start.Value)];
        var at = 0;
        foreach (var piece in header.Pieces)
        {
            file[piece].Span.CopyTo(packed.AsSpan(at));
            at += piece.End.Value - piece.Start.Value;
        }
        return packed;
    }

    /// <summary>Whether the stream unpacks to just the rows that the header promises, each with a filter that exists.</summary>
    public static bool AreWhole(ReadOnlyMemory<byte> packed, PngHeader header)
    {
        try
        {
            using var stream = Open(packed);
            var row = new byte[header.RowBytes + 1];
            for (var y = 0; y < header.Height; y++)
                if (stream.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length || row[0] > 4) return false;
            return stream.Read(row) == 0;
        }
        catch (Exception e) when (IsDamage(e))
        {
            return false;
        }
    }

    /// <summary>The rows with filters undone, one after the other; null where the stream is damaged.</summary>
    public static byte[]? Unpack(ReadOnlyMemory<byte> packed, PngHeader header)
    {
        var rowBytes = header.RowBytes;
        var step = Math.Max(1, header.Channels * header.BitDepth / 8);
        var rows = new byte[(long)rowBytes * header.Height];
        var previous = new byte[rowBytes].AsSpan();
        Span<byte> filter = stackalloc byte[1];
        try
        {
            using var stream = Open(packed);
            for (var y = 0; y < header.Height; y++)
            {
                var row = rows.AsSpan(y * rowBytes, rowBytes);
                if (stream.Read(filter) < 1 || stream.ReadAtLeast(row, rowBytes, throwOnEndOfStream: false) < rowBytes) return null;
                if (!Undo(filter[0], row, previous, step)) return null;
                previous = row;
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            return null;
        }
        return rows;
    }

    // What zlib itself refuses comes as an exception of its own, a kind of I/O error.
    private static bool IsDamage(Exception e) => e is InvalidDataException or IOException;

    private static BufferedStream Open(ReadOnlyMemory<byte> packed) =>
        new(new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress), 65536);

    private static bool Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        unchecked
        {
            switch (filter)
            {
                case 0:
                    return true;
                case 1:
                    for (var i = step; i < row.Length; i++) row[i] += row[i - step];
                    return true;
                case 2:
                    for (var i = 0; i < row.Length; i++) row[i] += above[i];
                    return true;
                case 3:
                    for (var i = 0; i < row.Length; i++) row[i] += (byte)(((i < step ? 0 : row[i - step]) + above[i]) >> 1);
                    return true;
                case 4:
                    for (var i = 0; i < row.Length; i++)
                        row[i] += i < step ? above[i] : Paeth(row[i - step], above[i], above[i - step]);
                    return true;
                default:
                    return false;
            }
        }
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var estimate = left + above - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
