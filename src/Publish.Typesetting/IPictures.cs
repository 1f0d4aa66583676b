using Publish.Document;
using Publish.Imaging;

namespace Publish.Typesetting;

/// <summary>Finds the picture files of a book; each file is one object.</summary>
public interface IPictures
{
    /// <summary>The picture; null where the file is missing or no picture (which the finder has reported).</summary>
    ImageResource? Find(Picture picture);
}
