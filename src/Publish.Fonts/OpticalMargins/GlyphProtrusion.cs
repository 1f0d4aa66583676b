namespace Publish.Fonts;

/// <summary>How far a glyph may stand out beyond the edge of the measure so that the edge looks even, in thousandths of its advance.</summary>
/// <param name="Left">At the start of a line.</param>
/// <param name="Right">At the end of a line.</param>
public readonly record struct GlyphProtrusion(int Left, int Right);
