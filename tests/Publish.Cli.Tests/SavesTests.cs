namespace Publish.Cli.Tests;

/// <summary>What is told of saves in a folder of the disk.</summary>
public sealed class SavesTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("publish-saves-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Fact]
    public void Saves_in_the_folder_and_in_folders_that_come_later_are_told_and_those_of_the_editions_are_not()
    {
        var editions = Path.Combine(_folder, "out");
        using var saves = Saves.In(_folder, editions)!;
        Assert.False(saves.Wait(TimeSpan.Zero, Never));

        File.WriteAllText(Path.Combine(_folder, "one.md"), "one");
        Assert.True(saves.Wait(Long, Never));
        saves.Settle(Never);
        Assert.False(saves.Wait(Short, Never));

        Directory.CreateDirectory(editions);
        File.WriteAllText(Path.Combine(editions, "book.pdf"), "pages");
        Assert.False(saves.Wait(Short, Never));

        var inner = Path.Combine(_folder, "parts", "first");
        Directory.CreateDirectory(inner);
        Assert.True(saves.Wait(Long, Never));
        saves.Settle(Never);
        File.WriteAllText(Path.Combine(inner, "two.md"), "two");
        Assert.True(saves.Wait(Long, Never));
        saves.Settle(Never);

        // Under its new name as well.
        Directory.Move(Path.Combine(_folder, "parts"), Path.Combine(_folder, "volumes"));
        Assert.True(saves.Wait(Long, Never));
        saves.Settle(Never);
        File.AppendAllText(Path.Combine(_folder, "volumes", "first", "two.md"), "!");
        Assert.True(saves.Wait(Long, Never));
        saves.Settle(Never);
        File.Delete(Path.Combine(_folder, "volumes", "first", "two.md"));
        Assert.True(saves.Wait(Long, Never));
    }

    [Fact]
    public void A_file_that_is_never_closed_is_taken_as_it_is()
    {
        using var saves = Saves.In(_folder, Path.Combine(_folder, "out"))!;
        using var file = File.Open(Path.Combine(_folder, "one.md"), FileMode.Create);
        file.Write("one"u8);
        file.Flush();
        Assert.True(saves.Wait(Long, Never));
        saves.Settle(Never);
        Assert.False(saves.Wait(TimeSpan.Zero, Never));
        file.Write("two"u8);
        file.Flush();
        Assert.True(saves.Wait(Long, Never));
    }

    [Fact]
    public async Task Who_waits_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var saves = Saves.In(_folder, Path.Combine(_folder, "out"))!;
        var waiting = Task.Run(() => saves.Wait(Timeout.InfiniteTimeSpan, stop.Token), Never);
        await stop.CancelAsync();
        Assert.False(await waiting.WaitAsync(Long, Never));
        Assert.False(saves.Wait(Timeout.InfiniteTimeSpan, stop.Token));
    }

    [Fact]
    public void A_folder_that_is_moved_away_is_lost()
    {
        var book = Path.Combine(_folder, "book");
        Directory.CreateDirectory(book);
        using (var saves = Saves.In(book, Path.Combine(_folder, "out"))!)
        {
            Directory.Move(book, book + "-away");
            if (OperatingSystem.IsLinux())
            {
                Assert.True(saves.Wait(Long, Never));
                Assert.True(saves.IsLost);
            }
        }

        Assert.Null(Saves.In(book, Path.Combine(_folder, "out")));
    }
}
