using System.Diagnostics;
using System.Globalization;
using System.Text;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>What the search costs, counted in steps (blocks put on pages, ends weighed), not in seconds: the same on every machine.</summary>
public class PageSearchEffort
{
    /// <summary>Prose with two notes a page, most paragraphs in two or three ways.</summary>
    private static Geometry Prose(int pages)
    {
        var dice = new Dice(7);
        var text = new StringBuilder("page 36\n");
        var lines = 0;
        var notes = 0;
        for (var b = 0; lines < pages * 30; b++)
        {
            var count = 1 + dice.Roll(13);
            text.Append(CultureInfo.InvariantCulture, $"text b{b} {count}");
            text.Append(dice.Roll(3) > 0 ? string.Create(CultureInfo.InvariantCulture, $" or {count + 1}:{60 + dice.Roll(400)}") : "");
            text.Append(count > 5 && dice.Roll(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $" or {count - 1}:{80 + dice.Roll(600)}") : "");
            for (var line = 1; line <= count && notes < (lines + line) / 15; line++)
            {
                text.Append(CultureInfo.InvariantCulture, $" note {line}:{1 + dice.Roll(4)}");
                notes++;
            }

            lines += count;
            text.Append('\n');
        }

        return Geometry.Parse(text.ToString());
    }

    [Fact]
    public void The_search_is_linear_in_pages_up_to_1500_pages_with_3000_notes()
    {
        var small = Prose(150);
        var few = small.Find();
        var large = Prose(1500);
        var many = large.Find();
        Assert.InRange(many.Pages.Length, 1400, 1700);
        Assert.InRange(large.List.Notes.Length, 2900, 3000);
        Assert.InRange(many.Steps / (double)many.Pages.Length, 0, 1.25 * few.Steps / few.Pages.Length);
    }

    [Fact]
    public void The_search_takes_few_times_the_steps_of_greedy_pages()
    {
        var prose = Prose(300);
        var best = prose.Find();
        var greedy = PageSearch.FindGreedy(prose.List, prose.Frame, prose.Costs);
        Assert.InRange(best.Steps, 0, 4 * greedy.Steps);
        Assert.False(best.Relaxed);
        Assert.InRange(best.Cost, 0, greedy.Cost / 10);
    }

    /// <summary>A benchmark, only run when asked for (in Release: <c>-explicit only -class '*PageSearchEffort'</c>): milliseconds for whole lists, best of ten.</summary>
    [Theory(Explicit = true)]
    [InlineData(150)]
    [InlineData(500)]
    [InlineData(1500)]
    public void Time_of_the_search_beside_greedy_pages(int pages)
    {
        var prose = Prose(pages);
        var list = prose.List;
        double Least(Func<VerticalList, PageFrame, Publish.Styles.Pages.PageCosts, PageResult> find)
        {
            var least = double.MaxValue;
            for (var i = 0; i < 10; i++)
            {
                var start = Stopwatch.GetTimestamp();
                _ = find(list, prose.Frame, prose.Costs);
                least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return least;
        }

        var greedy = Least(PageSearch.FindGreedy);
        var best = Least(PageSearch.Find);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{pages} pages, {list.Notes.Length} notes: greedy {greedy:0.0} ms, optimal {best:0.0} ms, {best / greedy:0.0} times"));
    }
}
