namespace Publish.Typesetting.Lines;

/// <summary>
/// Finds the cheapest way to end lines at given places, for each number of lines: D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (Software: Practice and
/// Experience 11, 1981), as a search over places × number of lines × class of the line × hyphens running. Reused from paragraph to paragraph; one thread at a time.
/// </summary>
internal sealed class TotalFit
{
    /// <summary>Classes of looseness that are told apart for contrast.</summary>
    public const int Classes = 6;

    // The cost of what no line leads to.
    private const long Unreached = long.MaxValue / 4;

    // How far the number of lines up to a place may be from the number that is cheapest there.
    private const int LineWindow = 3;

    // A node is a way to reach a place with so many lines and so many hyphens running; it has a cost for each class of its last line.
    private long[] cost = new long[1024 * Classes];
    private int[] origin = new int[1024 * Classes]; // node · Classes + class of the line before
    private long[] best = new long[1024 * Classes]; // cost of going on with a line of a class, contrast included
    private byte[] bestFrom = new byte[1024 * Classes];
    private int[] nodePlace = new int[1024];
    private int[] nodeLine = new int[1024];
    private byte[] nodeRun = new byte[1024];
    private int nodes;

    // A start is a place from which lines are still tried, with the nodes there that have the same measure.
    private long[] startSum = new long[256];
    private long[] startSpace = new long[256];
    private long[] startMeasure = new long[256];
    private int[] startPlace = new int[256];
    private int[] startNode = new int[256];
    private int[] startEnd = new int[256];
    private int first;
    private int starts;

    // The lines of the ways found.
    private int[] tracedEnds = new int[256];
    private long[] tracedCosts = new long[256];
    private int traced;

    private BreakList list = null!;
    private FitSettings settings = null!;
    private ParagraphShape shape;
    private bool emergency;
    private int loneTightness; // looseness below which a line counts as tight with none beside it

    /// <summary>
    /// Breaks a paragraph. Prefers lines within the tolerance; if there is no way with such lines only, others are taken at a prohibitive price.
    /// </summary>
    /// <param name="places">Where lines may end; the last is forced.</param>
    /// <param name="fit">Prices and limits.</param>
    /// <param name="paragraph">The measure.</param>
    /// <param name="results">Receives the ways found, fewest lines first: the cheapest and, within the tolerance, those of one line less and one more.</param>
    /// <returns>Index of the cheapest.</returns>
    public int Break(BreakList places, FitSettings fit, in ParagraphShape paragraph, List<FittedLines> results)
    {
        list = places;
        settings = fit;
        shape = paragraph;
        emergency = false;
        loneTightness = places.End[places.Count - 1] - places.Start[0] <= Measure(0) + Measure(1) ? -fit.LoneTightness : int.MinValue;
        results.Clear();
        traced = 0;
        if (!Search())
        {
            emergency = true;
            Search();
        }

        return Collect(results);
    }

    private bool Search()
    {
        nodes = 0;
        first = 0;
        starts = 0;
        AddFirstNode();
        var count = list.Count;
        for (var place = 1; place < count; place++)
        {
            var firstNew = nodes;
            Reach(place);
            if (nodes > firstNew)
                Finish(place, firstNew);
            if ((list.Flags[place] & BreakFlags.Forced) != 0)
                DropStartsBefore(place, firstNew);
            if (first == starts)
                return false;
        }

        return true;
    }

    private void AddFirstNode()
    {
        nodePlace[0] = 0;
        nodeLine[0] = 0;
        nodeRun[0] = 0;
        nodes = 1;
        cost.AsSpan(0, Classes).Clear();
        best.AsSpan(0, Classes).Clear();
        bestFrom.AsSpan(0, Classes).Clear();
        AddStart(0, 0, 1, Measure(0));
    }

    private long Measure(int line) => (shape.Measure - shape.IndentOf(line)).Scaled;

    private void AddStart(int place, int node, int end, long measure)
    {
        if (starts == startSum.Length)
        {
            if (first > starts / 2)
            {
                CompactStarts();
            }
            else
            {
                var size = starts * 2;
                Array.Resize(ref startSum, size);
                Array.Resize(ref startSpace, size);
                Array.Resize(ref startMeasure, size);
                Array.Resize(ref startPlace, size);
                Array.Resize(ref startNode, size);
                Array.Resize(ref startEnd, size);
            }
        }

        startSum[starts] = list.Start[place];
        startSpace[starts] = list.StartSpace[place];
        startMeasure[starts] = measure;
        startPlace[starts] = place;
        startNode[starts] = node;
        startEnd[starts] = end;
        starts++;
    }

    private void CompactStarts()
    {
        var rest = starts - first;
        Array.Copy(startSum, first, startSum, 0, rest);
        Array.Copy(startSpace, first, startSpace, 0, rest);
        Array.Copy(startMeasure, first, startMeasure, 0, rest);
        Array.Copy(startPlace, first, startPlace, 0, rest);
        Array.Copy(startNode, first, startNode, 0, rest);
        Array.Copy(startEnd, first, startEnd, 0, rest);
        first = 0;
        starts = rest;
    }

    private void DropStartsBefore(int place, int firstNew)
    {
        while (first < starts && (startPlace[first] < place || startNode[first] < firstNew))
            first++;
    }

    /// <summary>Tries the lines that end at a place.</summary>
    private void Reach(int place)
    {
        unchecked
        {
            var firstNew = nodes;
            var end = list.End[place];
            var endSpace = list.EndSpace[place];
            var flags = list.Flags[place];
            var natural = !settings.Justified || (flags & BreakFlags.Forced) != 0;
            var leastEnd = list.Base[place] - list.MaximumRightHang;
            for (var s = first; s < starts; s++)
            {
                var width = end - startSum[s];
                var space = endSpace - startSpace[s];
                var measure = startMeasure[s];
                if (natural)
                {
                    if (NaturalLine(s, place, width, space, measure, firstNew))
                        continue;
                    break;
                }

                // As far as lines are too loose no division is needed.
                if (!emergency && LineFit.IsLooser(settings, width, space, measure))
                {
                    if (LineFit.IsLooser(settings, width + list.MaximumLeftHang, space, measure))
                        break;
                    continue;
                }

                var looseness = LineFit.Looseness(settings, width, space, measure);
                if (looseness == LineFit.TooTight)
                {
                    if (emergency && startPlace[s] == place - 1)
                        Relax(s, place, -settings.ShrinkLimit, FitSettings.Overfull + (width - measure), firstNew);
                    if (s == first && LineFit.Looseness(settings, leastEnd - startSum[s], space, measure) == LineFit.TooTight)
                        first++;
                    continue;
                }

                var extra = looseness > settings.Tolerance ? FitSettings.Emergency : looseness < loneTightness ? settings.LoneTight : 0L;
                Relax(s, place, looseness, extra, firstNew);
            }
        }
    }

    /// <summary>A line that isn't justified: of a ragged setting, or before a forced break. False where no later start can do better.</summary>
    private bool NaturalLine(int s, int place, long width, long space, long measure, int firstNew)
    {
        unchecked
        {
            var flags = list.Flags[place];
            var lack = measure - width;
            var forced = (flags & BreakFlags.Forced) != 0;
            if (lack < 0)
            {
                // A last line may be a little too long if its spaces can give way.
                var tight = settings.Justified ? LineFit.Looseness(settings, width, space, measure) : LineFit.TooTight;
                if (tight != LineFit.TooTight)
                    Relax(s, place, tight, 0, firstNew);
                else if (emergency && startPlace[s] == place - 1)
                    Relax(s, place, 0, FitSettings.Overfull - lack, firstNew);
                if (tight == LineFit.TooTight && s == first && list.Base[place] - list.MaximumRightHang - startSum[s] > measure)
                    first++;
                return true;
            }

            if (forced && !(settings.BalanceLast && !settings.Justified))
            {
                var extra = 0L;
                if ((flags & BreakFlags.Final) != 0)
                {
                    // Only where there is a line before it.
                    if (startPlace[s] > 0)
                    {
                        var divided = (list.Flags[startPlace[s]] & BreakFlags.Hyphen) != 0;
                        if (width < settings.RuntWidth || (divided && space == 0))
                            extra = settings.Runt;
                        if (divided)
                            extra += settings.FinalHyphen;
                        if (space == 0 && width < settings.FragmentWidth && (list.Flags[startPlace[s]] & BreakFlags.Inserted) != 0)
                            extra += settings.Fragment * (settings.FragmentWidth - width) / settings.FragmentWidth;
                    }

                    if (lack > 0 && lack < settings.NearlyFull)
                        extra += settings.NearlyFullCost;
                }

                Relax(s, place, 0, extra, firstNew);
                return true;
            }

            var looseness = LineFit.Raggedness(settings, width, measure);
            if (looseness > settings.Tolerance && !forced)
            {
                if (!emergency)
                    return LineFit.Raggedness(settings, width + list.MaximumLeftHang, measure) <= settings.Tolerance;
                Relax(s, place, looseness, FitSettings.Emergency, firstNew);
                return true;
            }

            Relax(s, place, looseness, 0, firstNew);
            return true;
        }
    }

    /// <summary>Goes on from all nodes of a start with one line.</summary>
    private void Relax(int s, int place, int looseness, long extra, int firstNew)
    {
        unchecked
        {
            var index = looseness + FitSettings.Zero;
            var price = settings.Costs[index] + extra + list.Cost[place];
            int @class = settings.Classes[index];
            var hyphen = (list.Flags[place] & BreakFlags.Hyphen) != 0;
            var end = startEnd[s];
            for (var node = startNode[s]; node < end; node++)
            {
                var total = best[(node * Classes) + @class] + price;
                byte run = 0;
                if (hyphen)
                {
                    var before = nodeRun[node];
                    run = 1;
                    if (before > 0)
                    {
                        total += before > 1 ? settings.ConsecutiveHyphens + settings.Ladder : settings.ConsecutiveHyphens;
                        run = 2;
                    }
                }

                var target = Target(place, nodeLine[node] + 1, run, firstNew);
                var at = (target * Classes) + @class;
                if (total < cost[at])
                {
                    cost[at] = total;
                    origin[at] = (node * Classes) + bestFrom[(node * Classes) + @class];
                }
            }
        }
    }

    private int Target(int place, int line, byte run, int firstNew)
    {
        for (var node = firstNew; node < nodes; node++)
        {
            if (nodeLine[node] == line && nodeRun[node] == run)
                return node;
        }

        if (nodes == nodePlace.Length)
            GrowNodes();
        nodePlace[nodes] = place;
        nodeLine[nodes] = line;
        nodeRun[nodes] = run;
        cost.AsSpan(nodes * Classes, Classes).Fill(Unreached);
        return nodes++;
    }

    private void GrowNodes()
    {
        var size = nodePlace.Length * 2;
        Array.Resize(ref nodePlace, size);
        Array.Resize(ref nodeLine, size);
        Array.Resize(ref nodeRun, size);
        Array.Resize(ref cost, size * Classes);
        Array.Resize(ref origin, size * Classes);
        Array.Resize(ref best, size * Classes);
        Array.Resize(ref bestFrom, size * Classes);
    }

    /// <summary>Makes starts of the nodes found at a place.</summary>
    private void Finish(int place, int firstNew)
    {
        SortNodes(firstNew);
        if ((list.Flags[place] & BreakFlags.Final) == 0)
            DropFarNodes(firstNew);
        unchecked
        {
            ReadOnlySpan<int> contrast = settings.Contrast.AsSpan(0, Classes);
            for (var node = firstNew; node < nodes; node++)
            {
                var at = node * Classes;
                var costs = cost.AsSpan(at, Classes);
                var bests = best.AsSpan(at, Classes);
                var froms = bestFrom.AsSpan(at, Classes);
                bests.Fill(long.MaxValue);

                // Most nodes are reached by lines of one class or two.
                for (var before = 0; before < Classes; before++)
                {
                    var own = costs[before];
                    if (own >= Unreached)
                        continue;
                    for (var next = 0; next < Classes; next++)
                    {
                        var total = own + contrast[before > next ? before - next : next - before];
                        if (total < bests[next])
                        {
                            bests[next] = total;
                            froms[next] = (byte)before;
                        }
                    }
                }
            }
        }

        // Nodes with the same measure make one start; measures only differ in the first lines.
        for (var node = firstNew; node < nodes;)
        {
            var measure = Measure(nodeLine[node]);
            var end = node + 1;
            while (end < nodes && Measure(nodeLine[end]) == measure)
                end++;
            AddStart(place, node, end, measure);
            node = end;
        }
    }

    /// <summary>Orders the nodes of a place by number of lines and hyphens running (there are two or three).</summary>
    private void SortNodes(int firstNew)
    {
        for (var i = firstNew + 1; i < nodes; i++)
        {
            for (var j = i; j > firstNew && (nodeLine[j] < nodeLine[j - 1] || (nodeLine[j] == nodeLine[j - 1] && nodeRun[j] < nodeRun[j - 1])); j--)
                SwapNodes(j, j - 1);
        }
    }

    private void SwapNodes(int a, int b)
    {
        (nodeLine[a], nodeLine[b]) = (nodeLine[b], nodeLine[a]);
        (nodeRun[a], nodeRun[b]) = (nodeRun[b], nodeRun[a]);
        for (var k = 0; k < Classes; k++)
        {
            var (x, y) = ((a * Classes) + k, (b * Classes) + k);
            (cost[x], cost[y]) = (cost[y], cost[x]);
            (origin[x], origin[y]) = (origin[y], origin[x]);
        }
    }

    private long LeastCost(int node)
    {
        var least = long.MaxValue;
        foreach (var c in cost.AsSpan(node * Classes, Classes))
            least = Math.Min(least, c);
        return least;
    }

    /// <summary>In long paragraphs, forgets ways whose number of lines is far from the cheapest's.</summary>
    private void DropFarNodes(int firstNew)
    {
        if (nodes - firstNew <= LineWindow)
            return;
        var cheapest = firstNew;
        for (var node = firstNew + 1; node < nodes; node++)
        {
            if (LeastCost(node) < LeastCost(cheapest))
                cheapest = node;
        }

        var line = nodeLine[cheapest];
        var from = firstNew;
        while (nodeLine[from] < line - LineWindow)
            from++;
        if (from > firstNew)
        {
            for (var node = from; node < nodes; node++)
                SwapNodes(node, node - (from - firstNew));
            nodes -= from - firstNew;
        }

        while (nodeLine[nodes - 1] > line + LineWindow)
            nodes--;
    }

    private int Collect(List<FittedLines> results)
    {
        var last = nodes;
        while (last > 0 && nodePlace[last - 1] == list.Count - 1)
            last--;
        var cheapest = -1;
        var least = long.MaxValue;
        for (var node = last; node < nodes; node++)
        {
            if (LeastCost(node) < least)
            {
                least = LeastCost(node);
                cheapest = node;
            }
        }

        var bestIndex = 0;
        for (var node = last; node < nodes; node++)
        {
            var difference = nodeLine[node] - nodeLine[cheapest];
            if (difference is < -1 or > 1 || (difference != 0 && emergency))
                continue;
            if (node == cheapest)
                bestIndex = results.Count;
            results.Add(Trace(node));
        }

        return bestIndex;
    }

    private FittedLines Trace(int node)
    {
        var at = node * Classes;
        for (var k = at + 1; k < (node + 1) * Classes; k++)
        {
            if (cost[k] < cost[at])
                at = k;
        }

        var total = cost[at];
        var lines = nodeLine[node];
        if (traced + lines > tracedEnds.Length)
        {
            // What was found of the paragraph before stays in the arrays it has.
            var size = Math.Max(tracedEnds.Length * 2, lines);
            (tracedEnds, tracedCosts, traced) = (new int[size], new long[size], 0);
        }

        var ends = tracedEnds.AsMemory(traced, lines);
        var costs = tracedCosts.AsMemory(traced, lines);
        traced += lines;
        for (var line = lines - 1; line >= 0; line--)
        {
            var current = at / Classes;
            ends.Span[line] = nodePlace[current];
            var from = origin[at];
            costs.Span[line] = cost[at] - (line == 0 ? 0 : cost[from]);
            at = from;
        }

        return new FittedLines(lines, total, ends, costs);
    }
}
