using System.Text;
using Publish.Pdf.Fonts;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Text;

/// <summary>Gives the glyphs of a cluster codes that say its text.</summary>
internal static class GlyphTexts
{
    /// <summary>What a glyph says whose text its neighbour gives: "word joiner" shows nothing and divides nothing, and a code must stand for some character.</summary>
    public const string None = "\u2060";

    /// <summary>The codes of a cluster. False where they don't say its text exactly, so that it must be replaced.</summary>
    public static bool Encode(FontUse font, ReadOnlySpan<PlacedGlyph> glyphs, ReadOnlySpan<char> text, Span<ushort> codes)
    {
        if (glyphs.Length == 1)
        {
            return font.TryCode(glyphs[0].Glyph, text, out codes[0]);
        }

        if (IsLetterByLetter(font, glyphs, text))
        {
            var exact = true;
            for (var i = 0; i < glyphs.Length; i++)
            {
                Rune.DecodeFromUtf16(text, out _, out var length);
                exact &= font.TryCode(glyphs[i].Glyph, text[..length], out codes[i]);
                text = text[length..];
            }

            return exact;
        }

        font.TryCode(glyphs[0].Glyph, text, out codes[0]);
        for (var i = 1; i < glyphs.Length; i++)
        {
            font.TryCode(glyphs[i].Glyph, None, out codes[i]);
        }

        return false;
    }

    // A letter and the marks on it, each with a glyph of its own.
    private static bool IsLetterByLetter(FontUse font, ReadOnlySpan<PlacedGlyph> glyphs, ReadOnlySpan<char> text)
    {
        foreach (ref readonly var glyph in glyphs)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done || font.Face.GlyphOf(rune.Value) != glyph.Glyph)
            {
                return false;
            }

            text = text[length..];
        }

        return text.IsEmpty;
    }
}
