using System.Collections.Immutable;

namespace Publish.Manuscript;

/// <summary>Reads <c>{#id .class key=value key="a value" =format}</c>, as Pandoc writes attributes.</summary>
internal static class AttributeParser
{
    /// <summary>
    /// Reads attributes at <paramref name="at"/>, which must be an opening brace. Braces that hold anything but attributes are text.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The opening brace; moved behind the closing one.</param>
    /// <param name="end">Where the text ends.</param>
    public static AttributeList? TryParse(string text, ref int at, int end)
    {
        if (at >= end || text[at] != '{')
        {
            return null;
        }

        var i = at + 1;
        string? id = null;
        string? raw = null;
        var classes = ImmutableArray.CreateBuilder<string>();
        var pairs = ImmutableArray.CreateBuilder<(string, string)>();
        while (true)
        {
            while (i < end && text[i] is ' ' or '\t' or '\n' or '\r')
            {
                i++;
            }

            if (i >= end)
            {
                return null;
            }

            switch (text[i])
            {
                case '}':
                    at = i + 1;
                    return new(id, classes.DrainToImmutable(), pairs.DrainToImmutable()) { RawFormat = raw };
                case '#' when Name(text, ref i, end) is { } name:
                    id = name;
                    break;
                case '.' when Name(text, ref i, end) is { } name:
                    classes.Add(name);
                    break;
                case '=' when Name(text, ref i, end) is { } name:
                    raw = name;
                    break;
                case '-' when i + 1 < end && text[i + 1] is ' ' or '}':
                    classes.Add("unnumbered");
                    i++;
                    break;
                default:
                    if (Pair(text, ref i, end) is not { } pair)
                    {
                        return null;
                    }

                    if (pair.Key == "id")
                    {
                        id = pair.Value;
                    }
                    else if (pair.Key == "class")
                    {
                        classes.AddRange(pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                    }
                    else
                    {
                        pairs.Add(pair);
                    }

                    break;
            }
        }
    }

    /// <summary>A name after its sign (<c>#</c>, <c>.</c>, <c>=</c>); null where there is none.</summary>
    private static string? Name(string text, ref int i, int end)
    {
        var start = i + 1;
        var at = start;
        while (at < end && IsNameCharacter(text[at]))
        {
            at++;
        }

        if (at == start)
        {
            return null;
        }

        i = at;
        return text[start..at];
    }

    private static (string Key, string Value)? Pair(string text, ref int i, int end)
    {
        var start = i;
        var at = start;
        while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_' or ':' or '.'))
        {
            at++;
        }

        if (at == start || at >= end || text[at] != '=')
        {
            return null;
        }

        var key = text[start..at];
        at++;
        if (at < end && text[at] is '"' or '\'')
        {
            var quote = text[at];
            var value = new System.Text.StringBuilder();
            for (at++; at < end && text[at] != quote; at++)
            {
                if (text[at] == '\\' && at + 1 < end && (text[at + 1] == quote || text[at + 1] == '\\'))
                {
                    at++;
                }

                value.Append(text[at]);
            }

            if (at >= end)
            {
                return null;
            }

            i = at + 1;
            return (key, value.ToString());
        }

        var from = at;
        while (at < end && text[at] is not (' ' or '\t' or '\n' or '\r' or '}' or '{' or '"' or '\''))
        {
            at++;
        }

        i = at;
        return (key, text[from..at]);
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '!';
}
