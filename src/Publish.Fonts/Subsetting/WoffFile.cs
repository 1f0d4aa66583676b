using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Publish.Fonts.OpenType;

namespace Publish.Fonts.Subsetting;

/// <summary>Packs a font file as WOFF 1.0 (W3C Recommendation, 13 December 2012): the same tables, each compressed by zlib where that makes it smaller.</summary>
internal static class WoffFile
{
    private const uint Signature = 0x774F4646; // 'wOFF'
    private const int HeaderSize = 44;
    private const int EntrySize = 20;

    // 9 takes longer and makes the tables of fonts no smaller.
    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 6 };

    /// <summary>The packed font.</summary>
    /// <param name="font">A font file with one face.</param>
    public static byte[] Pack(byte[] font)
    {
        var file = SfntFile.Open(font, 0, out _)!;
        var tags = file.Tags.Order(StringComparer.Ordinal).ToArray();
        var packed = tags.Select(tag => Compress(file.Table(tag))).ToArray();
        var length = HeaderSize + (EntrySize * tags.Length) + packed.Sum(static p => SfntWriter.Padded(p.Length));
        var unpacked = 12 + (16 * tags.Length) + tags.Sum(tag => SfntWriter.Padded(file.Table(tag).Length));
        var bytes = new byte[length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Signature);
        font.AsSpan(0, 4).CopyTo(bytes.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), (uint)length);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(12), (ushort)tags.Length);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), (uint)unpacked);
        file.Table("head").Slice(4, 4).CopyTo(bytes.AsSpan(20)); // version: fontRevision
        var offset = HeaderSize + (EntrySize * tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var table = file.Table(tags[i]);
            var entry = bytes.AsSpan(HeaderSize + (EntrySize * i), EntrySize);
            Encoding.Latin1.GetBytes(tags[i], entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)packed[i].Length);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)table.Length);
            BinaryPrimitives.WriteUInt32BigEndian(entry[16..], CheckSum(tags[i], table));
            packed[i].CopyTo(bytes, offset);
            offset += SfntWriter.Padded(packed[i].Length);
        }
        return bytes;
    }

    /// <summary>The sum in the directory counts head.checkSumAdjustment as zero (OpenType 1.9, "Calculating checksums").</summary>
    private static uint CheckSum(string tag, ReadOnlySpan<byte> table)
    {
        var padded = new byte[SfntWriter.Padded(table.Length)];
        table.CopyTo(padded);
        if (tag == "head") padded.AsSpan(8, 4).Clear();
        return SfntWriter.CheckSum(padded);
    }

    private static byte[] Compress(ReadOnlySpan<byte> table)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, Level, leaveOpen: true)) zlib.Write(table);
        return packed.Length < table.Length ? packed.ToArray() : table.ToArray();
    }
}
