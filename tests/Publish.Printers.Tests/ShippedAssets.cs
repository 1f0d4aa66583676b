using Publish.Document;
using Publish.Testing;

namespace Publish.Printers.Tests;

/// <summary>The assets of the repository.</summary>
internal sealed class ShippedAssets : IAssets
{
    public string Location => RepositoryRoot.Combine("assets");

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var file = Path.Combine(Location, path);
        data = File.Exists(file) ? File.ReadAllBytes(file) : default;
        return File.Exists(file);
    }

    public IReadOnlyList<string> List(string folder) => [.. Directory.GetFiles(Path.Combine(Location, folder)).Select(file => folder + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Folders(string folder) => [];
}
