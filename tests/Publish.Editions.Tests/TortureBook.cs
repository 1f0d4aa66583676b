using Publish.Editions.Tests.Accessibility;
using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>The torture book: every construct of the model, every kind of picture and font, built once for all tests that look at it.</summary>
public sealed class TortureBook
{
    private static readonly Lazy<BuiltBook> Shared = BuiltBook.Of(() => BookBuild.Run(
        new BuildRequest(new FolderBookFiles(RepositoryRoot.Combine("tests", "books", "torture")), new FolderAssets(RepositoryRoot.Combine("assets")))
        {
            FolderName = "torture",
            Producer = "Publish 0.1.0",
        }));

    private readonly BuiltBook built = Shared.Value;

    public BuildReport Report => built.Report;

    public TaggedFile Tagged => built.Tagged;

    public string PathOf(string edition) => built.PathOf(edition);
}
