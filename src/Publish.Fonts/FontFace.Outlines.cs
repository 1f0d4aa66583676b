using System.Globalization;
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
    public void AppendOutline(ushort glyph, StringBuilder path, double x, double y, double size) => GlyphPen.Draw(_native, glyph, new SvgPen(path, x, y, size / UnitsPerEm));

    /// <summary>Writes an outline as SVG path data.</summary>
    private sealed class SvgPen(StringBuilder path, double left, double baseline, double scale) : GlyphPen
    {
        protected override void Move(float x, float y) => Add('M').Point(x, y);

        protected override void Line(float x, float y) => Add('L').Point(x, y);

        protected override void Quadratic(float cx, float cy, float x, float y) => Add('Q').Point(cx, cy).Point(x, y);

        protected override void Cubic(float ax, float ay, float bx, float by, float x, float y) => Add('C').Point(ax, ay).Point(bx, by).Point(x, y);

        protected override void Close() => Add('Z');

        private SvgPen Add(char command)
        {
            path.Append(command);
            return this;
        }

        private SvgPen Point(float x, float y)
        {
            path.Append(CultureInfo.InvariantCulture, $"{left + (x * scale):0.##} {baseline - (y * scale):0.##} ");
            return this;
        }
    }
}
