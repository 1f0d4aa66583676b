using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Rows of tables that no editor wrote.</summary>
internal static class GeneratedTable
{
    /// <summary>A row with a paragraph in each cell.</summary>
    public static TableRow Row(Conversion conversion, SourceSpan span, ImmutableArray<Inline>[] cells)
    {
        var ordinal = conversion.NextOrdinal();
        var row = ImmutableArray.CreateBuilder<TableCell>(cells.Length);
        foreach (var content in cells)
        {
            var cellOrdinal = conversion.NextOrdinal();
            row.Add(new([new Paragraph(content) { Ordinal = conversion.NextOrdinal(), Span = span }]) { Ordinal = cellOrdinal, Span = span });
        }

        return new(row.ToImmutable()) { Ordinal = ordinal, Span = span };
    }
}
