using System.Buffers.Binary;

namespace Publish.Fonts.OpenType;

/// <summary>The table directory of one face of an OpenType file (OpenType 1.9, "Organization of an OpenType Font"). Nothing is read outside the file's bytes.</summary>
internal sealed class SfntFile
{
    private const uint TrueType = 0x00010000;
    private const uint Cff = 0x4F54544F; // 'OTTO'
    private const uint AppleTrueType = 0x74727565; // 'true'
    private const uint Collection = 0x74746366; // 'ttcf'
    private const uint Woff = 0x774F4646; // 'wOFF'
    private const uint Woff2 = 0x774F4632; // 'wOF2'

    // No font has as many; a header that says so is not one.
    private const int MostTables = 256;
    private const int MostFaces = 256;

    private readonly ReadOnlyMemory<byte> _data;
    private readonly List<(string Tag, int Offset, int Length)> _tables;

    private SfntFile(ReadOnlyMemory<byte> data, List<(string Tag, int Offset, int Length)> tables)
    {
        _data = data;
        _tables = tables;
    }

    /// <summary>Tags of the tables in the order of the directory.</summary>
    public IEnumerable<string> Tags => _tables.Select(static t => t.Tag);

    /// <summary>Whether there is such a table.</summary>
    public bool Has(string tag) => _tables.Exists(t => t.Tag == tag);

    /// <summary>A table; empty where there is none.</summary>
    public ReadOnlySpan<byte> Table(string tag) => Memory(tag).Span;

    /// <summary>A table, to keep; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Memory(string tag)
    {
        foreach (var table in _tables)
            if (table.Tag == tag) return _data.Slice(table.Offset, table.Length);
        return default;
    }

    /// <summary>How many faces a file holds: more than one only in a collection, none where it is no font.</summary>
    public static int CountFaces(ReadOnlySpan<byte> data)
    {
        if (data.Length < 12) return 0;
        switch (BinaryPrimitives.ReadUInt32BigEndian(data))
        {
            case TrueType or Cff or AppleTrueType:
                return 1;
            case Collection:
                var count = BinaryPrimitives.ReadUInt32BigEndian(data[8..]);
                return count <= MostFaces && data.Length >= 12 + (4 * (int)count) ? (int)count : 0;
            default:
                return 0;
        }
    }

    /// <summary>Reads the directory of a face.</summary>
    /// <param name="data">The file, whole.</param>
    /// <param name="index">Which face of a collection.</param>
    /// <param name="problem">What is wrong, in words that end a sentence beginning "the file …"; null where nothing is.</param>
    public static SfntFile? Open(ReadOnlyMemory<byte> data, int index, out string? problem)
    {
        var bytes = data.Span;
        problem = null;
        if (bytes.Length < 12)
        {
            problem = "is too short to be a font";
            return null;
        }
        long start = 0;
        var signature = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (signature is Woff or Woff2)
        {
            problem = "is a web font (WOFF)";
            return null;
        }
        if (signature == Collection)
        {
            if (index >= CountFaces(bytes))
            {
                problem = "is a collection cut short";
                return null;
            }
            start = BinaryPrimitives.ReadUInt32BigEndian(bytes[(12 + (4 * index))..]);
            if (start > bytes.Length - 12)
            {
                problem = "is a collection cut short";
                return null;
            }
            signature = BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)start..]);
        }
        if (signature is not (TrueType or Cff or AppleTrueType))
        {
            problem = "is not an OpenType font";
            return null;
        }
        int count = BinaryPrimitives.ReadUInt16BigEndian(bytes[((int)start + 4)..]);
        if (count is 0 or > MostTables || start + 12 + (16 * count) > bytes.Length)
        {
            problem = "has a broken table directory";
            return null;
        }
        var tables = new List<(string, int, int)>(count);
        for (var i = 0; i < count; i++)
        {
            var record = bytes.Slice((int)start + 12 + (16 * i), 16);
            var tag = string.Create(4, BinaryPrimitives.ReadUInt32BigEndian(record), static (text, value) =>
            {
                for (var c = 3; c >= 0; c--, value >>= 8) text[c] = (char)(value & 0xFF);
            });
            long offset = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            long length = BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            if (offset + length > bytes.Length)
            {
                problem = $"is cut short: its table '{tag.TrimEnd()}' lies beyond the end";
                return null;
            }
            tables.Add((tag, (int)offset, (int)length));
        }
        return new SfntFile(data, tables);
    }
}
