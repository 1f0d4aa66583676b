namespace Publish.Fonts;

/// <summary>Receives the pieces of a glyph's outline, in font units, y up.</summary>
public interface IOutlineReceiver
{
    /// <summary>A contour starts.</summary>
    void MoveTo(float x, float y);

    /// <summary>A straight line.</summary>
    void LineTo(float x, float y);

    /// <summary>A quadratic curve with one point off it.</summary>
    void QuadraticTo(float controlX, float controlY, float x, float y);

    /// <summary>A cubic curve with two points off it.</summary>
    void CubicTo(float firstX, float firstY, float secondX, float secondY, float x, float y);

    /// <summary>The contour ends where it started.</summary>
    void Close();
}
