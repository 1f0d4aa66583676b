using Publish.Document;

namespace Publish.Imaging.Tests;

public class ImageLibraryTests
{
    private sealed class Files(Dictionary<string, byte[]> files) : IBookFiles
    {
        public bool TryRead(string path, out ReadOnlyMemory<byte> data)
        {
            var found = files.TryGetValue(path, out var bytes);
            data = bytes;
            return found;
        }

        public IReadOnlyList<string> List(string folder) => [];

        public IReadOnlyList<string> Folders(string folder) => [];
    }

    [Fact]
    public void A_picture_used_twice_is_one_object()
    {
        var library = new ImageLibrary(new Files(new() { ["a.png"] = PngMaker.Make(4, 2, 8, 0, new byte[8]) }));
        var first = library.Find(new Picture("a.png", "", null));
        Assert.NotNull(first);
        Assert.Same(first, library.Find(new Picture("a.png", "other words", null)));
        Assert.Empty(library.Diagnostics);
    }

    [Fact]
    public void A_missing_picture_is_said_once_at_its_place()
    {
        var library = new ImageLibrary(new Files(new() { ["b.png"] = [1] }));
        var picture = new Picture("pictures/a.png", "", null) { Span = SourceSpan.At("one.md", 4, 1) };
        Assert.Null(library.Find(picture));
        Assert.Null(library.Find(picture));
        Assert.Null(library.Find(new Picture("b.png", "", null)));
        Assert.Equal(["IMG002", "IMG001"], library.Diagnostics.Select(d => d.Code));
        Assert.Equal("one.md:4:1: error IMG001: the picture 'pictures/a.png' isn't in the book's folder", library.Diagnostics[1].ToString());
    }
}
