using Publish.Document;

namespace Publish.Typesetting.Tests;

/// <summary>The repository's own assets.</summary>
internal sealed class RepositoryAssets : IAssets
{
    private readonly string root = Find();

    public string Location => root;

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var file = Path.Combine(root, path);
        var found = File.Exists(file);
        data = found ? File.ReadAllBytes(file) : default;
        return found;
    }

    public IReadOnlyList<string> List(string folder) => Names(folder, Directory.GetFiles);

    public IReadOnlyList<string> Folders(string folder) => Names(folder, Directory.GetDirectories);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "assets", "hyphenation")))
                return Path.Combine(folder.FullName, "assets");
        }

        throw new DirectoryNotFoundException("assets");
    }

    private string[] Names(string folder, Func<string, string[]> list) =>
        Directory.Exists(Path.Combine(root, folder)) ? [.. list(Path.Combine(root, folder)).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)] : [];
}
