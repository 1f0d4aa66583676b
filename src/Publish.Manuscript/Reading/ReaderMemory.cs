using Publish.Document;

namespace Publish.Manuscript;

/// <summary>
/// Keeps parsed Markdown files from reading to reading, by their text. Only files that nothing had to be said of are kept, so that it is said by every reading. What the
/// last reading didn't use is forgotten. Any thread may ask.
/// </summary>
public sealed class ReaderMemory
{
    private readonly ValueMemory<string, (string Text, Dialect Dialect, MarkdownFile File)> _files = new(StringComparer.Ordinal);

    /// <summary>A new reading begins.</summary>
    public void Turn() => _files.Turn();

    /// <summary>How many files it keeps.</summary>
    public int Count => _files.Count;

    /// <summary>A file of the same text, parsed before; null where there is none.</summary>
    internal MarkdownFile? Find(string path, string text, Dialect dialect) =>
        _files.TryGet(path, out var kept) && kept.Text == text && kept.Dialect == dialect ? kept.File : null;

    /// <summary>Keeps a parsed file.</summary>
    internal void Keep(string path, string text, Dialect dialect, MarkdownFile file) => _files.Keep(path, (text, dialect, file));
}
