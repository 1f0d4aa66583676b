using System.Buffers.Binary;
using Publish.Fonts;

namespace Publish.Pdf.Fonts;

/// <summary>A font as the file has it: the subset, which code shows which glyph, and how wide each code is.</summary>
internal sealed class EmbeddedFont
{
    /// <summary>Makes the subset for everything <paramref name="use"/> gathered.</summary>
    public EmbeddedFont(FontUse use)
    {
        Use = use;
        var face = use.Face;
        var codes = use.Codes;
        var glyphs = DistinctGlyphs(codes);
        Subset = face.Subset(glyphs);

        Cids = new ushort[codes.Count];
        Widths = new int[codes.Count];
        Advances = new double[codes.Count];
        var next = Math.Max(Subset.GlyphCount, 1);
        for (var code = 0; code < codes.Count; code++)
        {
            var glyph = codes[code].Glyph;
            var newGlyph = Subset.Glyphs[Array.BinarySearch(glyphs, glyph)];
            Cids[code] = codes[code].IsFirst ? newGlyph : checked((ushort)next++);
            Widths[code] = Thousandths(face.AdvanceOf(glyph), face.UnitsPerEm);
            Advances[code] = Widths[code] / 1000.0;
        }

        CidCount = next;
    }

    /// <summary>What the book uses of the face.</summary>
    public FontUse Use { get; }

    /// <summary>The subset.</summary>
    public FontSubset Subset { get; }

    /// <summary>One more than the highest CID.</summary>
    public int CidCount { get; }

    /// <summary>For each code the CID written for it; with Identity-H that is also the two bytes shown.</summary>
    public ushort[] Cids { get; }

    /// <summary>For each code its width as the file says it, in thousandths of a thousandth of the em.</summary>
    public int[] Widths { get; }

    /// <summary>For each code its width in thousandths of the em.</summary>
    public double[] Advances { get; }

    /// <summary>True where some glyph has more than one code, so that CIDs are not the subset's glyph numbers.</summary>
    public bool HasSecondCodes => CidCount > Math.Max(Subset.GlyphCount, 1);

    /// <summary>The name of the font in the file: tag and plus sign where it is a subset, PostScript name.</summary>
    public string Name => Subset.IsWhole ? Use.Face.PostScriptName : Subset.Tag + "+" + Use.Face.PostScriptName;

    /// <summary>Font units as thousandths of a thousandth of the em, rounded to nearest.</summary>
    public static int Thousandths(int units, int unitsPerEm)
    {
        var product = units * 1_000_000L;
        return (int)((product >= 0 ? product + (unitsPerEm / 2) : product - (unitsPerEm / 2)) / unitsPerEm);
    }

    /// <summary>For each CID the glyph of the subset that shows it, two bytes each.</summary>
    public byte[] CidToGlyphMap()
    {
        var map = new byte[CidCount * 2];
        for (var glyph = 0; glyph < Subset.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(glyph * 2), (ushort)glyph);
        }

        var codes = Use.Codes;
        for (var code = 0; code < codes.Count; code++)
        {
            for (var other = codes[code].IsFirst ? codes[code].Next : -1; other >= 0; other = codes[other].Next)
            {
                BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(Cids[other] * 2), Cids[code]);
            }
        }

        return map;
    }

    private static ushort[] DistinctGlyphs(IReadOnlyList<GlyphCode> codes)
    {
        var glyphs = new List<ushort>(codes.Count);
        foreach (var code in codes)
        {
            if (code.IsFirst)
            {
                glyphs.Add(code.Glyph);
            }
        }

        glyphs.Sort();
        return [.. glyphs];
    }
}
