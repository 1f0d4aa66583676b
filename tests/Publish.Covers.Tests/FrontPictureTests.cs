using NetVips;
using Publish.Covers.Raster;
using Publish.Document;
using Publish.Imaging;

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

    /// <summary>The program's own painter and JPEG writer against librsvg and libjpeg: the same picture, but for a shade along the edges.</summary>
    [Theory]
    [InlineData(1600)]
    [InlineData(333)]
    public void What_is_painted_is_what_others_draw(int pixels)
    {
        var page = SampleCover.Maker("Of Edges & Curves").Front(Length.FromPoints(400), Length.FromPoints(640))!.Pages[0];
        var painting = FrontRaster.Paint(page, pixels);
        using var painted = Image.NewFromBuffer(JpegWriter.Write(painting.Pixels, painting.Width, painting.Height));
        using var drawn = Image.NewFromBuffer(SvgRaster.ToJpeg(FrontRaster.ToSvg(page, pixels, [])));
        Assert.Equal((drawn.Width, drawn.Height, drawn.Bands), (painted.Width, painted.Height, painted.Bands));
        using var difference = (painted - drawn).Abs();
        Assert.InRange(difference.Avg(), 0, 1);
        using var smooth = difference.Gaussblur(2);
        Assert.InRange(smooth.Max(), 0, 24);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 5)]
    [InlineData(48, 33)]
    public void Any_size_is_written_and_grays_are_what_they_were(int width, int height)
    {
        // Grays in disorder, so that every coefficient is met.
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            pixels.AsSpan(i * 3, 3).Fill((byte)(i * 37 % 256));
        }

        using var read = Image.NewFromBuffer(JpegWriter.Write(pixels, width, height, 98));
        using var source = Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
        Assert.Equal((width, height), (read.Width, read.Height));
        using var difference = (read - source).Abs();
        Assert.InRange(difference.Avg(), 0, 4);
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
