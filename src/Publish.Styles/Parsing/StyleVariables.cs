using System.Text;

namespace Publish.Styles.Parsing;

/// <summary>Puts the custom properties of the root where <c>var()</c> names them (CSS Custom Properties 1, section 3).</summary>
internal static class StyleVariables
{
    // A property may name another one; a circle ends here.
    private const int DepthLimit = 8;

    /// <summary>The value with each <c>var(--name)</c> replaced; one nobody defined stays, or becomes what stands after its comma.</summary>
    public static string Replace(string value, IReadOnlyDictionary<string, string> variables)
    {
        for (var depth = 0; depth < DepthLimit && value.IndexOf("var(", StringComparison.Ordinal) is >= 0 and var at; depth++)
        {
            var end = ValueParts.After(value, at + 3);
            if (value[end - 1] != ')')
            {
                break;
            }

            var parts = value[(at + 4)..(end - 1)].Split(',', 2);
            var known = variables.TryGetValue(parts[0].Trim(), out var found) ? found : parts.Length > 1 ? parts[1].Trim() : null;
            if (known is null)
            {
                break;
            }

            value = string.Concat(value.AsSpan(0, at), known, value.AsSpan(end));
        }

        return value;
    }

    /// <summary>A stylesheet's text with its custom properties taken out and put where <c>var()</c> names them, for reading systems that know none.</summary>
    public static string Resolve(string css)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new StringBuilder(css.Length);
        var from = 0;
        for (var at = css.IndexOf("--", StringComparison.Ordinal); at >= 0; at = css.IndexOf("--", at, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < css.Length && (char.IsLetterOrDigit(css[end]) || css[end] is '-' or '_'))
            {
                end++;
            }

            var before = at == 0 ? ' ' : css[at - 1];
            var length = css.AsSpan(end).IndexOfAny(';', '}');
            if (end > at + 2 && length >= 0 && (char.IsWhiteSpace(before) || before is '{' or ';') && css.AsSpan(end).TrimStart().StartsWith(":"))
            {
                found[css[at..end]] = css.Substring(end, length).TrimStart()[1..].Trim();
                rest.Append(css, from, at - from);
                from = css[end + length] == ';' ? end + length + 1 : end + length;
                end = from;
            }

            at = end;
        }

        rest.Append(css, from, css.Length - from);
        return found.Count == 0 ? css : string.Join('\n', rest.ToString().Split('\n').Select(line => line.Contains("var(", StringComparison.Ordinal) ? Replace(line, found) : line));
    }
}
