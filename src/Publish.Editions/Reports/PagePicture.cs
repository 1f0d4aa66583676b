using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Typesetting.Display;

namespace Publish.Editions;

/// <summary>
/// Draws pages as SVG from the display list. A glyph's outline is written once and used wherever it stands, so that many pages make a small file;
/// pictures are gray areas.
/// </summary>
internal sealed class PagePicture
{
    /// <summary>Units of the drawing to an em in which outlines are written.</summary>
    private const int OutlineSize = 1000;

    private readonly Dictionary<(FontFace Face, ushort Glyph), int> glyphs = [];
    private readonly StringBuilder outlines = new();

    /// <summary>The outlines used so far, as a drawing without size to be put once into the document.</summary>
    public string Outlines => "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" style=\"position:absolute\"><defs>" + outlines + "</defs></svg>\n";

    /// <summary>A page as an SVG element.</summary>
    /// <param name="page">The page.</param>
    /// <param name="description">What it shows, for who doesn't see it.</param>
    public string Draw(DisplayPage page, string description)
    {
        var width = page.Boxes.TrimWidth;
        var height = page.Boxes.TrimHeight;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"page\" role=\"img\" viewBox=\"0 0 {Points(width)} {Points(height)}\" aria-label=\"{HtmlText.Attribute(description)}\">");
        if (page.TextBlock.Width > Length.Zero)
        {
            var block = page.TextBlock;
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"block\" x=\"{Points(block.X)}\" y=\"{Points(block.Y)}\" width=\"{Points(block.Width)}\" height=\"{Points(block.Height)}\"/>");
        }

        foreach (var item in page.Items)
        {
            switch (item)
            {
                case GlyphRun run:
                    Draw(svg, run);
                    break;
                case Rule rule:
                    Area(svg, "rule", rule.Area);
                    break;
                case PlacedPicture picture:
                    Area(svg, "picture", picture.Area);
                    break;
                default:
                    break;
            }
        }

        svg.Append("</svg>");
        return svg.ToString();
    }

    private static void Area(StringBuilder svg, string name, in Rect area) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{name}\" x=\"{Points(area.X)}\" y=\"{Points(area.Y)}\" width=\"{Points(area.Width)}\" height=\"{Points(area.Height)}\"/>");

    private void Draw(StringBuilder svg, GlyphRun run)
    {
        var scale = run.Size.Points / OutlineSize;
        var stretch = run.HorizontalScale / 10_000d;
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Points(run.X)} {Points(run.Baseline)}) scale({scale * stretch:0.######} {scale:0.######})\">");
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            var glyph = run.Glyphs[i];
            if (NumberOf(run.Face, glyph.Glyph) is not { } number)
            {
                continue;
            }

            var x = new Length(glyph.X).Points / (scale * stretch);
            var rise = run.RiseOf(i);
            svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#g{number}\" x=\"{x:0}\"");
            if (rise != 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $" y=\"{-new Length(rise).Points / scale:0}\"");
            }

            svg.Append("/>");
        }

        svg.Append("</g>");
    }

    /// <summary>The number of a glyph's outline; null for one without ink.</summary>
    private int? NumberOf(FontFace face, ushort glyph)
    {
        if (!glyphs.TryGetValue((face, glyph), out var number))
        {
            var path = new StringBuilder();
            face.AppendOutline(glyph, path, 0, 0, OutlineSize);
            number = path.Length == 0 ? -1 : glyphs.Count;
            glyphs.Add((face, glyph), number);
            if (number >= 0)
            {
                outlines.Append(CultureInfo.InvariantCulture, $"<path id=\"g{number}\" d=\"").Append(path).Append("\"/>");
            }
        }

        return number < 0 ? null : number;
    }

    private static string Points(Length length) => length.Points.ToString("0.##", CultureInfo.InvariantCulture);
}
