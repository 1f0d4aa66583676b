using Publish.Fonts;

namespace Publish.Covers.Raster;

/// <summary>A glyph's outline as closed polygons, in font units, y up. Curves are cut into straight pieces once, fine enough for letters as high as a cover.</summary>
internal sealed class GlyphShape : IOutlineReceiver
{
    // Pieces of a curve: a letter of 400 pixels has none longer than about four.
    private const int Pieces = 12;

    private readonly List<(float X, float Y, bool Starts)> _points = [];
    private (float X, float Y) _pen;

    /// <summary>The shape of a glyph.</summary>
    public GlyphShape(FontFace face, ushort glyph) => face.DrawOutline(glyph, this);

    /// <summary>Corners in order; one that starts a contour is marked. Each contour is closed by a line from its last corner to its first.</summary>
    public IReadOnlyList<(float X, float Y, bool Starts)> Points => _points;

    /// <inheritdoc />
    public void MoveTo(float x, float y) => Add(x, y, starts: true);

    /// <inheritdoc />
    public void LineTo(float x, float y) => Add(x, y, starts: false);

    /// <inheritdoc />
    public void QuadraticTo(float controlX, float controlY, float x, float y)
    {
        var (fromX, fromY) = _pen;
        for (var i = 1; i <= Pieces; i++)
        {
            var (t, u) = ((float)i / Pieces, (float)(Pieces - i) / Pieces);
            Add((u * u * fromX) + (2 * u * t * controlX) + (t * t * x), (u * u * fromY) + (2 * u * t * controlY) + (t * t * y), starts: false);
        }
    }

    /// <inheritdoc />
    public void CubicTo(float firstX, float firstY, float secondX, float secondY, float x, float y)
    {
        var (fromX, fromY) = _pen;
        for (var i = 1; i <= Pieces; i++)
        {
            var (t, u) = ((float)i / Pieces, (float)(Pieces - i) / Pieces);
            Add(
                (u * u * u * fromX) + (3 * u * u * t * firstX) + (3 * u * t * t * secondX) + (t * t * t * x),
                (u * u * u * fromY) + (3 * u * u * t * firstY) + (3 * u * t * t * secondY) + (t * t * t * y),
                starts: false);
        }
    }

    /// <inheritdoc />
    public void Close()
    {
    }

    private void Add(float x, float y, bool starts)
    {
        _points.Add((x, y, starts));
        _pen = (x, y);
    }
}
