namespace Publish.Document;

/// <summary>What can be said about editions, output and the build.</summary>
public static class EditionDiagnostics
{
    /// <summary>An edition was asked for by a name the book doesn't have.</summary>
    public static readonly DiagnosticKind UnknownEdition = new(
        "EDN001", Severity.Error, "unknown edition", "An edition was asked for that book.yaml does not define. Use one of the names it lists, or add it under 'editions'.");

    /// <summary>The output folder can't be written.</summary>
    public static readonly DiagnosticKind OutputNotWritable = new(
        "EDN002", Severity.Error, "output folder not writable", "A finished file could not be written beside its target. Nothing was replaced: the last good files stay.");

    /// <summary>The program's assets were not found.</summary>
    public static readonly DiagnosticKind AssetsMissing = new(
        "EDN003", Severity.Error, "assets missing", "The folder 'assets' with fonts, styles and hyphenation patterns was found neither beside the program nor above it nor above the working folder.");

    /// <summary>There is no book where one was looked for.</summary>
    public static readonly DiagnosticKind BookMissing = new(
        "EDN004", Severity.Error, "no such book", "The folder named on the command line does not exist. A book is a folder with a book.yaml, or with Pandoc's metadata.yaml and Markdown files.");

    /// <summary>An EPUB wants the pages of an edition that isn't a PDF of this book.</summary>
    public static readonly DiagnosticKind PagesFromUnknown = new(
        "EDN005", Severity.Error, "pages of an unknown edition", "An EPUB's 'pages' must name a PDF edition of the same book, whose printed page numbers it then carries.");

    /// <summary>All of them, in order of code (EDN…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [UnknownEdition, OutputNotWritable, AssetsMissing, BookMissing, PagesFromUnknown];
}
