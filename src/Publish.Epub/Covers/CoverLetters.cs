using System.Text;
using Publish.Fonts;

namespace Publish.Epub.Covers;

/// <summary>Letters of one face and size on a cover.</summary>
/// <param name="face">The face.</param>
/// <param name="size">Size in pixels.</param>
/// <param name="spacing">White added after each letter, in pixels.</param>
/// <param name="features">OpenType features.</param>
internal sealed class CoverLetters(FontFace face, double size, double spacing, FontFeatures features)
{
    private readonly List<ShapedGlyph> glyphs = [];

    public double WidthOf(string text)
    {
        Shape(text);
        return glyphs.Sum(g => (long)g.Advance) * size / face.UnitsPerEm + (spacing * Math.Max(0, glyphs.Count - 1));
    }

    /// <summary>Appends a line as path data.</summary>
    public void Append(StringBuilder path, string text, double x, double baseline)
    {
        Shape(text);
        foreach (var glyph in glyphs)
        {
            face.AppendOutline(glyph.Glyph, path, x + (glyph.OffsetX * size / face.UnitsPerEm), baseline - (glyph.OffsetY * size / face.UnitsPerEm), size);
            x += (glyph.Advance * size / face.UnitsPerEm) + spacing;
        }
    }

    private void Shape(string text)
    {
        glyphs.Clear();
        face.Shape(text, new ShapingSettings("Latn", "en", features), glyphs);
    }
}
