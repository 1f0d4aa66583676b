using Markdig.Helpers;

namespace Publish.Manuscript;

/// <summary>Looks at the lines of a Markdown text around the one a block parser stands on. Ends are exclusive.</summary>
internal static class Lines
{
    /// <summary>The end of the line (before its line end) that <paramref name="at"/> stands in.</summary>
    public static int EndOf(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : at + length;
    }

    /// <summary>The start of the line after the one that ends at <paramref name="end"/>; -1 where there is none.</summary>
    public static int After(string text, int end)
    {
        if (end >= text.Length)
        {
            return -1;
        }

        end += text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
        return end >= text.Length ? -1 : end;
    }

    /// <summary>
    /// The line after the one a slice ends in, behind the white space and quotation marks that a container puts before it.
    /// </summary>
    public static ReadOnlySpan<char> Next(StringSlice line)
    {
        var start = After(line.Text, EndOf(line.Text, Math.Min(line.End + 1, line.Text.Length)));
        return start < 0 ? default : Content(line.Text, start);
    }

    /// <summary>What a line holds behind white space and quotation marks.</summary>
    public static ReadOnlySpan<char> Content(string text, int start)
    {
        var end = EndOf(text, start);
        while (start < end && text[start] is ' ' or '\t' or '>')
        {
            start++;
        }

        return text.AsSpan(start, end - start).TrimEnd();
    }
}
