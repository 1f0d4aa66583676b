using System.Buffers.Binary;
using System.Text;

namespace Publish.Fonts.OpenType;

/// <summary>The names a face gives itself (OpenType 1.9, table 'name'): in English from the Windows platform, else from Macintosh Roman.</summary>
internal sealed record FontNames(string Family, string Style, string PostScript)
{
    private const int FamilyId = 1;
    private const int StyleId = 2;
    private const int PostScriptId = 6;
    private const int TypographicFamilyId = 16;
    private const int TypographicStyleId = 17;

    // A name longer than this is no name.
    private const int LongestName = 1024;

    /// <summary>Reads the table.</summary>
    public static FontNames Read(ReadOnlySpan<byte> table)
    {
        var family = Find(table, TypographicFamilyId) ?? Find(table, FamilyId) ?? "";
        var style = Find(table, TypographicStyleId) ?? Find(table, StyleId) ?? "";
        return new FontNames(family, style, PostScriptName(Find(table, PostScriptId), family, style));
    }

    /// <summary>A PostScript name has only printable ASCII without delimiters and at most 63 characters (table 'name', name id 6).</summary>
    private static string PostScriptName(string? name, string family, string style)
    {
        if (string.IsNullOrEmpty(name)) name = style.Length == 0 ? family : $"{family}-{style}";
        var clean = new StringBuilder(name.Length);
        foreach (var c in name)
            if (c is > ' ' and < (char)127 && !"[](){}<>/%#".Contains(c, StringComparison.Ordinal) && clean.Length < 63) clean.Append(c);
        return clean.Length == 0 ? "Font" : clean.ToString();
    }

    private static string? Find(ReadOnlySpan<byte> table, int wanted)
    {
        if (table.Length < 6) return null;
        int count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        int storage = BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
        string? fallback = null;
        for (var i = 0; i < count && 6 + (12 * (i + 1)) <= table.Length; i++)
        {
            var record = table.Slice(6 + (12 * i), 12);
            if (BinaryPrimitives.ReadUInt16BigEndian(record[6..]) != wanted) continue;
            int platform = BinaryPrimitives.ReadUInt16BigEndian(record);
            int encoding = BinaryPrimitives.ReadUInt16BigEndian(record[2..]);
            int language = BinaryPrimitives.ReadUInt16BigEndian(record[4..]);
            int length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
            var start = storage + BinaryPrimitives.ReadUInt16BigEndian(record[10..]);
            if (length is 0 or > LongestName || start + length > table.Length) continue;
            var bytes = table.Slice(start, length);
            switch (platform)
            {
                case 3 when encoding is 0 or 1 or 10 && language == 0x0409:
                    return Encoding.BigEndianUnicode.GetString(bytes);
                case 3 when encoding is 0 or 1 or 10:
                case 0:
                    fallback ??= Encoding.BigEndianUnicode.GetString(bytes);
                    break;
                case 1 when encoding == 0 && language == 0:
                    fallback ??= Encoding.Latin1.GetString(bytes);
                    break;
            }
        }
        return fallback;
    }
}
