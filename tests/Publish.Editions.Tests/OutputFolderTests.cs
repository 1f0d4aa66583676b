using Publish.Document;

namespace Publish.Editions.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_are_written_whole_and_nothing_else_is_left()
    {
        var fault = new OutputFolder(_folder).Place([new OutputFile("a.pdf", new byte[] { 1, 2 }), new OutputFile("b.epub", new byte[] { 3 })]);

        Assert.Null(fault);
        Assert.Equal(["a.pdf", "b.epub"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([1, 2], File.ReadAllBytes(Path.Combine(_folder, "a.pdf")));
    }

    [Fact]
    public void When_one_file_cannot_be_written_the_last_good_ones_stay()
    {
        File.WriteAllText(Path.Combine(_folder, "a.pdf"), "last good");
        // A folder stands where the second file is to be prepared: writing it must fail, whoever runs the test.
        Directory.CreateDirectory(Path.Combine(_folder, ".b.epub.partial"));

        var fault = new OutputFolder(_folder).Place([new OutputFile("a.pdf", new byte[] { 1 }), new OutputFile("b.epub", new byte[] { 2 })]);

        Assert.Equal(EditionDiagnostics.OutputNotWritable.Code, fault?.Code);
        Assert.Equal(Severity.Error, fault!.Severity);
        Assert.Equal("last good", File.ReadAllText(Path.Combine(_folder, "a.pdf")));
        Assert.False(File.Exists(Path.Combine(_folder, ".a.pdf.partial")));
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_a_diagnostic()
    {
        var path = Path.Combine(_folder, "out");
        File.WriteAllText(path, "");

        var fault = new OutputFolder(path).Place([new OutputFile("a.pdf", new byte[] { 1 })]);

        Assert.Equal("EDN002", fault?.Code);
        Assert.Contains("--out", fault!.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_ready_is_only_moved_and_one_made_anew_is_written_again()
    {
        var place = new OutputFolder(_folder);
        var (ready, old) = (new OutputFile("a.pdf", new byte[] { 1 }), new OutputFile("b.epub", new byte[] { 2 }));
        place.Ready(ready);
        place.Ready(old);
        File.WriteAllBytes(Path.Combine(_folder, ".a.pdf.partial"), [7]);

        Assert.Null(place.Place([ready, new OutputFile("b.epub", new byte[] { 3 })]));

        // What was put there by hand shows that it wasn't written twice.
        Assert.Equal([7], File.ReadAllBytes(Path.Combine(_folder, "a.pdf")));
        Assert.Equal([3], File.ReadAllBytes(Path.Combine(_folder, "b.epub")));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void What_was_ready_and_isnt_placed_is_taken_away()
    {
        var place = new OutputFolder(_folder);
        place.Ready(new OutputFile("a.pdf", new byte[] { 1 }));
        Assert.Single(Directory.GetFiles(_folder));

        place.Discard();

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_isnt_there_is_made_when_files_are_placed()
    {
        var folder = Path.Combine(_folder, "out");
        var place = new OutputFolder(folder);
        var file = new OutputFile("a.pdf", new byte[] { 1 });
        place.Ready(file);
        Assert.False(Directory.Exists(folder));

        Assert.Null(place.Place([file]));
        Assert.Equal([1], File.ReadAllBytes(Path.Combine(folder, "a.pdf")));
    }

    [Fact]
    public void Files_that_change_places_with_the_old_ones_leave_nothing_else()
    {
        for (var i = 0; i < 3; i++)
        {
            var place = new OutputFolder(_folder) { Exchanges = true };
            var ready = new OutputFile("a.pdf", new byte[] { 1, (byte)i });
            place.Ready(ready);
            Assert.Null(place.Place([ready, new OutputFile("b.epub", new byte[] { 2, (byte)i })]));
            place.Flush();

            Assert.Equal(["a.pdf", "b.epub"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal([1, (byte)i], File.ReadAllBytes(Path.Combine(_folder, "a.pdf")));
            Assert.Equal([2, (byte)i], File.ReadAllBytes(Path.Combine(_folder, "b.epub")));
        }
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_does_not_change_places_with_it()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "a.pdf", "kept"));
        var fault = new OutputFolder(_folder) { Exchanges = true }.Place([new OutputFile("a.pdf", new byte[] { 1 })]);

        Assert.Equal(EditionDiagnostics.OutputNotWritable.Code, fault?.Code);
        Assert.True(Directory.Exists(Path.Combine(_folder, "a.pdf", "kept")));
        Assert.Equal(["a.pdf"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }
}
