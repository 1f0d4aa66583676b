using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Publish.Styles.Parsing;

/// <summary>Reads values that are words and strings.</summary>
internal static class CssText
{
    /// <summary>Font families without quotes; generic names are left out, as nothing on a page is generic.</summary>
    public static ImmutableArray<string> Families(string value) =>
        [.. value.Split(',').Select(f => f.Trim().Trim('"', '\'')).Where(f => f.Length > 0 && f is not ("serif" or "sans-serif" or "monospace" or "initial"))];

    /// <summary>OpenType features as tags, switched-off ones with a minus, sorted.</summary>
    public static ImmutableArray<string> Features(string value)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in value.Split(','))
        {
            var words = part.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && words[0].Trim('"', '\'') is { Length: 4 } tag)
            {
                tags.Add(words.Length > 1 && words[1] is "0" or "off" ? "-" + tag : tag);
            }
        }

        return [.. tags];
    }

    /// <summary>The strings of a content property joined; null for none, normal or anything else.</summary>
    public static string? Strings(string value)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < value.Length)
        {
            if (value[at] is '"' or '\'')
            {
                var close = value.IndexOf(value[at], at + 1);
                if (close < 0)
                {
                    break;
                }

                text.Append(Unescape(value[(at + 1)..close]));
                at = close + 1;
            }
            else
            {
                at++;
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>Where a page may be broken; null for an unknown word.</summary>
    public static PageBreak? Break(string value) => value switch
    {
        "auto" or "initial" => PageBreak.Auto,
        "avoid" or "avoid-page" => PageBreak.Avoid,
        "page" or "always" => PageBreak.Page,
        "recto" or "right" => PageBreak.Recto,
        "verso" or "left" => PageBreak.Verso,
        _ => null,
    };

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            var digits = 0;
            while (digits < 6 && i + 1 + digits < text.Length && char.IsAsciiHexDigit(text[i + 1 + digits]))
            {
                digits++;
            }

            if (digits > 0)
            {
                var code = int.Parse(text.AsSpan(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                result.Append(Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD");
                i += digits;
                i += i + 1 < text.Length && text[i + 1] == ' ' ? 1 : 0;
            }
            else
            {
                result.Append(text[++i]);
            }
        }

        return result.ToString();
    }
}
