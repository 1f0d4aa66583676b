using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Epub.Tests;

/// <summary>What independent programs say of a book that uses every construct of the model.</summary>
public sealed class JudgesTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Torture(EpubSettings? settings = null) => scratch.Write("torture.epub", Written.Torture(settings).Result.Bytes);

    [Fact]
    public void EpubCheck_has_nothing_to_say() => EpubCheck.Validate(Torture()).MustPass();

    [Fact]
    public void EpubCheck_in_TypeScript_has_nothing_to_say() => EpubCheckTs.Validate(Torture()).MustPass();

    [Fact]
    public void Ace_has_nothing_to_say() => Ace.Validate(Torture()).MustPass();

    [Fact]
    public void Every_note_pops_up_in_foliate_js()
    {
        // Across a dash, a small capital, emphasis, a soft hyphen, a marker of a page in the middle, a mark of the source's page.
        var reading = Foliate.Read(Torture(), phrases: ["emphasis—strong, small caps", "or not—to be", "that is the question", "second item", "cell b", "Twice"]);
        reading.Verdict.MustPass();
        Assert.Equal(5, reading.Notes.Count(n => n.Outcome == "popup"));
        Assert.Equal(["i", "iii", "v", "1", "2", "6", "3", "4", "5"], reading.Pages.Select(p => p.Label));
    }

    [Fact]
    public void Nothing_stands_out_at_any_size_and_width() => Reflow.Validate(Torture(), RepositoryRoot.Combine("tests", "artifacts", "epub", "torture")).MustPass();

    [Fact]
    public void Every_note_leads_back_in_epub_js() => EpubJs.Read(Torture()).Verdict.MustPass();
}
