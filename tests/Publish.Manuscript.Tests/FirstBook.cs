using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>The book in the repository's manuscript folder.</summary>
internal static class FirstBook
{
    private static readonly string _folder = Find();
    private static readonly Lazy<ManuscriptResult> _result = new(() => ManuscriptReader.Read(MemoryFiles.Load(_folder), new ReaderSettings()));

    public static string Folder => _folder;

    public static ManuscriptResult Result => _result.Value;

    public static Book Book => Result.Book!;

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Publish.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return Path.Combine(folder, "manuscript");
    }
}
