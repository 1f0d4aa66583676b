using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Tests.Lines;

/// <summary>Letters whose ink reaches beyond their advance, beside what stands next to them.</summary>
public class OverhangTests
{
    [Fact]
    public void A_word_whose_first_letter_has_a_tail_stands_a_little_farther_from_the_word_before()
    {
        // Where the ink of the third letter begins, from the end of the second's advance, in thousandths of the type size.
        var usual = Gap("an Inn");
        var tailed = Gap("an Jnn");
        Assert.InRange(usual.Space, usual.Natural - 2, usual.Natural + 2);
        Assert.InRange(tailed.Space - tailed.Natural, 20, 120);

        static (double Space, double Natural) Gap(string words)
        {
            var run = OnlyRun(new Document.Text(words));
            var (before, after) = (run.Glyphs[1], run.Glyphs.First(glyph => glyph.Cluster == 3));
            var space = run.Face.AdvanceOf(run.Face.GlyphOf(' ')) * 1000.0 / run.Face.UnitsPerEm;
            return ((after.X - before.X - run.Size.Scale(run.Face.AdvanceOf(before.Glyph), run.Face.UnitsPerEm).Scaled) * 1000.0 / run.Size.Scaled, space);
        }
    }

    [Fact]
    public void At_a_line_s_start_the_tail_hangs_in_the_margin_as_ever()
    {
        var line = Assert.Single(Set([new Document.Text("Jnn")]).BestVariant.Lines);
        var piece = line.Pieces.OfType<GlyphPiece>().First();
        var glyph = piece.Glyphs.Glyphs[0];
        var ink = (piece.X.Scaled + glyph.X) + (piece.Glyphs.Face.ExtentsOf(glyph.Glyph).Left * (double)piece.Glyphs.Size.Scaled / piece.Glyphs.Face.UnitsPerEm);
        Assert.True(ink < line.Indent.Scaled, "the tail stands left of where the line begins");
    }

    [Fact]
    public void A_call_keeps_clear_of_a_slanted_letter_that_leans_over_its_advance()
    {
        var note = new Note("n", NoteSeries.Editor, 28, [new Paragraph([new Document.Text("note")])]);
        foreach (var letter in new[] { "é", "f", "d" })
        {
            var pieces = Assert.Single(Set([new Emphasis([new Document.Text("Humanit" + letter)]), new NoteCall(note, false)]).BestVariant.Lines).Pieces.OfType<GlyphPiece>().ToList();
            var word = pieces.First(piece => piece.Glyphs.Text.EndsWith(letter, StringComparison.Ordinal));
            var call = pieces.First(piece => piece.Glyphs.Text.StartsWith('2'));
            var last = word.Glyphs.Glyphs.Last(glyph => glyph.Cluster == word.Glyphs.Text.Length - 1);
            var right = word.X.Scaled + last.X + (word.Glyphs.Face.ExtentsOf(last.Glyph).Right * (double)word.Glyphs.Size.Scaled / word.Glyphs.Face.UnitsPerEm);
            var left = call.X.Scaled + call.Glyphs.Glyphs[0].X + (call.Glyphs.Face.ExtentsOf(call.Glyphs.Glyphs[0].Glyph).Left * (double)call.Glyphs.Size.Scaled / call.Glyphs.Face.UnitsPerEm);
            Assert.True(right <= left + 2, $"the figure stands in the ink of {letter}");
        }
    }

    private static GlyphRun OnlyRun(Inline inline) => Assert.Single(Assert.Single(Set([inline]).BestVariant.Lines).Pieces.OfType<GlyphPiece>()).Glyphs;

    private static SetParagraph Set(Inline[] content) => LineSetting.Set(content, "en", Length.FromPoints(400));
}
