using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;
using Publish.Typesetting.Structure;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    private void AddTable(Table table, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var tableElement = structure.Add(new StructureElement(place.Structure, StructureRole.Table, structure.NextSequence()) { BlockOrdinal = table.Ordinal });
        if (table.Caption is { } caption)
        {
            before = Length.Max(before, style.MarginTop);
            AddText(caption.Content, ElementNames.Of(caption, true).Within(element), place with { Structure = tableElement }, StructureRole.Caption, caption.Ordinal, caption.Span, caption.Id);
            KeepWithPrevious();
        }

        var count = Math.Max(table.Columns.Length, table.Head.Concat(table.Body).Select(r => r.Cells.Sum(c => c.ColumnSpan)).DefaultIfEmpty(0).Max());
        if (count == 0)
        {
            return;
        }

        var left = place.Left + style.MarginLeft;
        var width = measure - left - place.Right - style.MarginRight;
        var gap = style.Characters.Size.Scale(9, 10);
        var columnWidths = Widths(table, element, count, width - (gap * (count - 1)));
        var rows = ImmutableArray.CreateBuilder<RowFlow>();
        var lines = ImmutableArray.CreateBuilder<VerticalLine>();
        foreach (var (group, isHead) in new[] { (table.Head, true), (table.Body, false) })
        {
            if (group.IsEmpty)
            {
                continue;
            }

            // A head has a body under it (ISO 32000-1, table 336): where all rows are heads they are the body.
            var part = structure.Add(new StructureElement(tableElement, isHead && !table.Body.IsEmpty ? StructureRole.THead : StructureRole.TBody, structure.NextSequence()));
            for (var r = 0; r < group.Length; r++)
            {
                var row = SetRow(group[r], table, element, part, isHead, columnWidths, gap, place.Language);
                rows.Add(row);
                var rule = isHead ? BreakRule.Keep : r == 0 && group.Length > 2 ? BreakRule.Orphan : r == group.Length - 2 && group.Length > 2 ? BreakRule.Widow : BreakRule.Free;
                lines.Add(new VerticalLine(row.Height, notes.Count, rule));
            }
        }

        if (lines.Count == 0)
        {
            return;
        }

        // Room for the rules at the top and the bottom.
        lines[0] = lines[0] with { Height = lines[0].Height };
        lines[^1] = lines[^1] with { Height = lines[^1].Height + style.RuleBelow };
        rows[^1] = rows[^1] with { Height = rows[^1].Height + style.RuleBelow };
        var head = rows.Where(r => r.Head).Aggregate(Length.Zero, (sum, r) => sum + r.Height);
        var full = columnWidths.Aggregate(gap * (count - 1), (sum, w) => sum + w);
        var vertical = new VerticalBlock([new VerticalVariant(lines.ToImmutable())]) { OnGrid = false, RepeatedHead = table.Body.IsEmpty ? Length.Zero : head };
        Emit(new TableFlow(vertical, rows.ToImmutable(), left, full, style.RuleAbove, style.RuleBelow) { Span = table.Span, Element = tableElement, Ids = table.Id is null ? [] : [table.Id] }, style);
    }

    private RowFlow SetRow(TableRow row, Table table, StyledElement element, int part, bool head, Length[] widths, Length gap, string language)
    {
        var tr = structure.Add(new StructureElement(part, StructureRole.TR, structure.NextSequence()));
        var rowElement = ElementNames.Of(row).Within(ElementNamesOfGroup(head).Within(element));
        var cells = ImmutableArray.CreateBuilder<(FlowBlock, Length, Length)>();
        var height = Length.Zero;
        var rule = Length.Zero;
        var column = 0;
        StyledElement? previous = null;
        foreach (var cell in row.Cells)
        {
            if (column >= widths.Length)
            {
                break;
            }

            var x = gap * column;
            for (var c = 0; c < column; c++)
            {
                x += widths[c];
            }

            var span = Math.Clamp(cell.ColumnSpan, 1, widths.Length - column);
            var width = gap * (span - 1);
            for (var c = column; c < column + span; c++)
            {
                width += widths[c];
            }

            var alignment = column < table.Columns.Length ? table.Columns[column].Alignment : ColumnAlignment.Default;
            previous = ElementNames.Of(cell, head, alignment).Within(rowElement, previous, cell.Id);
            var style = context.Sheet.Compute(previous);
            var td = structure.Add(new StructureElement(tr, head ? StructureRole.TH : StructureRole.TD, structure.NextSequence()) { ColumnSpan = cell.ColumnSpan, RowSpan = cell.RowSpan });
            var inner = Inner(width, false);
            inner.AddBlocks(cell.Blocks, new FlowPlace(previous, Length.Zero, Length.Zero, td, language));
            foreach (var (block, top) in Stack.Of(inner.blocks, out var stacked))
            {
                cells.Add((block, x, top + style.PaddingTop));
                height = Length.Max(height, stacked + style.PaddingTop + style.PaddingBottom);
            }

            rule = Length.Max(rule, style.RuleBelow);
            column += span;
        }

        return new RowFlow(cells.ToImmutable(), Length.Max(height, context.Page.Leading / 2) + rule, rule, head);
    }

    private static ElementName ElementNamesOfGroup(bool head) => new(head ? "thead" : "tbody");

    /// <summary>
    /// Widths of columns: as wide as their widest cell where all have room; otherwise the columns that need less than an equal share keep what they need
    /// and the others divide the rest as the manuscript weighs them, or by what they hold.
    /// </summary>
    private Length[] Widths(Table table, StyledElement element, int count, Length width)
    {
        var natural = new Length[count];
        var probe = Length.FromPoints(4000);
        foreach (var (group, isHead) in new[] { (table.Head, true), (table.Body, false) })
        {
            foreach (var row in group)
            {
                var column = 0;
                foreach (var cell in row.Cells)
                {
                    if (cell.ColumnSpan == 1 && column < count)
                    {
                        natural[column] = Length.Max(natural[column], NaturalWidth(cell, element, isHead, probe));
                    }

                    column += cell.ColumnSpan;
                }
            }
        }

        var total = natural.Aggregate(Length.Zero, (sum, w) => sum + w);
        if (total <= width)
        {
            return natural;
        }

        var result = new Length[count];
        var open = Enumerable.Range(0, count).ToList();
        var rest = width;
        for (var settled = true; settled && open.Count > 0;)
        {
            settled = false;
            var share = rest / open.Count;
            for (var i = open.Count - 1; i >= 0; i--)
            {
                var c = open[i];
                if (natural[c] <= share)
                {
                    result[c] = natural[c];
                    rest -= natural[c];
                    open.RemoveAt(i);
                    settled = true;
                }
            }
        }

        long Weight(int c) => c < table.Columns.Length && table.Columns[c].PerMille is { } perMille and > 0 ? perMille : Math.Max(1, natural[c].Scaled / Length.Unit);
        var weights = open.Sum(Weight);
        var given = Length.Zero;
        for (var i = 0; i < open.Count; i++)
        {
            result[open[i]] = i == open.Count - 1 ? rest - given : rest.Scale(Weight(open[i]), weights);
            given += result[open[i]];
        }

        return result;
    }

    private Length NaturalWidth(TableCell cell, StyledElement table, bool head, Length probe)
    {
        var element = ElementNames.Of(cell, head, ColumnAlignment.Left).Within(new ElementName("tr").Within(ElementNamesOfGroup(head).Within(table)));
        var width = Length.Zero;
        StyledElement? previous = null;
        foreach (var block in cell.Blocks)
        {
            if (block is not TextBlock text)
            {
                return Length.FromPoints(2000);
            }

            previous = ElementNames.Of(block).Within(element, previous);
            var style = context.Sheet.Compute(previous) with { Alignment = TextAlignment.Left, Hyphenate = false };
            var set = context.Setter.Set(context.Setter.Collect(text.Content, previous, text.Ordinal, 0, context.Book.Metadata.Language, text.Span, new SectionStructure(), references), style, probe);
            if (!set.Variants.IsEmpty)
            {
                foreach (var line in set.BestVariant.Lines)
                {
                    width = Length.Max(width, line.Width + line.Indent);
                }
            }
        }

        // A hair more than the words take, so that rounding doesn't break the line.
        return width + Length.FromPoints(0.2);
    }
}
