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
}
