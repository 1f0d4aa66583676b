using System.Text;

namespace Publish.Styles.Parsing;

/// <summary>Puts the colour for screens where a stylesheet has inks, which reading systems don't know.</summary>
internal static class ReaderColors
{
    private static readonly string[] _functions = ["device-cmyk(", "cmyk(", "spot(", "gray("];

    /// <summary>The stylesheet with its inks as <c>#rrggbb</c>; what isn't a colour stays.</summary>
    public static string Replace(string css)
    {
        css = StyleVariables.Resolve(css);
        if (!_functions.Any(name => css.Contains(name, StringComparison.OrdinalIgnoreCase)))
        {
            return css;
        }

        var result = new StringBuilder(css.Length);
        for (var at = 0; at < css.Length;)
        {
            if (At(css, at) is { } end && ColorText.Read(css[at..end], out _) is { } color)
            {
                result.Append(color.ToCss());
                at = end;
            }
            else
            {
                result.Append(css[at++]);
            }
        }

        return result.ToString();
    }

    // The end of a function that begins here; null where none does.
    private static int? At(string css, int at)
    {
        if ((at > 0 && (char.IsAsciiLetterOrDigit(css[at - 1]) || css[at - 1] is '-' or '_')) || Array.Find(_functions, name => string.Compare(css, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0) is not { } name)
        {
            return null;
        }

        // What never closes would run on into other rules.
        var end = ValueParts.After(css, at + name.Length - 1);
        return css.AsSpan(at, end - at).ContainsAny("{};") ? null : end;
    }
}
