namespace Publish.Cli.Tests;

/// <summary>build --watch on a folder of the disk: files saved, broken, deleted, mended.</summary>
public sealed class BookWatchTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("publish-watch-").FullName;
    private readonly CancellationTokenSource _stop = new();

    private string Chapter => Path.Combine(_folder, "book", "chapter.md");

    private string Edition => Path.Combine(_folder, "out", "watched-print.pdf");

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_save_makes_the_edition_new_and_a_broken_book_leaves_the_last_good_one()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "book"));
        File.WriteAllText(
            Path.Combine(_folder, "book", "book.yaml"),
            "id: watched\ntitle: Watched\nlanguage: en\nmodified: 2026-01-01T00:00:00Z\nmatter:\n  body:\n    - chapter: chapter.md\neditions:\n  print: { format: pdf, trim: 5in x 8in }\n");
        File.WriteAllText(Chapter, "# One\n\nThe first text.\n");
        var errors = new StringWriter();
        var arguments = new BuildArguments(Path.Combine(_folder, "book"), [], Path.Combine(_folder, "out"), Json: false, CheckOnly: false) { Watch = true };
        var watching = Task.Run(() => BookWatch.Run(arguments.Book!, arguments, TextWriter.Null, TextWriter.Synchronized(errors), _stop.Token), CancellationToken.None);

        var first = await Changed(null);
        File.WriteAllText(Chapter, "# One\n\nAnother text, and longer.\n");
        var second = await Changed(first);

        // Deleted: the plan names a file that isn't there.
        File.Delete(Chapter);
        await Until(() => errors.ToString().Contains("nothing was written", StringComparison.Ordinal));
        Assert.Equal(second, File.ReadAllBytes(Edition));

        // Written beside and renamed, as editors do.
        File.WriteAllText(Chapter + "~", "# One\n\nThe first text.\n");
        File.Move(Chapter + "~", Chapter);
        Assert.Equal(first, await Changed(second));

        Assert.False(watching.IsCompleted);
        await _stop.CancelAsync();
        Assert.Equal(ExitCode.Success, await watching);
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var waited = TimeSpan.Zero; !holds(); waited += TimeSpan.FromMilliseconds(20))
        {
            Assert.True(waited < Limit, "nothing came of a save");
            await Task.Delay(20);
        }
    }

    private async Task<byte[]> Changed(byte[]? before)
    {
        byte[]? now = null;
        await Until(() => File.Exists(Edition) && (now = File.ReadAllBytes(Edition)) is { Length: > 0 } && (before is null || !now.AsSpan().SequenceEqual(before)));
        return now!;
    }
}
