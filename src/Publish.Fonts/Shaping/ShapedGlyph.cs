namespace Publish.Fonts;

/// <summary>A glyph as the shaper returns it, in font units.</summary>
public readonly record struct ShapedGlyph
{
    // A book's words have some hundred thousand glyphs: twelve bytes each. No glyph is shifted by two ems of the finest grid there is, and no word has as many characters as count.
    private readonly int _advance; // twice, and one where the text can't be cut
    private readonly ushort _cluster;
    private readonly short _offsetX;
    private readonly short _offsetY;

    /// <summary>A glyph.</summary>
    /// <param name="glyph">Glyph id.</param>
    /// <param name="cluster">UTF-16 offset of the first character it stands for, at most 65,535.</param>
    /// <param name="advance">Horizontal advance.</param>
    /// <param name="offsetX">Shift to the right, at most 32,767 units.</param>
    /// <param name="offsetY">Shift up, likewise.</param>
    /// <param name="unsafeToBreak">True where the text can't be cut before it without shaping both halves afresh.</param>
    public ShapedGlyph(ushort glyph, int cluster, int advance, int offsetX, int offsetY, bool unsafeToBreak)
    {
        Glyph = glyph;
        Cluster = cluster;
        _advance = unchecked((advance << 1) | (unsafeToBreak ? 1 : 0));
        OffsetX = offsetX;
        OffsetY = offsetY;
    }

    /// <summary>UTF-16 offset of the first character it stands for.</summary>
    public int Cluster
    {
        get => _cluster;
        init => _cluster = (ushort)Math.Clamp(value, 0, ushort.MaxValue);
    }

    /// <summary>Horizontal advance.</summary>
    public int Advance
    {
        get => _advance >> 1;
        init => _advance = unchecked((value << 1) | (_advance & 1));
    }

    /// <summary>Glyph id.</summary>
    public ushort Glyph { get; }

    /// <summary>True where the text can't be cut before it without shaping both halves afresh.</summary>
    public bool UnsafeToBreak => (_advance & 1) != 0;

    /// <summary>Shift to the right.</summary>
    public int OffsetX
    {
        get => _offsetX;
        init => _offsetX = (short)Math.Clamp(value, short.MinValue, short.MaxValue);
    }

    /// <summary>Shift up.</summary>
    public int OffsetY
    {
        get => _offsetY;
        init => _offsetY = (short)Math.Clamp(value, short.MinValue, short.MaxValue);
    }
}

/// <summary>The box around a glyph's outline, in font units, y up.</summary>
/// <param name="Left">Left edge from the origin.</param>
/// <param name="Bottom">Bottom edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Top edge.</param>
public readonly record struct GlyphExtents(int Left, int Bottom, int Right, int Top);
