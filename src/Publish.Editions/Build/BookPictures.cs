using Publish.Document;
using Publish.Imaging;
using Publish.Typesetting;

namespace Publish.Editions;

/// <summary>The pictures of a book as the typesetter finds them.</summary>
/// <param name="diagnostics">Receives what can't be placed.</param>
internal sealed class BookPictures(ICollection<Diagnostic> diagnostics) : IPictures
{
    /// <inheritdoc />
    public ImageResource? Find(Picture picture)
    {
        lock (diagnostics)
        {
            diagnostics.Add(EditionDiagnostics.PictureLeftOut.At(
                picture.Span,
                $"the picture '{picture.Path}' is left out of the PDF",
                "this version of the program places pictures in the EPUB only"));
        }

        return null;
    }
}
