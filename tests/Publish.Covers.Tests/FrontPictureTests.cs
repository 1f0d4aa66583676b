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

    [Theory]
    [InlineData(1200, 800, true)]
    [InlineData(1000, 1000, true)]
    [InlineData(800, 1200, false)]
    [InlineData(500, 1600, false)]
    public void A_picture_too_wide_for_the_front_stands_whole_under_the_label(int pixelsAcross, int pixelsDown, bool whole)
    {
        var (width, height) = (Length.FromPoints(396), Length.FromPoints(612));
        var page = SampleCover.Maker("The Diary", new CoverPlan { Picture = new Picture("front.png", "", null) }, pixels: (pixelsAcross, pixelsDown)).Front(width, height)!.Pages[0];
        var picture = page.Items.OfType<Typesetting.Display.PlacedPicture>().Single();
        Assert.Equal(whole, picture.Clip == picture.Area);
        Assert.Equal(!whole, picture.Clip!.Value.Width == width && picture.Clip.Value.Height == height);
        if (whole)
        {
            Assert.InRange(picture.Area.Width.Points / picture.Area.Height.Points, (pixelsAcross / (double)pixelsDown) - 0.01, (pixelsAcross / (double)pixelsDown) + 0.01);
            Assert.All(page.Items.OfType<Typesetting.Display.GlyphRun>().Where(run => run.Text.Length > 0), run => Assert.True(run.Baseline <= picture.Area.Y || run.Baseline - run.Size >= picture.Area.Bottom));
        }
    }

    [Fact]
    public void The_subtitle_keeps_clear_of_the_title_s_descenders()
    {
        var runs = SampleCover.Maker("The Diary").Front(Length.FromPoints(396), Length.FromPoints(612))!.Pages[0].Items.OfType<Typesetting.Display.GlyphRun>().ToList();
        var title = runs.Where(run => run.Text.Contains("Diary", StringComparison.Ordinal)).MaxBy(run => run.Size)!;
        var subtitle = runs.Single(run => run.Text.Contains("A Statement", StringComparison.Ordinal));
        Assert.True(subtitle.Baseline - subtitle.Size.Scale(72, 100) > title.Baseline + title.Size.Scale(26, 100));
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
