using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Tests.Lines;

public class ParagraphSetterTests
{
    private const string Prose =
        "“Office work,” said the flâneur—an ex-officer of the old affiliation—“is difficult; efficient hyphenation of characteristic combinations doesn’t "
        + "suffice.” He had counted 1,250 pages in vol. 12, pp. 14–19, and one address, https://example.org/archive/1947/statement.html, that nobody could read. "
        + "Mr. J. K. Wolff, of Twenty-first Street, wrote a co\u00ADop\u00ADer\u00ADative letter to the AVANT-GARDE weekly; its editors answered that the typography "
        + "of extraordinarily disproportionate paragraphs is nobody’s responsibility … and so on. ";

    private static readonly RepositoryAssets Assets = new();
    private static readonly FontLibrary Fonts = FontLibrary.Load(Assets, []);
    private static readonly FontFace Roman = Fonts.Find(["EB Garamond"], 400, false)!;
    private static readonly FontFace Italic = Fonts.Find(["EB Garamond"], 400, true)!;
    private static readonly ParagraphSetter Setter = new(new HyphenationPatterns(Assets));

    public static TheoryData<TextAlignment, int, bool> Settings()
    {
        var data = new TheoryData<TextAlignment, int, bool>();
        foreach (var alignment in Enum.GetValues<TextAlignment>())
        {
            foreach (var measure in new[] { 90, 180, 315, 440 })
            {
                data.Add(alignment, measure, true);
                data.Add(alignment, measure, false);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void No_character_is_lost_or_doubled_in_any_variant(TextAlignment alignment, int measure, bool oneLook)
    {
        var text = oneLook ? Plain(Prose + Prose) : Mixed(Prose + Prose);
        var set = Setter.Set(text, Style(alignment), Length.FromPoints(measure));
        var expected = text.Characters.Replace("\u00AD", "", StringComparison.Ordinal).TrimEnd();
        Assert.NotEmpty(set.Variants);
        foreach (var variant in set.Variants)
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
                {
                    found.Append(piece.Glyphs.Text);
                    Assert.All(piece.Glyphs.Glyphs, g => Assert.InRange(g.Cluster, 0, piece.Glyphs.Text.Length));
                    Assert.DoesNotContain(piece.Glyphs.Glyphs, g => g.Glyph == 0);
                    Assert.Equal(piece.Glyphs.EndsInHyphen, piece.Glyphs.Glyphs.Any(g => g.Cluster == piece.Glyphs.Text.Length));
                }

                Assert.Equal(line.EndsInHyphen, line.Pieces.OfType<GlyphPiece>().Any(p => p.Glyphs.EndsInHyphen));
            }

            Assert.Equal(text.Characters.Length, end);
            Assert.Equal(expected, found.ToString());
        }
    }

    [Theory]
    [InlineData(90)]
    [InlineData(315)]
    public void A_run_is_as_wide_as_its_glyphs_wherever_in_a_word_it_ends(int measure)
    {
        foreach (var piece in Setter.Set(Mixed(Prose + Prose), Style(TextAlignment.Justify), Length.FromPoints(measure)).BestVariant.Lines.SelectMany(line => line.Pieces).OfType<GlyphPiece>())
        {
            var run = piece.Glyphs;
            if (string.IsNullOrWhiteSpace(run.Text))
            {
                continue;
            }

            var last = run.Glyphs.Last(glyph => glyph.Cluster == run.Text.Length || run.Text[glyph.Cluster] != ' ');
            var end = last.X + (run.Size.Scale(run.Face.AdvanceOf(last.Glyph), run.Face.UnitsPerEm).Scaled * run.HorizontalScale / 10_000);
            // Within a word the last letter may be kerned with the next.
            Assert.InRange(run.Width.Scaled, end - (run.Size.Scaled / 8), end + (run.Size.Scaled / 2));
        }
    }

    [Theory]
    [InlineData(180)]
    [InlineData(315)]
    public void Justified_lines_end_at_the_right_edge_or_hang_over_it(int points)
    {
        var measure = Length.FromPoints(points);
        var set = Setter.Set(Mixed(Prose + Prose), Style(TextAlignment.Justify), measure);
        foreach (var line in set.BestVariant.Lines.Where(l => l.Overfull == Length.Zero))
        {
            var last = line.Pieces[^1];
            var end = last.X + last.Width - measure;
            if (!line.IsLast)
                Assert.InRange(end.Points, -0.001, 7);
            else
                Assert.True(end < Length.FromPoints(7));
            Assert.InRange(line.Pieces[0].X.Points, -7, 12.001);
            Assert.InRange(line.Expansion, 9800, 10_200);
        }

        // Without optical margins nothing hangs: to the scaled point.
        var straight = Setter.Set(Plain(Prose + Prose), Style(TextAlignment.Justify) with { OpticalMargins = false }, measure);
        foreach (var line in straight.BestVariant.Lines.Where(l => l is { IsLast: false, Overfull.Scaled: 0 }))
            Assert.Equal(measure, line.Pieces[^1].X + line.Pieces[^1].Width);
    }

    [Fact]
    public void Setting_again_gives_the_same_lines()
    {
        var first = Setter.Set(Mixed(Prose), Style(TextAlignment.Justify), Length.FromPoints(200));
        var second = new ParagraphSetter(new HyphenationPatterns(Assets)).Set(Mixed(Prose), Style(TextAlignment.Justify), Length.FromPoints(200));
        Assert.Equal(Dump(first), Dump(second));

        static string Dump(SetParagraph set) => string.Join('\n', set.Variants.SelectMany(v => v.Lines).SelectMany(l => l.Pieces).OfType<GlyphPiece>()
            .Select(p => $"{p.X} {p.Glyphs.HorizontalScale} {p.Glyphs.Text} {string.Join(',', p.Glyphs.Glyphs.Select(g => $"{g.Glyph}@{g.X}"))}"));
    }

    [Fact]
    public void Forced_breaks_end_lines_and_say_so_with_a_space()
    {
        var set = Setter.Set(Plain("To\nNathaniel Hawthorne\nin token"), Style(TextAlignment.Center), Length.FromPoints(300));
        var lines = set.BestVariant.Lines;
        Assert.Equal(["To ", "Nathaniel Hawthorne ", "in token"], lines.Select(l => string.Concat(l.Pieces.OfType<GlyphPiece>().Select(p => p.Glyphs.Text))));
        var middle = lines[1].Pieces[0];
        Assert.Equal(150, (middle.X + (middle.Width / 2)).Points, 2);
    }

    [Fact]
    public void A_word_that_cannot_be_broken_is_reported_with_its_place()
    {
        var text = Plain("a Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch b") with { Span = SourceSpan.At("a.md", 3, 1) };
        var set = Setter.Set(text, Style(TextAlignment.Justify) with { Hyphenate = false }, Length.FromPoints(100));
        var line = Assert.Single(set.BestVariant.Lines, l => l.Overfull > Length.Zero);
        Assert.Equal("TYP003", line.Diagnostic?.Code);
        Assert.Equal(3, line.Diagnostic?.Span.Line);
        Assert.Contains("Llanfair", line.Diagnostic?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ligature_cut_by_a_hyphen_is_set_as_letters()
    {
        // of-fice: ffi is one glyph unless the line ends in it.
        var set = Setter.Set(Plain("of\u00ADfice"), Style(TextAlignment.Justify), Length.FromPoints(18));
        var lines = set.BestVariant.Lines;
        Assert.Equal(2, lines.Length);
        Assert.Equal("of", Glyphs(lines[0]).Text);
        Assert.Equal(3, Glyphs(lines[0]).Glyphs.Length);
        Assert.Equal("fice", Glyphs(lines[1]).Text);

        static GlyphRun Glyphs(SetLine line) => ((GlyphPiece)line.Pieces[0]).Glyphs;
    }

    [Fact]
    public void A_loose_line_is_reported_with_its_words()
    {
        var text = Plain("An i straightforwardness characteristically") with { Span = SourceSpan.At("a.md", 7, 1) };
        var set = Setter.Set(text, Style(TextAlignment.Justify) with { Hyphenate = false, TextIndent = Length.Zero }, Length.FromPoints(130));
        var line = set.BestVariant.Lines[0];
        Assert.Equal(("TYP004", 7), (line.Diagnostic?.Code, line.Diagnostic?.Span.Line));
        Assert.Contains("An i straight", line.Diagnostic?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TextAlignment.Left)]
    [InlineData(TextAlignment.Right)]
    [InlineData(TextAlignment.Center)]
    public void The_lines_of_a_head_are_evened_out(TextAlignment alignment)
    {
        var style = Style(alignment) with { Hyphenate = false };
        var head = Plain("On the Way That Leads From the Old Harbour to the Town");
        var even = Widths(Setter.Set(head, style with { BreakAfter = PageBreak.Avoid }, Length.FromPoints(220)));
        Assert.Equal(2, even.Count);
        Assert.True(even.Min() > even.Max() * 3 / 4, string.Join(' ', even));
        if (alignment != TextAlignment.Center)
            Assert.True(Widths(Setter.Set(head, style, Length.FromPoints(220))).Max() > even.Max(), "without the rule the first line is filled");

        static List<double> Widths(SetParagraph set) => [.. set.BestVariant.Lines.Select(l => l.Width.Points)];
    }

    [Fact]
    public void Letterspacing_drops_ligatures_and_a_link_inside_a_word_keeps_them()
    {
        Assert.Equal(4, GlyphsOf(Setter.Set(Plain("office"), Style(TextAlignment.Left), Length.FromPoints(200))));
        var spaced = new CharacterStyle { LetterSpacing = 60 };
        Assert.Equal(6, GlyphsOf(Setter.Set(new("office", [Run(0, 6, spaced, Roman)], []), Style(TextAlignment.Left), Length.FromPoints(200))));
        var look = new CharacterStyle();
        StyledRun[] runs = [Run(0, 3, look, Roman), Run(3, 3, look, Roman) with { Link = new Link([], "x") }];
        Assert.Equal(4, GlyphsOf(Setter.Set(new("office", [.. runs], []), Style(TextAlignment.Left), Length.FromPoints(200))));

        static int GlyphsOf(SetParagraph set) => set.BestVariant.Lines[0].Pieces.OfType<GlyphPiece>().Sum(p => p.Glyphs.Glyphs.Length);
    }

    [Fact]
    public void A_language_without_patterns_is_named_once()
    {
        var setter = new ParagraphSetter(new HyphenationPatterns(Assets));
        for (var i = 0; i < 3; i++)
            setter.Set(new("words of nobody’s language", [Run(0, 26, new CharacterStyle(), Roman) with { Language = "tlh" }], []), Style(TextAlignment.Justify), Length.FromPoints(60 + i));
        Assert.Contains("'tlh'", Assert.Single(setter.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Optical_margins_and_expansion_can_be_switched_off()
    {
        var style = Style(TextAlignment.Justify) with { OpticalMargins = false, Expansion = 0, TextIndent = Length.Zero };
        var lines = Setter.Set(Plain(Prose + Prose), style, Length.FromPoints(250)).BestVariant.Lines;
        Assert.All(lines, l => Assert.Equal(10_000, l.Expansion));
        Assert.All(lines, l => Assert.True(l.Pieces[0].X >= Length.Zero));
        var with = Setter.Set(Plain(Prose + Prose), style with { OpticalMargins = true, Expansion = 200 }, Length.FromPoints(250)).BestVariant.Lines;
        Assert.Contains(with, l => l.Expansion != 10_000);
        Assert.Contains(with, l => l.Pieces[0].X < Length.Zero);
    }

    private static ComputedStyle Style(TextAlignment alignment) => new() { Alignment = alignment, TextIndent = Length.FromPoints(alignment == TextAlignment.Justify ? 12 : 0) };

    private static StyledText Plain(string characters) => new(characters, [Run(0, characters.Length, new CharacterStyle(), Roman)], []);

    /// <summary>Every third word and some parts of words in italic.</summary>
    private static StyledText Mixed(string characters)
    {
        var runs = new List<StyledRun>();
        for (var i = 0; i < characters.Length; i += 17)
        {
            var italic = i / 17 % 3 == 1;
            runs.Add(Run(i, Math.Min(17, characters.Length - i), new CharacterStyle { Italic = italic }, italic ? Italic : Roman));
        }

        return new(characters, [.. runs], []);
    }

    private static StyledRun Run(int start, int length, CharacterStyle style, FontFace face) =>
        new(start, length, style, face, style.Size, Length.Zero, "en-US", new StructureReference(1, start, ArtifactKind.None)) { Source = new TextPosition(1, start) };
}
