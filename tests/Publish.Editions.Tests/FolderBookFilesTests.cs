namespace Publish.Editions.Tests;

public sealed class FolderBookFilesTests : IDisposable
{
    private readonly string _outer = Directory.CreateTempSubdirectory("publish-book-").FullName;
    private readonly FolderBookFiles _files;

    public FolderBookFilesTests()
    {
        Directory.CreateDirectory(Path.Combine(_outer, "book", "chapters"));
        File.WriteAllText(Path.Combine(_outer, "secret.txt"), "outside");
        File.WriteAllText(Path.Combine(_outer, "book", "b.md"), "b");
        File.WriteAllText(Path.Combine(_outer, "book", "A.md"), "a");
        File.WriteAllText(Path.Combine(_outer, "book", "chapters", "1.md"), "one");
        _files = new FolderBookFiles(Path.Combine(_outer, "book"));
    }

    public void Dispose() => Directory.Delete(_outer, recursive: true);

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("chapters/../../secret.txt")]
    [InlineData("..\\secret.txt")]
    [InlineData("nothing.md")]
    [InlineData("chapters")]
    public void What_is_outside_or_not_a_file_cannot_be_read(string path) => Assert.False(_files.TryRead(path, out _));

    [Fact]
    public void An_absolute_path_cannot_be_read() => Assert.False(_files.TryRead(Path.Combine(_outer, "secret.txt"), out _));

    [Fact]
    public void A_link_that_leads_out_cannot_be_read()
    {
        File.CreateSymbolicLink(Path.Combine(_outer, "book", "link.txt"), Path.Combine(_outer, "secret.txt"));
        Assert.False(_files.TryRead("link.txt", out _));
    }

    [Fact]
    public void Files_and_folders_come_in_ordinal_order()
    {
        Assert.Equal(["A.md", "b.md"], _files.List(""));
        Assert.Equal(["chapters"], _files.Folders(""));
        Assert.Equal(["chapters/1.md"], _files.List("chapters"));
        Assert.True(_files.TryRead("chapters/1.md", out var data));
        Assert.Equal("one"u8.ToArray(), data.ToArray());
    }

    [Fact]
    public void A_file_with_the_bytes_it_had_is_the_same_memory_and_a_changed_one_isnt()
    {
        Assert.True(_files.TryRead("b.md", out var first));
        File.WriteAllText(Path.Combine(_outer, "book", "b.md"), "b");
        Assert.True(_files.TryRead("b.md", out var again));
        File.WriteAllText(Path.Combine(_outer, "book", "b.md"), "c");
        Assert.True(_files.TryRead("b.md", out var changed));

        Assert.True(first.Equals(again));
        Assert.False(first.Equals(changed));
        Assert.Equal("b"u8.ToArray(), first.ToArray());
        Assert.Equal("c"u8.ToArray(), changed.ToArray());
    }

    [Fact]
    public void What_has_rested_is_not_read_again_and_every_change_is_seen()
    {
        // As if all had been written long ago.
        var book = Path.Combine(_outer, "book");
        var files = new FolderBookFiles(book, static () => DateTimeOffset.UtcNow.AddMinutes(1));
        var path = Path.Combine(book, "b.md");
        Assert.True(files.TryRead("b.md", out var first));
        Assert.True(files.TryRead("b.md", out var again));
        Assert.True(first.Equals(again));

        // Of the same length, and dated back.
        var written = File.GetLastWriteTimeUtc(path);
        Thread.Sleep(20);
        File.WriteAllText(path, "c");
        File.SetLastWriteTimeUtc(path, written);
        Assert.Equal("c", Text(files, "b.md"));

        // Another file in its place.
        File.WriteAllText(Path.Combine(_outer, "other"), "d");
        File.Move(Path.Combine(_outer, "other"), path, overwrite: true);
        Assert.Equal("d", Text(files, "b.md"));

        // A link out of the folder in its place, and nothing.
        File.Delete(path);
        File.CreateSymbolicLink(path, Path.Combine(_outer, "secret.txt"));
        Assert.False(files.TryRead("b.md", out _));
        File.Delete(path);
        Assert.False(files.TryRead("b.md", out _));
    }

    [Fact]
    public void Names_that_come_and_go_are_seen_in_a_folder_that_has_rested()
    {
        var book = Path.Combine(_outer, "book");
        var files = new FolderBookFiles(book, static () => DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal(["A.md", "b.md"], files.List(""));
        Assert.Equal(["chapters"], files.Folders(""));
        Thread.Sleep(20);
        File.WriteAllText(Path.Combine(book, "c.md"), "c");
        Directory.CreateDirectory(Path.Combine(book, "more"));
        Assert.Equal(["A.md", "b.md", "c.md"], files.List(""));
        Assert.Equal(["chapters", "more"], files.Folders(""));
        Thread.Sleep(20);
        File.Delete(Path.Combine(book, "A.md"));
        Directory.Delete(Path.Combine(book, "more"));
        Assert.Equal(["b.md", "c.md"], files.List(""));
        Assert.Equal(["chapters"], files.Folders(""));
        Assert.Empty(files.List("more"));
    }

    [Fact]
    public void What_was_written_just_now_is_read_again()
    {
        var now = DateTimeOffset.UtcNow;
        var files = new FolderBookFiles(Path.Combine(_outer, "book"), () => now);
        Assert.Equal("b", Text(files, "b.md"));
        File.WriteAllText(Path.Combine(_outer, "book", "b.md"), "c");
        Assert.Equal("c", Text(files, "b.md"));
        Assert.Equal(["A.md", "b.md"], files.List(""));
        File.WriteAllText(Path.Combine(_outer, "book", "c.md"), "c");
        Assert.Equal(["A.md", "b.md", "c.md"], files.List(""));
    }

    private static string Text(FolderBookFiles files, string path)
    {
        Assert.True(files.TryRead(path, out var data));
        return System.Text.Encoding.UTF8.GetString(data.Span);
    }
}
