using Publish.Document;
using Publish.Imaging;

namespace Publish.Typesetting.Text;

/// <summary>A picture in a line of text and the size it is shown at. It stands on the baseline.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record SizedPicture(ImageResource Image, Length Width, Length Height);
