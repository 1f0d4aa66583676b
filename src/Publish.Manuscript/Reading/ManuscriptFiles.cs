using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The Markdown files of a book, parsed: on several cores where there is enough of them, with the same result.</summary>
internal static class ManuscriptFiles
{
    private const int WorthParallel = 100_000;

    /// <summary>The files by path.</summary>
    public static SortedList<string, MarkdownFile> Parse(Reading reading, BookPlan plan)
    {
        var texts = new List<(string Path, string Text, SourceSpan NamedAt)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in plan.Matter)
        {
            if (entry.File is not { } path)
            {
                continue;
            }

            if (!seen.Add(path))
            {
                reading.Report(ManuscriptDiagnostics.WrongValue, entry.Span, $"the file '{path}' is named twice", "each file stands in one place of the book");
            }
            else if (reading.Text(path, entry.Span) is { } text)
            {
                texts.Add((path, text, entry.Span));
            }
        }

        var parsed = new MarkdownFile[texts.Count];
        var said = new Reading[texts.Count];
        void One(int i)
        {
            said[i] = new(reading.Files, reading.Settings);
            var memory = reading.Settings.Memory;
            if (memory?.Find(texts[i].Path, texts[i].Text, plan.Dialect) is { } known)
            {
                parsed[i] = known;
                return;
            }

            parsed[i] = MarkdownFile.Parse(said[i], texts[i].Path, texts[i].Text, plan.Dialect);
            if (said[i].Diagnostics.Count == 0)
            {
                memory?.Keep(texts[i].Path, texts[i].Text, plan.Dialect, parsed[i]);
            }
        }

        if (reading.Settings.Parallel && texts.Sum(text => text.Text.Length) > WorthParallel)
        {
            Parallel.For(0, texts.Count, One);
        }
        else
        {
            for (var i = 0; i < texts.Count; i++)
            {
                One(i);
            }
        }

        var files = new SortedList<string, MarkdownFile>(texts.Count, StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            reading.Diagnostics.AddRange(said[i].Diagnostics);
            Check(reading, plan, parsed[i], texts[i].NamedAt);
            files.Add(texts[i].Path, parsed[i]);
        }

        return files;
    }

    private static void Check(Reading reading, BookPlan plan, MarkdownFile file, SourceSpan namedAt)
    {
        if (file.FrontMatter is not null && !plan.Dialect.FrontMatter)
        {
            reading.Report(ManuscriptDiagnostics.FrontMatterIgnored, SourceSpan.At(file.Path, 1, 1), "the YAML at the head of this file was passed over", "metadata stand in book.yaml");
        }

        if (file.Document.Count == 0)
        {
            reading.Report(ManuscriptDiagnostics.EmptySection, namedAt.Line > 0 ? namedAt : SourceSpan.WholeFile(file.Path), $"the file '{file.Path}' has no text", "write it, or take it out of the book");
        }
    }
}
