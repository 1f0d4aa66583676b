using NetVips;

namespace Publish.Imaging.Tests;

public sealed class RasterDrawingTests
{
    private const string Square = "M0 0 L20 0 L20 -20 L0 -20 Z";

    [Fact]
    public void Areas_and_outlines_stand_where_they_are_asked_for()
    {
        var seen = Decoded(drawing =>
        {
            drawing.Fill(new PixelArea(0, 0, 200, 100), 0x000000);
            drawing.Outline(Square, 40, 60, 0xFF0000);
            drawing.Stamp(Square, 120, 60, 0x00FF00);
            drawing.Stamp(Square, 160.4, 59.6, 0x0000FF);
        });
        Assert.Equal("...", Colors(seen, (20, 50), (70, 50), (50, 30)));
        Assert.Equal("RGB", Colors(seen, (50, 50), (130, 50), (170, 50)));

        // A stamp stands at whole pixels.
        Assert.Equal(".B.B.", Colors(seen, (157, 50), (163, 50), (183, 50), (170, 57), (170, 63)));
    }

    [Fact]
    public void A_stamp_looks_like_the_outline_it_stands_for()
    {
        const string Ring = "M20 -10 Q20 0 10 0 Q0 0 0 -10 Q0 -20 10 -20 Q20 -20 20 -10 Z";
        var drawn = Decoded(drawing => drawing.Outline(Ring, 90, 60, 0x336699));
        var stamped = Decoded(drawing => drawing.Stamp(Ring, 90, 60, 0x336699));
        var difference = (drawn - stamped).Abs().Max();
        Assert.InRange(difference, 0, 6);
        Assert.True(drawn.Min() < 120);
    }

    [Fact]
    public void Paper_that_nothing_covers_is_white_and_a_drawing_is_always_the_same()
    {
        Assert.Equal("W", Colors(Decoded(static _ => { }), (100, 50)));
        Assert.Equal(Drawn(static drawing => drawing.Outline(Square, 3, 40, 0x123456)), Drawn(static drawing => drawing.Outline(Square, 3, 40, 0x123456)));
    }

    private static string Colors(Image image, params (int X, int Y)[] places) => string.Concat(places.Select(place => image[place.X, place.Y] switch
    {
        [> 200, > 200, > 200] => 'W',
        [> 200, < 60, < 60] => 'R',
        [< 60, > 200, < 60] => 'G',
        [< 60, < 60, > 200] => 'B',
        [< 60, < 60, < 60] => '.',
        _ => '?',
    }));

    private static Image Decoded(Action<RasterDrawing> draw) => Image.NewFromBuffer(Drawn(draw));

    private static byte[] Drawn(Action<RasterDrawing> draw)
    {
        using var drawing = new RasterDrawing(200, 100);
        draw(drawing);
        return drawing.ToJpeg(100);
    }
}
