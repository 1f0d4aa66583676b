using System.Text;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Finds lines that open or continue more quotations and lists than any book has, before they cost time or stack.</summary>
internal static class Nesting
{
    private const int MarkerLimit = 40;
    private const int IndentLimit = 300;

    /// <summary>The text with such lines made blank, each said. Offsets stay as they are.</summary>
    public static string Bounded(Reading reading, string path, string text)
    {
        StringBuilder? bounded = null;
        for (var at = 0; at >= 0; at = Lines.After(text, Lines.EndOf(text, at)))
        {
            if (at >= text.Length || text[at] is not (' ' or '\t' or '>' or '-' or '*' or '+') || !IsDeep(text, at))
            {
                continue;
            }

            var end = Lines.EndOf(text, at);
            bounded ??= new(text);
            for (var i = at; i < end; i++)
            {
                bounded[i] = ' ';
            }

            var (line, column) = new LineIndex(text).Place(at);
            reading.Report(ManuscriptDiagnostics.TooDeep, SourceSpan.At(path, line, column), "quotations or lists stand too deep inside each other; the line was not read", "take some of the levels out");
        }

        return bounded?.ToString() ?? text;
    }

    private static bool IsDeep(string text, int at)
    {
        var markers = 0;
        var indent = 0;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case ' ':
                    indent++;
                    break;
                case '\t':
                    indent += 4;
                    break;
                case '>':
                    markers++;
                    break;
                case '-' or '*' or '+' when at + 1 < text.Length && text[at + 1] is ' ' or '\t':
                    markers++;
                    break;
                default:
                    return markers > MarkerLimit || indent > IndentLimit + markers;
            }
        }

        return markers > MarkerLimit;
    }
}
