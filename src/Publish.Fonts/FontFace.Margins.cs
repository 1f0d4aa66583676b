using System.Globalization;
using System.Text;
using Publish.Fonts.Native;
using Publish.Fonts.OpticalMargins;

namespace Publish.Fonts;

public sealed partial class FontFace
{
    // Forms of one sign that differ in height or width only: they hang as the sign does.
    private static readonly string[] FormsOfSigns = ["case", "smcp", "c2sc", "lnum", "onum"];

    // A protrusion in one int, so that threads may race to store it: 1 + left in the upper half, right in the lower; 0 is not yet known.
    private int[]? _protrusions;
    private int[]? _characters;
    private (float Left, float Right)[]? _stems;

    /// <summary>
    /// How far a glyph may stand out at the edges of the measure. Signs go by a table, letters and figures by their outlines; a fixed-pitch face stands on its
    /// grid and gets nothing.
    /// </summary>
    public GlyphProtrusion ProtrusionOf(ushort glyph)
    {
        if (FixedPitch || glyph >= GlyphCount) return default;
        var known = (_protrusions ??= SignProtrusions())[glyph];
        if (known == 0) _protrusions[glyph] = known = Pack(Measure(glyph));
        return new GlyphProtrusion((known >> 16) - 1, known & 0xFFFF);
    }

    /// <summary>The lowest code point that a glyph is the nominal glyph of; −1 for one that only features reach.</summary>
    public int CharacterOf(ushort glyph) => glyph < GlyphCount ? (_characters ??= ReadCharacters())[glyph] : -1;

    private static int Pack(GlyphProtrusion p) => ((p.Left + 1) << 16) | p.Right;

    private int[] SignProtrusions()
    {
        var packed = new int[GlyphCount];
        var glyphs = new List<ShapedGlyph>();
        Span<char> text = stackalloc char[2];
        foreach (var (character, protrusion) in PunctuationMargins.Table)
        {
            var nominal = GlyphOf(character);
            if (nominal == 0) continue;
            packed[nominal] = Pack(protrusion);
            var length = new Rune(character).EncodeToUtf16(text);
            foreach (var feature in FormsOfSigns)
            {
                if (!HasFeature(feature)) continue;
                glyphs.Clear();
                Shape(text[..length], new ShapingSettings("Latn", "", FontFeatures.Of(new FontFeature(feature, 1))), glyphs);
                if (glyphs.Count == 1 && packed[glyphs[0].Glyph] == 0) packed[glyphs[0].Glyph] = Pack(protrusion);
            }
        }
        return packed;
    }

    private GlyphProtrusion Measure(ushort glyph)
    {
        var advance = AdvanceOf(glyph);
        var ink = ExtentsOf(glyph);
        var character = CharacterOf(glyph);
        if (advance <= 0 || ink.Top <= 0 || !IsMeasured(character)) return default;
        var zone = IsTall(character) ? 1 : 0;
        var stem = (_stems ??= [StemWhite('l', XHeight), StemWhite('I', CapHeight)])[zone];
        var white = OutlineMargins.WhiteOf(_native, glyph, advance, zone == 1 ? CapHeight : XHeight, UnitsPerEm);
        return new GlyphProtrusion(
            OutlineMargins.Thousandths(white.Left - stem.Left, -ink.Left, advance),
            OutlineMargins.Thousandths(white.Right - stem.Right, ink.Right - advance, advance));
    }

    private (float Left, float Right) StemWhite(char letter, int top)
    {
        var glyph = GlyphOf(letter);
        return glyph == 0 ? (0, 0) : OutlineMargins.WhiteOf(_native, glyph, AdvanceOf(glyph), top, UnitsPerEm);
    }

    /// <summary>Letters and figures are measured, and glyphs that only features reach: small capitals, ligatures, figures.</summary>
    private static bool IsMeasured(int character) => character < 0 || (Rune.IsValid(character) && Rune.IsLetterOrDigit(new Rune(character)));

    private static bool IsTall(int character) =>
        character >= 0 && Rune.GetUnicodeCategory(new Rune(character)) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.DecimalDigitNumber;

    private int[] ReadCharacters()
    {
        var characters = new int[GlyphCount];
        Array.Fill(characters, -1);
        var set = HarfBuzz.SetCreate();
        HarfBuzz.FaceCollectUnicodes(_native.Face, set);
        var codePoint = HarfBuzz.Invalid;
        while (HarfBuzz.SetNext(set, ref codePoint) != 0)
        {
            var glyph = GlyphOf((int)codePoint);
            if (glyph != 0 && glyph < characters.Length && characters[glyph] < 0) characters[glyph] = (int)codePoint;
        }
        HarfBuzz.SetDestroy(set);
        GC.KeepAlive(this);
        return characters;
    }
}
