namespace Publish.Manuscript;

/// <summary>Tells HTML that a browser would run or fetch from HTML that only marks words up (HTML Living Standard, 4.8 and 4.12, and its event handler attributes).</summary>
internal static class ActiveContent
{
    private static readonly HashSet<string> _elements = new(StringComparer.Ordinal) { "script", "iframe", "frame", "object", "embed", "applet", "form", "base", "meta", "link" };

    /// <summary>Whether an opening tag brings something in that acts.</summary>
    /// <param name="name">The element, in lower case.</param>
    /// <param name="tag">The whole tag.</param>
    public static bool Is(string name, string tag) =>
        !tag.StartsWith("</", StringComparison.Ordinal)
        && (_elements.Contains(name) || tag.Contains("javascript:", StringComparison.OrdinalIgnoreCase) || HasHandler(tag));

    /// <summary>Whether an attribute's name begins with "on".</summary>
    private static bool HasHandler(string tag)
    {
        for (var at = tag.IndexOf("on", StringComparison.OrdinalIgnoreCase); at > 0; at = tag.IndexOf("on", at + 2, StringComparison.OrdinalIgnoreCase))
        {
            if (!char.IsWhiteSpace(tag[at - 1]) && tag[at - 1] is not ('/' or '"' or '\''))
            {
                continue;
            }

            var end = at + 2;
            while (end < tag.Length && char.IsAsciiLetter(tag[end]))
            {
                end++;
            }

            if (end > at + 2 && tag.AsSpan(end).TrimStart().StartsWith("="))
            {
                return true;
            }
        }

        return false;
    }
}
