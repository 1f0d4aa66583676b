using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Publish.Fonts.Native;

namespace Publish.Fonts.OpticalMargins;

/// <summary>A straight piece of an outline, in font units.</summary>
/// <param name="X1">Start.</param>
/// <param name="Y1">Start.</param>
/// <param name="X2">End.</param>
/// <param name="Y2">End.</param>
internal readonly record struct OutlineSegment(float X1, float Y1, float X2, float Y2);

/// <summary>Draws a glyph's outline into straight pieces: fine enough to measure margins by, not to draw letters with.</summary>
internal sealed unsafe class GlyphOutline
{
    // Pieces for each curve: the error stays under a unit in a thousand for curves as long as a letter is high.
    private const int Pieces = 8;

    private static readonly nint Functions = MakeFunctions();

    private readonly List<OutlineSegment> _segments = [];
    private float _x;
    private float _y;
    private float _startX;
    private float _startY;

    /// <summary>The outline of a glyph.</summary>
    public static List<OutlineSegment> Of(NativeFont font, ushort glyph)
    {
        var outline = new GlyphOutline();
        var handle = GCHandle.Alloc(outline);
        HarfBuzz.FontDrawGlyph(font.Font, glyph, Functions, GCHandle.ToIntPtr(handle));
        handle.Free();
        GC.KeepAlive(font);
        return outline._segments;
    }

    private static nint MakeFunctions()
    {
        var functions = HarfBuzz.DrawFunctionsCreate();
        HarfBuzz.DrawFunctionsSetMoveTo(functions, &MoveTo, 0, 0);
        HarfBuzz.DrawFunctionsSetLineTo(functions, &LineTo, 0, 0);
        HarfBuzz.DrawFunctionsSetQuadraticTo(functions, &QuadraticTo, 0, 0);
        HarfBuzz.DrawFunctionsSetCubicTo(functions, &CubicTo, 0, 0);
        HarfBuzz.DrawFunctionsSetClosePath(functions, &ClosePath, 0, 0);
        HarfBuzz.DrawFunctionsMakeImmutable(functions);
        return functions;
    }

    private static GlyphOutline At(nint data) => (GlyphOutline)GCHandle.FromIntPtr(data).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void MoveTo(nint functions, nint data, nint state, float x, float y, nint user)
    {
        var outline = At(data);
        (outline._x, outline._y) = (outline._startX, outline._startY) = (x, y);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void LineTo(nint functions, nint data, nint state, float x, float y, nint user) => At(data).Line(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void QuadraticTo(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user)
    {
        var outline = At(data);
        var (x0, y0) = (outline._x, outline._y);
        for (var i = 1; i <= Pieces; i++)
        {
            var t = (float)i / Pieces;
            var s = 1 - t;
            outline.Line((s * s * x0) + (2 * s * t * cx) + (t * t * x), (s * s * y0) + (2 * s * t * cy) + (t * t * y));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CubicTo(nint functions, nint data, nint state, float ax, float ay, float bx, float by, float x, float y, nint user)
    {
        var outline = At(data);
        var (x0, y0) = (outline._x, outline._y);
        for (var i = 1; i <= Pieces; i++)
        {
            var t = (float)i / Pieces;
            var s = 1 - t;
            outline.Line(
                (s * s * s * x0) + (3 * s * s * t * ax) + (3 * s * t * t * bx) + (t * t * t * x),
                (s * s * s * y0) + (3 * s * s * t * ay) + (3 * s * t * t * by) + (t * t * t * y));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ClosePath(nint functions, nint data, nint state, nint user)
    {
        var outline = At(data);
        outline.Line(outline._startX, outline._startY);
    }

    private void Line(float x, float y)
    {
        if (x != _x || y != _y) _segments.Add(new OutlineSegment(_x, _y, x, y));
        (_x, _y) = (x, y);
    }
}
