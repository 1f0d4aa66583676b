using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Tests.Lines;

/// <summary>What the house's prices choose where a compositor would have to choose, on a measure of 300 pt.</summary>
public class FitPricesTests
{
    private static readonly ParagraphShape Shape = new(Length.FromPoints(300), Length.Zero);
    private static readonly FitSettings Settings = FitPrices.For(Length.FromPoints(10), Length.Zero, TextAlignment.Justify, 0);

    [Theory]
    [InlineData(23, false, false, "whole")]
    [InlineData(26, false, false, "divided")]
    [InlineData(32, false, true, "whole")]
    [InlineData(26, true, false, "whole")]
    public void A_line_with_no_full_line_beside_it_is_divided_rather_than_narrowed_by_more_than_a_quarter(int hundredths, bool longer, bool name, string expected)
    {
        // The first line, its spaces 30 pt, takes its last word whole if they are narrowed by so many hundredths; a part of the word and a hyphen fill it as they are.
        var list = new BreakList();
        list.Begin(0);
        var sum = 300 + (0.3 * hundredths);
        Add(list, 297, 30, 297, 30, Settings.Hyphen + (name ? Settings.Name : 0), BreakFlags.Hyphen | BreakFlags.Inserted);
        Add(list, sum, 30, sum + 2.5, 32.5, 0, BreakFlags.None);
        var spaces = 32.5;
        if (longer)
        {
            // A second line that takes the rest of the word or leaves it.
            sum += 302.5;
            spaces += 100;
            Add(list, sum, spaces, sum + 2.5, spaces + 2.5, 0, BreakFlags.None);
            sum += 2.5;
            spaces += 2.5;
        }

        Add(list, sum + 150, spaces + 20, 0, 0, 0, BreakFlags.Forced | BreakFlags.Final);
        Assert.Equal(expected, FirstEnd(list) == 1 ? "divided" : "whole");
    }

    [Theory]
    [InlineData(850, 20, "whole")]
    [InlineData(850, 60, "divided")]
    [InlineData(990, 20, "divided")]
    public void A_line_is_opened_to_nearly_twice_its_spaces_before_the_rest_of_a_word_stands_alone(int thousandths, double rest, string expected)
    {
        // The first line, its spaces 25 pt, ends before its last word if they are widened by so many thousandths; with a part of the word it is full, and the rest of it stands alone.
        var list = new BreakList();
        list.Begin(0);
        var sum = 300 - (0.025 * thousandths);
        Add(list, sum, 25, sum + 2.5, 27.5, 0, BreakFlags.None);
        Add(list, 297, 27.5, 297, 27.5, Settings.Hyphen, BreakFlags.Hyphen | BreakFlags.Inserted);
        Add(list, 297 + rest, 27.5, 0, 0, 0, BreakFlags.Forced | BreakFlags.Final);
        Assert.Equal(expected, FirstEnd(list) == 1 ? "whole" : "divided");
    }

    private static int FirstEnd(BreakList list)
    {
        var results = new List<FittedLines>();
        return results[new TotalFit().Break(list, Settings, Shape, results)].Ends.Span[0];
    }

    private static void Add(BreakList list, double end, double endSpace, double start, double startSpace, int price, BreakFlags flags) =>
        list.Add(Points(end), Points(endSpace), Points(start), Points(startSpace), (flags & BreakFlags.Inserted) != 0 ? Points(3) : 0, 0, 0, price, flags, 10 * list.Count, 10 * list.Count, 0);

    private static long Points(double points) => Length.FromPoints(points).Scaled;
}
