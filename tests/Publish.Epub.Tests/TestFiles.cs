using Publish.Document;
using Publish.Testing;

namespace Publish.Epub.Tests;

/// <summary>Files of a book held in memory, and the assets of the repository.</summary>
internal sealed class TestFiles(Dictionary<string, byte[]> files) : IBookFiles
{
    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var found = files.TryGetValue(path, out var bytes);
        data = bytes;
        return found;
    }

    public IReadOnlyList<string> List(string folder) => [.. files.Keys.Where(k => k.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Folders(string folder) => [];
}

internal sealed class RepositoryAssets : IAssets
{
    public string Location => RepositoryRoot.Combine("assets");

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var full = Path.Combine(Location, path);
        var found = File.Exists(full);
        data = found ? File.ReadAllBytes(full) : default;
        return found;
    }

    public IReadOnlyList<string> List(string folder) => Names(folder, Directory.GetFiles);

    public IReadOnlyList<string> Folders(string folder) => Names(folder, Directory.GetDirectories);

    private List<string> Names(string folder, Func<string, string[]> find)
    {
        var full = Path.Combine(Location, folder);
        return Directory.Exists(full) ? [.. find(full).Select(f => Path.GetRelativePath(Location, f).Replace('\\', '/')).Order(StringComparer.Ordinal)] : [];
    }
}
