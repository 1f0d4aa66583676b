using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Tests.Lines;

/// <summary>
/// What a paragraph costs, by the plain definition of the prices: for each number of lines the least over all sets of breaks. Written from the definition, without
/// sums of classes or nodes.
/// </summary>
internal sealed class BruteForce(BreakList list, FitSettings settings, ParagraphShape shape)
{
    private readonly Dictionary<int, long> byLines = [];
    private readonly bool fewLines = list.End[list.Count - 1] - list.Start[0] <= ((2 * shape.Measure) - shape.IndentOf(0) - shape.IndentOf(1)).Scaled;
    private bool emergency;

    /// <summary>Cost by number of lines.</summary>
    public Dictionary<int, long> Run()
    {
        Try(0, 0, 0, null, 0);
        if (byLines.Count == 0)
        {
            emergency = true;
            Try(0, 0, 0, null, 0);
        }

        return byLines;
    }

    /// <summary>The least cost of all, by a plain recursion with memory: for long paragraphs.</summary>
    public long Least()
    {
        var memory = new Dictionary<(int, int, int, bool), long>();
        var all = From(0, 0, -1, true);
        if (all >= long.MaxValue / 4)
        {
            emergency = true;
            memory.Clear();
            all = From(0, 0, -1, true);
        }

        return all;

        long From(int place, int run, int before, bool firstLine)
        {
            if (place == list.Count - 1)
                return 0;
            if (memory.TryGetValue((place, run, before, firstLine), out var known))
                return known;
            var least = long.MaxValue / 4;
            for (var end = place + 1; end < list.Count && end < place + 80; end++)
            {
                if (Line(place, end, firstLine ? 0 : 9) is { } line)
                {
                    var (cost, nextRun) = Neighbours(line.Cost, end, run, before, line.Class);
                    least = Math.Min(least, cost + From(end, nextRun, line.Class, false));
                }

                if ((list.Flags[end] & BreakFlags.Forced) != 0)
                    break;
            }

            memory[(place, run, before, firstLine)] = least;
            return least;
        }
    }

    private void Try(int place, int line, int run, int? before, long cost)
    {
        if (place == list.Count - 1)
        {
            if (!byLines.TryGetValue(line, out var known) || cost < known)
                byLines[line] = cost;
            return;
        }

        for (var end = place + 1; end < list.Count; end++)
        {
            if (Line(place, end, line) is { } found)
            {
                var (total, nextRun) = Neighbours(found.Cost, end, run, before ?? -1, found.Class);
                Try(end, line + 1, nextRun, found.Class, cost + total);
            }

            if ((list.Flags[end] & BreakFlags.Forced) != 0)
                break;
        }
    }

    private (long Cost, int Run) Neighbours(long cost, int end, int run, int before, int @class)
    {
        if (before >= 0)
            cost += settings.Contrast[Math.Abs(before - @class)];
        if ((list.Flags[end] & BreakFlags.Hyphen) == 0)
            return (cost, 0);
        if (run > 0)
            cost += settings.ConsecutiveHyphens;
        if (run > 1)
            cost += settings.Ladder;
        return (cost, Math.Min(run + 1, 2));
    }

    private (long Cost, int Class)? Line(int place, int end, int line)
    {
        var measure = (shape.Measure - shape.IndentOf(line)).Scaled;
        var width = list.End[end] - list.Start[place];
        var space = list.EndSpace[end] - list.StartSpace[place];
        var forced = (list.Flags[end] & BreakFlags.Forced) != 0;
        var extra = 0L;
        int looseness;
        if (width > measure)
        {
            looseness = settings.Justified ? LineFit.Looseness(settings, width, space, measure) : LineFit.TooTight;
            if (looseness == LineFit.TooTight)
            {
                if (!emergency || end != place + 1)
                    return null;
                looseness = forced || !settings.Justified ? 0 : -settings.ShrinkLimit;
                extra = FitSettings.Overfull + width - measure;
            }
        }
        else if (forced && (settings.Justified || !settings.BalanceLast))
        {
            looseness = 0;
            if (end == list.Count - 1)
            {
                var divided = (list.Flags[place] & BreakFlags.Hyphen) != 0;
                if (place > 0 && (width < settings.RuntWidth || (divided && space == 0)))
                    extra += settings.Runt;
                if (divided)
                    extra += settings.FinalHyphen;
                if ((list.Flags[place] & BreakFlags.Inserted) != 0 && space == 0)
                    extra += Math.Max(0, settings.Fragment * (settings.FragmentWidth - width) / settings.FragmentWidth);
                if (measure > width && measure - width < settings.NearlyFull)
                    extra += settings.NearlyFullCost;
            }
        }
        else
        {
            looseness = settings.Justified ? LineFit.Looseness(settings, width, space, measure) : LineFit.Raggedness(settings, width, measure);
            if (looseness > settings.Tolerance && !(forced && !settings.Justified))
            {
                if (!emergency)
                    return null;
                extra = FitSettings.Emergency;
            }
        }

        if (settings.Justified && !forced && fewLines && looseness < -settings.LoneTightness && extra < FitSettings.Overfull)
            extra += settings.LoneTight;
        return (settings.Costs[looseness + FitSettings.Zero] + extra + list.Cost[end], settings.Classes[looseness + FitSettings.Zero]);
    }
}
