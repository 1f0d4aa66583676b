namespace Publish.Fonts;

/// <summary>A glyph as the shaper returns it, in font units.</summary>
/// <param name="Glyph">Glyph id.</param>
/// <param name="Cluster">UTF-16 offset of the first character it stands for.</param>
/// <param name="Advance">Horizontal advance.</param>
/// <param name="OffsetX">Shift to the right.</param>
/// <param name="OffsetY">Shift up.</param>
/// <param name="UnsafeToBreak">True where the text can't be cut before it without shaping both halves afresh.</param>
public readonly record struct ShapedGlyph(ushort Glyph, int Cluster, int Advance, int OffsetX, int OffsetY, bool UnsafeToBreak);

/// <summary>The box around a glyph's outline, in font units, y up.</summary>
/// <param name="Left">Left edge from the origin.</param>
/// <param name="Bottom">Bottom edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Top edge.</param>
public readonly record struct GlyphExtents(int Left, int Bottom, int Right, int Top);
