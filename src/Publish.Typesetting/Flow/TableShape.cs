using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Flow;

/// <summary>Where the columns of a table stand.</summary>
/// <param name="Widths">Their widths.</param>
/// <param name="Gap">White between them.</param>
/// <param name="Parts">True where a column is too narrow for its longest word.</param>
/// <param name="Shifts">For cells of figures aligned on their decimal point, how far each is moved to the left.</param>
internal sealed record TableShape(ImmutableArray<Length> Widths, Length Gap, bool Parts, IReadOnlyDictionary<(int Row, int Column), Length> Shifts)
{
    /// <summary>The whole width.</summary>
    public Length Width => Widths.Aggregate(Gap * (Widths.Length - 1), (sum, w) => sum + w);

    /// <summary>Left edge of a column from that of the table.</summary>
    public Length LeftOf(int column) => Widths.Take(column).Aggregate(Gap * column, (sum, w) => sum + w);

    /// <summary>Width of a cell, with the white inside it where it covers several columns.</summary>
    public Length WidthOf(GridCell cell)
    {
        var end = Math.Min(Widths.Length, cell.Column + cell.ColumnSpan);
        return Widths.Skip(cell.Column).Take(end - cell.Column).Aggregate(Gap * (end - cell.Column - 1), (sum, w) => sum + w);
    }

    /// <summary>How far a cell's text is moved to the left.</summary>
    public Length ShiftOf(int row, int column) => Shifts.GetValueOrDefault((row, column));

    /// <summary>
    /// The shape of a table: columns as they need, wider gaps where there is room. A table that comes near the measure fills it; a narrow one keeps
    /// its width, for its rows to be read across.
    /// </summary>
    /// <param name="cells">What its cells need.</param>
    /// <param name="count">How many columns.</param>
    /// <param name="alignments">How they are aligned.</param>
    /// <param name="width">Room for it.</param>
    /// <param name="gap">Least white between columns.</param>
    public static TableShape Of(IReadOnlyList<CellMeasure> cells, int count, ImmutableArray<ColumnAlignment> alignments, Length width, Length gap)
    {
        var shifts = new Dictionary<(int, int), Length>();
        var measured = AlignDecimals(cells, alignments, shifts);
        var room = Length.Max(Length.Zero, width - (gap * (count - 1)));
        var widths = ColumnWidths.Of(measured, count, room, gap, out var parts);
        var used = widths.Aggregate(Length.Zero, (sum, w) => sum + w);
        var spare = room - used;
        if (spare <= Length.Zero || count == 1)
        {
            return new TableShape([.. widths], gap, parts, shifts);
        }

        var wider = Length.Min(spare / (count - 1), gap);
        gap += wider;
        spare -= wider * (count - 1);
        if (spare > Length.Zero && used + (gap * (count - 1)) >= width.Scale(8, 10))
        {
            var widest = Enumerable.Range(0, count).OrderByDescending(c => widths[c].Scaled).ThenBy(c => c).First();
            widths[widest] += spare;
        }

        return new TableShape([.. widths], gap, parts, shifts);
    }

    /// <summary>Columns of numbers set flush right, some of them with fractions: each number gives up, at its right, what the longest fraction has more than its own.</summary>
    private static List<CellMeasure> AlignDecimals(IReadOnlyList<CellMeasure> cells, ImmutableArray<ColumnAlignment> alignments, Dictionary<(int, int), Length> shifts)
    {
        var result = cells.ToList();
        for (var column = 0; column < alignments.Length; column++)
        {
            var own = cells.Where(c => c.Column == column && c.Span == 1 && !c.Head && !c.IsEmpty).ToList();
            var longest = own.Select(c => c.Fraction).DefaultIfEmpty(Length.Zero).Max();
            if (alignments[column] != ColumnAlignment.Right || longest == Length.Zero || own.Any(c => !c.Number))
            {
                continue;
            }

            foreach (var cell in own)
            {
                var shift = longest - cell.Fraction;
                shifts[(cell.Row, column)] = shift;
                result[result.IndexOf(cell)] = cell with { Natural = cell.Natural + shift, Lines = [.. cell.Lines.Select(l => l.IsEmpty ? l : l.SetItem(0, l[0] + shift))] };
            }
        }

        return result;
    }
}
