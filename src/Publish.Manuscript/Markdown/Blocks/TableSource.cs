using Markdig.Parsers;
using Markdig.Syntax;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>A table as read, before its cells become the model's.</summary>
internal sealed class TableSource(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>Alignment and share of the width of each column.</summary>
    public TableColumn[] Columns { get; set; } = [];

    /// <summary>Whether lines are still taken in.</summary>
    public TableLines? Lines { get; init; }
}

/// <summary>A row of a table as read.</summary>
internal sealed class TableSourceRow : ContainerBlock
{
    public TableSourceRow(BlockParser parser, bool head)
        : base(parser) => IsHead = head;

    public bool IsHead { get; }
}

/// <summary>A cell of a table as read.</summary>
internal sealed class TableSourceCell(BlockParser parser) : ContainerBlock(parser);
