using Publish.Document;

namespace Publish.Fonts.Tests;

public class SubsetTests
{
    private static ushort[] GlyphsOf(FontFace face, string text, params FontFeature[] features) =>
        [.. House.Shape(face, text, features).Select(g => g.Glyph)];

    private static FontFace Reload(byte[] data)
    {
        var diagnostics = new List<Diagnostic>();
        var face = Assert.Single(FontFile.Read("subset.ttf", data, diagnostics));
        Assert.Empty(diagnostics);
        return face;
    }

    [Fact]
    public void A_subset_keeps_outlines_and_widths_under_new_ids()
    {
        var face = House.Regular;
        ushort[] glyphs = [.. GlyphsOf(face, "The office of Émile Żółć, 1938", new FontFeature("onum", 1)), .. GlyphsOf(face, "leon", new FontFeature("smcp", 1))];
        var subset = face.Subset(glyphs);
        var sorted = glyphs.Distinct().Order().ToArray();
        Assert.Equal(sorted.Length, subset.Glyphs.Length);
        Assert.False(subset.IsWhole);
        Assert.True(subset.Data.Length < 20_000, $"{subset.Data.Length} bytes");
        Assert.True(subset.Glyphs.SequenceEqual(subset.Glyphs.Order()));
        Assert.All(subset.Glyphs, id => Assert.InRange(id, 1, subset.GlyphCount - 1));
    }
}
