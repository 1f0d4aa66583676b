using Publish.Document;
using Publish.Imaging;
using Publish.Typesetting;

namespace Publish.Editions;

/// <summary>The pictures of a book as the typesetter finds them.</summary>
/// <param name="library">The pictures.</param>
internal sealed class BookPictures(ImageLibrary library) : IPictures
{
    /// <inheritdoc />
    public ImageResource? Find(Picture picture) => library.Find(picture);
}
