using Publish.Document;
using Publish.Testing;

[assembly: AssemblyFixture(typeof(Publish.Editions.Tests.FirstBook))]
[assembly: AssemblyFixture(typeof(Publish.Editions.Tests.TortureBook))]

namespace Publish.Editions.Tests;

/// <summary>The first book, built once for all tests that look at it.</summary>
public sealed class FirstBook : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public FirstBook()
    {
        Report = Build();
        foreach (var edition in Report.Editions)
        {
            File.WriteAllBytes(PathOf(edition.Plan.Name), edition.File.Data.Span);
        }
    }

    public BuildReport Report { get; }

    public Book Book => Report.Book!;

    public static BuildReport Build(params string[] editions) => BookBuild.Run(
        new BuildRequest(new FolderBookFiles(RepositoryRoot.Combine("manuscript")), new FolderAssets(RepositoryRoot.Combine("assets")))
        {
            FolderName = "manuscript",
            Producer = "Publish 0.1.0",
            Editions = [.. editions],
        });

    public string PathOf(string edition) => System.IO.Path.Combine(_folder.Path, Report.Editions.First(e => e.Plan.Name == edition).File.Name);

    public void Dispose() => _folder.Dispose();
}
