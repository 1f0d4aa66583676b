using Publish.Fonts.Native;

namespace Publish.Fonts.OpticalMargins;

/// <summary>A straight piece of an outline, in font units.</summary>
/// <param name="X1">Start.</param>
/// <param name="Y1">Start.</param>
/// <param name="X2">End.</param>
/// <param name="Y2">End.</param>
internal readonly record struct OutlineSegment(float X1, float Y1, float X2, float Y2);

/// <summary>Draws a glyph's outline into straight pieces: fine enough to measure margins by, not to draw letters with.</summary>
internal sealed class GlyphOutline : GlyphPen
{
    // Pieces for each curve: the error stays under a unit in a thousand for curves as long as a letter is high.
    private const int Pieces = 8;

    private readonly List<OutlineSegment> _segments = [];
    private float _x;
    private float _y;
    private float _startX;
    private float _startY;

    /// <summary>The outline of a glyph.</summary>
    public static List<OutlineSegment> Of(NativeFont font, ushort glyph)
    {
        var outline = new GlyphOutline();
        Draw(font, glyph, outline);
        return outline._segments;
    }

    /// <inheritdoc />
    protected override void Move(float x, float y) => (_x, _y) = (_startX, _startY) = (x, y);

    /// <inheritdoc />
    protected override void Line(float x, float y)
    {
        if (x != _x || y != _y) _segments.Add(new OutlineSegment(_x, _y, x, y));
        (_x, _y) = (x, y);
    }

    /// <inheritdoc />
    protected override void Quadratic(float cx, float cy, float x, float y)
    {
        var (x0, y0) = (_x, _y);
        for (var i = 1; i <= Pieces; i++)
        {
            var t = (float)i / Pieces;
            var s = 1 - t;
            Line((s * s * x0) + (2 * s * t * cx) + (t * t * x), (s * s * y0) + (2 * s * t * cy) + (t * t * y));
        }
    }

    /// <inheritdoc />
    protected override void Cubic(float ax, float ay, float bx, float by, float x, float y)
    {
        var (x0, y0) = (_x, _y);
        for (var i = 1; i <= Pieces; i++)
        {
            var t = (float)i / Pieces;
            var s = 1 - t;
            Line(
                (s * s * s * x0) + (3 * s * s * t * ax) + (3 * s * t * t * bx) + (t * t * t * x),
                (s * s * s * y0) + (3 * s * s * t * ay) + (3 * s * t * t * by) + (t * t * t * y));
        }
    }

    /// <inheritdoc />
    protected override void Close() => Line(_startX, _startY);
}
