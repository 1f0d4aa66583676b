namespace Publish.EpubLint.Reading;

/// <summary>A declaration of a style sheet.</summary>
/// <param name="Selector">What it is for, white space collapsed; an at-rule's own name for @font-face.</param>
/// <param name="Property">Its property, lower case.</param>
/// <param name="Value">Its value as written.</param>
/// <param name="Line">Its line.</param>
internal sealed record CssDeclaration(string Selector, string Property, string Value, int Line);

/// <summary>Reads the declarations of a style sheet, however it is written: rules inside at-rules count as rules, faults are passed over.</summary>
internal static class CssText
{
    /// <summary>The declarations, in order.</summary>
    /// <param name="css">The sheet.</param>
    /// <param name="selector">The selector of declarations outside rules: for style attributes.</param>
    /// <param name="line">The line the text begins at.</param>
    public static List<CssDeclaration> Declarations(string css, string selector = "", int line = 1)
    {
        var found = new List<CssDeclaration>();
        var around = new Stack<string>();
        around.Push(selector);
        var start = 0;
        var startLine = line;
        for (var i = 0; i < css.Length; i++)
        {
            switch (css[i])
            {
                case '\n':
                    line++;
                    if (css.AsSpan(start, i - start).IsWhiteSpace())
                    {
                        startLine = line;
                    }

                    break;
                case '/' when i + 1 < css.Length && css[i + 1] == '*':
                    var close = css.IndexOf("*/", i + 2, StringComparison.Ordinal);
                    close = close < 0 ? css.Length - 2 : close;
                    line += css.AsSpan(i, close + 2 - i).Count('\n');
                    css = css[..i] + new string(' ', close + 2 - i) + css[(close + 2)..];
                    i = close + 1;
                    break;
                case '"' or '\'':
                    var end = css.IndexOf(css[i], i + 1);
                    i = end < 0 ? css.Length : end;
                    break;
                case '{':
                    around.Push(Collapsed(css[start..i]));
                    (start, startLine) = (i + 1, line);
                    break;
                case '}' or ';':
                    Add(found, around.Peek(), css[start..i], startLine);
                    if (css[i] == '}' && around.Count > 1)
                    {
                        around.Pop();
                    }

                    (start, startLine) = (i + 1, line);
                    break;
                default:
                    break;
            }
        }

        if (start < css.Length)
        {
            Add(found, around.Peek(), css[start..], startLine);
        }

        return found;
    }

    private static void Add(List<CssDeclaration> found, string selector, string text, int line)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !text.TrimStart().StartsWith('@'))
        {
            found.Add(new CssDeclaration(selector, text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim(), line));
        }
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
