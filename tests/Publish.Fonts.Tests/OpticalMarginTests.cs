namespace Publish.Fonts.Tests;

public class OpticalMarginTests
{
    private static GlyphProtrusion Of(FontFace face, char character) => face.ProtrusionOf(face.GlyphOf(character));

    [Theory]
    [InlineData('.', 600, 700)]
    [InlineData(',', 500, 700)]
    [InlineData('-', 400, 600)]
    [InlineData('”', 300, 500)]
    [InlineData('r', 40, 70)]
    [InlineData('v', 30, 70)]
    [InlineData('T', 40, 70)]
    [InlineData('A', 30, 70)]
    [InlineData('H', 0, 10)]
    [InlineData('n', 0, 10)]
    [InlineData('l', 0, 0)]
    public void A_sign_or_letter_stands_out_at_the_right(char character, int least, int most) =>
        Assert.InRange(Of(House.Regular, character).Right, least, most);

    [Theory]
    [InlineData('“', 300, 500)]
    [InlineData('‘', 400, 500)]
    [InlineData('T', 40, 70)]
    [InlineData('A', 30, 70)]
    [InlineData('b', 0, 10)]
    [InlineData('H', 0, 10)]
    [InlineData('.', 0, 0)]
    public void A_sign_or_letter_stands_out_at_the_left(char character, int least, int most) =>
        Assert.InRange(Of(House.Regular, character).Left, least, most);

    [Fact]
    public void The_hook_of_an_italic_f_is_not_pushed_further_out() => Assert.Equal(0, Of(House.Italic, 'f').Right);

    [Fact]
    public void Small_capitals_are_measured()
    {
        var small = House.Shape(House.Regular, "v", new FontFeature("smcp", 1))[0].Glyph;
        Assert.InRange(House.Regular.ProtrusionOf(small).Right, 20, 70);
        Assert.Equal(-1, House.Regular.CharacterOf(small));
        Assert.Equal('v', House.Regular.CharacterOf(House.Regular.GlyphOf('v')));
    }

    [Fact]
    public void A_typewriter_face_keeps_to_its_grid() => Assert.Equal(default, Of(House.Mono, '.'));

    [Fact]
    public void A_glyph_that_does_not_exist_gets_nothing() => Assert.Equal(default, House.Regular.ProtrusionOf(ushort.MaxValue));
}
