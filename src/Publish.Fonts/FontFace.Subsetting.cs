using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Publish.Fonts.OpenType;
using Publish.Fonts.Subsetting;

namespace Publish.Fonts;

public sealed partial class FontFace
{
    private readonly KeptSubsets<FontSubset> _subsets = new();
    private readonly KeptSubsets<byte[]> _webSubsets = new();

    /// <summary>
    /// The OpenType features kept in an EPUB's fonts besides those a browser always applies: what the house style may ask for
    /// (small capitals, forms of figures, superiors, fractions, ligatures, kerning, case-sensitive forms).
    /// </summary>
    public static readonly ImmutableArray<string> WebFeatures =
        ["c2sc", "case", "clig", "dlig", "frac", "kern", "liga", "lnum", "onum", "pnum", "smcp", "subs", "sups", "tnum"];

    /// <summary>The part of the face that holds some glyphs, for a PDF. Ids the face doesn't have become .notdef.</summary>
    /// <param name="glyphs">Ids in any order, repeated or not.</param>
    /// <returns>The whole face where its maker allows no part of it, or where it can't be cut.</returns>
    public FontSubset Subset(ReadOnlySpan<ushort> glyphs)
    {
        var sorted = SortedDistinct(glyphs);
        return _subsets.Of(KeyOf(MemoryMarshal.AsBytes<ushort>(sorted), ""), () => (SubsettingAllowed ? Subsetter.ForPdf(this, sorted) : null) ?? Whole(sorted));
    }

    /// <summary>The part of the face that a browser needs for some characters: a font file of its own with character map, names, layout.</summary>
    /// <param name="codePoints">The characters.</param>
    /// <param name="format">What it is packed as.</param>
    /// <param name="features">Features kept; <see cref="WebFeatures"/> unless given.</param>
    /// <returns>The whole face where its maker allows no part of it, or where it can't be cut.</returns>
    public byte[] SubsetForWeb(IEnumerable<int> codePoints, WebFontFormat format = WebFontFormat.OpenType, IEnumerable<string>? features = null)
    {
        int[] characters = [.. codePoints];
        string[] kept = [.. features ?? WebFeatures];
        return _webSubsets.Of(KeyOf(MemoryMarshal.AsBytes<int>(characters), $"{format} {string.Join(' ', kept)}"), () =>
        {
            var font = (SubsettingAllowed ? Sound(Subsetter.ForWeb(this, characters, kept)) : null) ?? SingleFace();
            return format == WebFontFormat.Woff ? WoffFile.Pack(font) : font;
        });
    }

    private static string KeyOf(ReadOnlySpan<byte> numbers, string format) => Convert.ToHexString(SHA256.HashData(numbers)) + format;

    /// <summary>The cut font; null where a damaged table was left out of it that no font can be without.</summary>
    private static byte[]? Sound(byte[]? font) => font is not null && SfntFile.Open(font, 0, out _) is { } file && FontTables.Read(file, out _) is not null ? font : null;

    private static ushort[] SortedDistinct(ReadOnlySpan<ushort> glyphs)
    {
        var sorted = glyphs.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var glyph in sorted)
            if (count == 0 || sorted[count - 1] != glyph) sorted[count++] = glyph;
        return sorted[..count];
    }

    private FontSubset Whole(ushort[] sorted)
    {
        var data = SingleFace();
        if (IsCff) data = CffTable.ForCidFont(data, GlyphCount);
        return new FontSubset(data, [.. sorted.Select(g => g < GlyphCount ? g : (ushort)0)], SubsetTag.Of(this, sorted), GlyphCount, IsCff, true);
    }

    /// <summary>The face as a file of its own.</summary>
    private byte[] SingleFace() => SfntFile.CountFaces(Data.Span) == 1 && Index == 0 && Data.Span[0] != (byte)'t' ? Data.ToArray() : SfntWriter.Write(File);
}
