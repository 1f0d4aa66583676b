using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Publish.Fonts.Native;

/// <summary>Receives the pieces of a glyph's outline from HarfBuzz, in font units, y up.</summary>
internal abstract unsafe class GlyphPen
{
    private static readonly nint Functions = MakeFunctions();

    /// <summary>Lets a pen draw a glyph.</summary>
    public static void Draw(NativeFont font, ushort glyph, GlyphPen pen)
    {
        var handle = GCHandle.Alloc(pen);
        try
        {
            HarfBuzz.FontDrawGlyph(font.Font, glyph, Functions, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }

        GC.KeepAlive(font);
    }

    /// <summary>A contour starts.</summary>
    protected abstract void Move(float x, float y);

    /// <summary>A straight line.</summary>
    protected abstract void Line(float x, float y);

    /// <summary>A quadratic curve with one point off it.</summary>
    protected abstract void Quadratic(float cx, float cy, float x, float y);

    /// <summary>A cubic curve with two points off it.</summary>
    protected abstract void Cubic(float ax, float ay, float bx, float by, float x, float y);

    /// <summary>The contour ends where it started.</summary>
    protected abstract void Close();

    private static nint MakeFunctions()
    {
        var functions = HarfBuzz.DrawFunctionsCreate();
        HarfBuzz.DrawFunctionsSetMoveTo(functions, &OnMove, 0, 0);
        HarfBuzz.DrawFunctionsSetLineTo(functions, &OnLine, 0, 0);
        HarfBuzz.DrawFunctionsSetQuadraticTo(functions, &OnQuadratic, 0, 0);
        HarfBuzz.DrawFunctionsSetCubicTo(functions, &OnCubic, 0, 0);
        HarfBuzz.DrawFunctionsSetClosePath(functions, &OnClose, 0, 0);
        HarfBuzz.DrawFunctionsMakeImmutable(functions);
        return functions;
    }

    private static GlyphPen At(nint data) => (GlyphPen)GCHandle.FromIntPtr(data).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMove(nint functions, nint data, nint state, float x, float y, nint user) => At(data).Move(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnLine(nint functions, nint data, nint state, float x, float y, nint user) => At(data).Line(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnQuadratic(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user) => At(data).Quadratic(cx, cy, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnCubic(nint functions, nint data, nint state, float ax, float ay, float bx, float by, float x, float y, nint user) => At(data).Cubic(ax, ay, bx, by, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnClose(nint functions, nint data, nint state, nint user) => At(data).Close();
}
