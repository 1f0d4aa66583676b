using Publish.Document;

namespace Publish.Typesetting.Text;

/// <summary>Finds and sizes pictures that stand in a line of text.</summary>
public interface IInlinePictures
{
    /// <summary>The picture at its size; null where the file is missing or no picture (which the finder has reported).</summary>
    SizedPicture? Find(InlineImage image);
}
