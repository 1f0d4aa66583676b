using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>Builds after a change beside first builds, byte for byte.</summary>
public sealed class RebuildTests
{
    private static readonly FolderAssets Assets = new(RepositoryRoot.Combine("assets"));

    [Fact]
    public void Whatever_is_edited_the_engine_gives_what_a_first_build_gives()
    {
        var book = new RandomEdits(seed: 7);
        var engine = new RebuildEngine(new BuildRequest(book, Assets));
        var good = 0;
        for (var i = 0; i < 36; i++)
        {
            var files = book.Snapshot();
            var rebuilt = engine.Build(files);
            var first = BookBuild.Run(new BuildRequest(files, Assets));

            Assert.True(Told(first) == Told(rebuilt), $"after edit {i} ({book.Last}):\n{Told(first)}\n{Told(rebuilt)}");
            good += rebuilt.Failed ? 0 : 1;
            book.Edit();
            if (rebuilt.Failed)
            {
                // Mended: a new book of the same seed of another kind.
                book = new RandomEdits(seed: 7 + (ulong)i);
            }
        }

        Assert.True(good > 15, $"only {good} of the edited books could be built");
    }

    /// <summary>A campaign of some minutes, run by hand: <c>-explicit only</c>.</summary>
    [Theory(Explicit = true)]
    [InlineData(1_000)]
    public void After_many_edits_the_engine_gives_what_a_first_build_gives(int edits)
    {
        var book = new RandomEdits(seed: 1, chapters: 2, paragraphs: 5);
        var engine = new RebuildEngine(new BuildRequest(book, Assets));
        var good = 0;
        for (var i = 0; i < edits; i++)
        {
            book.Edit();
            var files = book.Snapshot();
            var rebuilt = engine.Build(files);
            var first = BookBuild.Run(new BuildRequest(files, Assets));
            Assert.True(Told(first) == Told(rebuilt), $"after edit {i} ({book.Last}):\n{Told(first)}\n{Told(rebuilt)}");
            good += rebuilt.Failed ? 0 : 1;
            if (rebuilt.Failed || i % 40 == 39)
            {
                book = new RandomEdits(seed: 1 + (ulong)i, chapters: 2, paragraphs: 5);
            }
        }

        Assert.True(good > edits / 2, $"only {good} of the edited books could be built");
    }

    /// <summary>A campaign of some minutes, run by hand: <c>-explicit only</c>.</summary>
    [Theory(Explicit = true)]
    [InlineData(5_000)]
    public void Many_edits_hold_no_more_memory_than_few(int edits)
    {
        var book = new RandomEdits(seed: 3, chapters: 2, paragraphs: 5);
        var engine = new RebuildEngine(new BuildRequest(book, Assets));
        var held = new List<long>();
        for (var i = 1; i <= edits; i++)
        {
            book.Edit();
            if (engine.Build(book.Snapshot()).Failed || i % 40 == 0)
            {
                book = new RandomEdits(seed: 3 + (ulong)i, chapters: 2, paragraphs: 5);
            }

            if (i % (edits / 10) == 0)
            {
                held.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        var told = string.Join(' ', held.Select(bytes => $"{bytes / 1e6:F1} MB"));
        TestContext.Current.SendDiagnosticMessage(told);
        Assert.True(held.Skip(5).Max() < held.Take(5).Max() * 1.1, told);
    }

    [Fact]
    public void One_core_and_two_give_the_same_files()
    {
        var book = new RandomEdits(seed: 11, chapters: 6);
        var one = BookBuild.Run(new BuildRequest(book, Assets) { Cores = 1 });
        var two = BookBuild.Run(new BuildRequest(book, Assets) { Cores = 2 });

        Assert.False(one.Failed, string.Join('\n', one.Diagnostics));
        Assert.Equal(4, one.Editions.Length);
        Assert.Equal(Told(one), Told(two));
    }

    private static string Told(BuildReport report) => string.Join(
        '\n',
        report.Editions.Select(e => $"{e.File.Name} {e.File.Sha256()}").Concat(report.Diagnostics.Select(d => d.ToString())));
}
