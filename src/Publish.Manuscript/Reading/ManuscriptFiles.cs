using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The Markdown files of a book, parsed: on several cores, with the same result.</summary>
internal static class ManuscriptFiles
{
    /// <summary>The files by path.</summary>
    public static SortedList<string, MarkdownFile> Parse(Reading reading, BookPlan plan)
    {
        var named = new List<(string Path, SourceSpan At)>();
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
                continue;
            }

            named.Add((path, entry.Span));
        }

        // What is kept is found at once; only the rest is shared out among threads.
        var parsed = new MarkdownFile?[named.Count];
        var said = new Reading?[named.Count];
        var missing = new List<int>(named.Count);
        for (var i = 0; i < named.Count; i++)
        {
            if (reading.Settings.Memory is not { Count: > 0 } memory || !reading.Files.TryRead(named[i].Path, out var bytes) || (parsed[i] = memory.Find(named[i].Path, bytes, plan.Dialect)) is null)
            {
                missing.Add(i);
            }
        }

        void One(int i) => parsed[i] = Parse(said[i] = new(reading.Files, reading.Settings), named[i].Path, named[i].At, plan.Dialect);
        if (reading.Settings.Parallel && missing.Count > 1)
        {
            Parallel.ForEach(missing, One);
        }
        else
        {
            missing.ForEach(One);
        }

        var files = new SortedList<string, MarkdownFile>(named.Count, StringComparer.Ordinal);
        for (var i = 0; i < named.Count; i++)
        {
            reading.Diagnostics.AddRange(said[i]?.Diagnostics ?? []);
            if (parsed[i] is { } file)
            {
                Check(reading, plan, file, named[i].At);
                files.Add(named[i].Path, file);
            }
        }

        return files;
    }

    private static MarkdownFile? Parse(Reading reading, string path, SourceSpan namedAt, Dialect dialect)
    {
        if (reading.Bytes(path, namedAt) is not { } bytes)
        {
            return null;
        }

        if (reading.Settings.Memory?.Find(path, bytes, dialect) is { } unread)
        {
            return unread;
        }

        // What had something to say of its text says it again by being read again.
        var text = TextFile.Decode(reading, path, bytes.Span);
        var memory = reading.Diagnostics.Count == 0 ? reading.Settings.Memory : null;
        if (memory?.Find(path, text, dialect) is { } known)
        {
            return known;
        }

        var file = MarkdownFile.Parse(reading, path, text, dialect);
        if (reading.Diagnostics.Count == 0)
        {
            memory?.Keep(path, bytes, text, dialect, file);
        }

        return file;
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
