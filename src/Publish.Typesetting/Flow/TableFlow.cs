using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Flow;

/// <summary>A row of a set table.</summary>
/// <param name="Cells">Blocks of its cells: left edge of the cell from that of the column, top from that of the row.</param>
/// <param name="Height">Its height.</param>
/// <param name="RuleBelow">Thickness of a rule under it; zero for none.</param>
/// <param name="Head">True for a row of headings.</param>
internal sealed record RowFlow(ImmutableArray<(FlowBlock Block, Length Left, Length Top)> Cells, Length Height, Length RuleBelow, bool Head);

/// <summary>A table: each row is a line of it to the page stage; its head stands again where it runs on.</summary>
internal sealed record TableFlow(VerticalBlock Vertical, ImmutableArray<RowFlow> Rows, Length Left, Length Width, Length RuleAbove, Length RuleBelow) : FlowBlock(Vertical)
{
    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        if (from == 0)
        {
            MarkStart(canvas, left + Left, top);
        }

        var y = top;
        if (from > 0 && Vertical.RepeatedHead > Length.Zero)
        {
            y = top - Vertical.RepeatedHead;
            Rule(canvas, left, y, RuleAbove);
            foreach (var row in Rows.Where(r => r.Head))
            {
                Draw(canvas, row, left, y, true);
                y += row.Height;
            }
        }
        else
        {
            Rule(canvas, left, y, RuleAbove);
        }

        y = top;
        for (var i = from; i < to; i++)
        {
            Draw(canvas, Rows[i], left, y, false);
            y += Rows[i].Height;
        }

        Rule(canvas, left, y - RuleBelow, RuleBelow);
    }

    /// <inheritdoc />
    public override IEnumerable<Diagnostic> Faults(int variant) => Rows.SelectMany(r => r.Cells).SelectMany(c => c.Block.Faults(Stack.BestOf(c.Block)));

    private void Draw(PageCanvas canvas, RowFlow row, Length left, Length top, bool again)
    {
        // A head that stands again is no content: whoever listens to the table hears it once.
        var target = again ? new PageCanvas(canvas.PageIndex, 0) : canvas;
        foreach (var (block, x, y) in row.Cells)
        {
            var best = Stack.BestOf(block);
            block.Draw(target, left + Left + x, top + y, best, 0, block.Vertical.Variants[best].Lines.Length, Length.Zero);
        }

        if (again)
        {
            foreach (var item in target.Items)
            {
                canvas.Add(item is GlyphRun run ? run with { Structure = StructureReference.ArtifactOf(ArtifactKind.Layout), Source = null } : item);
            }
        }

        Rule(canvas, left, top + row.Height - row.RuleBelow, row.RuleBelow);
    }

    private void Rule(PageCanvas canvas, Length left, Length y, Length thickness)
    {
        if (thickness > Length.Zero)
        {
            canvas.Add(new Rule(StructureReference.ArtifactOf(ArtifactKind.Layout), new Rect(left + Left, y, Width, thickness), InkColor.Black));
        }
    }
}
