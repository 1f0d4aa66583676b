using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>One folder for each diagnostic: a book that is wrong in one way, and what is said of it.</summary>
public class DiagnosticTests
{
    private static string Root => Path.Combine(AppContext.BaseDirectory, "Diagnostics");

    public static TheoryData<string> Cases() => [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_said_as_expected(string name)
    {
        var folder = Path.Combine(Root, name);
        var expected = File.ReadAllText(Path.Combine(folder, "expected.txt")).ReplaceLineEndings("\n");
        Assert.Equal(expected, Said(folder));
        Assert.Contains(name[..6], expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_diagnostic_of_the_catalogue_has_a_case()
    {
        var cases = Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)![..6]).ToHashSet();
        Assert.Equal(ManuscriptDiagnostics.All.Select(kind => kind.Code), cases.Order(StringComparer.Ordinal));
    }

    private static string Said(string folder)
    {
        var files = MemoryFiles.Load(folder);
        var result = ManuscriptReader.Read(files, new ReaderSettings());
        return string.Concat(result.Diagnostics.Select(diagnostic => $"{diagnostic}\n" + (diagnostic.Hint is null ? "" : $"    {diagnostic.Hint}\n")));
    }
}
