using System.Text;
using System.Text.RegularExpressions;

namespace Publish.Epub.Package;

/// <summary>Makes the house's sheet ready for reading systems of any age.</summary>
internal static partial class StyleShelf
{
    private static readonly string[] Modern = ["@container", "@supports"];

    /// <summary>Whether there is anything old engines don't know.</summary>
    public static bool HasModern(string css) => Array.Exists(Modern, rule => css.Contains(rule, StringComparison.Ordinal));

    /// <summary>The families that a sheet names, in order, without the generic ones.</summary>
    public static IReadOnlyList<string> FamiliesIn(string css) =>
        [.. FontFamilies().Matches(FontFaces().Replace(css, "")).SelectMany(m => m.Groups[1].Value.Split(',')).Select(Unquoted).Where(f => f.Length > 0 && !IsGeneric(f)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The sheet with what reading systems need besides: the old names of properties (<c>page-break-*</c>, <c>-webkit-</c> and <c>-epub-hyphens</c>), and without
    /// what it must not have: families that aren't embedded, font files of its own (the embedded ones have rules of theirs).
    /// </summary>
    /// <param name="css">The sheet.</param>
    /// <param name="embedded">The families there are.</param>
    public static string Prepared(string css, IReadOnlySet<string> embedded) => Bodies().Replace(FontFaces().Replace(css, ""), body =>
    {
        var rule = body.Value;
        rule = FontFamilies().Replace(rule, named => FamiliesLeft(named.Groups[1].Value, embedded) is { Length: > 0 } left ? "font-family: " + left : "");
        rule = rule.Contains("page-break-", StringComparison.Ordinal) ? rule : Breaks().Replace(rule, b => $"{b.Value}; page-break-{b.Groups[1].Value}: {OldBreak(b.Groups[1].Value, b.Groups[2].Value.Trim())}");
        return rule.Contains("-webkit-hyphens", StringComparison.Ordinal) ? rule : Hyphens().Replace(rule, h => $"{h.Value}; -webkit-hyphens: {h.Groups[1].Value}; -epub-hyphens: {h.Groups[1].Value}");
    });

    /// <summary>Divides a sheet: what old engines don't know, and would drop the whole sheet for, goes into one of its own; that is empty where all is old.</summary>
    public static (string Usual, string Modern) Divide(string css)
    {
        var usual = new StringBuilder();
        var modern = new StringBuilder();
        var at = 0;
        for (var start = Next(css, 0); start >= 0; start = Next(css, at))
        {
            usual.Append(css, at, start - at);
            var depth = 0;
            var end = start;
            do
            {
                depth += css[end] switch { '{' => 1, '}' => -1, _ => 0 };
                end++;
            }
            while (end < css.Length && (depth > 0 || css[end - 1] != '}'));
            modern.Append(css, start, end - start).Append('\n');
            at = end;
        }

        return (usual.Append(css, at, css.Length - at).ToString(), modern.ToString());
    }

    private static int Next(string css, int from) => Modern.Select(rule => css.IndexOf(rule, from, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    private static string FamiliesLeft(string families, IReadOnlySet<string> embedded) => string.Join(", ", families.Split(',').Select(f => f.Trim()).Where(f => IsGeneric(Unquoted(f)) || embedded.Contains(Unquoted(f))));

    private static string Unquoted(string family) => family.Trim().Trim('"', '\'');

    private static bool IsGeneric(string family) => family is "serif" or "sans-serif" or "monospace" or "cursive" or "fantasy" or "system-ui" or "inherit" or "initial" or "unset";

    // CSS 2.1, 13.3.1: the old properties know no recto, verso or column; inside, only avoid.
    private static string OldBreak(string where, string value) => value switch
    {
        "auto" or "avoid" => value,
        "left" or "right" when where != "inside" => value,
        _ when value.StartsWith("avoid", StringComparison.Ordinal) => "avoid",
        _ => where == "inside" ? "auto" : "always",
    };

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Bodies();

    [GeneratedRegex(@"@font-face\s*\{[^{}]*\}\s*")]
    private static partial Regex FontFaces();

    [GeneratedRegex(@"(?<![-\w])font-family\s*:\s*([^;{}]+)")]
    private static partial Regex FontFamilies();

    [GeneratedRegex(@"(?<![-\w])break-(before|after|inside)\s*:\s*([^;{}]+)")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"(?<![-\w])hyphens\s*:\s*([^;{}\s]+)")]
    private static partial Regex Hyphens();
}
