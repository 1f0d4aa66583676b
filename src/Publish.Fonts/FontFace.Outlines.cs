using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Publish.Fonts.Native;

namespace Publish.Fonts;

public sealed partial class FontFace
{
    /// <summary>Appends a glyph's outline as SVG path data (SVG 1.1, section 8.3), y down.</summary>
    /// <param name="glyph">The glyph.</param>
    /// <param name="path">Where to.</param>
    /// <param name="x">The glyph's origin.</param>
    /// <param name="y">The baseline.</param>
    /// <param name="size">Font size in units of the drawing.</param>
    public void AppendOutline(ushort glyph, StringBuilder path, double x, double y, double size) => OutlinePen.Draw(_native, glyph, path, x, y, size / UnitsPerEm);

    /// <summary>Receives the pieces of an outline from HarfBuzz.</summary>
    private sealed unsafe class OutlinePen(StringBuilder path, double left, double baseline, double scale)
    {
        private static readonly nint Functions = MakeFunctions();

        public static void Draw(NativeFont font, ushort glyph, StringBuilder path, double x, double y, double scale)
        {
            var handle = GCHandle.Alloc(new OutlinePen(path, x, y, scale));
            HarfBuzz.FontDrawGlyph(font.Font, glyph, Functions, GCHandle.ToIntPtr(handle));
            handle.Free();
            GC.KeepAlive(font);
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

        private static OutlinePen At(nint data) => (OutlinePen)GCHandle.FromIntPtr(data).Target!;

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
        private static void MoveTo(nint functions, nint data, nint state, float x, float y, nint user) => At(data).Add('M').Point(x, y);

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
        private static void LineTo(nint functions, nint data, nint state, float x, float y, nint user) => At(data).Add('L').Point(x, y);

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
        private static void QuadraticTo(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user) => At(data).Add('Q').Point(cx, cy).Point(x, y);

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
        private static void CubicTo(nint functions, nint data, nint state, float ax, float ay, float bx, float by, float x, float y, nint user) => At(data).Add('C').Point(ax, ay).Point(bx, by).Point(x, y);

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
        private static void ClosePath(nint functions, nint data, nint state, nint user) => At(data).Add('Z');

        private OutlinePen Add(char command)
        {
            path.Append(command);
            return this;
        }

        private OutlinePen Point(float x, float y)
        {
            path.Append(CultureInfo.InvariantCulture, $"{left + (x * scale):0.##} {baseline - (y * scale):0.##} ");
            return this;
        }
    }
}
