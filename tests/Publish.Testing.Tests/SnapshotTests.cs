using Xunit.Sdk;

namespace Publish.Testing.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Stem => scratch.File("Sample");

    [Fact]
    public void A_missing_snapshot_fails_and_leaves_what_came()
    {
        Assert.Throws<XunitException>(() => Snapshot.Matches("one\r\ntwo", Stem, accept: false, continuousIntegration: false));
        Assert.Equal("one\ntwo", File.ReadAllText(Stem + ".received.txt"));
        Assert.False(File.Exists(Stem + ".verified.txt"));
    }

    [Fact]
    public void On_ci_nothing_is_accepted()
    {
        Assert.Throws<XunitException>(() => Snapshot.Matches("one", Stem, accept: true, continuousIntegration: true));
        Assert.False(File.Exists(Stem + ".verified.txt"));
    }

    [Fact]
    public void An_accepted_snapshot_passes_until_the_text_changes()
    {
        Snapshot.Matches("one\ntwo", Stem, accept: true, continuousIntegration: false);
        Snapshot.Matches("one\r\ntwo", Stem, accept: false, continuousIntegration: true);
        XunitException different = Assert.Throws<XunitException>(() => Snapshot.Matches("one\n2", Stem, accept: false, continuousIntegration: false));
        Assert.Contains("line 2 was \"two\", is \"2\"", different.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_lies_beside_its_test() => Snapshot.Matches("A text as it was accepted.\n");
}
