using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Epub.Tests;

/// <summary>What both EPUBChecks say of the profiles besides the default one, which <see cref="JudgesTests"/> has.</summary>
public sealed class ProfileJudgesTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Torture(string profile) => scratch.Write("torture.epub", Written.Torture(new EpubSettings { Profile = Written.Profile(profile) }).Result.Bytes);

    [Theory]
    [InlineData("pure")]
    [InlineData("apple")]
    [InlineData("kobo")]
    [InlineData("kindle")]
    public void EpubCheck_in_TypeScript_has_nothing_to_say(string profile) => EpubCheckTs.Validate(Torture(profile)).MustPass();

    [Theory]
    [InlineData("kobo")]
    [InlineData("kindle")]
    public void EpubCheck_has_nothing_to_say_where_shops_run_it(string profile) => EpubCheck.Validate(Torture(profile)).MustPass();

    /// <summary>EPUBCheck 4.2.6 doesn't know pageBreakSource, which EPUB Accessibility 1.1 brought; the rules of 5 do. Nothing else is wrong in its eyes.</summary>
    [Theory]
    [InlineData("pure")]
    [InlineData("apple")]
    public void EpubCheck_says_only_that_it_does_not_know_the_source_of_pages(string profile)
    {
        var finding = Assert.Single(EpubCheck.Validate(Torture(profile)).Findings);
        Assert.Equal("OPF-027", finding.Code);
        Assert.Contains("pageBreakSource", finding.Message, StringComparison.Ordinal);
    }
}
