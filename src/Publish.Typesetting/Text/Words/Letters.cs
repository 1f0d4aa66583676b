using System.Globalization;

namespace Publish.Typesetting.Text.Words;

/// <summary>Kinds of characters that decide how words are broken.</summary>
internal static class Letters
{
    /// <summary>A letter, a mark on one, or half of a surrogate pair.</summary>
    public static bool IsLetter(char c) => c < 0x80 ? char.IsAsciiLetter(c) : char.IsLetter(c) || char.IsSurrogate(c) || IsMark(c);

    /// <summary>A letter or a digit.</summary>
    public static bool IsWord(char c) => IsLetter(c) || char.IsDigit(c);

    /// <summary>A combining mark.</summary>
    public static bool IsMark(char c) => c >= 0x300 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>An en dash, em dash, horizontal bar or longer dash.</summary>
    public static bool IsDash(char c) => c is '\u2013' or '\u2014' or '\u2015' or '\u2E3A' or '\u2E3B' or '\u2012';

    /// <summary>A hyphen at which a line may end.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010';

    /// <summary>An apostrophe or right single quotation mark.</summary>
    public static bool IsApostrophe(char c) => c is '\u2019' or '\'' or '\u02BC';

    /// <summary>A quotation mark of any sort, straight ones included.</summary>
    public static bool IsQuote(char c) => c is '"' or '\'' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F') or '\u2039' or '\u203A';

    /// <summary>Counts letters and digits of a text, up to a limit.</summary>
    public static int CountWord(ReadOnlySpan<char> text, int limit)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (IsWord(c) && !IsMark(c) && ++count >= limit)
                break;
        }

        return count;
    }
}
