using Publish.Document;

namespace Publish.Editions;

/// <summary>Assets in a folder of the disk.</summary>
/// <param name="root">The folder.</param>
public sealed class FolderAssets(string root) : IAssets
{
    private readonly FolderTree _tree = new(root, isFixed: true);

    /// <inheritdoc />
    public string Location => root;

    /// <inheritdoc />
    public bool TryRead(string path, out ReadOnlyMemory<byte> data) => _tree.TryRead(path, out data);

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) => _tree.Files(folder);

    /// <inheritdoc />
    public IReadOnlyList<string> Folders(string folder) => _tree.Folders(folder);

    /// <summary>
    /// Finds the folder of assets: <c>assets</c> beside the program, or in one of the folders above the program or above <paramref name="workingFolder"/>,
    /// known by the <c>styles</c> and <c>fonts</c> in it.
    /// </summary>
    /// <param name="programFolder">Where the program lies.</param>
    /// <param name="workingFolder">Where it was started.</param>
    /// <returns>Null where there is none.</returns>
    public static FolderAssets? Find(string programFolder, string workingFolder)
    {
        foreach (var start in new[] { programFolder, workingFolder })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "assets");
                if (Directory.Exists(Path.Combine(candidate, "styles")) && Directory.Exists(Path.Combine(candidate, "fonts")))
                {
                    return new FolderAssets(candidate);
                }
            }
        }

        return null;
    }
}
