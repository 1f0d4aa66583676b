using Publish.Document;
using MarkdigBlock = Markdig.Syntax.Block;

namespace Publish.Manuscript;

/// <summary>
/// Keeps parsed Markdown files from reading to reading, by their text. Only files that nothing had to be said of are kept, so that it is said by every reading. What the
/// last reading didn't use is forgotten. Any thread may ask.
/// </summary>
public sealed class ReaderMemory
{
    private readonly ValueMemory<string, (ReadOnlyMemory<byte> Bytes, string Text, Dialect Dialect, MarkdownFile File)> _files = new(StringComparer.Ordinal);

    private readonly ValueMemory<MarkdigBlock, KeptSection> _sections = new(ReferenceEqualityComparer.Instance);
    private object? _plan;

    /// <summary>A new reading begins.</summary>
    public void Turn()
    {
        _files.Turn();
        _sections.Turn();
    }

    /// <summary>How many files it keeps.</summary>
    public int Count => _files.Count;

    /// <summary>A file that is the same bytes in memory, parsed before; null where there is none, or where it has to be looked at.</summary>
    internal MarkdownFile? Find(string path, ReadOnlyMemory<byte> bytes, Dialect dialect) =>
        _files.TryGet(path, out var kept) && kept.Bytes.Equals(bytes) && kept.Dialect == dialect ? kept.File : null;

    /// <summary>A file of the same text, parsed before; null where there is none.</summary>
    internal MarkdownFile? Find(string path, string text, Dialect dialect) =>
        _files.TryGet(path, out var kept) && kept.Text == text && kept.Dialect == dialect ? kept.File : null;

    /// <summary>Sections are about to be converted.</summary>
    /// <param name="plan">What they depend on besides their text and each other, compared by value.</param>
    internal void Begin(object plan)
    {
        if (!Equals(_plan, plan))
        {
            _plan = plan;
            _sections.Clear();
        }
    }

    /// <summary>A section of the same blocks, converted before; null where there is none.</summary>
    internal KeptSection? Find(RawSection raw) => KeptSection.KeyOf(raw) is { } key && _sections.TryGet(key, out var kept) ? kept : null;

    /// <summary>Keeps a converted section.</summary>
    internal void Keep(RawSection raw, KeptSection section)
    {
        if (KeptSection.KeyOf(raw) is { } key)
        {
            _sections.Keep(key, section);
        }
    }

    /// <summary>Keeps a parsed file.</summary>
    internal void Keep(string path, ReadOnlyMemory<byte> bytes, string text, Dialect dialect, MarkdownFile file) => _files.Keep(path, (bytes, text, dialect, file));
}
