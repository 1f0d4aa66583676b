using Publish.Document;
using Publish.Typesetting.Flow;

namespace Publish.Typesetting.References;

/// <summary>Where pages begin in the text of the book.</summary>
internal static class PageStarts
{
    /// <summary>Where a page begins: with its first running text or, where nothing of the text before it comes after, with the figure above that.</summary>
    /// <param name="page">The drawn page.</param>
    /// <param name="lastBlock">Number of the last block of running text on the pages before; −1 for none.</param>
    public static TextPosition? Of(PageCanvas page, int lastBlock) =>
        page.StartFigure is not { } figure ? page.Start
        : page.Start is not { } text || (figure.BlockOrdinal < text.BlockOrdinal && figure.BlockOrdinal > lastBlock) ? figure
        : text;
}
