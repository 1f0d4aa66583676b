using System.Text;

namespace Publish.Manuscript;

/// <summary>Spaces, tabs and line ends that only lay out a source file.</summary>
internal static class WhiteSpace
{
    /// <summary>Runs of white space as one space, none at the ends. A no-break space is text and stays.</summary>
    public static string Collapse(string text)
    {
        text = text.Trim(' ', '\t', '\r', '\n');
        if (text.IndexOfAny(['\t', '\r', '\n']) < 0 && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }
}
