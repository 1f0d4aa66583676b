using Publish.Document;

namespace Publish.Typesetting.Flow;

/// <summary>
/// Finds the widths of a table's columns as a compositor would: none narrower than its longest word; numbers, dates and whatever else is short in one line; the
/// rest given to the columns of text so that the table takes the fewest lines.
/// </summary>
internal sealed class ColumnWidths
{
    /// <summary>What a line of a row costs.</summary>
    private const long LineCost = 1000;

    /// <summary>What turning over a cell of a few words costs, each line.</summary>
    private const long ShortCellCost = 260;

    /// <summary>What any line of a cell costs, so that of tables of one height the one with fewer turned cells wins.</summary>
    private const long CellLineCost = 40;

    /// <summary>Most words of a cell that reads as one thing.</summary>
    private const int FewWords = 3;

    /// <summary>Rows that are looked at; of a longer table a sample, evenly taken.</summary>
    private const int MostRows = 240;

    private readonly IReadOnlyList<CellMeasure> cells;
    private readonly Length width;
    private readonly Length gap;
    private readonly Length[] least;
    private readonly Length[] natural;
    private readonly List<CellMeasure>[] rows;

    private ColumnWidths(IReadOnlyList<CellMeasure> cells, int count, Length width, Length gap)
    {
        this.cells = cells;
        this.width = width;
        this.gap = gap;
        least = new Length[count];
        natural = new Length[count];
        foreach (var cell in cells.Where(c => c.Span == 1 && c.Column < count))
        {
            least[cell.Column] = Length.Max(least[cell.Column], cell.Longest);
            natural[cell.Column] = Length.Max(natural[cell.Column], cell.Natural);
        }

        foreach (var cell in cells.Where(c => c.Span > 1 && c.Column < count).OrderBy(c => c.Span))
        {
            Spread(natural, cell, cell.Natural);
            Spread(least, cell, cell.Longest);
        }

        var byRow = cells.Where(c => c.Column < count).GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => g.ToList()).ToArray();
        var step = Math.Max(1, (byRow.Length + MostRows - 1) / MostRows);
        rows = [.. byRow.Where((r, i) => r[0].Head || i % step == 0)];
    }

    /// <summary>The widths of columns.</summary>
    /// <param name="cells">Every cell.</param>
    /// <param name="count">How many columns.</param>
    /// <param name="width">Room for the columns, white between them not counted.</param>
    /// <param name="gap">White between columns.</param>
    /// <param name="parts">True where a column is narrower than its longest word, so that words must be parted.</param>
    public static Length[] Of(IReadOnlyList<CellMeasure> cells, int count, Length width, Length gap, out bool parts)
    {
        var widths = new ColumnWidths(cells, count, width, gap);
        parts = false;
        if (Sum(widths.natural) <= width)
        {
            return widths.natural;
        }

        if (Sum(widths.least) > width)
        {
            parts = true;
            return Share(widths.least, width);
        }

        return widths.Search();
    }

    private static Length Sum(IEnumerable<Length> lengths) => lengths.Aggregate(Length.Zero, (a, b) => a + b);

    private void Spread(Length[] columns, CellMeasure cell, Length wanted)
    {
        var end = Math.Min(columns.Length, cell.Column + cell.Span);
        var have = gap * (end - cell.Column - 1);
        for (var c = cell.Column; c < end; c++)
        {
            have += columns[c];
        }

        for (var c = cell.Column; c < end && wanted > have; c++)
        {
            columns[c] += (wanted - have) / (end - cell.Column);
        }
    }

    /// <summary>Columns that want less than an equal share get what they want; the others divide the rest as they want it.</summary>
    private static Length[] Share(Length[] wanted, Length width)
    {
        var result = new Length[wanted.Length];
        var open = Enumerable.Range(0, wanted.Length).ToList();
        var rest = width;
        for (var settled = true; settled && open.Count > 0;)
        {
            var share = rest / open.Count;
            var content = open.Where(c => wanted[c] <= share).ToList();
            settled = content.Count > 0;
            foreach (var c in content)
            {
                result[c] = wanted[c];
                rest -= wanted[c];
                open.Remove(c);
            }
        }

        var weights = Math.Max(1, open.Sum(c => wanted[c].Scaled));
        var left = rest;
        foreach (var c in open)
        {
            result[c] = Length.Min(left, rest.Scale(wanted[c].Scaled, weights));
            left -= result[c];
        }

        return result;
    }

    private Length[] Search()
    {
        var result = (Length[])least.Clone();
        var open = new List<int>();
        Settle(result, open);
        var rest = width - Sum(result);
        var text = open.Select(c => Math.Max(1, cells.Where(m => m.Column == c && m.Span == 1).Sum(m => Sum(m.Lines.SelectMany(l => l)).Scaled))).ToArray();
        var all = Math.Max(1, text.Sum());
        var left = rest;
        for (var i = 0; i < open.Count; i++)
        {
            var share = Length.Min(left, rest.Scale(text[i], all));
            result[open[i]] += share;
            left -= share;
        }

        if (open.Count > 1)
        {
            Improve(result, open);
            Loosen(result, open);
        }
        else if (open.Count == 1)
        {
            result[open[0]] = width - Sum(result) + result[open[0]];
        }

        return result;
    }

    /// <summary>Gives columns of figures and the narrowest of the others their own width, where that leaves the columns of text enough.</summary>
    private void Settle(Length[] result, List<int> open)
    {
        var rest = width - Sum(least);
        foreach (var c in Enumerable.Range(0, result.Length).OrderBy(c => natural[c].Scaled).ThenBy(c => c))
        {
            var body = cells.Where(m => m.Column == c && m.Span == 1 && !m.Head && !m.IsEmpty).ToList();
            var figures = body.Count > 0 && body.Count(m => m.Figures) * 3 >= body.Count * 2;
            var own = Length.Max(least[c], body.Select(m => m.Natural).DefaultIfEmpty(Length.Zero).Max());
            var fits = own - least[c] <= rest && ((figures && own <= width.Scale(30, 100)) || own <= width.Scale(12, 100));
            if (fits)
            {
                result[c] = own;
                rest -= own - least[c];
            }
            else
            {
                open.Add(c);
            }
        }

        open.Sort();
        if (open.Count == 0)
        {
            // Every column is narrow, yet together they are too wide: the widest gives way.
            var widest = Enumerable.Range(0, result.Length).OrderByDescending(c => natural[c].Scaled).ThenBy(c => c).First();
            result[widest] = least[widest];
            open.Add(widest);
        }
    }

    /// <summary>Moves width from column to column for as long as the table gets shorter, in ever smaller steps.</summary>
    private void Improve(Length[] result, List<int> open)
    {
        var best = Cost(result);
        for (var parts = 12; parts <= 200; parts *= 2)
        {
            var step = width / parts;
            for (var moved = true; moved;)
            {
                moved = false;
                foreach (var from in open)
                {
                    foreach (var to in open)
                    {
                        if (from == to || result[from] - step < least[from])
                        {
                            continue;
                        }

                        result[from] -= step;
                        result[to] += step;
                        var cost = Cost(result);
                        if (cost < best)
                        {
                            best = cost;
                            moved = true;
                        }
                        else
                        {
                            result[from] += step;
                            result[to] -= step;
                        }
                    }
                }
            }
        }
    }

    /// <summary>Takes from each column what it doesn't need for its lines and gives all an equal part of it back: so none is only just wide enough.</summary>
    private void Loosen(Length[] result, List<int> open)
    {
        var step = Length.FromPoints(1);
        var cost = Cost(result);
        foreach (var c in open)
        {
            while (result[c] - step >= least[c])
            {
                result[c] -= step;
                if (Cost(result) > cost)
                {
                    result[c] += step;
                    break;
                }
            }
        }

        var spare = width - Sum(result);
        foreach (var c in open)
        {
            result[c] += spare / open.Count;
        }
    }

    private long Cost(Length[] columns)
    {
        long cost = 0;
        foreach (var row in rows)
        {
            var most = 0;
            foreach (var cell in row)
            {
                var end = Math.Min(columns.Length, cell.Column + cell.Span);
                var own = gap * (end - cell.Column - 1);
                for (var c = cell.Column; c < end; c++)
                {
                    own += columns[c];
                }

                var lines = cell.LinesAt(own);
                most = Math.Max(most, lines);
                cost += lines * CellLineCost;
                if (lines > 1 && !cell.Head && (cell.Figures || cell.Lines.Sum(l => l.Length) <= FewWords))
                {
                    cost += (lines - 1) * ShortCellCost;
                }
            }

            cost += most * LineCost;
        }

        return cost;
    }
}
