using Publish.Pdf.Content;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Structure;

/// <summary>Where pictures stand: an illustration says its box (ISO 32000-1, 14.8.5.4.3).</summary>
internal sealed class FigureBoxes
{
    private readonly Dictionary<int, (long Left, long Bottom, long Right, long Top)> _boxes = [];

    /// <summary>Finds the pictures of all pages. A picture on two pages says its box on the first.</summary>
    public FigureBoxes(PageSet pages)
    {
        foreach (var page in pages.Pages)
        {
            var geometry = new PageGeometry(page.Boxes);
            foreach (var picture in PageFacts.Of(page).Pictures)
            {
                if (picture.Structure.Element >= 0)
                {
                    _boxes.TryAdd(picture.Structure.Element, (
                        PageGeometry.Thousandths(geometry.X(picture.Area.X)),
                        PageGeometry.Thousandths(geometry.Y(picture.Area.Bottom)),
                        PageGeometry.Thousandths(geometry.X(picture.Area.Right)),
                        PageGeometry.Thousandths(geometry.Y(picture.Area.Y))));
                }
            }
        }
    }

    /// <summary>The box of an element; null where no picture is drawn for it.</summary>
    public (long Left, long Bottom, long Right, long Top)? Of(int element) => _boxes.TryGetValue(element, out var box) ? box : null;
}
