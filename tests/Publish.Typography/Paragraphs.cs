namespace Publish.Typography;

/// <summary>Finds the paragraphs of running text and measures their lines.</summary>
internal static class Paragraphs
{
    /// <summary>The paragraphs whose lines but the last are justified.</summary>
    public static List<List<PageLine>> Of(PageZones zones)
    {
        var paragraphs = new List<List<PageLine>>();
        PageLine? before = null;
        var goesOn = zones.Pages.Where(zones.GoesOn).Select(p => p.Number).ToHashSet();
        foreach (var line in zones.Pages.SelectMany(p => p.Body))
        {
            var follows = before is not null
                && ((before.Page == line.Page && before.Baseline - line.Baseline > 0.6 * zones.Leading && before.Baseline - line.Baseline < 1.45 * zones.Leading) || (line.Page == before.Page + 1 && goesOn.Contains(line.Page)));
            if (!(follows && zones.AtLeft(line) && zones.AtRight(before!)))
                paragraphs.Add([]);
            paragraphs[^1].Add(line);
            before = line;
        }

        return [.. paragraphs.Where(p => p.Count >= 2 && (zones.AtLeft(p[0]) || zones.AtIndent(p[0])) && p.SkipLast(1).All(zones.AtRight))];
    }

    /// <summary>Measures them.</summary>
    /// <param name="zones">The pages.</param>
    /// <param name="space">The face's space, in ems.</param>
    public static LineFigures Measure(PageZones zones, double space)
    {
        var paragraphs = Of(zones);
        var unit = space * zones.BodySize;
        var lines = paragraphs.SelectMany(p => p.SkipLast(1)).ToList();
        var ratios = lines.Where(l => l.Words.Count >= 4).Select(l => l.Gaps.Average() / unit).ToList();
        var mean = ratios.DefaultIfEmpty().Average();
        var steps = paragraphs.SelectMany(p => p.SkipLast(1).Zip(p.Skip(1).SkipLast(1))).Where(p => p.First.Gaps.Count > 0 && p.Second.Gaps.Count > 0)
            .Select(p => Math.Abs(p.First.Gaps.Average() - p.Second.Gaps.Average()) / unit).DefaultIfEmpty().Average();
        var runs = paragraphs.SelectMany(HyphenRuns).ToList();
        var pairs = paragraphs.SelectMany(p => p.Zip(p.Skip(1), (a, b) => (First: a, Second: b, Last: ReferenceEquals(b, p[^1])))).ToList();
        var ends = paragraphs.Select(p => (Line: p[^1], Before: p[^2])).ToList();
        return new()
        {
            Paragraphs = paragraphs.Count,
            Lines = ratios.Count,
            SpaceMean = mean,
            SpaceDeviation = Math.Sqrt(ratios.Select(r => (r - mean) * (r - mean)).DefaultIfEmpty().Average()),
            Space95 = Quantile(ratios, 0.95),
            SpaceMaximum = ratios.DefaultIfEmpty().Max(),
            Loose = Share(ratios.Count(r => r > 1.5), ratios.Count),
            Tight = Share(ratios.Count(r => r < 0.75), ratios.Count),
            Contrast = steps,
            Hyphens = Share(lines.Count(l => l.EndsInHyphen), lines.Count),
            Ladders = runs.Count(r => r >= 3),
            HyphenPairs = runs.Count(r => r == 2),
            HyphensOverPage = pairs.Count(p => p.First.EndsInHyphen && p.First.Page != p.Second.Page),
            Runts = Share(ends.Count(e => e.Line.Right - zones.Left[e.Line.Side] < 1.5 * zones.Indent), ends.Count),
            Fragments = Share(ends.Count(e => e.Line.Words.Count == 1 && e.Before.EndsInHyphen), ends.Count),
            StacksLeft = 10 * Share(pairs.Count(p => Core(p.First.Words[0]) is { Length: > 2 } a && a == Core(p.Second.Words[0])), lines.Count),
            StacksRight = 10 * Share(pairs.Count(p => !p.Last && Core(p.First.Words[^1]) is { Length: > 2 } a && a == Core(p.Second.Words[^1])), lines.Count),
            Overfull = zones.Pages.SelectMany(p => p.Body).Count(l => zones.AtLeft(l) && l.Right > zones.Right[l.Side] + 7),
            Widows = paragraphs.Count(p => p[^1].Page != p[^2].Page),
            Orphans = paragraphs.Count(p => p[0].Page != p[1].Page),
        };
    }

    private static IEnumerable<int> HyphenRuns(List<PageLine> paragraph)
    {
        var run = 0;
        foreach (var line in paragraph.SkipLast(1))
        {
            if (!line.EndsInHyphen && run > 0)
                yield return run;
            run = line.EndsInHyphen ? run + 1 : 0;
        }

        if (run > 0)
            yield return run;
    }

    private static string Core(string word) => word.Trim([.. word.Where(c => !char.IsLetterOrDigit(c))]).ToLowerInvariant();

    private static double Quantile(List<double> values, double share) => values.Count == 0 ? 0 : values.Order().ElementAt(Math.Min(values.Count - 1, (int)(share * values.Count)));

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
