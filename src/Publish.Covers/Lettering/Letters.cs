using System.Collections.Immutable;
using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;

namespace Publish.Covers.Lettering;

/// <summary>Letters of one style and size.</summary>
internal sealed class Letters
{
    private readonly FontLibrary _fonts;
    private readonly CharacterStyle _style;
    private readonly FontFace _face;
    private readonly ShapingSettings _settings;
    private readonly Length _spacing;

    /// <summary>Letters of a style at a size.</summary>
    /// <param name="fonts">The fonts.</param>
    /// <param name="face">The face of the style.</param>
    /// <param name="style">The style.</param>
    /// <param name="size">The size; that of the style isn't looked at.</param>
    /// <param name="language">BCP 47.</param>
    public Letters(FontLibrary fonts, FontFace face, CharacterStyle style, Length size, string language)
    {
        (_fonts, _style, _face, Size) = (fonts, style, face, size);
        _settings = new ShapingSettings("", language, FeaturesOf(style, face));
        _spacing = size.Scale(style.LetterSpacing, 1000);
    }

    /// <summary>Font size.</summary>
    public Length Size { get; }

    /// <summary>From the baseline to the top of capitals, or of small capitals where all letters are.</summary>
    public Length CapHeight => Size.Scale(_style.Caps == CapsVariant.AllSmallCaps ? _face.XHeight : _face.CapHeight, _face.UnitsPerEm);

    /// <summary>The same letters at another size.</summary>
    public Letters At(Length size) => new(_fonts, _face, _style, size, _settings.Language);

    /// <summary>Shapes a line.</summary>
    public LetterLine Line(string text)
    {
        text = _style.Uppercase ? text.Replace("ß", "SS", StringComparison.Ordinal).ToUpperInvariant() : text;
        var runs = ImmutableArray.CreateBuilder<LetterRun>();
        var x = Length.Zero;
        for (var start = 0; start < text.Length;)
        {
            var face = FaceFor(text, start, out var end);
            var run = Shape(face, text[start..end], x);
            runs.Add(run);
            x += run.Width;
            start = end;
        }

        return new LetterLine(runs.ToImmutable(), runs.Count == 0 ? Length.Zero : x - _spacing, Size);
    }

    // The style's face as far as it has the characters, another one for what it lacks.
    private FontFace FaceFor(string text, int start, out int end)
    {
        FontFace? face = null;
        end = start;
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            var needed = _face.GlyphOf(rune.Value) != 0 || Rune.IsWhiteSpace(rune) ? _face : _fonts.FindFor(rune.Value, _style.Families, _style.Weight, _style.Italic) ?? _face;
            if (face is not null && !ReferenceEquals(face, needed))
            {
                break;
            }

            face = needed;
            end += rune.Utf16SequenceLength;
        }

        return face ?? _face;
    }

    private LetterRun Shape(FontFace face, string text, Length x)
    {
        var shaped = new List<ShapedGlyph>();
        var script = text.EnumerateRunes().Select(ScriptOf).FirstOrDefault(s => s.Length > 0) ?? "Latn";
        face.Shape(text, _settings with { Script = script }, shaped);
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(shaped.Count);
        var pen = Length.Zero;
        for (var i = 0; i < shaped.Count; i++)
        {
            var glyph = shaped[i];
            var advance = Size.Scale(glyph.Advance, face.UnitsPerEm);
            glyphs.Add(new PlacedGlyph(
                glyph.Glyph,
                checked((int)(pen + Size.Scale(glyph.OffsetX, face.UnitsPerEm)).Scaled),
                glyph.Cluster));
            pen += advance;

            // Marks stand on the letter before them; white goes after the whole.
            if (i + 1 == shaped.Count || shaped[i + 1].Cluster != glyph.Cluster)
            {
                pen += _spacing;
            }
        }

        ImmutableArray<int> rises = shaped.Exists(glyph => glyph.OffsetY != 0) ? [.. shaped.Select(glyph => checked((int)Size.Scale(glyph.OffsetY, face.UnitsPerEm).Scaled))] : [];
        return new LetterRun(face, x, pen, glyphs.MoveToImmutable(), text, rises);
    }

    private static string ScriptOf(Rune rune) => rune.Value switch
    {
        >= 'A' and <= 'z' when Rune.IsLetter(rune) => "Latn",
        >= 0xC0 and <= 0x24F => "Latn",
        >= 0x370 and <= 0x3FF or >= 0x1F00 and <= 0x1FFF => "Grek",
        >= 0x400 and <= 0x52F => "Cyrl",
        _ => "",
    };

    private static FontFeatures FeaturesOf(CharacterStyle style, FontFace face)
    {
        var features = FontFeatures.Of(new FontFeature(style.Figures.OldStyle ? "onum" : "lnum", 1), new FontFeature(style.Figures.Tabular ? "tnum" : "pnum", 1));
        if (style.Caps != CapsVariant.Normal)
        {
            features = features.With("smcp");
            features = style.Caps == CapsVariant.AllSmallCaps ? features.With("c2sc") : features;
        }

        if (style.Uppercase && face.HasFeature("case"))
        {
            features = features.With("case");
        }

        if (style.LetterSpacing > 0 || !style.Ligatures)
        {
            features = features.With("liga", 0).With("clig", 0);
        }

        foreach (var feature in style.Features)
        {
            features = feature.StartsWith('-') ? features.With(feature[1..], 0) : features.With(feature);
        }

        return features;
    }
}
