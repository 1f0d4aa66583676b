using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The printed list of readings that were queried and left standing, made from the records marked as listed.</summary>
internal static class QueryList
{
    public static Table Make(Conversion conversion, int ordinal, string? id, SourceSpan span)
    {
        conversion.Surveys++;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var head = GeneratedTable.Row(conversion, span, [[new Text("Page")], [new Text("No.")], [new Text("Reading")], [new Text("Doubt")]]);
        foreach (var query in conversion.Queries)
        {
            if (!query.Listed)
            {
                continue;
            }

            conversion.Ids.Refer(query.ParagraphId, ReferenceForm.Page, query.Span);
            rows.Add(GeneratedTable.Row(
                conversion,
                span,
                [
                    [new CrossReference([new Text(query.Id)], query.ParagraphId, ReferenceForm.Page)],
                    [new Text(query.Id)],
                    [new Text(query.Reading)],
                    [new Text(query.Doubt)],
                ]));
        }

        return new(
            [new(ColumnAlignment.Left, 90), new(ColumnAlignment.Left, 80), new(ColumnAlignment.Left, 430), new(ColumnAlignment.Left, 400)],
            [head],
            rows.ToImmutable(),
            null)
        {
            Ordinal = ordinal,
            Span = span,
            Id = id,
            Classes = ["queries"],
        };
    }
}
