using System.Collections.Immutable;

namespace Publish.Fonts;

/// <summary>A part of a face, for embedding in a PDF.</summary>
/// <param name="Data">
/// The font program. TrueType: an sfnt with the tables a PDF needs (FontFile2). CFF: the bare 'CFF ' table (FontFile3 with subtype CIDFontType0C);
/// in both, CID = glyph id = the ids of <paramref name="Glyphs"/>.
/// </param>
/// <param name="Glyphs">The new id of each glyph, in the order of the sorted distinct ids asked for.</param>
/// <param name="Tag">Six letters that stand before the name of a subset (ISO 32000-1, 9.6.4): the same for the same face and glyphs.</param>
/// <param name="GlyphCount">How many glyphs it has: those asked for, .notdef, and parts of composites.</param>
/// <param name="IsCff">Whether <paramref name="Data"/> is a CFF table.</param>
/// <param name="IsWhole">Whether it is the whole face: its maker allows no subsetting, or it can't be cut. Then no tag stands before its name.</param>
public sealed record FontSubset(byte[] Data, ImmutableArray<ushort> Glyphs, string Tag, int GlyphCount, bool IsCff, bool IsWhole);

/// <summary>What a font for an EPUB is packed as.</summary>
public enum WebFontFormat
{
    /// <summary>As it is: TTF or OTF (media types font/ttf, font/otf).</summary>
    OpenType,

    /// <summary>WOFF 1.0 (font/woff).</summary>
    Woff,
}
