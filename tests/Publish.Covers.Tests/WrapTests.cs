using System.Globalization;
using System.Text.RegularExpressions;
using Publish.Covers.Design;
using Publish.Document;
using Publish.Printers;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting.Display;

namespace Publish.Covers.Tests;

public sealed partial class WrapTests
{
    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0.9, 18)]
    public void The_trim_box_is_back_spine_and_front(double spine, int slug)
    {
        var sheet = SampleCover.Sheet(spine) with { Slug = Length.FromPoints(slug) };
        using var folder = new ScratchFolder();
        var path = folder.Write("cover.pdf", SampleCover.Pdf(SampleCover.Maker("Emma").Wrap(sheet, "print")!));
        var boxes = Poppler.Info(path, "-box");
        var trim = Numbers(boxes["TrimBox"]);
        Assert.Equal((5.5 + spine + 5.5) * 72, trim[2] - trim[0], 0.02);
        Assert.Equal(8.5 * 72, trim[3] - trim[1], 0.02);
        var bleed = Numbers(boxes["BleedBox"]);
        Assert.Equal(trim[0] - 9, bleed[0], 0.02);
        Assert.Equal(trim[3] + 9, bleed[3], 0.02);
        var media = Numbers(boxes["MediaBox"]);
        Assert.Equal(bleed[0] - slug, media[0], 0.02);
    }

    [Theory]
    [InlineData("white", 60, 0.002252)]
    [InlineData("cream", 200, 0.0025)]
    [InlineData("cream", 828, 0.0025)]
    [InlineData("colour", 400, 0.002347)]
    public void The_spine_is_as_thick_as_the_printers_formula_says(string paper, int pages, double perPage)
    {
        var printer = new PrinterLibrary(new RepositoryAssets()).Find("kdp", SourceSpan.None, [])!;
        var spine = printer.Spine.PaperOf(paper)!.Thickness(pages);
        using var folder = new ScratchFolder();
        var sheet = new CoverSheet(Length.FromInches(6), Length.FromInches(9), spine) { SpineText = printer.Spine.AllowsText(pages), Bleed = printer.Bleed!.Value };
        var trim = Numbers(Poppler.Info(folder.Write("cover.pdf", SampleCover.Pdf(SampleCover.Maker("Emma").Wrap(sheet, "print")!)), "-box")["TrimBox"]);
        Assert.Equal(72 * (6 + (pages * perPage) + 6), trim[2] - trim[0], 0.02);
    }

    [Fact]
    public void The_readers_of_PDF_have_nothing_to_say()
    {
        using var folder = new ScratchFolder();
        var plan = new CoverPlan { Picture = new Picture("front.png", "", null), Price = "USD 9.99" };
        var path = folder.Write("cover.pdf", SampleCover.Pdf(SampleCover.Maker("Emma", plan, "9780306406157", "fr").Wrap(SampleCover.Sheet(0.6) with { Slug = Length.FromPoints(18) }, "print")!));
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Poppler.Check(path).MustPass();
        Ghostscript.Check(path).MustPass();
        var text = Poppler.Text(path);
        Assert.Contains("Emma", text, StringComparison.Ordinal);
        Assert.Contains("9780306406157", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_are_of_four_inks_and_black_text_and_bars_of_one()
    {
        var items = SampleCover.Maker("Emma", new CoverPlan(), "9780306406157").Wrap(SampleCover.Sheet(0.6), "print")!.Pages[0].Items;
        var colours = items.Select(item => item switch { GlyphRun run => run.Color, Rule rule => rule.Color, _ => InkColor.Black }).Distinct().ToList();
        Assert.DoesNotContain(colours, c => c.Space == ColorSpace.Rgb);
        Assert.All(colours.Where(c => c.Space == ColorSpace.Gray), c => Assert.True(c == InkColor.Black || c == InkColor.Gray(1000)));
        Assert.All(colours.Where(c => c.Space == ColorSpace.Cmyk), c => Assert.InRange(c.A + c.B + c.C + c.D, 0, 2400));
        var bars = items.OfType<Rule>().Where(rule => rule.Color == InkColor.Black && rule.Area.Height > Length.FromPoints(30)).ToList();
        Assert.Equal(30, bars.Count);
        using var folder = new ScratchFolder();
        var readable = Qpdf.Readable(folder.Write("cover.pdf", SampleCover.Pdf(SampleCover.Maker("Emma").Wrap(SampleCover.Sheet(0.6), "print")!)));
        Assert.DoesNotMatch(RgbOperator(), readable);
    }

    [Theory]
    [InlineData("en-US", true)]
    [InlineData("sv", true)]
    [InlineData("nl", true)]
    [InlineData("fr-FR", false)]
    [InlineData("es", false)]
    [InlineData("it", false)]
    public void The_spine_reads_as_its_market_does(string language, bool down)
    {
        Assert.Equal(down, SpinePanel.ReadsDown(language));
        var turned = SampleCover.Maker("Emma", language: language).Wrap(SampleCover.Sheet(0.6), "print")!.Pages[0].Items.OfType<GlyphRun>().Where(run => run.Turn != QuarterTurn.None).ToList();
        Assert.Contains(turned, run => run.Text == "Emma");
        Assert.All(turned, run => Assert.Equal(down ? QuarterTurn.Down : QuarterTurn.Up, run.Turn));
        Assert.All(turned, run => Assert.InRange(run.X.Points, 5.5 * 72, 6.1 * 72));
    }

    [Fact]
    public void A_spine_that_takes_no_text_has_none() =>
        Assert.DoesNotContain(SampleCover.Maker("Emma").Wrap(SampleCover.Sheet(0.1), "print")!.Pages[0].Items, item => item is GlyphRun { Turn: not QuarterTurn.None });

    [Theory]
    [InlineData("Emma")]
    [InlineData("Stalinist Assassins Must Be Made to Stand Trial!")]
    [InlineData("The Unabridged and Incomprehensibilities-Filled Correspondence of Two Gentlemen of the Older School, With Notes")]
    public void All_text_stays_in_the_safe_area(string title)
    {
        var sheet = SampleCover.Sheet(0.6);
        var front = sheet.TrimWidth + sheet.Spine;
        foreach (var run in SampleCover.Maker(title, new CoverPlan(), "9780306406157").Wrap(sheet, "print")!.Pages[0].Items.OfType<GlyphRun>().Where(run => run.Text.Length > 0))
        {
            if (run.Turn != QuarterTurn.None)
            {
                Assert.InRange(run.X.Points, (sheet.TrimWidth + sheet.SpineClearance).Points, (front - sheet.SpineClearance).Points);
                Assert.InRange(run.Baseline.Points + run.Width.Points, 0, (sheet.TrimHeight - sheet.Safe).Points);
                continue;
            }

            var (left, right) = run.X < sheet.TrimWidth ? (Length.Zero, sheet.TrimWidth) : (front, sheet.Width);
            Assert.True(run.X >= left + sheet.Safe, $"{run.Text} at {run.X}");
            Assert.True(run.X + run.Width <= right - sheet.Safe + run.Size.Scale(2, 10), $"{run.Text} ends at {run.X + run.Width}");
            Assert.InRange(run.Baseline.Points, sheet.Safe.Points, (sheet.TrimHeight - sheet.Safe).Points);
        }
    }

    private static double[] Numbers(string box) => [.. box.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^[\d. ]+ (rg|RG)\b", RegexOptions.Multiline)]
    private static partial Regex RgbOperator();
}
