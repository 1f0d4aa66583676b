using Publish.Document;

namespace Publish.Covers.Tests;

/// <summary>The assets of the repository, found above the tests' folder.</summary>
internal sealed class RepositoryAssets(string? at = null) : IAssets
{
    private readonly string _root = at ?? Find();

    public string Location => _root;

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var full = Path.Combine(_root, path);
        data = File.Exists(full) ? File.ReadAllBytes(full) : default;
        return File.Exists(full);
    }

    public IReadOnlyList<string> List(string folder) => Directory.Exists(Path.Combine(_root, folder))
        ? [.. Directory.GetFiles(Path.Combine(_root, folder)).Select(f => folder + "/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)]
        : [];

    public IReadOnlyList<string> Folders(string folder) => Directory.Exists(Path.Combine(_root, folder))
        ? [.. Directory.GetDirectories(Path.Combine(_root, folder)).Select(f => folder + "/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)]
        : [];

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
