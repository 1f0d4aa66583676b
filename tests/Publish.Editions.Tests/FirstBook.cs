using Publish.Document;
using Publish.Editions.Tests.Accessibility;
using Publish.Testing;

[assembly: AssemblyFixture(typeof(Publish.Editions.Tests.FirstBook))]
[assembly: AssemblyFixture(typeof(Publish.Editions.Tests.TortureBook))]

namespace Publish.Editions.Tests;

/// <summary>The first book, built once for all tests that look at it.</summary>
public sealed class FirstBook
{
    private static readonly Lazy<BuiltBook> Shared = BuiltBook.Of(() => Build());

    private readonly BuiltBook built = Shared.Value;

    public BuildReport Report => built.Report;

    public Book Book => Report.Book!;

    public TaggedFile Tagged => built.Tagged;

    public static BuildReport Build(params string[] editions) => BookBuild.Run(
        new BuildRequest(new FolderBookFiles(RepositoryRoot.Combine("manuscript")), new FolderAssets(RepositoryRoot.Combine("assets")))
        {
            FolderName = "manuscript",
            Producer = "Publish 0.1.0",
            Editions = [.. editions],
        });

    public string PathOf(string edition) => built.PathOf(edition);
}
