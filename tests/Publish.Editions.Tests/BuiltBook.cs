using Publish.Editions.Tests.Accessibility;
using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>A book's editions, built once for all tests that look at them and written to a folder.</summary>
internal sealed class BuiltBook : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly Lazy<TaggedFile> tagged;

    private BuiltBook(BuildReport report)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        Report = report;
        foreach (var edition in report.Editions)
        {
            File.WriteAllBytes(PathOf(edition.Plan.Name), edition.File.Data.Span);
        }

        tagged = new(() => TaggedFile.Read(PathOf("screen")));
    }

    public BuildReport Report { get; }

    /// <summary>The structure of the screen edition, for one class of tests at a time.</summary>
    public TaggedFile Tagged => tagged.Value;

    public static Lazy<BuiltBook> Of(Func<BuildReport> build) => new(() => new BuiltBook(build()));

    public string PathOf(string edition) => Path.Combine(folder.Path, Report.Editions.First(e => e.Plan.Name == edition).File.Name);

    public void Dispose()
    {
        if (tagged.IsValueCreated)
        {
            tagged.Value.Dispose();
        }

        folder.Dispose();
    }
}
