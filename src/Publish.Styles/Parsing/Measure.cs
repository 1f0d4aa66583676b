using System.Globalization;
using Publish.Document;

namespace Publish.Styles.Parsing;

/// <summary>What relative units refer to.</summary>
/// <param name="Em">Font size.</param>
/// <param name="Rem">Font size of the root.</param>
/// <param name="Line">Leading of the element (or, for its own line-height, of its parent).</param>
/// <param name="RootLine">Leading of the root: a step of the grid.</param>
/// <param name="Whole">What 100 % is.</param>
internal readonly record struct MeasureContext(Length Em, Length Rem, Length Line, Length RootLine, Length Whole);

/// <summary>Reads numbers and lengths of CSS.</summary>
internal static class Measure
{
    /// <summary>Reads a length: em, rem, lh, rlh, pt, pc, mm, cm, in, % or 0.</summary>
    /// <param name="text">As "1.5em".</param>
    /// <param name="context">What relative units refer to.</param>
    /// <param name="length">The length.</param>
    /// <param name="fault">What is wrong, in words; null where nothing is.</param>
    public static bool TryLength(ReadOnlySpan<char> text, in MeasureContext context, out Length length, out string? fault)
    {
        length = Length.Zero;
        if (!TryNumber(text, out var millionths, out var unit))
        {
            fault = "isn't a length";
            return false;
        }

        fault = null;
        switch (unit)
        {
            case "em":
                length = context.Em.Scale(millionths, 1_000_000);
                return true;
            case "rem":
                length = context.Rem.Scale(millionths, 1_000_000);
                return true;
            case "lh":
                length = context.Line.Scale(millionths, 1_000_000);
                return true;
            case "rlh":
                length = context.RootLine.Scale(millionths, 1_000_000);
                return true;
            case "%":
                length = context.Whole.Scale(millionths, 100_000_000);
                return true;
            case "pt":
                length = new Length(Length.Unit).Scale(millionths, 1_000_000);
                return true;
            case "pc":
                length = new Length(Length.Unit * 12).Scale(millionths, 1_000_000);
                return true;
            case "in":
                length = new Length(Length.Unit * 72).Scale(millionths, 1_000_000);
                return true;
            case "mm":
                length = new Length(Length.Unit * 720).Scale(millionths, 254_000_000);
                return true;
            case "cm":
                length = new Length(Length.Unit * 7200).Scale(millionths, 254_000_000);
                return true;
            case "" when millionths == 0:
                return true;
            case "":
                fault = "has no unit";
                return false;
            case "px":
                fault = "is in pixels, which a page doesn't have";
                return false;
            default:
                fault = "has an unknown unit";
                return false;
        }
    }

    /// <summary>Reads a number with its unit, exactly, in millionths.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out long millionths, out string unit)
    {
        text = text.Trim();
        var end = 0;
        if (end < text.Length && text[end] is '-' or '+')
        {
            end++;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        unit = text[end..].ToString().ToLowerInvariant();
        if (decimal.TryParse(text[..end], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000)
        {
            millionths = (long)decimal.Round(value * 1_000_000, MidpointRounding.AwayFromZero);
            return true;
        }

        millionths = 0;
        return false;
    }

    /// <summary>Reads a whole number without a unit.</summary>
    public static bool TryInteger(string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
