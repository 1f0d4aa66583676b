using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>What the search costs, counted in steps (blocks put on pages, ends weighed), not in seconds: the same on every machine.</summary>
public class PageSearchEffort
{
    [Fact]
    public void The_search_is_linear_in_pages_up_to_1500_pages_with_3000_notes()
    {
        var small = MadeProse.Of(150);
        var few = small.Find();
        var large = MadeProse.Of(1500);
        var many = large.Find();
        Assert.InRange(many.Pages.Length, 1400, 1700);
        Assert.InRange(large.List.Notes.Length, 2900, 3000);
        Assert.InRange(many.Steps / (double)many.Pages.Length, 0, 1.25 * few.Steps / few.Pages.Length);
    }

    [Fact]
    public void The_search_takes_few_times_the_steps_of_greedy_pages()
    {
        var prose = MadeProse.Of(300);
        var best = prose.Find();
        var greedy = PageSearch.FindGreedy(prose.List, prose.Frame, prose.Costs);
        Assert.InRange(best.Steps, 0, 4 * greedy.Steps);
        Assert.False(best.Relaxed);
        Assert.InRange(best.Cost, 0, greedy.Cost / 10);
    }
}
