using Publish.Document;
using Publish.Epub.Covers;
using Publish.Fonts;

namespace Publish.Epub.Tests;

public sealed class CoverTests
{
    private static readonly FontLibrary Fonts = FontLibrary.Load(new RepositoryAssets(), []);

    [Theory]
    [InlineData("Emma")]
    [InlineData("Stalinist Assassins Must Be Made to Stand Trial!")]
    [InlineData("The Unabridged and Incomprehensibilities-Filled Correspondence of Two Gentlemen of the Older School, With Notes")]
    public void TheCoverIsAJpegOfTheRightSizeAndAlwaysTheSame(string title)
    {
        var metadata = new Metadata("x", title, "en") { Contributors = [new Contributor("Natalia Sedova Trotsky", "Sedova Trotsky, Natalia", "aut")], Publisher = "The House", Subtitle = "A Statement" };
        var first = CoverPainter.Paint(metadata, Fonts, "EB Garamond")!;
        Assert.Equal(first, CoverPainter.Paint(metadata, Fonts, "EB Garamond"));
        Assert.Equal((1600, 2560), Size(first));
        Assert.InRange(first.Length, 20_000, 2_000_000);
    }

    [Fact]
    public void WithoutTheFamilyThereIsNoCover() => Assert.Null(CoverPainter.Paint(new Metadata("x", "T", "en"), Fonts, "No Such Face"));

    [Fact]
    public void TheDrawingHasNoTextThatAFontWouldBeNeededFor()
    {
        var svg = CoverPainter.Draw(new Metadata("x", "Title", "en"), Fonts, "EB Garamond")!;
        Assert.DoesNotContain("<text", svg, StringComparison.Ordinal);
        Assert.Contains("<path", svg, StringComparison.Ordinal);
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
