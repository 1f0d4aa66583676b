using Publish.Document;
using Publish.Imaging;
using Publish.Pdf.Pictures;

namespace Publish.Pdf;

/// <summary>Makes a picture ready for an edition: decoded or as it is, in the edition's colours, no larger than it can use.</summary>
/// <param name="image">The picture.</param>
/// <param name="width">The widest it is drawn.</param>
/// <param name="height">The highest it is drawn.</param>
/// <param name="diagnostics">Receives what is wrong with it.</param>
/// <returns>The picture, or null where it can't be used; the diagnostics then say why.</returns>
public delegate PdfPicture? PictureSource(ImageResource image, Length width, Length height, ICollection<Diagnostic> diagnostics);
