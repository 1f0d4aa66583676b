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
    public static byte[] ToJpeg(DisplayPage page, int pixels, ICollection<Diagnostic> diagnostics) => SvgRaster.ToJpeg(ToSvg(page, pixels, diagnostics));

    /// <summary>All that the picture is made from, as text: where it is the same, so is the picture. Null where it shows a picture file.</summary>
    public static string? KeyOf(DisplayPage page)
    {
        var key = new StringBuilder();
        key.Append(CultureInfo.InvariantCulture, $"{page.Boxes.TrimWidth.Scaled} {page.Boxes.TrimHeight.Scaled}\n");
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case PlacedPicture:
                    return null;
                case Rule { Area: var area } rule:
                    key.Append(CultureInfo.InvariantCulture, $"{area.X.Scaled} {area.Y.Scaled} {area.Width.Scaled} {area.Height.Scaled} {Hex(rule.Color)}\n");
                    break;
                case GlyphRun run:
                    key.Append(CultureInfo.InvariantCulture, $"{run.Face.Path} {run.Face.Index} {run.Face.PostScriptName} {run.Size.Scaled} {run.X.Scaled} {run.Baseline.Scaled} {(int)run.Turn} {Hex(run.Color)}");
                    foreach (var glyph in run.Glyphs)
                    {
                        key.Append(CultureInfo.InvariantCulture, $" {glyph.Glyph} {glyph.X} {glyph.Y}");
                    }

                    key.Append('\n');
                    break;
                default:
                    break;
            }
        }

        return key.ToString();
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
        var glyphs = new Dictionary<(FontFace Face, ushort Glyph, Length Size), int>();
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case Rule rule:
                    svg.Append(CultureInfo.InvariantCulture, $"<rect {Place(rule.Area, scale)} fill=\"{Hex(rule.Color)}\"/>\n");
                    break;
                case GlyphRun { Turn: QuarterTurn.None } run:
                    Letters(svg, run, scale, glyphs);
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

    // A letter or flower that comes again is drawn by its outline once: a ground has hundreds of one flower.
    private static void Letters(StringBuilder svg, GlyphRun run, double scale, Dictionary<(FontFace Face, ushort Glyph, Length Size), int> known)
    {
        var fresh = run.Glyphs.Select(glyph => (run.Face, glyph.Glyph, run.Size)).Distinct().Where(glyph => !known.ContainsKey(glyph)).ToList();
        if (fresh.Count > 0)
        {
            svg.Append("<defs>");
            foreach (var glyph in fresh)
            {
                known.Add(glyph, known.Count);
                svg.Append(CultureInfo.InvariantCulture, $"<path id=\"g{known.Count - 1}\" d=\"");
                run.Face.AppendOutline(glyph.Glyph, svg, 0, 0, run.Size.Points * scale);
                svg.Append("\"/>");
            }

            svg.Append("</defs>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{Hex(run.Color)}\">");
        foreach (var glyph in run.Glyphs)
        {
            var x = (run.X + new Length(glyph.X)).Points * scale;
            var y = (run.Baseline - new Length(glyph.Y)).Points * scale;
            svg.Append(CultureInfo.InvariantCulture, $"<use xlink:href=\"#g{known[(run.Face, glyph.Glyph, run.Size)]}\" x=\"{x:0.##}\" y=\"{y:0.##}\"/>");
        }

        svg.Append("</g>\n");
    }

    private static string Place(Rect area, double scale) => string.Create(
        CultureInfo.InvariantCulture,
        $"x=\"{area.X.Points * scale:0.##}\" y=\"{area.Y.Points * scale:0.##}\" width=\"{area.Width.Points * scale:0.##}\" height=\"{area.Height.Points * scale:0.##}\"");

    private static string Hex(InkColor color)
    {
        var (r, g, b) = color.Space switch
        {
            _ when color.Screen is { } own => (own.R, own.G, own.B),
            ColorSpace.Gray => (color.A, color.A, color.A),
            ColorSpace.Rgb => (color.A, color.B, color.C),
            _ => (Reflected(color.A, color.D), Reflected(color.B, color.D), Reflected(color.C, color.D)),
        };
        return string.Create(CultureInfo.InvariantCulture, $"#{Byte(r):x2}{Byte(g):x2}{Byte(b):x2}");
    }

    private static int Reflected(int ink, int black) => (1000 - ink) * (1000 - black) / 1000;

    private static int Byte(int thousandths) => ((thousandths * 255) + 500) / 1000;
}
