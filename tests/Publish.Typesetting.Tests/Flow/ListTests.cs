using Publish.Document;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Lists at the foot and the head of a page.</summary>
public class ListTests
{
    [Fact]
    public void A_list_is_not_parted_after_its_first_line_nor_before_its_last()
    {
        // The list comes to stand on every line about the foot of the page.
        var first = SmallBook.LinesOfFirstPage();
        var parted = 0;
        for (var lines = first - 9; lines < first + 2; lines++)
        {
            var book = new SmallBook();
            var list = book.Numbered(new ItemList(ListMarker.Decimal, 1, true, [.. Enumerable.Range(1, 6).Select(i => book.Numbered(new ListItem([book.Paragraph($"item{i}")])))]));
            var pages = book.Chapter("One", [.. Enumerable.Range(0, lines).Select(_ => book.Paragraph("Line.")), list, .. Enumerable.Range(0, 9).Select(_ => book.Paragraph("Line."))]).Set().Pages.Pages;
            int PageOf(int item) => pages.Single(p => SmallBook.RunsOf(p, $"item{item}").Any()).Index;
            Assert.Equal(PageOf(1), PageOf(2));
            Assert.Equal(PageOf(5), PageOf(6));
            parted += PageOf(1) == PageOf(6) ? 0 : 1;
        }

        Assert.True(parted > 0, "in its middle it may be parted");
    }

    [Fact]
    public void A_list_of_three_lines_stays_whole_or_the_build_says_so()
    {
        var first = SmallBook.LinesOfFirstPage();
        var whole = 0;
        for (var lines = first - 5; lines < first + 2; lines++)
        {
            var book = new SmallBook();
            var list = book.Numbered(new ItemList(ListMarker.Bullet, 1, true, [.. Enumerable.Range(1, 3).Select(i => book.Numbered(new ListItem([book.Paragraph($"item{i}")])))]));
            var result = book.Chapter("One", [.. Enumerable.Range(0, lines).Select(_ => book.Paragraph("Line.")), list, .. Enumerable.Range(0, 9).Select(_ => book.Paragraph("Line."))]).Set();
            if (result.Pages.Pages.Count(p => Enumerable.Range(1, 3).Any(i => SmallBook.RunsOf(p, $"item{i}").Any())) == 1)
            {
                whole++;
                continue;
            }

            Assert.Contains(result.Diagnostics, d => d.Code is "TYP101" or "TYP102");
        }

        Assert.True(whole >= 6, "with a page a line longer or shorter nearly all stay whole");
    }
}
