using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Epub.Tests;

public sealed class JudgesTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void EpubCheckHasNothingToSay() => EpubCheck.Validate(Book()).MustPass();

    [Fact]
    public void EpubCheckTsHasNothingToSay() => EpubCheckTs.Validate(Book()).MustPass();

    [Fact]
    public void AceHasNothingToSay() => Ace.Validate(Book()).MustPass();

    [Fact]
    public void EveryNotePopsUpInFoliate() => Foliate.Read(Book()).Verdict.MustPass();

    private string Book() => scratch.Write("torture.epub", TortureBook.Write().Bytes);
}
