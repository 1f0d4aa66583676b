using System.Xml.Linq;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Running text: a typewriter's marks, and characters nobody sees. One finding of a kind for each document, at its first place.</summary>
internal static class TextRules
{
    private static readonly string[] Literal = ["code", "pre", "kbd", "samp", "tt", "script", "style", "math", "svg", "title"];

    public static void Check(Publication book, List<Diagnostic> findings)
    {
        foreach (var document in book.Documents)
        {
            if (document.Body is not { } body)
            {
                continue;
            }

            var quotes = new Tally(EpubLintDiagnostics.StraightQuote, "straight quotation mark");
            var spaces = new Tally(EpubLintDiagnostics.DoubleSpace, "pair of spaces", "pairs of spaces");
            var unseen = new Tally(EpubLintDiagnostics.Invisible, "invisible character");
            var dashes = new Tally(EpubLintDiagnostics.TypedDash, "typewriter's dash or ellipsis", "typewriter's dashes and ellipses");
            foreach (var text in body.DescendantNodes().OfType<XText>())
            {
                if (text.Ancestors().Any(a => Literal.Contains(a.Name.LocalName, StringComparer.Ordinal)))
                {
                    continue;
                }

                Look(document.At(text), text.Value, quotes, spaces, unseen, dashes);
            }

            foreach (var tally in (Tally[])[quotes, spaces, unseen, dashes])
            {
                tally.Report(findings);
            }
        }
    }

    private static void Look(SourceSpan place, string text, Tally quotes, Tally spaces, Tally unseen, Tally dashes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\'')
            {
                quotes.Add(place, text, i);
            }
            else if (c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF')
            {
                unseen.Add(place, text, i);
            }
            else if (c is ' ' or '\u00A0' && i > 0 && text[i - 1] is ' ' or '\u00A0' && (i < 2 || text[i - 2] is not (' ' or '\n' or '\t' or '\r' or '\u00A0')) && i + 1 < text.Length && text[i + 1] is not ('\n' or '\r'))
            {
                if (i >= 2 && !char.IsWhiteSpace(text[i + 1]))
                {
                    spaces.Add(place, text, i);
                }
            }
            else if ((c == '-' && i > 0 && text[i - 1] == '-' && (i < 2 || text[i - 2] != '-')) || (c == '.' && i > 1 && text[i - 1] == '.' && text[i - 2] == '.' && (i < 3 || text[i - 3] != '.')))
            {
                dashes.Add(place, text, i);
            }
        }
    }

    private sealed class Tally(DiagnosticKind kind, string one, string? many = null)
    {
        private int count;
        private SourceSpan first;
        private string around = "";

        public void Add(SourceSpan place, string text, int at)
        {
            if (count++ == 0)
            {
                first = Advanced(place, text, at);
                var start = Math.Max(0, at - 12);
                around = text[start..Math.Min(text.Length, at + 12)].Replace('\n', ' ').Replace('\u00AD', '¬').Trim();
            }
        }

        public void Report(List<Diagnostic> findings)
        {
            if (count > 0)
            {
                findings.Add(kind.At(first, $"{count} {(count == 1 ? one : many ?? one + "s")}, the first in “{around}”"));
            }
        }

        private static SourceSpan Advanced(SourceSpan place, string text, int at)
        {
            var lines = text.AsSpan(0, at).Count('\n');
            return lines == 0 ? SourceSpan.At(place.File, place.Line, place.Column + at) : SourceSpan.At(place.File, place.Line + lines, at - text.LastIndexOf('\n', at - 1));
        }
    }
}
