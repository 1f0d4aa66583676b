using Publish.Covers.Raster;
using Publish.Document;

namespace Publish.Covers.Tests;

public sealed class FrontPictureTests
{
    [Theory]
    [InlineData("Emma")]
    [InlineData("Stalinist Assassins Must Be Made to Stand Trial!")]
    [InlineData("The Unabridged and Incomprehensibilities-Filled Correspondence of Two Gentlemen of the Older School, With Notes")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")]
    public void TheFrontIsAJpegOfTheRightSizeAndAlwaysTheSame(string title)
    {
        var diagnostics = new List<Diagnostic>();
        var first = SampleCover.Maker(title).FrontPicture(diagnostics)!;
        Assert.Empty(diagnostics);
        Assert.Equal(first, SampleCover.Maker(title).FrontPicture(diagnostics));
        Assert.Equal((1600, 2560), Size(first));
        Assert.InRange(first.Length, 20_000, 2_000_000);
    }

    [Fact]
    public void The_drawing_has_no_text_that_a_font_would_be_needed_for()
    {
        var svg = FrontRaster.ToSvg(SampleCover.Maker("Title").Front(Length.FromPoints(400), Length.FromPoints(640))!.Pages[0], 1600, []);
        Assert.DoesNotContain("<text", svg, StringComparison.Ordinal);
        Assert.Contains("<path", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_painted_is_what_the_drawing_shows()
    {
        var page = SampleCover.Maker("Emma, Quite Ágil").Front(Length.FromPoints(400), Length.FromPoints(640))!.Pages[0];
        var painted = FrontRaster.Paint(page, 400);
        using var drawn = NetVips.Image.SvgloadBuffer(System.Text.Encoding.UTF8.GetBytes(FrontRaster.ToSvg(page, 400, []))).Flatten([255.0, 255.0, 255.0]);
        var expected = drawn.WriteToMemory<byte>();

        Assert.Equal(expected.Length, painted.Data.Length);
        long difference = 0;
        var far = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            var off = Math.Abs(expected[i] - painted.Data[i]);
            difference += off;
            far += off > 40 ? 1 : 0;
        }

        // Two ways of smoothing an edge differ by a little, and nowhere by a whole pixel's worth of shape.
        Assert.True(difference < expected.Length * 0.6, $"{(double)difference / expected.Length:F2} levels off on average");
        Assert.True(far < expected.Length / 500, $"{far} of {expected.Length} samples far off");
    }

    [Fact]
    public void Shapes_cover_what_they_cover()
    {
        var coverage = new Coverage();
        coverage.Begin(8, 8);
        var row = new byte[8];

        // A square from (1.5, 2) to (5, 4), then a hole in it.
        foreach (var (x0, y0, x1, y1) in new[] { (1.5f, 2f, 5f, 2f), (5f, 2f, 5f, 4f), (5f, 4f, 1.5f, 4f), (1.5f, 4f, 1.5f, 2f), (3f, 2f, 3f, 4f), (3f, 4f, 4f, 4f), (4f, 4f, 4f, 2f), (4f, 2f, 3f, 2f) })
        {
            coverage.Edge(x0, y0, x1, y1);
        }

        coverage.Row(2, row);
        Assert.Equal([0, 128, 255, 0, 255, 0, 0, 0], row);
        coverage.Row(4, row);
        Assert.All(row, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_picture_stands_behind_the_label_and_a_finished_front_takes_its_place()
    {
        var plan = new CoverPlan { Picture = new Picture("front.png", "", null) };
        var front = SampleCover.Maker("Title", plan).Front(Length.FromPoints(400), Length.FromPoints(640))!.Pages[0].Items;
        Assert.Contains("Title", SampleCover.Words(front), StringComparison.Ordinal);
        Assert.Single(front.OfType<Typesetting.Display.PlacedPicture>());

        front = SampleCover.Maker("Title", new CoverPlan { Front = new Picture("front.png", "", null) }).Front(Length.FromPoints(400), Length.FromPoints(640))!.Pages[0].Items;
        Assert.DoesNotContain("Title", SampleCover.Words(front), StringComparison.Ordinal);
        Assert.Single(front.OfType<Typesetting.Display.PlacedPicture>());
    }

    // Height and width stand in the start-of-frame segment.
    private static (int Width, int Height) Size(byte[] jpeg)
    {
        for (var at = 2; at < jpeg.Length - 9; at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3])
        {
            if (jpeg[at + 1] is 0xC0 or 0xC1 or 0xC2)
            {
                return ((jpeg[at + 7] << 8) + jpeg[at + 8], (jpeg[at + 5] << 8) + jpeg[at + 6]);
            }
        }

        return default;
    }
}
