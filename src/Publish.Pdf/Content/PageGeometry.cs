using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Content;

/// <summary>
/// From the display list's coordinates (origin at the top left of the trim box, y down) to the page's (origin at the bottom left of the media box, y up).
/// </summary>
internal readonly struct PageGeometry
{
    private readonly long _left;
    private readonly long _margin;
    private readonly long _height;

    /// <summary>The geometry of a page with these boxes.</summary>
    public PageGeometry(PageBoxes boxes)
    {
        _margin = (boxes.Bleed + boxes.Slug).Scaled;
        _height = boxes.TrimHeight.Scaled + (2 * _margin);
        Left = boxes.BleedLeft ?? boxes.Bleed;
        Right = boxes.BleedRight ?? boxes.Bleed;
        _left = (Left + boxes.Slug).Scaled;
        Width = boxes.TrimWidth + Left + Right + (boxes.Slug * 2);
        Height = new Length(_height);
    }

    /// <summary>The bleed at the left.</summary>
    public Length Left { get; }

    /// <summary>The bleed at the right.</summary>
    public Length Right { get; }

    /// <summary>Width of the media box.</summary>
    public Length Width { get; }

    /// <summary>Height of the media box.</summary>
    public Length Height { get; }

    /// <summary>A place from the left, in scaled points.</summary>
    public long X(Length x) => x.Scaled + _left;

    /// <summary>A place from the bottom, in scaled points.</summary>
    public long Y(Length y) => _height - _margin - y.Scaled;

    /// <summary>Scaled points as thousandths of a point, rounded to nearest: what content streams are written in.</summary>
    public static long Thousandths(long scaled) => ((scaled * 1000) + 32768) >> 16;
}
