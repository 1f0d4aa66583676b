using System.Text;
using Publish.Document;
using Publish.Fonts;

namespace Publish.Fuzzing;

/// <summary>Fonts: read, and where they can be used, shaped, measured, drawn and cut to a part.</summary>
public static class FontTarget
{
    private const string Sample = "Affinity of Thé “Quick” 1947 — fi Ω Ж ½";

    /// <summary>The target.</summary>
    /// <param name="fonts">Good fonts by name.</param>
    public static Target Create(IReadOnlyList<(string Name, byte[] Data)> fonts) => new("fonts", fonts, 512, _ => { }, Read);

    /// <summary>A font cut down to a few letters, so that damage falls on what is read. What can't be cut stays whole.</summary>
    public static byte[] Small(byte[] font) => FontFile.Read("font", font, []) is [{ } face] ? face.SubsetForWeb(Sample.EnumerateRunes().Select(r => r.Value)) : font;

    private static Outcome Read(byte[] data)
    {
        var diagnostics = new List<Diagnostic>();
        var faces = FontFile.Read("font.ttf", data, diagnostics);
        if (faces.Count == 0)
        {
            return diagnostics.Count > 0 ? Outcome.Refused : Outcome.Silent;
        }

        foreach (var face in faces.Take(2))
        {
            Use(face);
        }

        return Outcome.Used;
    }

    private static void Use(FontFace face)
    {
        var glyphs = new List<ShapedGlyph>();
        face.Shape(Sample, new ShapingSettings("Latn", "en", FontFeatures.Of(new FontFeature("smcp", 1), new FontFeature("onum", 1))), glyphs);
        var path = new StringBuilder();
        foreach (var glyph in glyphs)
        {
            face.AppendOutline(glyph.Glyph, path, 0, 0, 10);
            _ = face.ProtrusionOf(glyph.Glyph);
            _ = face.CharacterOf(glyph.Glyph);
        }

        _ = face.Subset([.. glyphs.Select(g => g.Glyph)]);
        _ = face.SubsetForWeb(Sample.EnumerateRunes().Select(r => r.Value), WebFontFormat.Woff);
        _ = (face.FamilyName, face.StyleName, face.PostScriptName, face.CapHeight, face.XHeight, face.Ascender, face.BoundingBox);
    }
}
