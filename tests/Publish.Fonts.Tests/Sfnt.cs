using System.Buffers.Binary;
using System.Text;

namespace Publish.Fonts.Tests;

/// <summary>Font files taken apart and put together, so that tests can make what no maker would ship.</summary>
internal static class Sfnt
{
    public static SortedDictionary<string, byte[]> Tables(byte[] font)
    {
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        int count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var record = font.AsSpan(12 + (16 * i), 16);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            tables[Encoding.Latin1.GetString(record[..4])] = font[offset..(offset + (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]))];
        }
        return tables;
    }

    public static byte[] Build(SortedDictionary<string, byte[]> tables) => Build(tables, 0);

    /// <summary>The face of <paramref name="font"/> with one table replaced; null drops it.</summary>
    public static byte[] With(byte[] font, string tag, byte[]? table)
    {
        var tables = Tables(font);
        if (table is null) tables.Remove(tag);
        else tables[tag] = table;
        return Build(tables);
    }

    public static byte[] WithEmbeddingBits(byte[] font, ushort bits)
    {
        var os2 = Tables(font)["OS/2"];
        BinaryPrimitives.WriteUInt16BigEndian(os2.AsSpan(8), bits);
        return With(font, "OS/2", os2);
    }

    public static byte[] Collection(params byte[][] fonts)
    {
        var header = 12 + (4 * fonts.Length);
        var bytes = new List<byte>(new byte[header]);
        for (var i = 0; i < fonts.Length; i++)
        {
            var start = bytes.Count;
            bytes.AddRange(Build(Tables(fonts[i]), start));
            var offset = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(offset, start);
            for (var b = 0; b < 4; b++) bytes[12 + (4 * i) + b] = offset[b];
        }
        var result = bytes.ToArray();
        "ttcf\0\u0001\0\0"u8.CopyTo(result);
        BinaryPrimitives.WriteInt32BigEndian(result.AsSpan(8), fonts.Length);
        return result;
    }

    /// <summary>A subset made for a PDF, with the tables it may do without, so that it can be read again.</summary>
    public static byte[] Wrapped(FontSubset subset, byte[] original)
    {
        byte[] emptyMap = [0, 0, 0, 0];
        if (!subset.IsCff) return With(subset.Data, "cmap", emptyMap);
        var tables = Tables(original);
        var glyphs = new byte[] { (byte)(subset.GlyphCount >> 8), (byte)subset.GlyphCount };
        var horizontal = tables["hhea"];
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(34), 1);
        return Build(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["CFF "] = subset.Data,
            ["cmap"] = emptyMap,
            ["head"] = tables["head"],
            ["hhea"] = horizontal,
            ["hmtx"] = new byte[4 + (2 * subset.GlyphCount)],
            ["maxp"] = [0, 0, 0x50, 0, .. glyphs],
        });
    }

    private static byte[] Build(SortedDictionary<string, byte[]> tables, int origin)
    {
        var offset = 12 + (16 * tables.Count);
        var bytes = new byte[offset + tables.Values.Sum(t => (t.Length + 3) & ~3)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, tables.ContainsKey("glyf") ? 0x00010000u : 0x4F54544Fu);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), (ushort)tables.Count);
        var i = 0;
        foreach (var (tag, table) in tables)
        {
            Encoding.Latin1.GetBytes(tag, bytes.AsSpan(12 + (16 * i)));
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12 + (16 * i) + 8), origin + offset);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12 + (16 * i) + 12), table.Length);
            table.CopyTo(bytes, offset);
            offset += (table.Length + 3) & ~3;
            i++;
        }
        return bytes;
    }
}
