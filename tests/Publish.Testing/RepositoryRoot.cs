namespace Publish.Testing;

/// <summary>Where the repository lies that the running tests were built from.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The folder that holds <c>Publish.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run from a folder that isn't inside the repository.</exception>
    public static string Path => Found.Value;

    /// <summary>A path inside the repository, from its parts.</summary>
    /// <param name="parts">Names of folders and, at the end, of a folder or file.</param>
    /// <returns>The absolute path; nothing says that it exists.</returns>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Publish.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Publish.sln.");
    }
}
