using System.Text;
using Publish.Document;

namespace Publish.Styles.Tests;

/// <summary>Assets out of a dictionary.</summary>
internal sealed class DictionaryAssets(params (string Path, string Text)[] files) : IAssets
{
    public string Location => "memory";

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var found = Array.Find(files, f => f.Path == path);
        data = found.Path is null ? default : Encoding.UTF8.GetBytes(found.Text);
        return found.Path is not null;
    }

    public IReadOnlyList<string> List(string folder) =>
        [.. files.Select(f => f.Path).Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal) && p.IndexOf('/', folder.Length + 1) < 0).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Folders(string folder) => [];
}

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

    public IReadOnlyList<string> Folders(string folder) => [];

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
