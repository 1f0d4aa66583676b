using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Tests.Lines;

public class TotalFitTests
{
    private static readonly Length Size = Length.FromPoints(10);

    [Fact]
    public void What_is_looser_than_the_tolerance_is_known_without_dividing()
    {
        var chance = new Chance(23);
        var settings = FitPrices.For(Size, Length.FromPoints(12), TextAlignment.Justify, 200);
        var looser = 0;
        for (var trial = 0; trial < 100_000; trial++)
        {
            var space = (long)chance.Below(40 * 65536);
            var natural = (200 * 65536L) + chance.Below(100 * 65536);

            // Every other one as loose as the tolerance, to a scaled point or two.
            var give = (natural - space) * settings.Expansion / 10_000;
            var measure = trial % 2 == 0 ? natural + give + (space * (settings.Tolerance + 1) / 1000) - 1 + chance.Below(3) : 300 * 65536L;
            var expected = LineFit.Looseness(settings, natural, space, measure) > settings.Tolerance;
            Assert.Equal(expected, LineFit.IsLooser(settings, natural, space, measure));
            looser += expected ? 1 : 0;
        }

        Assert.InRange(looser, 20_000, 80_000);
    }

    [Theory]
    [InlineData(TextAlignment.Justify)]
    [InlineData(TextAlignment.Left)]
    [InlineData(TextAlignment.Center)]
    public void Agrees_with_a_search_through_all_sets_of_breaks(TextAlignment alignment)
    {
        var chance = new Chance(17 + (ulong)alignment);
        var fit = new TotalFit();
        var settings = FitPrices.For(Size, Length.FromPoints(12), alignment, 200);
        var results = new List<FittedLines>();
        var several = 0;
        var emergencies = 0;
        for (var trial = 0; trial < 1000; trial++)
        {
            var list = RandomParagraph(chance, 4 + chance.Below(7));
            var shape = RandomShape(chance);
            var expected = new BruteForce(list, settings, shape).Run();
            var best = fit.Break(list, settings, shape, results);

            Assert.Equal(expected.Min(e => e.Value), results[best].Cost);
            foreach (var result in results)
            {
                Assert.Equal(result.LineCount, result.Ends.Length);
                Assert.Equal(list.Count - 1, result.Ends.Span[^1]);
                Assert.Equal(expected[result.LineCount], result.Cost);
                Assert.Equal(result.Cost, result.Costs.ToArray().Sum());
            }

            if (results[best].Cost >= FitSettings.Emergency)
            {
                emergencies++;
                continue;
            }

            // Every number of lines near the best that can be had within the tolerance is offered.
            var wanted = expected.Where(e => e.Value < FitSettings.Emergency && Math.Abs(e.Key - results[best].LineCount) <= 1).Select(e => e.Key);
            Assert.Equal(wanted.Order(), results.Select(r => r.LineCount));
            several += results.Count > 1 ? 1 : 0;
        }

        Assert.True(several > 20, $"{several}");
        if (alignment == TextAlignment.Justify)
            Assert.True(emergencies is > 20 and < 900, $"{emergencies}");
    }

    [Fact]
    public void One_more_place_to_break_never_makes_a_paragraph_dearer()
    {
        var chance = new Chance(5);
        var fit = new TotalFit();
        var settings = FitPrices.For(Size, Length.Zero, TextAlignment.Justify, 200);
        var results = new List<FittedLines>();
        for (var trial = 0; trial < 1000; trial++)
        {
            var list = RandomParagraph(chance, 60);
            var shape = RandomShape(chance);
            var all = results[fit.Break(list, settings, shape, results)].Cost;
            var fewer = Without(list, 1 + chance.Below(list.Count - 2));
            var least = results[fit.Break(fewer, settings, shape, results)].Cost;
            Assert.True(all <= least, $"trial {trial}: {all} with, {least} without");
        }
    }

    [Fact]
    public void Long_paragraphs_lose_nothing_by_forgetting_ways_with_far_off_numbers_of_lines()
    {
        var chance = new Chance(23);
        var fit = new TotalFit();
        var settings = FitPrices.For(Size, Length.Zero, TextAlignment.Justify, 200);
        var results = new List<FittedLines>();
        for (var trial = 0; trial < 20; trial++)
        {
            var list = RandomParagraph(chance, 1500);
            var shape = new ParagraphShape(Length.FromPoints(trial < 10 ? 400 : 200), Length.Zero);
            var best = fit.Break(list, settings, shape, results);
            Assert.Equal(new BruteForce(list, settings, shape).Least(), results[best].Cost);
        }
    }

    /// <summary>Words of one to nine letters, some with a hyphen, some forced ends.</summary>
    private static BreakList RandomParagraph(Chance chance, int words)
    {
        var list = new BreakList();
        list.Begin(chance.Below(3) == 0 ? Points(1) : 0);
        long sum = 0;
        long space = 0;
        for (var word = 0; word < words; word++)
        {
            var width = Points(4) + (chance.Below(40) * Points(1));
            var offset = word * 10;
            if (chance.Below(3) == 0)
            {
                var part = width * (20 + chance.Below(60)) / 100;
                list.Add(sum + part, space, sum + part, space, Points(3), Points(2), 0, 900, BreakFlags.Hyphen | BreakFlags.Inserted, offset + 4, offset + 4, word);
            }

            sum += width;
            var gap = Points(2.5);
            if (word == words - 1)
                list.Add(sum, space, sum, space, 0, 0, 0, 0, BreakFlags.Forced | BreakFlags.Final, offset + 9, offset + 9, word + 1);
            else
                list.Add(sum, space, sum + gap, space + gap, 0, chance.Below(4) == 0 ? Points(1.5) : 0, chance.Below(5) == 0 ? Points(2) : 0, 0, chance.Below(40) == 0 ? BreakFlags.Forced : BreakFlags.None, offset + 9, offset + 10, word + 1);
            sum += gap;
            space += gap;
        }

        return list;
    }

    private static ParagraphShape RandomShape(Chance chance) =>
        new(Length.FromPoints(60 + chance.Below(160)), Length.FromPoints(chance.Below(2) * 12))
        {
            LeadLines = chance.Below(5) == 0 ? 2 : 0,
            LeadIndent = Length.FromPoints(20),
        };

    private static BreakList Without(BreakList list, int place)
    {
        if ((list.Flags[place] & BreakFlags.Forced) != 0)
            return list;
        var result = new BreakList();
        result.Begin(list.Start[0]);
        for (var i = 1; i < list.Count; i++)
        {
            if (i == place)
                continue;
            // Start holds what hangs at the left, End what hangs at the right and the hyphen.
            result.Add(list.Base[i], list.EndSpace[i], list.Start[i], list.StartSpace[i], list.End[i] - list.Base[i], 0, 0, list.Cost[i], list.Flags[i], list.Offset[i], list.Next[i], list.Words[i]);
        }

        return result;
    }

    private static long Points(double points) => Length.FromPoints(points).Scaled;
}
