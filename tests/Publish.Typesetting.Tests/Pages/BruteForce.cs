using PageCosts = Publish.Styles.Pages.PageCosts;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>
/// The cost of the best pages found the slow way: every choice of variants and every sequence of page breaks of a list without notes, figures and white,
/// each judged by the table of costs as it is written in words. Shares nothing with the search but the table.
/// </summary>
internal static class BruteForce
{
    /// <summary>A paragraph: the numbers of lines it can be set in with what each costs, and the line that ends in a hyphen, however it is set; 0 for none.</summary>
    public sealed record Paragraph((int Lines, int Cost)[] Ways, int Hyphen = 0);

    /// <summary>The least cost; null where the rules can't be kept.</summary>
    public static long? Best(IReadOnlyList<Paragraph> paragraphs, int height, PageCosts costs)
    {
        long? best = null;
        Choose(paragraphs, 0, [], 0, (lines, cost) =>
        {
            if (Break(lines, paragraphs, 0, 0, null, height, costs, new Dictionary<(int, int, int?), long?>()) is { } pages && (best is null || pages + cost < best))
            {
                best = pages + cost;
            }
        });
        return best;
    }

    private static void Choose(IReadOnlyList<Paragraph> paragraphs, int index, List<int> lines, long cost, Action<List<int>, long> found)
    {
        if (index == paragraphs.Count)
        {
            found(lines, cost);
            return;
        }

        foreach (var (count, price) in paragraphs[index].Ways)
        {
            lines.Add(count);
            Choose(paragraphs, index + 1, lines, cost + price, found);
            lines.RemoveAt(lines.Count - 1);
        }
    }

    /// <summary>Breaks text whose paragraphs have these numbers of lines, from a line on; page 0 is a recto.</summary>
    private static long? Break(List<int> lines, IReadOnlyList<Paragraph> paragraphs, int from, int page, int? facing, int height, PageCosts costs, Dictionary<(int, int, int?), long?> known)
    {
        if (known.TryGetValue((from, page, facing), out var answer))
        {
            return answer;
        }

        var total = lines.Sum();
        long? best = null;
        for (var count = 1; count <= height + 1 && from + count <= total; count++)
        {
            var end = from + count;
            var last = end == total;
            var delta = count - height;
            long cost;
            long? rest;
            if (last)
            {
                cost = (delta > 0 ? costs.Delta : 0) + (page > 0 && count < costs.ShortLastLines ? costs.ShortLast : 0);
                cost += facing is { } f ? costs.Uneven * Math.Max(0, Math.Max(delta, -1) - f) : 0;
                rest = 0;
            }
            else if (delta < -1 || !Legal(lines, end) || (page % 2 == 0 && EndsInHyphen(lines, paragraphs, end)))
            {
                continue;
            }
            else
            {
                cost = (delta == 0 ? 0 : costs.Delta) + (EndsInHyphen(lines, paragraphs, end) ? costs.HyphenAcross : 0);
                cost += facing is { } f ? costs.Uneven * Math.Abs(delta - f) : 0;
                rest = Break(lines, paragraphs, end, page + 1, page % 2 == 1 ? delta : null, height, costs, known);
            }

            if (rest is { } r && (best is null || cost + r < best))
            {
                best = cost + r;
            }
        }

        known[(from, page, facing)] = best;
        return best;
    }

    private static bool Legal(List<int> lines, int place)
    {
        foreach (var count in lines)
        {
            if (place <= count)
            {
                return place == count || (place >= 2 && count - place >= 2);
            }

            place -= count;
        }

        return true;
    }

    private static bool EndsInHyphen(List<int> lines, IReadOnlyList<Paragraph> paragraphs, int place)
    {
        for (var p = 0; p < lines.Count; p++)
        {
            if (place <= lines[p])
            {
                return place < lines[p] && place == paragraphs[p].Hyphen;
            }

            place -= lines[p];
        }

        return false;
    }
}
