namespace Publish.Manuscript;

/// <summary>What the reader is told besides the files.</summary>
public sealed record ReaderSettings
{
    /// <summary>The name of the book's folder: the stem of the outputs where neither an id nor a title in Latin letters gives one.</summary>
    public string FolderName { get; init; } = "book";

    /// <summary>Whether Markdown files may be parsed on several cores; the result is the same.</summary>
    public bool Parallel { get; init; } = true;

    /// <summary>Files parsed by earlier readings, and receives those of this one; null to parse all. The result is the same.</summary>
    public ReaderMemory? Memory { get; init; }
}
