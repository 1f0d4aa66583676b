using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>One reading of one manuscript: its files, and what was found wrong so far.</summary>
/// <param name="files">The files of the book.</param>
/// <param name="settings">What the caller knows besides.</param>
internal sealed class Reading(IBookFiles files, ReaderSettings settings)
{
    private readonly Dictionary<string, HashSet<string>> _folders = new(StringComparer.Ordinal);

    public IBookFiles Files { get; } = files;

    public ReaderSettings Settings { get; } = settings;

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Files that were looked for, and whether they are there, in order.</summary>
    public List<(string Path, bool Found)> LookedFor { get; } = [];

    public void Report(DiagnosticKind kind, SourceSpan span, string message, string? hint = null) =>
        Diagnostics.Add(kind.At(span, message, hint));

    /// <summary>Whether there is such a file, found by listing its folder so that no picture is read twice.</summary>
    public bool Has(string path)
    {
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? "" : path[..slash];
        if (!_folders.TryGetValue(folder, out var names))
        {
            _folders[folder] = names = new(Files.List(folder), StringComparer.Ordinal);
        }

        var found = names.Contains(path);
        LookedFor.Add((path, found));
        return found;
    }

    /// <summary>Reads a text file of the book; says what is wrong with its bytes.</summary>
    /// <param name="path">Relative to the book's folder.</param>
    /// <param name="namedAt">Where the file is asked for.</param>
    public string? Text(string path, SourceSpan namedAt) => Bytes(path, namedAt) is { } data ? TextFile.Decode(this, path, data.Span) : null;

    /// <summary>Reads a file of the book; says where it isn't there.</summary>
    /// <param name="path">Relative to the book's folder.</param>
    /// <param name="namedAt">Where the file is asked for.</param>
    public ReadOnlyMemory<byte>? Bytes(string path, SourceSpan namedAt)
    {
        if (Files.TryRead(path, out var data))
        {
            return data;
        }

        Report(ManuscriptDiagnostics.FileMissing, namedAt, $"there is no file '{path}'", NearestFile(path) is { } near ? $"did you mean '{near}'?" : "check the name; upper and lower case are told apart");
        return null;
    }

    /// <summary>All that was found, by file, line and column; what stands at one place stays in the order it was found in.</summary>
    public ImmutableArray<Diagnostic> Sorted() =>
        [.. Diagnostics
            .Distinct()
            .OrderBy(diagnostic => diagnostic.Span.File, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Line)
            .ThenBy(diagnostic => diagnostic.Span.Column)];

    private string? NearestFile(string path)
    {
        var slash = path.LastIndexOf('/');
        return Spelling.Nearest(path, Files.List(slash < 0 ? "" : path[..slash]));
    }
}
