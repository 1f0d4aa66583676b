using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Reads <c>book.yaml</c>.</summary>
internal static class BookFileReader
{
    public const string FileName = "book.yaml";

    private static readonly Dictionary<string, NoteNumbering> _numberings = new(StringComparer.Ordinal)
    {
        ["book"] = NoteNumbering.Book,
        ["chapter"] = NoteNumbering.Chapter,
        ["page"] = NoteNumbering.Page,
    };

    public static bool Exists(IBookFiles files) => files.TryRead(FileName, out _);

    /// <summary>The plan of the book; null where there is none to be made of it, which is said.</summary>
    public static BookPlan? Read(Reading reading)
    {
        if (reading.Text(FileName, SourceSpan.WholeFile(FileName)) is not { } text)
        {
            return null;
        }

        switch (YamlFile.Parse(reading, FileName, text))
        {
            case YamlMapping mapping:
                return Plan(reading, new(reading, mapping, "the book"));
            case null when reading.Diagnostics.Any(diagnostic => diagnostic.Code == ManuscriptDiagnostics.BadYaml.Code):
                return null;
            case var other:
                reading.Report(ManuscriptDiagnostics.WrongValue, other?.Span ?? SourceSpan.WholeFile(FileName), "book.yaml must be a mapping of keys to values", "begin with 'title: …'");
                return null;
        }
    }

    private static BookPlan? Plan(Reading reading, MappingReader book)
    {
        var metadata = MetadataReader.Read(reading, book);
        var notes = book.Inner("notes", "'notes'");
        var contents = book.Inner("contents", "'contents'");
        var plan = new BookPlan(metadata ?? new("book", "", "en"), EditionReader.Read(reading, book), MatterReader.Read(reading, book))
        {
            Style = book.Text("style") ?? "classic",
            Cover = CoverReader.Read(reading, book),
            NoteNumbering = notes?.Word("numbering", _numberings) ?? NoteNumbering.Book,
            ContentsDepth = contents?.Number("depth"),
            CopyText = File(reading, book, "copy-text"),
            Emendations = File(reading, book, "emendations"),
            Queries = File(reading, book, "queries"),
            Index = File(reading, book, "index"),
            Hyphenation = HyphenationReader.Read(reading, book, metadata?.Language ?? "en"),
        };
        notes?.Finish();
        contents?.Finish();
        book.Finish();
        if (plan.Emendations is { } emendations && plan.CopyText is null && !book.Has("copy-text"))
        {
            reading.Report(ManuscriptDiagnostics.MissingKey, emendations.Span, "the book has emendations and no 'copy-text' to check them against", "name the transcription: copy-text: source/text.txt");
        }

        return metadata is null ? null : plan;
    }

    private static NamedFile? File(Reading reading, MappingReader book, string key) =>
        book.Text(key) is { } path && BookPath.ResolveOrReport(reading, path, book.SpanOf(key)) is { } resolved
            ? new(resolved, book.SpanOf(key))
            : null;
}
