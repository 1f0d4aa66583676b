using System.Buffers.Binary;
using Publish.Fonts.OpenType;

namespace Publish.Fonts.Subsetting;

/// <summary>The CFF table of a font as a PDF embeds it (Adobe Technical Note 5176).</summary>
internal static class CffTable
{
    // Operators of a Top DICT (5176, tables 9 and 10): ROS is 12 30.
    private const int Charset = 15;
    private const int Escape = 12;
    private const int Ros = 30;

    /// <summary>
    /// The table, its characters numbered as its glyphs. In a CID-keyed CFF the CIDs of a PDF go through the table's charset (ISO 32000-1, 9.7.4.2), and a
    /// subset still carries the numbers of the whole font there: they are replaced. A name-keyed CFF is taken by glyph id as it is.
    /// </summary>
    /// <param name="sfnt">A font file.</param>
    /// <param name="glyphCount">How many glyphs it has.</param>
    /// <returns>Empty where the table is broken.</returns>
    public static byte[] ForCidFont(byte[] sfnt, int glyphCount)
    {
        if (SfntFile.Open(sfnt, 0, out _) is not { } file) return [];
        var cff = file.Table("CFF ").ToArray();
        if (cff.Length < 4 || !TryFindCharset(cff, out var isCid, out var charset)) return [];
        if (!isCid || glyphCount < 2) return cff;
        return TryWriteIdentity(cff.AsSpan(charset), glyphCount) ? cff : [];
    }

    /// <summary>Writes a charset that gives each glyph its own number, in no more room than the old one takes.</summary>
    private static bool TryWriteIdentity(Span<byte> charset, int glyphCount)
    {
        if (charset.Length < 3) return false;
        var after = glyphCount - 2; // glyphs after the first one that isn't .notdef
        if (after == 0)
        {
            charset[0] = 0; // format 0: one number for each glyph
            BinaryPrimitives.WriteUInt16BigEndian(charset[1..], 1);
            return true;
        }
        // A charset of two or more glyphs takes at least four bytes (format 1 with one range); of more than 256 at least five.
        if (after < 256)
        {
            if (charset.Length < 4) return false;
            charset[0] = 1; // format 1: ranges with one byte for what follows the first
            BinaryPrimitives.WriteUInt16BigEndian(charset[1..], 1);
            charset[3] = (byte)after;
            return true;
        }
        if (charset.Length < 5) return false;
        charset[0] = 2; // format 2: ranges with two bytes
        BinaryPrimitives.WriteUInt16BigEndian(charset[1..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(charset[3..], (ushort)after);
        return true;
    }

    private static bool TryFindCharset(ReadOnlySpan<byte> cff, out bool isCid, out int charset)
    {
        isCid = false;
        charset = 0;
        if (!TryReadIndex(cff, cff[2], out _, out var afterNames)) return false;
        if (!TryReadIndex(cff, afterNames, out var dict, out _)) return false;
        var operand = 0;
        for (var i = 0; i < dict.Length;)
        {
            int b = dict[i];
            if (b <= 21)
            {
                if (b == Escape)
                {
                    isCid |= i + 1 < dict.Length && dict[i + 1] == Ros;
                    i++;
                }
                else if (b == Charset)
                {
                    charset = operand;
                }
                i++;
                continue;
            }
            var size = b switch { 28 => 3, 29 => 5, 30 => RealSize(dict[i..]), >= 247 and <= 254 => 2, _ => 1 };
            if (i + size > dict.Length) return false;
            operand = b switch
            {
                28 => BinaryPrimitives.ReadInt16BigEndian(dict[(i + 1)..]),
                29 => BinaryPrimitives.ReadInt32BigEndian(dict[(i + 1)..]),
                >= 247 and <= 250 => ((b - 247) * 256) + dict[i + 1] + 108,
                >= 251 and <= 254 => (-(b - 251) * 256) - dict[i + 1] - 108,
                _ => b - 139,
            };
            i += size;
        }
        // Offsets 0 to 2 are charsets that the specification lists; a CID-keyed font has its own.
        return !isCid || (charset > 2 && charset < cff.Length);
    }

    private static int RealSize(ReadOnlySpan<byte> bytes)
    {
        var size = 1;
        while (size < bytes.Length && (bytes[size] & 0xF) != 0xF && bytes[size] >> 4 != 0xF) size++;
        return size + 1;
    }

    /// <summary>Reads the first object of an INDEX (5176, section 5).</summary>
    private static bool TryReadIndex(ReadOnlySpan<byte> cff, int at, out ReadOnlySpan<byte> first, out int end)
    {
        first = default;
        end = 0;
        if (at + 2 > cff.Length) return false;
        int count = BinaryPrimitives.ReadUInt16BigEndian(cff[at..]);
        if (count == 0)
        {
            end = at + 2;
            return true;
        }
        if (at + 3 > cff.Length) return false;
        int size = cff[at + 2];
        var offsets = at + 3;
        long dataStart = offsets + ((long)size * (count + 1)) - 1;
        if (size is < 1 or > 4 || dataStart + 1 > cff.Length) return false;
        var from = dataStart + Offset(cff[offsets..], size);
        var to = dataStart + Offset(cff[(offsets + size)..], size);
        var last = dataStart + Offset(cff[(offsets + (size * count))..], size);
        if (from > to || to > last || last > cff.Length || from < dataStart) return false;
        first = cff[(int)from..(int)to];
        end = (int)last;
        return true;
    }

    private static uint Offset(ReadOnlySpan<byte> bytes, int size)
    {
        uint value = 0;
        for (var i = 0; i < size; i++) value = (value << 8) | bytes[i];
        return value;
    }
}
