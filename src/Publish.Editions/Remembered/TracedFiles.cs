using System.Security.Cryptography;
using System.Text;
using Publish.Document;

namespace Publish.Editions;

/// <summary>What was asked of a folder, and what it answered: a file or a list of names.</summary>
/// <param name="Origin">Whose folder: <c>book</c> or <c>assets</c>.</param>
/// <param name="Question"><c>file</c>, <c>files</c> or <c>folders</c>.</param>
/// <param name="Path">The path asked for.</param>
/// <param name="Answer">SHA-256 of the file, or of the names, in lower-case hexadecimal; empty where there was no file.</param>
internal sealed record Asked(string Origin, string Question, string Path, string Answer)
{
    public const string Book = "book";
    public const string Assets = "assets";
    public const string File = "file";
    public const string Files = "files";
    public const string Folders = "folders";

    /// <summary>What a book and assets answer now.</summary>
    public string? AnswerOf(IBookFiles book, IAssets assets) => Question switch
    {
        File => Origin == Book ? AnswerOf(book.TryRead(Path, out var data), data) : AnswerOf(assets.TryRead(Path, out data), data),
        Files => AnswerOf(Origin == Book ? book.List(Path) : assets.List(Path)),
        Folders => AnswerOf(Origin == Book ? book.Folders(Path) : assets.Folders(Path)),
        _ => null,
    };

    public static string AnswerOf(bool found, ReadOnlyMemory<byte> data) => found ? Convert.ToHexStringLower(SHA256.HashData(data.Span)) : "";

    public static string AnswerOf(IReadOnlyList<string> names) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))));
}

/// <summary>Remembers what was asked of folders, and the first answer: what was made was made of it. Any thread may ask.</summary>
internal sealed class Trace
{
    private readonly Dictionary<(string Origin, string Question, string Path), Lazy<string>> _asked = [];

    /// <summary>Everything asked so far below a path, in order of its place.</summary>
    /// <param name="under">The beginning of paths; empty for all.</param>
    public IReadOnlyList<Asked> Questions(string under = "")
    {
        KeyValuePair<(string Origin, string Question, string Path), Lazy<string>>[] asked;
        lock (_asked)
        {
            asked = [.. _asked.Where(a => a.Key.Path.StartsWith(under, StringComparison.Ordinal))];
        }

        return [.. asked.OrderBy(a => a.Key.Origin, StringComparer.Ordinal).ThenBy(a => a.Key.Path, StringComparer.Ordinal).ThenBy(a => a.Key.Question, StringComparer.Ordinal)
            .Select(a => new Asked(a.Key.Origin, a.Key.Question, a.Key.Path, a.Value.Value))];
    }

    /// <summary>Whether a question has the answer it had: this build's own where it was asked already, else the folders'.</summary>
    public bool Holds(Asked asked, IBookFiles book, IAssets assets)
    {
        Lazy<string>? known;
        lock (_asked)
        {
            _asked.TryGetValue((asked.Origin, asked.Question, asked.Path), out known);
        }

        return asked.Answer == (known?.Value ?? asked.AnswerOf(book, assets));
    }

    /// <summary>A file was asked for.</summary>
    public bool Read(string origin, string path, bool found, ReadOnlyMemory<byte> data)
    {
        Add((origin, Asked.File, path), () => Asked.AnswerOf(found, data));
        return found;
    }

    /// <summary>Names were asked for.</summary>
    public IReadOnlyList<string> Listed(string origin, string question, string folder, IReadOnlyList<string> names)
    {
        Add((origin, question, folder), () => Asked.AnswerOf(names));
        return names;
    }

    private void Add((string Origin, string Question, string Path) key, Func<string> answer)
    {
        lock (_asked)
        {
            _asked.TryAdd(key, new Lazy<string>(answer));
        }
    }
}

/// <summary>A book's files, every question remembered.</summary>
/// <param name="files">The files.</param>
/// <param name="trace">The memory.</param>
internal sealed class TracedFiles(IBookFiles files, Trace trace) : IBookFiles
{
    /// <inheritdoc />
    public bool TryRead(string path, out ReadOnlyMemory<byte> data) => trace.Read(Asked.Book, path, files.TryRead(path, out data), data);

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) => trace.Listed(Asked.Book, Asked.Files, folder, files.List(folder));

    /// <inheritdoc />
    public IReadOnlyList<string> Folders(string folder) => trace.Listed(Asked.Book, Asked.Folders, folder, files.Folders(folder));
}

/// <summary>The program's assets, every question remembered.</summary>
/// <param name="assets">The assets.</param>
/// <param name="trace">The memory.</param>
internal sealed class TracedAssets(IAssets assets, Trace trace) : IAssets
{
    /// <inheritdoc />
    public string Location => assets.Location;

    /// <inheritdoc />
    public bool TryRead(string path, out ReadOnlyMemory<byte> data) => trace.Read(Asked.Assets, path, assets.TryRead(path, out data), data);

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) => trace.Listed(Asked.Assets, Asked.Files, folder, assets.List(folder));

    /// <inheritdoc />
    public IReadOnlyList<string> Folders(string folder) => trace.Listed(Asked.Assets, Asked.Folders, folder, assets.Folders(folder));
}
