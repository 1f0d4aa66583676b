namespace Publish.Typesetting.Text.Words;

/// <summary>Scripts of characters (ISO 15924), as far as shaping needs to know.</summary>
internal static class Scripts
{
    /// <summary>The script of a text: that of its first letter that has one; Latin for marks and digits alone.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x250)
            {
                if (char.IsAsciiLetter(text[i]) || text[i] >= 0xC0)
                    return "Latn";
                continue;
            }

            var codePoint = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
            if (Of(codePoint) is { } script)
                return script;
        }

        return "Latn";
    }

    /// <summary>Where the script of a text changes, from <paramref name="start"/> on; the length of the text where it doesn't.</summary>
    public static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        string? current = null;
        for (var i = start; i < text.Length; i++)
        {
            string? script;
            var length = 1;
            if (text[i] < 0x250)
            {
                script = char.IsAsciiLetter(text[i]) || text[i] >= 0xC0 ? "Latn" : null;
            }
            else
            {
                var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                length = pair ? 2 : 1;
                script = Of(pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
            }

            if (script is not null && current is not null && !string.Equals(script, current, StringComparison.Ordinal))
                return i;
            current ??= script;
            i += length - 1;
        }

        return text.Length;
    }

    // Ranges of letters by block (Unicode 15.0, Blocks.txt); null for what goes with any script.
    private static string? Of(int c) => c switch
    {
        < 0x2B0 => "Latn",
        < 0x370 => null,
        < 0x400 => "Grek",
        < 0x530 => "Cyrl",
        < 0x590 => "Armn",
        < 0x600 => "Hebr",
        < 0x700 or (>= 0x750 and < 0x780) => "Arab",
        < 0x900 => null,
        < 0x980 => "Deva",
        < 0xA00 => "Beng",
        < 0xE00 => null,
        < 0xE80 => "Thai",
        >= 0x10A0 and < 0x1100 => "Geor",
        < 0x1200 => "Hang",
        < 0x1380 => "Ethi",
        >= 0x1C80 and < 0x1C90 => "Cyrl",
        >= 0x1D00 and < 0x1D26 => "Latn",
        >= 0x1E00 and < 0x1F00 => "Latn",
        >= 0x1F00 and < 0x2000 => "Grek",
        >= 0x2C60 and < 0x2C80 => "Latn",
        >= 0x2DE0 and < 0x2E00 => "Cyrl",
        >= 0x3040 and < 0x30A0 => "Hira",
        >= 0x30A0 and < 0x3100 => "Kana",
        >= 0x3400 and < 0xA000 => "Hani",
        >= 0xA640 and < 0xA6A0 => "Cyrl",
        >= 0xA720 and < 0xA800 => "Latn",
        >= 0xAC00 and < 0xD800 => "Hang",
        >= 0xF900 and < 0xFB00 => "Hani",
        >= 0xFB00 and < 0xFB07 => "Latn",
        >= 0xFB1D and < 0xFB50 => "Hebr",
        >= 0xFB50 and < 0xFE00 or >= 0xFE70 and < 0xFEFF => "Arab",
        >= 0x20000 and < 0x32000 => "Hani",
        _ => null,
    };
}
