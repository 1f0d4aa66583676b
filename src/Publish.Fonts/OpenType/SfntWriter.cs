using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Publish.Fonts.OpenType;

/// <summary>Writes one face as a file of its own: what taking it out of a collection needs (OpenType 1.9, "Organization of an OpenType Font").</summary>
internal static class SfntWriter
{
    /// <summary>The tables of a face as a font file, sorted by tag, each at a multiple of four bytes.</summary>
    public static byte[] Write(SfntFile file)
    {
        var tags = file.Tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var size = 12 + (16 * tags.Length) + tags.Sum(tag => Padded(file.Table(tag).Length));
        var bytes = new byte[size];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, file.Has("glyf") ? 0x00010000u : 0x4F54544Fu);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), (ushort)tags.Length);
        var log = BitOperations.Log2((uint)tags.Length);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), (ushort)((16 * tags.Length) - (16 << log)));
        var offset = 12 + (16 * tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var table = file.Table(tags[i]);
            table.CopyTo(bytes.AsSpan(offset));
            var record = bytes.AsSpan(12 + (16 * i), 16);
            Encoding.Latin1.GetBytes(tags[i], record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], CheckSum(bytes.AsSpan(offset, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)table.Length);
            offset += Padded(table.Length);
        }
        return bytes;
    }

    /// <summary>The sum of a table's 32-bit words.</summary>
    /// <param name="table">The table, filled with zeros to a multiple of four bytes.</param>
    public static uint CheckSum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        for (var i = 0; i + 4 <= table.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(table[i..]));
        return sum;
    }

    /// <summary>A length up to the next multiple of four.</summary>
    public static int Padded(int length) => (length + 3) & ~3;
}
