using Publish.Document;
using Publish.Testing;

namespace Publish.Pdf.Tests;

/// <summary>The assets of the repository.</summary>
internal sealed class RepositoryAssets : IAssets
{
    private static string Root => RepositoryRoot.Combine("assets");

    public string Location => Root;

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var file = Path.Combine(Root, path);
        data = File.Exists(file) ? File.ReadAllBytes(file) : default;
        return File.Exists(file);
    }

    public IReadOnlyList<string> List(string folder) => Entries(folder, Directory.GetFiles);

    public IReadOnlyList<string> Folders(string folder) => Entries(folder, Directory.GetDirectories);

    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    private static List<string> Entries(string folder, Func<string, string[]> entries)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path) ? [.. entries(path).Select(file => folder + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];
    }
}
