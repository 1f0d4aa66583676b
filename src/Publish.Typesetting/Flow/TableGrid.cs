using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Flow;

/// <summary>A cell at its place.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Row">Index of its first row, heads included.</param>
/// <param name="Column">Its first column.</param>
/// <param name="ColumnSpan">Columns it covers.</param>
/// <param name="RowSpan">Rows it covers, within its group.</param>
internal readonly record struct GridCell(TableCell Cell, int Row, int Column, int ColumnSpan, int RowSpan);

/// <summary>A row with its cells at their places.</summary>
/// <param name="Row">The row.</param>
/// <param name="Index">Its number, heads included.</param>
/// <param name="Head">True for a row of headings.</param>
/// <param name="Cells">The cells that begin in it.</param>
internal sealed record GridRow(TableRow Row, int Index, bool Head, ImmutableArray<GridCell> Cells);

/// <summary>A table whose cells have found their columns: one that covers several rows pushes those of later rows aside.</summary>
/// <param name="Columns">How many columns.</param>
/// <param name="Rows">Head and body.</param>
internal sealed record TableGrid(int Columns, ImmutableArray<GridRow> Rows)
{
    /// <summary>Places the cells of a table.</summary>
    public static TableGrid Of(Table table)
    {
        var rows = ImmutableArray.CreateBuilder<GridRow>();
        var columns = table.Columns.Length;
        foreach (var (group, head) in new[] { (table.Head, true), (table.Body, false) })
        {
            var busy = new List<int>();
            for (var r = 0; r < group.Length; r++)
            {
                var cells = ImmutableArray.CreateBuilder<GridCell>();
                var column = 0;
                foreach (var cell in group[r].Cells)
                {
                    while (column < busy.Count && busy[column] > 0)
                    {
                        column++;
                    }

                    var across = Math.Max(1, cell.ColumnSpan);
                    var down = Math.Clamp(cell.RowSpan, 1, group.Length - r);
                    cells.Add(new GridCell(cell, rows.Count, column, across, down));
                    for (var c = column; c < column + across; c++)
                    {
                        while (busy.Count <= c)
                        {
                            busy.Add(0);
                        }

                        busy[c] = down;
                    }

                    column += across;
                }

                columns = Math.Max(columns, column);
                rows.Add(new GridRow(group[r], rows.Count, head, cells.ToImmutable()));
                for (var c = 0; c < busy.Count; c++)
                {
                    busy[c] = Math.Max(0, busy[c] - 1);
                }
            }
        }

        return new TableGrid(columns, rows.ToImmutable());
    }

    /// <summary>True where a cell of an earlier row reaches into this one.</summary>
    public bool IsCovered(int row) => Rows.SelectMany(r => r.Cells).Any(c => c.RowSpan > 1 && c.Row < row && c.Row + c.RowSpan > row);
}
