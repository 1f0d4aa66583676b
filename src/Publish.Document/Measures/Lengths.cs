using System.Globalization;

namespace Publish.Document;

/// <summary>Lengths as an editor writes them.</summary>
public static class Lengths
{
    private static readonly Dictionary<string, (string Width, string Height)> _sizes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["A4"] = ("210mm", "297mm"),
        ["A5"] = ("148mm", "210mm"),
        ["A6"] = ("105mm", "148mm"),
        ["A-format"] = ("110mm", "178mm"),
        ["B-format"] = ("129mm", "198mm"),
        ["digest"] = ("5.5in", "8.5in"),
        ["royal"] = ("156mm", "234mm"),
        ["demy"] = ("138mm", "216mm"),
    };

    /// <summary>A number with a unit: in, mm, cm, pt, pc, px (1/96 in). Null for anything else, a sign included.</summary>
    public static Length? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 3 || !decimal.TryParse(text[..^2].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 10_000)
        {
            return null;
        }

        decimal? points = text[^2..] switch
        {
            "in" => number * 72,
            "mm" => number * 720 / 254,
            "cm" => number * 7200 / 254,
            "pt" => number,
            "pc" => number * 12,
            "px" => number * 3 / 4,
            _ => null,
        };
        return points is { } value ? new Length((long)decimal.Round(value * Length.Unit, MidpointRounding.AwayFromZero)) : null;
    }

    /// <summary>A page size: "5.5in x 8.5in" or a name, as "A5".</summary>
    public static (Length Width, Length Height)? ParseSize(string text)
    {
        string width, height;
        if (_sizes.TryGetValue(text.Trim(), out var named))
        {
            (width, height) = named;
        }
        else
        {
            var parts = text.Replace('×', 'x').Split('x', 2);
            if (parts.Length != 2)
            {
                return null;
            }

            (width, height) = (parts[0].Trim(), parts[1].Trim());
            if (width.Length > 0 && char.IsAsciiDigit(width[^1]) && height.Length > 2)
            {
                width += height[^2..];
            }
        }

        return Parse(width) is { Scaled: > 0 } w && Parse(height) is { Scaled: > 0 } h ? (w, h) : null;
    }
}
