using System.Text;

namespace Publish.Epub.Package;

/// <summary>Divides the house's sheet: what old engines don't know, and would drop the whole sheet for, goes into one of its own.</summary>
internal static class StyleShelf
{
    private const string Container = "@container";

    /// <summary>Whether there is anything old engines don't know.</summary>
    public static bool HasModern(string css) => css.Contains(Container, StringComparison.Ordinal);

    /// <summary>The two sheets; the second is empty where all is old.</summary>
    public static (string Usual, string Modern) Divide(string css)
    {
        var usual = new StringBuilder();
        var modern = new StringBuilder();
        var at = 0;
        for (var start = css.IndexOf(Container, StringComparison.Ordinal); start >= 0; start = css.IndexOf(Container, at, StringComparison.Ordinal))
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
}
