using System.Runtime.CompilerServices;

namespace Publish.Typesetting.Text.Words;

/// <summary>The spaces of Unicode, as typesetting uses them.</summary>
internal static class Spaces
{
    /// <summary>Whether a character divides words for setting: any space, or a forced line end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Divides(char c) => c <= ' ' || (c >= '\u00A0' && DividesToo(c));

    private static bool DividesToo(char c) => c == '\u00A0' || (c >= '\u2000' && (c <= '\u200A' || c is '\u202F' or '\u205F' or '\u3000' or '\uFFFC'));

    /// <summary>Whether it is the space between words, which stretches.</summary>
    public static bool Stretches(char c) => c is ' ' or '\u00A0' or '\t';

    /// <summary>Whether a line may end at it.</summary>
    public static bool Breaks(char c) => c is ' ' or '\t' or '\u2000' or '\u2001' or '\u2002' or '\u2003' or '\u205F' or '\u3000';

    /// <summary>Width of a fixed space where the face has no glyph for it, in thousandths of the em.</summary>
    public static int ThousandthsOfEm(char c) => c switch
    {
        '\u2000' or '\u2002' or '\u2007' => 500,
        '\u2001' or '\u2003' or '\u3000' => 1000,
        '\u2004' => 333,
        '\u2005' => 250,
        '\u2006' => 167,
        '\u2008' => 250,
        '\u2009' or '\u202F' => 200,
        '\u200A' => 100,
        '\u205F' => 222,
        _ => 250,
    };

    /// <summary>Whether a character leaves no trace on the page and in the text taken from it.</summary>
    public static bool IsSilent(char c) => c >= '\u00AD' && (c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' || IsDirection(c));

    /// <summary>Whether a character does nothing but say in which direction others run (UAX #9).</summary>
    public static bool IsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
