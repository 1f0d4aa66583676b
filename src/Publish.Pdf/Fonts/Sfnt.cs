using System.Buffers.Binary;

namespace Publish.Pdf.Fonts;

/// <summary>The little that has to be read from a subset's own tables (OpenType 1.9, "Organization of an OpenType Font").</summary>
internal static class Sfnt
{
    /// <summary>A table; empty where the font has none of that name.</summary>
    public static ReadOnlyMemory<byte> Table(ReadOnlyMemory<byte> font, ReadOnlySpan<byte> tag)
    {
        var bytes = font.Span;
        if (bytes.Length < 12)
        {
            return default;
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        for (var i = 0; i < count && bytes.Length >= 28 + (i * 16); i++)
        {
            var record = bytes.Slice(12 + (i * 16), 16);
            if (!record[..4].SequenceEqual(tag))
            {
                continue;
            }

            var offset = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            return offset <= bytes.Length && length <= bytes.Length - offset ? font.Slice((int)offset, (int)length) : default;
        }

        return default;
    }

    /// <summary>Glyphs in the font, as its <c>maxp</c> table says; 0 where it has none.</summary>
    public static int GlyphCount(ReadOnlyMemory<byte> font)
    {
        var table = Table(font, "maxp"u8).Span;
        return table.Length < 6 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
    }
}
