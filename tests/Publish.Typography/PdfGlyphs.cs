using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Publish.Typography;

/// <summary>Reads the glyphs of a PDF from any program.</summary>
internal static class PdfGlyphs
{
    /// <summary>The glyphs of all pages.</summary>
    /// <param name="path">The file.</param>
    public static List<PageGlyphs> Read(string path)
    {
        using var document = PdfDocument.Open(path);
        var pages = new List<PageGlyphs>(document.NumberOfPages);
        foreach (var page in document.GetPages())
        {
            var glyphs = new List<Glyph>(page.Letters.Count);
            foreach (var letter in page.Letters)
            {
                if (letter.TextOrientation == TextOrientation.Horizontal && !string.IsNullOrWhiteSpace(letter.Value))
                    glyphs.Add(new(letter.StartBaseLine.X, letter.EndBaseLine.X, letter.StartBaseLine.Y, letter.PointSize, letter.Value));
            }

            pages.Add(new(page.Number, glyphs) { Pictures = [.. page.GetImages().Select(i => (i.BoundingBox.Bottom, i.BoundingBox.Top))] });
        }

        return pages;
    }
}
