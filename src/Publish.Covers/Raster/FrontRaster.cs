using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Typesetting.Display;

namespace Publish.Covers.Raster;

/// <summary>Draws a page as a picture: letters as outlines, so that it looks the same on every machine.</summary>
internal static class FrontRaster
{
    /// <summary>Renders the trimmed page as a JPEG.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pixels">Width in pixels; the height follows.</param>
    /// <param name="diagnostics">What is wrong with a picture is added.</param>
    public static byte[] ToJpeg(DisplayPage page, int pixels, ICollection<Diagnostic> diagnostics)
    {
        if (page.Items.Any(item => item is PlacedPicture))
        {
            return SvgRaster.ToJpeg(ToSvg(page, pixels, diagnostics));
        }

        var painting = Paint(page, pixels);
        return JpegWriter.Write(painting.Pixels, painting.Width, painting.Height);
    }

    /// <summary>A page of rules and letters alone, which needs no library of pictures and is the same to the last byte everywhere.</summary>
    public static FlatPainting Paint(DisplayPage page, int pixels)
    {
        var scale = pixels / page.Boxes.TrimWidth.Points;
        var painting = new FlatPainting(pixels, (int)Math.Round(page.Boxes.TrimHeight.Points * scale));
        var outlines = new Dictionary<(FontFace Face, ushort Glyph, Length Size), string>();
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case Rule { Area: var area } rule:
                    painting.Fill(area.X.Points * scale, area.Y.Points * scale, area.Right.Points * scale, area.Bottom.Points * scale, Color(rule.Color));
                    break;
                case GlyphRun { Turn: QuarterTurn.None } run:
                    foreach (var glyph in run.Glyphs)
                    {
                        var key = (run.Face, glyph.Glyph, run.Size);
                        if (!outlines.TryGetValue(key, out var outline))
                        {
                            var path = new StringBuilder();
                            run.Face.AppendOutline(glyph.Glyph, path, 0, 0, run.Size.Points * scale);
                            outlines[key] = outline = path.ToString();
                        }

                        painting.Fill(outline, (run.X + new Length(glyph.X)).Points * scale, (run.Baseline - new Length(glyph.Y)).Points * scale, Color(run.Color));
                    }

                    break;
                default:
                    break;
            }
        }

        return painting;
    }

    /// <summary>The page as an SVG drawing of paths, rectangles and pictures.</summary>
    public static string ToSvg(DisplayPage page, int pixels, ICollection<Diagnostic> diagnostics)
    {
        var boxes = page.Boxes;
        var scale = pixels / boxes.TrimWidth.Points;
        var height = (int)Math.Round(boxes.TrimHeight.Points * scale);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{pixels}\" height=\"{height}\" viewBox=\"0 0 {pixels} {height}\">\n");
        var clips = 0;
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case Rule rule:
                    svg.Append(CultureInfo.InvariantCulture, $"<rect {Place(rule.Area, scale)} fill=\"{Hex(rule.Color)}\"/>\n");
                    break;
                case GlyphRun { Turn: QuarterTurn.None } run:
                    Letters(svg, run, scale);
                    break;
                case PlacedPicture picture when PictureRaster.ToJpeg(picture.Image, (int)(picture.Area.Width.Points * scale), diagnostics) is { } jpeg:
                    svg.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"c{++clips}\"><rect {Place(picture.Clip ?? picture.Area, scale)}/></clipPath>\n");
                    svg.Append(CultureInfo.InvariantCulture, $"<image {Place(picture.Area, scale)} preserveAspectRatio=\"none\" clip-path=\"url(#c{clips})\" xlink:href=\"data:image/jpeg;base64,");
                    svg.Append(Convert.ToBase64String(jpeg)).Append("\"/>\n");
                    break;
                default:
                    break;
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Letters(StringBuilder svg, GlyphRun run, double scale)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{Hex(run.Color)}\" d=\"");
        foreach (var glyph in run.Glyphs)
        {
            var x = (run.X + new Length(glyph.X)).Points * scale;
            var y = (run.Baseline - new Length(glyph.Y)).Points * scale;
            run.Face.AppendOutline(glyph.Glyph, svg, x, y, run.Size.Points * scale);
        }

        svg.Append("\"/>\n");
    }

    private static string Place(Rect area, double scale) => string.Create(
        CultureInfo.InvariantCulture,
        $"x=\"{area.X.Points * scale:0.##}\" y=\"{area.Y.Points * scale:0.##}\" width=\"{area.Width.Points * scale:0.##}\" height=\"{area.Height.Points * scale:0.##}\"");

    private static string Hex(InkColor color)
    {
        var (r, g, b) = Color(color);
        return string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");
    }

    private static (byte Red, byte Green, byte Blue) Color(InkColor color)
    {
        var (r, g, b) = color.Space switch
        {
            ColorSpace.Gray => (color.A, color.A, color.A),
            ColorSpace.Rgb => (color.A, color.B, color.C),
            _ => (Reflected(color.A, color.D), Reflected(color.B, color.D), Reflected(color.C, color.D)),
        };
        return (Byte(r), Byte(g), Byte(b));
    }

    private static int Reflected(int ink, int black) => (1000 - ink) * (1000 - black) / 1000;

    private static byte Byte(int thousandths) => (byte)(((thousandths * 255) + 500) / 1000);
}
