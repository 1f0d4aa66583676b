using Publish.Document;
using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Tests.Lines;

public class DirectionTests
{
    [Fact]
    public void Hebrew_words_stand_in_their_own_face_from_right_to_left_and_give_their_text_in_reading_order()
    {
        var line = OnlyLine("See חן ושלום here", "en");
        Assert.Equal("See חן ושלום here", TextOf(line));
        var hebrew = Assert.Single(line.Pieces.OfType<GlyphPiece>(), p => p.Glyphs.Face.FamilyName == "Frank Ruhl Libre" && p.Glyphs.Glyphs.Length > 1);
        Assert.True(hebrew.Run.RightToLeft);
        Assert.Equal(hebrew.Glyphs.Glyphs.OrderByDescending(g => g.X), hebrew.Glyphs.Glyphs);
        Assert.Equal(Enumerable.Range(0, 8), hebrew.Glyphs.Glyphs.Select(g => g.Cluster));
        Assert.Equal(0, hebrew.Glyphs.Glyphs[^1].X);
        var after = line.Pieces.OfType<GlyphPiece>().Last();
        Assert.True(after.X >= hebrew.X + hebrew.Width - Length.FromPoints(1), "what follows stands to the right");
    }

    [Fact]
    public void Arabic_letters_join()
    {
        var line = OnlyLine("the word كتاب means book", "en");
        var arabic = Assert.Single(line.Pieces.OfType<GlyphPiece>(), p => p.Glyphs.Face.FamilyName == "Amiri");
        Assert.DoesNotContain(arabic.Glyphs.Glyphs, g => g.Glyph == 0);
        Assert.NotEqual(arabic.Glyphs.Face.GlyphOf('ت'), arabic.Glyphs.Glyphs.Single(g => arabic.Glyphs.Text[g.Cluster] == 'ت').Glyph);
    }

    [Fact]
    public void A_number_inside_words_from_right_to_left_stays_readable_and_the_words_turn_round_it()
    {
        var line = OnlyLine("(שנת 1947 היא)", "en");
        Assert.Equal("(שנת 1947 היא)", TextOf(line));
        var year = line.Pieces.OfType<GlyphPiece>().Single(p => p.Glyphs.Text == "1947");
        Assert.Equal([0, 1, 2, 3], year.Glyphs.Glyphs.Select(g => g.Cluster));
        var first = line.Pieces.OfType<GlyphPiece>().First(p => p.Glyphs.Text.Contains('ש'));
        var last = line.Pieces.OfType<GlyphPiece>().Last(p => p.Glyphs.Text.Contains('א'));
        Assert.True(last.X < year.X && year.X < first.X);
    }

    [Fact]
    public void A_text_of_a_language_that_runs_from_right_to_left_begins_at_the_right()
    {
        const string Words = "אין רע בלא טוב ואין טוב בלא רע, אמר החכם לתלמידיו, והם שמעו את דבריו ולא הבינו דבר.";
        var measure = Length.FromPoints(150);
        var set = Set(Words, "he", measure);
        var lines = set.BestVariant.Lines;
        Assert.True(lines.Length > 1);
        Assert.Equal(Words, string.Concat(lines.Select(TextOf)));
        foreach (var line in lines)
        {
            var right = line.Pieces.OfType<GlyphPiece>().Where(p => p.Glyphs.Text != " ").Max(p => p.X + p.Width);
            Assert.InRange((measure - line.Indent - right).Points, -0.2, 0.2);
        }
    }

    [Fact]
    public void Every_line_of_mixed_words_keeps_its_characters()
    {
        const string Words = "He wrote שלום עליכם and then, in 1947, السلام عليكم (which is the same) on one page: חן, חן, חן.";
        foreach (var points in new[] { 80, 120, 200, 400 })
        {
            foreach (var variant in Set(Words, "en", Length.FromPoints(points)).Variants)
                Assert.Equal(Words, string.Concat(variant.Lines.Select(TextOf)));
        }
    }

    private static string TextOf(SetLine line) => string.Concat(line.Pieces.OfType<GlyphPiece>().Select(p => p.Glyphs.Text));

    private static SetLine OnlyLine(string text, string language) => Assert.Single(Set(text, language, Length.FromPoints(400)).BestVariant.Lines);

    private static SetParagraph Set(string text, string language, Length measure) => LineSetting.Set([new Document.Text(text)], language, measure);
}
