using System.Buffers;

namespace Publish.Pdf.Syntax;

/// <summary>
/// Text strings: PDFDocEncoding where every character has a place in it, UTF-16 with a byte order mark otherwise (ISO 32000-1, 7.9.2.2); written as
/// a literal or in hexadecimal, whichever is shorter.
/// </summary>
internal static class Strings
{
    // What PDFDocEncoding has outside ASCII and Latin-1 (ISO 32000-1, annex D.2): code, character.
    private static readonly (byte Code, char Character)[] Others =
    [
        (0x18, '\u02D8'), (0x19, '\u02C7'), (0x1A, '\u02C6'), (0x1B, '\u02D9'), (0x1C, '\u02DD'), (0x1D, '\u02DB'), (0x1E, '\u02DA'), (0x1F, '\u02DC'),
        (0x80, '\u2022'), (0x81, '\u2020'), (0x82, '\u2021'), (0x83, '\u2026'), (0x84, '\u2014'), (0x85, '\u2013'), (0x86, '\u0192'), (0x87, '\u2044'),
        (0x88, '\u2039'), (0x89, '\u203A'), (0x8A, '\u2212'), (0x8B, '\u2030'), (0x8C, '\u201E'), (0x8D, '\u201C'), (0x8E, '\u201D'), (0x8F, '\u2018'),
        (0x90, '\u2019'), (0x91, '\u201A'), (0x92, '\u2122'), (0x93, '\uFB01'), (0x94, '\uFB02'), (0x95, '\u0141'), (0x96, '\u0152'), (0x97, '\u0160'),
        (0x98, '\u0178'), (0x99, '\u017D'), (0x9A, '\u0131'), (0x9B, '\u0142'), (0x9C, '\u0153'), (0x9D, '\u0161'), (0x9E, '\u017E'), (0xA0, '\u20AC'),
    ];

    private static readonly SearchValues<byte> Unsafe = SearchValues.Create("()\\\r\n"u8);

    /// <summary>The bytes of a text string, before escaping.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var code = PdfDocCode(text[i]);
            if (code < 0)
            {
                return EncodeUtf16(text);
            }

            bytes[i] = (byte)code;
        }

        return bytes;
    }

    /// <summary>The bytes of a text string in UTF-16, byte order mark first. A surrogate without its fellow becomes U+FFFD.</summary>
    public static byte[] EncodeUtf16(ReadOnlySpan<char> text)
    {
        var bytes = new byte[2 + (text.Length * 2)];
        bytes[0] = 0xFE;
        bytes[1] = 0xFF;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var paired = char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                : !char.IsLowSurrogate(c) || (i > 0 && char.IsHighSurrogate(text[i - 1]));
            if (!paired)
            {
                c = '\uFFFD';
            }

            bytes[2 + (i * 2)] = (byte)(c >> 8);
            bytes[3 + (i * 2)] = (byte)(c & 0xFF);
        }

        return bytes;
    }

    /// <summary>A string of bytes, as a literal or in hexadecimal, whichever is shorter.</summary>
    public static void AddString(this ByteBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        var escapes = 0;
        var binary = false;
        foreach (var b in bytes)
        {
            escapes += b is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r' or (byte)'\n' ? 1 : 0;
            binary |= b is < 0x20 and not (byte)'\n' and not (byte)'\r' || b >= 0x7F;
        }

        // Literal bytes outside ASCII are legal; only where zeros abound (UTF-16) is hexadecimal as good for reading and no worse once deflated.
        if (binary && bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
        {
            AddHexadecimal(buffer, bytes);
        }
        else
        {
            AddLiteral(buffer, bytes, escapes);
        }
    }

    /// <summary>A string in hexadecimal.</summary>
    public static void AddHexadecimal(this ByteBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        var room = buffer.Room((bytes.Length * 2) + 2);
        room[0] = (byte)'<';
        var at = 1;
        foreach (var b in bytes)
        {
            room[at++] = HexDigit(b >> 4);
            room[at++] = HexDigit(b & 15);
        }

        room[at++] = (byte)'>';
        buffer.Advance(at);
    }

    /// <summary>A hexadecimal digit, in capitals.</summary>
    public static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private static void AddLiteral(ByteBuffer buffer, ReadOnlySpan<byte> bytes, int escapes)
    {
        buffer.Add((byte)'(');
        if (escapes == 0)
        {
            buffer.Add(bytes);
        }
        else
        {
            AddEscaped(buffer, bytes);
        }

        buffer.Add((byte)')');
    }

    /// <summary>The inside of a literal string, escaped.</summary>
    public static void AddEscaped(this ByteBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var at = bytes.IndexOfAny(Unsafe);
            if (at < 0)
            {
                buffer.Add(bytes);
                return;
            }

            buffer.Add(bytes[..at]);
            buffer.Add((byte)'\\');
            buffer.Add(bytes[at] switch { (byte)'\r' => (byte)'r', (byte)'\n' => (byte)'n', var other => other });
            bytes = bytes[(at + 1)..];
        }
    }

    private static int PdfDocCode(char c)
    {
        // A string that begins with the bytes of a byte order mark ("þÿ") would be misread; both letters take the long way.
        if (c is (>= ' ' and <= '~') or '\t' or '\n' or '\r' or (>= '\u00A1' and <= '\u00FD' and not '\u00AD'))
        {
            return c;
        }

        foreach (var (code, character) in Others)
        {
            if (character == c)
            {
                return code;
            }
        }

        return -1;
    }
}
