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
        var scale = pixels / page.Boxes.TrimWidth.Points;
        using var drawing = new RasterDrawing(pixels, (int)Math.Round(page.Boxes.TrimHeight.Points * scale));
        var outlines = new Dictionary<(FontFace Face, ushort Glyph, Length Size), string>();
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case Rule rule:
                    drawing.Fill(Scaled(rule.Area, scale), Rgb(rule.Color));
                    break;
                case GlyphRun { Turn: QuarterTurn.None } run:
                    Letters(drawing, run, scale, outlines);
                    break;
                case PlacedPicture picture:
                    drawing.Picture(picture.Image, Scaled(picture.Area, scale), Scaled(picture.Clip ?? picture.Area, scale), diagnostics);
                    break;
                default:
                    break;
            }
        }

        return drawing.ToJpeg();
    }

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
                    key.Append(CultureInfo.InvariantCulture, $"{area.X.Scaled} {area.Y.Scaled} {area.Width.Scaled} {area.Height.Scaled} {Rgb(rule.Color)}\n");
                    break;
                case GlyphRun run:
                    key.Append(CultureInfo.InvariantCulture, $"{run.Face.Path} {run.Face.Index} {run.Face.PostScriptName} {run.Size.Scaled} {run.X.Scaled} {run.Baseline.Scaled} {(int)run.Turn} {Rgb(run.Color)}");
                    for (var i = 0; i < run.Glyphs.Length; i++)
                    {
                        key.Append(CultureInfo.InvariantCulture, $" {run.Glyphs[i].Glyph} {run.Glyphs[i].X} {run.RiseOf(i)}");
                    }

                    key.Append('\n');
                    break;
                default:
                    break;
            }
        }

        return key.ToString();
    }

    // An ornament without text comes again all over the ground.
    private static void Letters(RasterDrawing drawing, GlyphRun run, double scale, Dictionary<(FontFace Face, ushort Glyph, Length Size), string> outlines)
    {
        var color = Rgb(run.Color);
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            var glyph = run.Glyphs[i];
            if (!outlines.TryGetValue((run.Face, glyph.Glyph, run.Size), out var outline))
            {
                var path = new StringBuilder();
                run.Face.AppendOutline(glyph.Glyph, path, 0, 0, run.Size.Points * scale);
                outlines.Add((run.Face, glyph.Glyph, run.Size), outline = path.ToString());
            }

            var x = (run.X + new Length(glyph.X)).Points * scale;
            var y = (run.Baseline - new Length(run.RiseOf(i))).Points * scale;
            if (run.Characters.IsEmpty)
            {
                drawing.Stamp(outline, x, y, color);
            }
            else
            {
                drawing.Outline(outline, x, y, color);
            }
        }
    }

    private static PixelArea Scaled(Rect area, double scale) => new(area.X.Points * scale, area.Y.Points * scale, area.Width.Points * scale, area.Height.Points * scale);

    private static int Rgb(InkColor color)
    {
        var (r, g, b) = color.Space switch
        {
            _ when color.Screen is { } own => (own.R, own.G, own.B),
            ColorSpace.Gray => (color.A, color.A, color.A),
            ColorSpace.Rgb => (color.A, color.B, color.C),
            _ => (Reflected(color.A, color.D), Reflected(color.B, color.D), Reflected(color.C, color.D)),
        };
        return (Byte(r) << 16) | (Byte(g) << 8) | Byte(b);
    }

    private static int Reflected(int ink, int black) => (1000 - ink) * (1000 - black) / 1000;

    private static int Byte(int thousandths) => ((thousandths * 255) + 500) / 1000;
}
