using System.Text;
using Publish.Document;

namespace Publish.Editions.Tests;

/// <summary>A book of a folder with another book.yaml, or one of files in memory.</summary>
internal sealed class EditedBook(string? folder, string bookFile) : IBookFiles
{
    private readonly FolderBookFiles? _folder = folder is null ? null : new FolderBookFiles(folder);

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal) { ["book.yaml"] = Encoding.UTF8.GetBytes(bookFile) };

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        if (Files.TryGetValue(path, out var known))
        {
            data = known;
            return true;
        }

        data = default;
        return _folder is not null && _folder.TryRead(path, out data);
    }

    public IReadOnlyList<string> List(string path) => _folder?.List(path) ?? [.. Files.Keys.Where(file => file.LastIndexOf('/') is var slash && (slash < 0 ? "" : file[..slash]) == path).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Folders(string path) => _folder?.Folders(path) ?? [];
}
