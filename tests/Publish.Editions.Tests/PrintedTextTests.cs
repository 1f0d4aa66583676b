using Publish.Document;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>
/// The text of every PDF, as poppler takes it out, is the model's without the hyphens at line ends. The environment variable PUBLISH_BOOKS names a folder of other books
/// that are tried as well.
/// </summary>
public sealed class PrintedTextTests(FirstBook first, TortureBook torture, ITestOutputHelper output) : IClassFixture<FirstBook>, IClassFixture<TortureBook>
{
    public static TheoryData<string> Books() => ["first", "torture", .. Others()];

    [Theory]
    [MemberData(nameof(Books))]
    public void The_text_of_a_pdf_is_the_models(string name)
    {
        var (book, files) = Files(name);
        foreach (var (edition, path) in files)
        {
            var found = PrintedText.Compare(book, Poppler.Text(path, "-raw"));
            output.WriteLine($"{name} {edition}: {found.Characters} characters of blocks found, {found.Missing.Count()} blocks missing, {found.Unknown.Count} lines unknown");
            foreach (var block in found.Missing.Take(20))
                output.WriteLine($"  missing: {block}");
            foreach (var line in found.Unknown.Take(20))
                output.WriteLine($"  unknown: {line}");
            Assert.True(found.Characters > 1000);
            Assert.Empty(found.Missing);
            Assert.Empty(found.Unknown);
        }
    }

    [Fact]
    public void A_lost_and_a_doubled_line_are_noticed()
    {
        var path = first.PathOf("screen");
        var text = Poppler.Text(path, "-raw");
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, l => l.Contains("Labor Action", StringComparison.Ordinal)) + 12;
        var lost = PrintedText.Compare(first.Book, string.Join('\n', lines.Where((_, i) => i != at)));
        Assert.NotEmpty(lost.Missing);
        var doubled = PrintedText.Compare(first.Book, string.Join('\n', lines.SelectMany((l, i) => i == at ? [l, l] : new[] { l })));
        Assert.NotEmpty(doubled.Unknown.Concat(doubled.Missing));
    }

    private static IEnumerable<string> Others() =>
        Environment.GetEnvironmentVariable("PUBLISH_BOOKS") is { Length: > 0 } folder ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal) : [];

    private (Book Book, List<(string Edition, string Path)> Files) Files(string name)
    {
        switch (name)
        {
            case "first":
                return (first.Book, [.. first.Report.Editions.Where(IsPdf).Select(e => (e.Plan.Name, first.PathOf(e.Plan.Name)))]);
            case "torture":
                return (torture.Report.Book!, [.. torture.Report.Editions.Where(IsPdf).Select(e => (e.Plan.Name, torture.PathOf(e.Plan.Name)))]);
            default:
                var report = BookBuild.Run(new BuildRequest(new FolderBookFiles(name), new FolderAssets(RepositoryRoot.Combine("assets"))) { FolderName = "book", Producer = "Publish 0.1.0" });
                var result = new List<(string, string)>();
                foreach (var edition in report.Editions.Where(IsPdf))
                {
                    var path = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(name)}-{edition.File.Name}");
                    File.WriteAllBytes(path, edition.File.Data.Span);
                    result.Add((edition.Plan.Name, path));
                }

                return (report.Book!, result);
        }
    }

    private static bool IsPdf(MadeEdition edition) => edition.File.Name.EndsWith(".pdf", StringComparison.Ordinal);
}
