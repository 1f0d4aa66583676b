using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Pages;
using Publish.Typesetting.Structure;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    /// <summary>A measure on which a cell never turns over.</summary>
    private static readonly Length ProbeMeasure = Length.FromPoints(4000);

    /// <summary>True inside a table whose columns are all as wide as their longest word: then no word is parted.</summary>
    private bool wholeWords;

    /// <summary>A table, where the manuscript has it or where the style lets it stand. One that calls notes at the foot of the page, or is nearly as high as the page, stands here.</summary>
    private void AddTable(Table table, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var called = notes.Count;
        var inner = Inner(measure, false);
        inner.before = before;
        if (FloatOf(style, FloatPlace.Here) is not FloatPlace.Here and var wanted)
        {
            inner.SetTable(table, style, element, place);
            var parts = Stack.Of(inner.blocks, out var height);
            if (notes.Count == called && parts.Length > 0 && height <= context.Page.TextHeight.Scale(9, 10))
            {
                before = Length.Max(before, inner.blocks[0].Vertical.SpaceBefore);
                Emit(new StackFlow(new VerticalBlock([new VerticalVariant([new VerticalLine(height, notes.Count)])]) { OnGrid = false, Float = wanted }, parts) { Span = table.Span }, style);
                return;
            }

            // As it is set already, with the white and the names that wait.
            foreach (var block in inner.blocks)
            {
                blocks.Add(waitingIds.IsEmpty ? block : block with { Ids = block.Ids.InsertRange(0, waitingIds) });
                waitingIds = [];
            }

            before = Length.Zero;
            return;
        }

        SetTable(table, style, element, place);
    }

    private void SetTable(Table table, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var tableElement = structure.Add(new StructureElement(place.Structure, StructureRole.Table, structure.NextSequence()) { BlockOrdinal = table.Ordinal });
        if (table.Caption is { } caption)
        {
            before = Length.Max(before, style.MarginTop);
            AddText(caption.Content, ElementNames.Of(caption, true).Within(element), place with { Structure = tableElement }, StructureRole.Caption, caption.Ordinal, caption.Span, caption.Id);
            KeepWithPrevious();
        }

        var grid = TableGrid.Of(table);
        if (grid.Columns == 0 || grid.Rows.IsEmpty)
        {
            return;
        }

        var width = measure - place.Left - style.MarginLeft - place.Right - style.MarginRight;
        var shape = ShapeOf(grid, table, style, element, width, place.Language);
        var rows = ImmutableArray.CreateBuilder<RowFlow>();
        var notesBefore = notes.Count;
        var noteEnds = new List<int>();
        var tall = new List<(GridCell Cell, Length Height)>();
        foreach (var isHead in new[] { true, false })
        {
            var group = grid.Rows.Where(r => r.Head == isHead).ToList();
            if (group.Count == 0)
            {
                continue;
            }

            // A head has a body under it (ISO 32000-1, table 336): where all rows are heads they are the body.
            var part = structure.Add(new StructureElement(tableElement, isHead && !table.Body.IsEmpty ? StructureRole.THead : StructureRole.TBody, structure.NextSequence()));
            foreach (var row in group)
            {
                rows.Add(SetRow(row, shape, table, element, part, tall, place.Language));
                noteEnds.Add(notes.Count);
            }
        }

        Space(rows, tall, style);
        var left = place.Left + style.MarginLeft + ((width - shape.Width) / 2);
        Emit(TableOf(rows.ToImmutable(), notesBefore, noteEnds, grid, style, element, left, shape.Width, place.Language) with { Span = table.Span, Element = tableElement, Ids = table.Id is null ? [] : [table.Id] }, style);
    }

    /// <summary>White between rows: where many turn over, enough to tell one from the next; where few do, the leading is enough.</summary>
    private static void Space(ImmutableArray<RowFlow>.Builder rows, List<(GridCell Cell, Length Height)> tall, ComputedStyle style)
    {
        var heads = rows.Count(r => r.Head);
        var lowest = rows.Skip(heads).Select(r => r.Height).DefaultIfEmpty(Length.Zero).Min();
        var turned = rows.Skip(heads).Count(r => r.Height >= lowest.Scale(3, 2));
        var gap = lowest > Length.Zero && (turned * 5 > (rows.Count - heads) * 2 || lowest >= style.Leading.Scale(5, 2)) ? HouseProperty.Length(style, "-publish-row-gap", Length.Zero) : Length.Zero;
        for (var r = heads; r < rows.Count - 1; r++)
        {
            rows[r] = rows[r] with { Height = rows[r].Height + gap };
        }

        // A cell over several rows: the last of them has room for what the others haven't.
        foreach (var (cell, needed) in tall)
        {
            var last = Math.Min(rows.Count - 1, cell.Row + cell.RowSpan - 1);
            var have = Length.Zero;
            for (var r = cell.Row; r <= last; r++)
            {
                have += rows[r].Height;
            }

            if (needed > have)
            {
                rows[last] = rows[last] with { Height = rows[last].Height + needed - have };
            }
        }

        rows[^1] = rows[^1] with { Height = rows[^1].Height + style.RuleBelow + style.PaddingBottom };
    }

    /// <summary>The lines of a row that call notes, in the notes' order: where each begins, and how many of the section's notes are called up to its end.</summary>
    private static List<(Length Top, int NoteEnd)> CallsOf(RowFlow row, int called)
    {
        var calls = new List<(Length, int)>();
        foreach (var (block, _, top) in row.Blocks)
        {
            var at = top;
            foreach (var line in block.Vertical.Variants[Stack.BestOf(block)].Lines)
            {
                if (line.NoteEnd > called)
                {
                    calls.Add((at, line.NoteEnd));
                    called = line.NoteEnd;
                }

                at += line.Height;
            }
        }

        return calls;
    }

    /// <summary>
    /// Whether a row may be divided at a height by the notes it calls: those called above it must be the first of them. Where a cell calls a note high up and one to its
    /// left calls an earlier note farther down, a page that ends between them would have the call of the one and not yet the other.
    /// </summary>
    private static bool NotesAllow(List<(Length Top, int NoteEnd)> calls, Length bottom) =>
        calls.SkipWhile(call => call.Top < bottom).All(call => call.Top >= bottom);

    private TableFlow TableOf(ImmutableArray<RowFlow> rows, int notesBefore, List<int> noteEnds, TableGrid grid, ComputedStyle style, StyledElement element, Length left, Length width, string language)
    {
        var heads = rows.Count(r => r.Head);
        var body = rows.Length - heads;
        var most = context.Page.TextHeight.Scale(6, 10);
        var lines = ImmutableArray.CreateBuilder<VerticalLine>();
        var slices = ImmutableArray.CreateBuilder<RowSlice>();
        for (var r = 0; r < rows.Length; r++)
        {
            var rule = r < heads || grid.IsCovered(r + 1) ? BreakRule.Keep
                : body > 2 && r == heads ? BreakRule.Orphan
                : body > 2 && r == rows.Length - 2 ? BreakRule.Widow
                : BreakRule.Free;
            var leading = rows[r].Blocks.Select(b => b.Block.Vertical.Variants[0].Lines[0].Height).DefaultIfEmpty(style.Leading).Min();
            var parts = rows[r].Height > most && leading > Length.Zero ? (int)(rows[r].Height / leading) : 1;
            var top = Length.Zero;
            var called = r == 0 ? notesBefore : noteEnds[r - 1];
            var calls = parts > 1 && called < noteEnds[r] ? CallsOf(rows[r], called) : [];
            for (var p = 1; p <= parts; p++)
            {
                var bottom = p == parts ? rows[r].Height : rows[r].Blocks[0].Top + (leading * p);
                called = p == parts ? noteEnds[r] : calls.TakeWhile(c => c.Top < bottom).Select(c => c.NoteEnd).Append(called).Max();
                slices.Add(new RowSlice(r, top, bottom));
                lines.Add(new VerticalLine(bottom - top, called, p == parts ? rule : NotesAllow(calls, bottom) ? BreakRules.Inside(p, parts, 2, 2, false) : BreakRule.NoteApart));
                top = bottom;
            }
        }

        var repeated = body == 0 ? Length.Zero : rows.Where(r => r.Head).Aggregate(Length.Zero, (sum, r) => sum + r.Height);
        var words = repeated > Length.Zero ? HouseProperty.Words(style, "-publish-continued") : "";
        var look = context.Sheet.Compute(ElementNames.Continued.Within(element));
        var line = words.Length == 0 ? null : context.Generated.Line(words, look, language, StructureReference.ArtifactOf(ArtifactKind.Layout));
        var vertical = new VerticalBlock([new VerticalVariant(lines.ToImmutable())]) { OnGrid = false, RepeatedHead = repeated + (line is null ? Length.Zero : look.Leading) };
        return new TableFlow(vertical, rows, slices.ToImmutable(), left, width, style.RuleAbove, style.RuleBelow)
        {
            ColorAbove = InkColors.Of(style.RuleAboveColor ?? style.Characters.Color),
            ColorBelow = InkColors.Of(style.RuleBelowColor ?? style.Characters.Color),
            Continued = line is null ? null : new HangingLabel(line, left + width - GeneratedText.WidthOf(line), null, -1),
            ContinuedHeight = look.Leading,
        };
    }

    private RowFlow SetRow(GridRow row, TableShape shape, Table table, StyledElement element, int part, List<(GridCell Cell, Length Height)> tall, string language)
    {
        var tr = structure.Add(new StructureElement(part, StructureRole.TR, structure.NextSequence()));
        var rowElement = ElementNames.Of(row.Row).Within(ElementNamesOfGroup(row.Head).Within(element));
        var blocksOfRow = ImmutableArray.CreateBuilder<CellBlock>();
        var set = new List<(int First, int End, Length Height)>();
        var height = Length.Zero;
        var rule = Length.Zero;
        var ruleColor = InkColor.Black;
        StyledElement? previous = null;
        foreach (var cell in row.Cells)
        {
            previous = ElementNames.Of(cell.Cell, row.Head, AlignmentOf(table, cell.Column)).Within(rowElement, previous, cell.Cell.Id);
            var style = context.Sheet.Compute(previous);
            var headsRow = !row.Head && cell.Column == 0 && table.HeadsRows;
            var role = row.Head || headsRow ? StructureRole.TH : StructureRole.TD;
            var td = structure.Add(new StructureElement(tr, role, structure.NextSequence()) { ColumnSpan = cell.Cell.ColumnSpan, RowSpan = cell.Cell.RowSpan, HeadsRow = headsRow });
            var inner = Inner(shape.WidthOf(cell), false);
            inner.wholeWords = !shape.Parts;
            inner.AddBlocks(cell.Cell.Blocks, new FlowPlace(previous, Length.Zero, Length.Zero, td, language));
            var first = blocksOfRow.Count;
            var shift = shape.ShiftOf(row.Index, cell.Column);
            var stack = Stack.Of(inner.blocks, out var stacked);
            foreach (var (block, top) in stack)
            {
                blocksOfRow.Add(new CellBlock(block, shape.LeftOf(cell.Column) - shift, top + style.PaddingTop));
            }

            var own = stacked + style.PaddingTop + style.PaddingBottom;
            if (cell.RowSpan > 1)
            {
                tall.Add((cell, own));
            }
            else
            {
                height = Length.Max(height, own);
                set.Add((first, blocksOfRow.Count, own));
            }

            if (style.RuleBelow > rule)
            {
                (rule, ruleColor) = (style.RuleBelow, InkColors.Of(style.RuleBelowColor ?? style.Characters.Color));
            }
        }

        height = Length.Max(height, context.Page.Leading / 2);
        if (row.Head)
        {
            // Headings of one line stand on the last line of those that turn over.
            foreach (var (first, end, own) in set)
            {
                for (var b = first; b < end; b++)
                {
                    blocksOfRow[b] = blocksOfRow[b] with { Top = blocksOfRow[b].Top + height - own };
                }
            }
        }

        return new RowFlow(blocksOfRow.ToImmutable(), height + rule, rule, row.Head) { RuleColor = ruleColor };
    }

    private static ColumnAlignment AlignmentOf(Table table, int column) => column < table.Columns.Length ? table.Columns[column].Alignment : ColumnAlignment.Default;

    private static ElementName ElementNamesOfGroup(bool head) => new(head ? "thead" : "tbody");

    /// <summary>Finds the widths of a table's columns and the white between them.</summary>
    private TableShape ShapeOf(TableGrid grid, Table table, ComputedStyle style, StyledElement element, Length width, string language)
    {
        var gap = style.Characters.Size;
        var cells = grid.Rows.SelectMany(r => r.Cells.Select(c => Measure(r, c, element, AlignmentOf(table, c.Column), language))).ToList();
        return TableShape.Of(cells, grid.Columns, [.. Enumerable.Range(0, grid.Columns).Select(c => AlignmentOf(table, c))], width, gap);
    }

    private CellMeasure Measure(GridRow row, GridCell cell, StyledElement table, ColumnAlignment alignment, string language)
    {
        var element = ElementNames.Of(cell.Cell, row.Head, alignment).Within(ElementNames.Of(row.Row).Within(ElementNamesOfGroup(row.Head).Within(table)), null, cell.Cell.Id);
        var paragraphs = new List<SetParagraph>();
        var space = Length.Zero;
        var indent = Length.Zero;
        var spacing = Length.Zero;
        void Add(IEnumerable<Block> children, StyledElement around)
        {
            StyledElement? previous = null;
            foreach (var block in children)
            {
                previous = ElementNames.Of(block).Within(around, previous);
                var style = context.Sheet.Compute(previous);
                if (block is not TextBlock text)
                {
                    indent = Length.Max(indent, style.MarginLeft + style.MarginRight);
                    Add(Walk.Children(block), previous);
                    continue;
                }

                space = Length.Max(space, style.Characters.Size / 4);
                spacing = Length.Max(spacing, style.Characters.Size.Scale(style.Characters.LetterSpacing, 1000));
                var plain = style with { Alignment = TextAlignment.Left, Hyphenate = false, Expansion = 0, OpticalMargins = false, TextIndent = Length.Zero };
                paragraphs.Add(context.Setter.Set(context.Setter.Collect(text.Content, previous, text.Ordinal, 0, language, text.Span, new SectionStructure(), references), plain, ProbeMeasure));
            }
        }

        Add(cell.Cell.Blocks, element);
        var point = language.StartsWith("en", StringComparison.Ordinal) ? '.' : ',';
        var measured = CellMeasure.Of(row.Index, cell.Column, cell.ColumnSpan, paragraphs, space, point);

        // A hair more than the words take, so that rounding doesn't break the line.
        var hair = Length.FromPoints(0.3) + indent + spacing;
        return measured with { Head = row.Head, Natural = measured.Natural + hair, Lines = [.. measured.Lines.Select(l => l.Select(w => w + spacing).ToImmutableArray()).Select(l => l.IsEmpty ? l : l.SetItem(l.Length - 1, l[^1] + hair - spacing))] };
    }
}
