using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Tests.Lines;

/// <summary>What must hold of every paragraph, tried on 1,000 of random words, looks, alignments and measures.</summary>
public class ParagraphProperties
{
    private const int Trials = 1000;

    private static readonly RepositoryAssets Assets = new();
    private static readonly FontLibrary Fonts = FontLibrary.Load(Assets, []);
    private static readonly FontFace Roman = Fonts.Find(["EB Garamond"], 400, false)!;
    private static readonly FontFace Italic = Fonts.Find(["EB Garamond"], 400, true)!;
    private static readonly string[] Languages = ["en-US", "de", "fr", "ru", "el", "cs", "xx"];
    private static readonly string[] Letters = ["etaoinshrdlucmfwypvbgk", "эаинтсрвлкмдпуябг", "αονιτσηρκμλδπυγθ", "fifflffiéèàüßœ"];
    private static readonly string[] Before = ["", "", "", "", "“", "(", "«\u202F", "‘", "—", "„"];
    private static readonly string[] After = ["", "", "", "", ",", ".", ".”", ")", "?", "\u202F!", "…", "—", "’s", ";"];
    private static readonly string[] Between = [" ", " ", " ", " ", " ", " ", " ", "—", "-", "\u00A0", "/", " – ", "\u2009", "  "];

    /// <summary>No character lost or doubled; ranges that follow each other; variants with the lines and the cost they say; lines inside the measure but for what hangs; the same again.</summary>
    [Fact]
    public void Paragraphs_keep_their_characters_and_their_measure()
    {
        var chance = new Chance(2026);
        var setter = new ParagraphSetter(new HyphenationPatterns(Assets));
        var other = new ParagraphSetter(new HyphenationPatterns(Assets));
        var (variants, hung, overfull) = (0, 0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var text = RandomText(chance);
            var style = new ComputedStyle
            {
                Alignment = chance.Below(3) > 0 ? TextAlignment.Justify : (TextAlignment)chance.Below(4),
                TextIndent = Length.FromPoints(chance.Below(3) * 6),
                Hyphenate = chance.Below(4) > 0,
                OpticalMargins = chance.Below(4) > 0,
                Expansion = chance.Below(4) > 0 ? 200 : 0,
            };
            var measure = Length.FromPoints(40 + chance.Below(400));
            var set = setter.Set(text, style, measure);
            Assert.InRange(set.Best, 0, set.Variants.Length - 1);
            Assert.Equal(set.Variants.Min(v => v.Demerits), set.BestVariant.Demerits);
            Assert.Equal(set.Variants.Select(v => v.LineCount).Distinct().Order(), set.Variants.Select(v => v.LineCount));
            foreach (var variant in set.Variants)
            {
                variants++;
                KeepsCharacters(text, variant);
                foreach (var line in variant.Lines)
                {
                    if (line.Overfull > Length.Zero)
                    {
                        overfull++;
                        Assert.True(line.Diagnostic is not null || line.Overfull < Length.FromPoints(0.011), "an overfull line is never silent");
                    }
                    else
                    {
                        hung += StaysInside(line, style, measure) ? 1 : 0;
                    }
                }
            }

            if (trial % 10 == 0)
                Assert.Equal(Dump(set), Dump(other.Set(text, style, measure)));
        }

        Assert.True(variants > Trials * 11 / 10, $"{variants} variants");
        Assert.True(hung > 100, $"{hung} lines with hanging marks");
        Assert.True(overfull > 10, $"{overfull} overfull lines");
    }

    private static void KeepsCharacters(StyledText text, ParagraphVariant variant)
    {
        Assert.Equal(variant.LineCount, variant.Lines.Length);
        Assert.Equal(variant.Demerits, variant.Lines.Sum(l => l.Demerits));
        var end = 0;
        var found = new StringBuilder();
        foreach (var line in variant.Lines)
        {
            Assert.Equal(end, line.SourceRange.Start.Value);
            end = line.SourceRange.End.Value;
            foreach (var piece in line.Pieces.OfType<GlyphPiece>())
                found.Append(piece.Glyphs.Text);
        }

        Assert.Equal(text.Characters.Length, end);
        Assert.True(variant.Lines[^1].IsLast && variant.Lines.Count(l => l.IsLast) == 1);
        Assert.Equal(Squeezed(text.Characters), Squeezed(found.ToString()));
    }

    // Several spaces at a line's end come out as one.
    private static string Squeezed(string text) => string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Split([' ', '\u2009'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Nothing stands out but what hangs: less than two thirds of the glyph at either end. Says whether something does.</summary>
    private static bool StaysInside(SetLine line, ComputedStyle style, Length measure)
    {
        var drawn = line.Pieces.OfType<GlyphPiece>().Where(p => p.Glyphs.Text.Trim().Length > 0).ToList();
        var (first, last) = (drawn[0], drawn[^1]);
        var left = -first.X.Scaled;
        // The space that letterspacing adds after the last letter isn't seen.
        var right = last.X.Scaled + last.Width.Scaled - measure.Scaled - last.Run.Size.Scale(last.Run.Style.LetterSpacing, 1000).Scaled;
        const int tolerance = 2;
        if (!style.OpticalMargins || style.Alignment != TextAlignment.Justify)
        {
            Assert.True(left <= 0 && right <= tolerance, $"{left} {right} of {string.Concat(drawn.Select(p => p.Glyphs.Text))}");
            return false;
        }

        var end = Drawn(last, last.Glyphs.Glyphs.Last(g => g.Glyph != last.Glyphs.Face.GlyphOf(' ')).Glyph);
        // What hangs is reckoned from the letter as it was drawn: neither kerning nor a line's expansion, two in a hundred at most, takes part in it.
        var start = Drawn(first, first.Glyphs.Glyphs[0].Glyph);
        Assert.True(left <= (start * 2 / 3) + (start / 50) + 2, $"{left} at the left of {first.Glyphs.Text}, of {start}");
        Assert.True(right <= (end * 2 / 3) + (end / 50) + tolerance, $"{right} at the right of {last.Glyphs.Text}, of {end}");
        return left > 0 || right > 0;
    }

    private static int Drawn(GlyphPiece piece, ushort glyph) => (int)piece.Run.Size.Scale(piece.Glyphs.Face.AdvanceOf(glyph), piece.Glyphs.Face.UnitsPerEm).Scaled;

    private static StyledText RandomText(Chance chance)
    {
        var characters = new StringBuilder();
        var words = 1 + chance.Below(60);
        var letters = chance.Of(Letters);
        for (var i = 0; i < words; i++)
        {
            if (i > 0)
                characters.Append(chance.Of(Between));
            characters.Append(chance.Of(Before));
            if (chance.Below(12) == 0)
                characters.Append(chance.Below(3000));
            else
                Word(chance, letters, characters);
            characters.Append(chance.Of(After));
        }

        var text = characters.ToString();
        var language = chance.Of(Languages);
        var runs = new List<StyledRun>();
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(text.Length - start, chance.Below(3) == 0 ? 1 + chance.Below(9) : 20 + chance.Below(400));
            var italic = chance.Below(4) == 0;
            var style = new CharacterStyle { Italic = italic, Size = Length.FromPoints(chance.Below(5) == 0 ? 9 : 11), LetterSpacing = chance.Below(8) == 0 ? 50 : 0 };
            var face = italic ? Italic : Roman;
            runs.Add(new(start, length, style, face, style.Size, Length.Zero, language, new StructureReference(1, start, ArtifactKind.None)) { Source = new TextPosition(1, start) });
            start += length;
        }

        return new(text, [.. runs], []) { Language = language };
    }

    private static void Word(Chance chance, string letters, StringBuilder characters)
    {
        var length = 1 + chance.Below(chance.Below(6) == 0 ? 18 : 8);
        var capital = chance.Below(6) == 0;
        for (var i = 0; i < length; i++)
        {
            var letter = letters[chance.Below(letters.Length)];
            characters.Append(capital && i == 0 ? char.ToUpperInvariant(letter) : letter);
            if (i < length - 1 && chance.Below(40) == 0)
                characters.Append('\u00AD');
        }
    }

    private static string Dump(SetParagraph set) => string.Join('\n', set.Variants.SelectMany(v => v.Lines).SelectMany(l => l.Pieces).OfType<GlyphPiece>()
        .Select(p => $"{p.X} {p.Glyphs.HorizontalScale} {p.Glyphs.Text} {string.Join(',', p.Glyphs.Glyphs.Select(g => $"{g.Glyph}@{g.X}"))}"));
}
