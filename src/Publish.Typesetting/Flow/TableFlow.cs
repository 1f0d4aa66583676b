using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Flow;

/// <summary>A block in a cell.</summary>
/// <param name="Block">The block.</param>
/// <param name="Left">Left edge of its column from that of the table.</param>
/// <param name="Top">Its top from that of the row.</param>
internal readonly record struct CellBlock(FlowBlock Block, Length Left, Length Top);

/// <summary>A row of a set table.</summary>
/// <param name="Blocks">What its cells hold.</param>
/// <param name="Height">Its height, white and rule included.</param>
/// <param name="RuleBelow">Thickness of a rule under it; zero for none.</param>
/// <param name="Head">True for a row of headings.</param>
internal sealed record RowFlow(ImmutableArray<CellBlock> Blocks, Length Height, Length RuleBelow, bool Head)
{
    /// <summary>Ink of the rule under it.</summary>
    public InkColor RuleColor { get; init; } = InkColor.Black;
}

/// <summary>What is a line to the page stage: a row, or part of one too high to stay whole.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="From">Top of the part, from that of the row.</param>
/// <param name="To">Its bottom.</param>
internal readonly record struct RowSlice(int Row, Length From, Length To);

/// <summary>A table: its rows are lines to the page stage; its head stands again where it runs on.</summary>
/// <param name="Vertical">One variant with a line for each slice.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Slices">The slices in order.</param>
/// <param name="Left">Left edge from that of the column.</param>
/// <param name="Width">Width of the rules.</param>
/// <param name="RuleAbove">Thickness of the rule at the top.</param>
/// <param name="RuleBelow">Thickness of the rule at the bottom.</param>
internal sealed record TableFlow(VerticalBlock Vertical, ImmutableArray<RowFlow> Rows, ImmutableArray<RowSlice> Slices, Length Left, Length Width, Length RuleAbove, Length RuleBelow)
    : FlowBlock(Vertical)
{
    /// <summary>Words above the head where it stands again, with their place; null for none.</summary>
    public HangingLabel? Continued { get; init; }

    /// <summary>Ink of the rule at the top.</summary>
    public InkColor ColorAbove { get; init; } = InkColor.Black;

    /// <summary>Ink of the rule at the bottom.</summary>
    public InkColor ColorBelow { get; init; } = InkColor.Black;

    /// <summary>Height of the line they stand on.</summary>
    public Length ContinuedHeight { get; init; }

    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        if (from == 0)
        {
            MarkStart(canvas, left + Left, top);
            Rule(canvas, left, top, RuleAbove, ColorAbove);
        }
        else
        {
            DrawHeadAgain(canvas, left, top - Vertical.RepeatedHead);
        }

        var y = top;
        for (var i = from; i < to; i++)
        {
            var slice = Slices[i];
            var row = Rows[slice.Row];
            DrawRow(canvas, row, left, y - slice.From, slice.From, slice.To);
            y += slice.To - slice.From;
            if (slice.To == row.Height)
            {
                Rule(canvas, left, y - row.RuleBelow, row.RuleBelow, row.RuleColor);
            }

            y += i < to - 1 ? spread : Length.Zero;
        }

        Rule(canvas, left, y - RuleBelow, RuleBelow, ColorBelow);
    }

    /// <inheritdoc />
    public override IEnumerable<Diagnostic> Faults(int variant) => Rows.SelectMany(r => r.Blocks).SelectMany(c => c.Block.Faults(Stack.BestOf(c.Block)));

    /// <summary>A head that stands again is no content: whoever listens to the table hears it once.</summary>
    private void DrawHeadAgain(PageCanvas canvas, Length left, Length top)
    {
        if (Vertical.RepeatedHead <= Length.Zero)
        {
            Rule(canvas, left, top, RuleAbove, ColorAbove);
            return;
        }

        var again = new PageCanvas(canvas.PageIndex, 0);
        var y = top;
        if (Continued is { } words)
        {
            again.Draw(words.Line, left + words.X, y, ContinuedHeight, y + ContinuedHeight.Scale(3, 4), false);
            y += ContinuedHeight;
        }

        Rule(canvas, left, y, RuleAbove, ColorAbove);
        foreach (var row in Rows.Where(r => r.Head))
        {
            DrawRow(again, row, left, y, Length.Zero, row.Height);
            y += row.Height;
            Rule(canvas, left, y - row.RuleBelow, row.RuleBelow, row.RuleColor);
        }

        foreach (var item in again.Items)
        {
            canvas.Add(item is GlyphRun run ? run with { Structure = StructureReference.ArtifactOf(ArtifactKind.Layout), Source = null } : item);
        }
    }

    /// <summary>Draws the lines of a row that begin between two heights of it.</summary>
    private void DrawRow(PageCanvas canvas, RowFlow row, Length left, Length top, Length from, Length to)
    {
        foreach (var (block, x, blockTop) in row.Blocks)
        {
            var best = Stack.BestOf(block);
            var lines = block.Vertical.Variants[best].Lines;
            var first = -1;
            var end = 0;
            var at = blockTop;
            var start = at;
            for (var i = 0; i < lines.Length; i++)
            {
                if (at >= from && at < to)
                {
                    start = first < 0 ? at : start;
                    first = first < 0 ? i : first;
                    end = i + 1;
                }

                at += lines[i].Height;
            }

            if (first >= 0)
            {
                block.Draw(canvas, left + Left + x, top + start, best, first, end, Length.Zero);
            }
        }
    }

    private void Rule(PageCanvas canvas, Length left, Length y, Length thickness, InkColor color)
    {
        if (thickness > Length.Zero)
        {
            canvas.Add(new Rule(StructureReference.ArtifactOf(ArtifactKind.Layout), new Rect(left + Left, y, Width, thickness), color));
        }
    }
}
