using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>The torture book: every construct of the model, every kind of picture and font, built once for all tests that look at it.</summary>
public sealed class TortureBook : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private readonly Lazy<string> _plain;

    public TortureBook()
    {
        _plain = new Lazy<string>(() => Qpdf.Readable(PathOf("screen")));
        Report = BookBuild.Run(new BuildRequest(new FolderBookFiles(RepositoryRoot.Combine("tests", "books", "torture")), new FolderAssets(RepositoryRoot.Combine("assets")))
        {
            FolderName = "torture",
            Producer = "Publish 0.1.0",
        });
        foreach (var edition in Report.Editions)
        {
            File.WriteAllBytes(PathOf(edition.Plan.Name), edition.File.Data.Span);
        }
    }

    public BuildReport Report { get; }

    /// <summary>The screen edition with nothing compressed, every byte a character.</summary>
    public string Plain => _plain.Value;

    public string PathOf(string edition) => Path.Combine(_folder.Path, Report.Editions.First(e => e.Plan.Name == edition).File.Name);

    public void Dispose() => _folder.Dispose();
}
