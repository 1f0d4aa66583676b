using Publish.Document;

namespace Publish.Editions;

/// <summary>The files of a book in a folder of the disk. No path leads out of the folder.</summary>
/// <param name="root">The folder.</param>
public sealed class FolderBookFiles(string root) : IBookFiles
{
    private readonly FolderTree _tree = new(root);

    /// <inheritdoc />
    public bool TryRead(string path, out ReadOnlyMemory<byte> data) => _tree.TryRead(path, out data);

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) => _tree.Files(folder);

    /// <inheritdoc />
    public IReadOnlyList<string> Folders(string folder) => _tree.Folders(folder);
}
