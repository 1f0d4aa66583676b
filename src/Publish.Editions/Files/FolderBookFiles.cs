using Publish.Document;

namespace Publish.Editions;

/// <summary>The files of a book in a folder of the disk. No path leads out of the folder.</summary>
/// <param name="root">The folder.</param>
/// <param name="clock">Tells the time, for who reads the folder again and again: what was written some seconds ago and is said by the file system to be the same isn't read again. Null to read again what is asked for.</param>
public sealed class FolderBookFiles(string root, Func<DateTimeOffset>? clock = null) : IBookFiles
{
    private readonly FolderTree _tree = new(root, clock: clock);

    /// <inheritdoc />
    public bool TryRead(string path, out ReadOnlyMemory<byte> data) => _tree.TryRead(path, out data);

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) => _tree.Files(folder);

    /// <inheritdoc />
    public IReadOnlyList<string> Folders(string folder) => _tree.Folders(folder);
}
