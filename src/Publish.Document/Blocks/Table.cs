using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>How the cells of a column are aligned.</summary>
public enum ColumnAlignment
{
    /// <summary>As the text runs.</summary>
    Default,

    /// <summary>Flush left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>Flush right.</summary>
    Right,
}

/// <summary>A column of a table.</summary>
/// <param name="Alignment">How its cells are aligned.</param>
/// <param name="PerMille">Its share of the table's width in thousandths; null to be found from the content.</param>
public sealed record TableColumn(ColumnAlignment Alignment, int? PerMille);

/// <summary>A table.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Head">Rows of headings, repeated where the table runs on; may be empty.</param>
/// <param name="Body">Rows.</param>
/// <param name="Caption">The caption; null where there is none.</param>
public sealed record Table(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Head, ImmutableArray<TableRow> Body, Caption? Caption) : Block
{
    /// <summary>The class by which a manuscript says that the first cell of each row heads it.</summary>
    public const string RowHeadsClass = "row-heads";

    /// <summary>Whether the first column of the body heads its rows: where the manuscript says so, or where the head has nothing above that column.</summary>
    public bool HeadsRows => (!Classes.IsDefaultOrEmpty && Classes.Contains(RowHeadsClass))
        || (!Head.IsDefaultOrEmpty && Head.All(row => row.Cells is [{ Blocks.IsEmpty: true, ColumnSpan: 1 }, _, ..]));
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its cells.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells) : Block;

/// <summary>A cell of a table.</summary>
/// <param name="Blocks">What it holds.</param>
public sealed record TableCell(ImmutableArray<Block> Blocks) : Block
{
    /// <summary>Columns it covers, 1 or more.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows it covers, 1 or more.</summary>
    public int RowSpan { get; init; } = 1;
}
