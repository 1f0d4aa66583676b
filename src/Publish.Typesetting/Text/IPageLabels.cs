using Publish.Document;

namespace Publish.Typesetting.Text;

/// <summary>Says what a cross-reference prints where its form makes the words (page, page and line, title, number).</summary>
public interface IPageLabels
{
    /// <summary>The words for a reference, as "12", "xiv" or "12.7"; as long as nothing is known, a placeholder of likely width ("000").</summary>
    string TextOf(CrossReference reference);
}
