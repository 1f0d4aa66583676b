using Publish.Document;
using Publish.Typesetting.Flow;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Widths of a table's columns from what its cells hold, in points: a cell is a list of the widths of its words.</summary>
public class ColumnWidthsTests
{
    private static readonly Length Space = Length.FromPoints(3);

    private static CellMeasure Cell(int row, int column, bool figures, params int[] words) =>
        new(row, column, 1, [[.. words.Select(w => Length.FromPoints(w))]], Space, Length.FromPoints(words.Sum() + (3 * Math.Max(0, words.Length - 1)))) { Figures = figures };

    private static int[] Widths(int width, int count, params CellMeasure[] cells) =>
        [.. ColumnWidths.Of(cells, count, Length.FromPoints(width), Length.FromPoints(10), out _).Select(w => (int)w.Points)];

    [Fact]
    public void Columns_with_room_are_as_wide_as_their_widest_cell() =>
        Assert.Equal([30, 93], Widths(300, 2, Cell(0, 0, false, 20), Cell(0, 1, false, 40, 50), Cell(1, 0, false, 30), Cell(1, 1, false, 60)));

    [Fact]
    public void A_column_of_dates_keeps_its_lines_and_the_text_gets_the_rest()
    {
        var widths = Widths(220, 2, Cell(0, 0, true, 8, 30, 18), Cell(0, 1, false, [.. Enumerable.Repeat(25, 30)]), Cell(1, 0, true, 8, 20, 18), Cell(1, 1, false, 25));
        Assert.Equal([62, 158], widths);
    }

    [Fact]
    public void Text_columns_share_by_what_they_hold()
    {
        var widths = Widths(300, 2, Cell(0, 0, false, [.. Enumerable.Repeat(20, 10)]), Cell(0, 1, false, [.. Enumerable.Repeat(20, 40)]));
        Assert.InRange(widths[0], 40, 100);
        Assert.InRange(widths[0] + widths[1], 297, 300);
    }

    [Fact]
    public void A_table_whose_words_are_too_wide_says_so()
    {
        var widths = ColumnWidths.Of([Cell(0, 0, false, 20), Cell(0, 1, false, 400)], 2, Length.FromPoints(200), Length.Zero, out var parts);
        Assert.True(parts);
        Assert.Equal(Length.FromPoints(20), widths[0]);
        Assert.Equal(Length.FromPoints(180), widths[1]);
    }

    [Fact]
    public void A_cell_over_two_columns_widens_both()
    {
        var over = new CellMeasure(0, 0, 2, [[Length.FromPoints(90)]], Space, Length.FromPoints(90));
        var widths = ColumnWidths.Of([over, Cell(1, 0, false, 20), Cell(1, 1, false, 20)], 2, Length.FromPoints(200), Length.FromPoints(10), out _);
        Assert.Equal(Length.FromPoints(80), widths[0] + widths[1]);
    }

    [Fact]
    public void No_column_is_narrower_than_its_longest_word_and_all_fit()
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            var chance = new Chance(seed);
            var columns = 1 + chance.Below(6);
            var count = columns * (1 + chance.Below(8));
            var measured = Enumerable.Range(0, count).Select(i => Cell(i / columns, i % columns, false, [.. Enumerable.Range(0, 1 + chance.Below(12)).Select(_ => 5 + chance.Below(56))])).ToArray();
            var widths = ColumnWidths.Of(measured, columns, Length.FromPoints(300), Length.FromPoints(10), out var parts);
            Assert.True(widths.Aggregate(Length.Zero, (a, b) => a + b) <= Length.FromPoints(300));
            Assert.All(measured, c => Assert.True(parts || widths[c.Column] >= c.Longest));
        }
    }

    [Fact]
    public void A_cell_over_two_rows_pushes_the_cells_below_it_aside()
    {
        var ordinal = 0;
        TableCell Plain() => new([]) { Ordinal = ++ordinal };
        var table = new Table(
            [],
            [],
            [new TableRow([Plain() with { RowSpan = 2 }, Plain(), Plain()]), new TableRow([Plain(), Plain()]), new TableRow([Plain(), Plain(), Plain()])],
            null);
        var grid = TableGrid.Of(table);
        Assert.Equal(3, grid.Columns);
        Assert.Equal([1, 2], grid.Rows[1].Cells.Select(c => c.Column));
        Assert.Equal([0, 1, 2], grid.Rows[2].Cells.Select(c => c.Column));
        Assert.Equal([false, true, false], new[] { 0, 1, 2 }.Select(grid.IsCovered));
    }
}
