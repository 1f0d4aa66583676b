using Publish.Document;

namespace Publish.Epub.Tests;

/// <summary>The assets of the repository, found above the tests' folder.</summary>
internal sealed class RepositoryAssets : IAssets
{
    private readonly string root = Find();

    public string Location => root;

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var full = Path.Combine(root, path);
        data = File.Exists(full) ? File.ReadAllBytes(full) : default;
        return File.Exists(full);
    }

    public IReadOnlyList<string> List(string folder) =>
        Directory.Exists(Path.Combine(root, folder)) ? [.. Directory.GetFiles(Path.Combine(root, folder)).Select(f => folder + "/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    public IReadOnlyList<string> Folders(string folder) => Directory.Exists(Path.Combine(root, folder)) ? [.. Directory.GetDirectories(Path.Combine(root, folder)).Select(f => folder + "/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "assets", "styles")))
            {
                return Path.Combine(folder.FullName, "assets");
            }
        }

        throw new DirectoryNotFoundException("assets/styles");
    }
}
