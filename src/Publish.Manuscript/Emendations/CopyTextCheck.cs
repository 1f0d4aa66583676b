using System.Text;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>
/// Holds emendations and queries against the copy-text and the edited text: each record fits the copy-text exactly once; each mark holds what its record
/// prints, in the paragraph it names, between the words the copy-text has; each query stands in the text exactly once.
/// </summary>
internal static class CopyTextCheck
{
    public static void Emendations(Reading reading, BookPlan plan, EmendationRegister register, Book book)
    {
        if (register.All.IsEmpty)
        {
            return;
        }

        if (plan.CopyText is { } file && reading.Text(file.Path, file.Span) is { } copyText)
        {
            foreach (var emendation in register.All)
            {
                AgainstCopyText(reading, emendation, copyText, file.Path);
            }
        }

        register.Check();
        AgainstEdition(reading, register, book);
    }

    public static void Queries(Reading reading, Book book)
    {
        if (book.Queries.IsEmpty)
        {
            return;
        }

        var blocks = ReadingText.Blocks(book).Select(block => (block.Id, Text: PlainText.Of(block.Content))).ToList();
        foreach (var query in book.Queries)
        {
            var found = blocks.Sum(block => Count(block.Text, query.Reading));
            var there = blocks.Where(block => block.Id == query.ParagraphId).Sum(block => Count(block.Text, query.Reading));
            if (found > 1)
            {
                reading.Report(ManuscriptDiagnostics.QueryAmbiguous, query.Span, $"the reading of query '{query.Id}' stands in the text {found} times", "give more words of it");
            }
            else if (there == 0)
            {
                reading.Report(
                    ManuscriptDiagnostics.QueryNotFound,
                    query.Span,
                    $"the reading of query '{query.Id}' does not stand in paragraph '{query.ParagraphId}'",
                    blocks.FirstOrDefault(block => Count(block.Text, query.Reading) > 0) is { Id: { } id } ? $"it stands in '{id}'" : "give the exact words that the edition prints, with its quotation marks");
            }
        }
    }

    private static void AgainstCopyText(Reading reading, Emendation emendation, string copyText, string path)
    {
        var wanted = emendation.Prefix + emendation.Original + emendation.Suffix;
        if (wanted.Length == 0)
        {
            reading.Report(ManuscriptDiagnostics.EmendationAmbiguous, emendation.Span, $"emendation '{emendation.Id}' has neither prefix, sic nor suffix: it could stand anywhere", "give the words around its place");
            return;
        }

        var at = copyText.IndexOf(wanted, StringComparison.Ordinal);
        if (at < 0)
        {
            var sic = emendation.Original.Length > 0 && copyText.Contains(emendation.Original, StringComparison.Ordinal);
            reading.Report(
                ManuscriptDiagnostics.EmendationNotFound,
                emendation.Span,
                $"emendation '{emendation.Id}': the copy-text '{path}' does not have '{Shortened(wanted)}'",
                sic ? $"it has '{emendation.Original}', but not between '{emendation.Prefix}' and '{emendation.Suffix}'" : "compare prefix, sic and suffix with the copy-text, letter by letter");
            return;
        }

        if (copyText.IndexOf(wanted, at + 1, StringComparison.Ordinal) >= 0)
        {
            reading.Report(ManuscriptDiagnostics.EmendationAmbiguous, emendation.Span, $"emendation '{emendation.Id}': the copy-text has '{Shortened(wanted)}' more than once", "lengthen prefix or suffix");
            return;
        }

        var (line, _) = new LineIndex(copyText).Place(at + emendation.Prefix.Length);
        if (emendation.Line > 0 && emendation.Line != line)
        {
            reading.Report(ManuscriptDiagnostics.EmendationNotFound, emendation.Span, $"emendation '{emendation.Id}' stands in line {line} of the copy-text, not {emendation.Line}", $"write 'line: {line}'");
        }
    }

    private static void AgainstEdition(Reading reading, EmendationRegister register, Book book)
    {
        var text = new StringBuilder();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in ReadingText.Blocks(book))
        {
            foreach (var emended in Walk.Inlines(block.Content).OfType<EmendedText>())
            {
                Content(reading, emended, block.Id);
            }

            ReadingText.Append(text, block.Content, places);
            text.Append(' ');
        }

        var reverted = text.ToString();
        foreach (var emendation in register.All)
        {
            if (register.MarkOf(emendation.Id) is { } mark && places.TryGetValue(emendation.Id, out var at))
            {
                Surroundings(reading, emendation, mark.Place, reverted, at);
            }
        }
    }

    private static void Content(Reading reading, EmendedText emended, string? blockId)
    {
        var record = emended.Record;
        var printed = PlainText.Of(emended.Content);
        if (!string.Equals(printed, record.Corrected, StringComparison.Ordinal))
        {
            reading.Report(ManuscriptDiagnostics.EmendationDiffers, emended.Span, $"emendation '{record.Id}' prints '{printed}' here and '{record.Corrected}' in its record", "make mark and record agree");
        }

        if (blockId != record.ParagraphId)
        {
            reading.Report(ManuscriptDiagnostics.EmendationDiffers, emended.Span, $"emendation '{record.Id}' stands in paragraph '{blockId}', its record says '{record.ParagraphId}'", "correct 'paragraph' in the record");
        }
    }

    private static void Surroundings(Reading reading, Emendation emendation, SourceSpan place, string reverted, int at)
    {
        var before = Normal(emendation.Prefix);
        var after = Normal(emendation.Suffix);
        var left = Normal(reverted[Math.Max(0, at - (emendation.Prefix.Length * 2) - 20)..at]);
        var right = Normal(reverted[(at + emendation.Original.Length)..Math.Min(reverted.Length, at + emendation.Original.Length + (emendation.Suffix.Length * 2) + 20)]);
        if (!left.TrimEnd().EndsWith(before.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            reading.Report(ManuscriptDiagnostics.EmendationDiffers, place, $"before emendation '{emendation.Id}' the copy-text has '{Shortened(emendation.Prefix)}', the edition has other words", "move the mark, or correct the prefix");
        }
        else if (!right.TrimStart().StartsWith(after.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            reading.Report(ManuscriptDiagnostics.EmendationDiffers, place, $"after emendation '{emendation.Id}' the copy-text has '{Shortened(emendation.Suffix)}', the edition has other words", "move the mark, or correct the suffix");
        }
    }

    /// <summary>The words without what an edition may regularise in silence: forms of quotation marks, ellipses, spaces.</summary>
    private static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '“' or '”' or '„' or '"' or '«' or '»' or '‘' or '’' or '‚' or '\'':
                    normal.Append('\'');
                    break;
                case '…':
                    normal.Append("...");
                    break;
                case '\u00AD':
                    break;
                case ' ' or '\u00A0' or '\u202F' or '\u2009' or '\t' or '\n' or '\r':
                    if (normal.Length > 0 && normal[^1] != ' ')
                    {
                        normal.Append(' ');
                    }

                    break;
                default:
                    normal.Append(c);
                    break;
            }
        }

        return normal.ToString();
    }

    private static int Count(string text, string words)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private static string Shortened(string text) => text.Length <= 60 ? text.ReplaceLineEndings(" ") : text[..59].ReplaceLineEndings(" ") + "…";
}
