using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles.Pages;
using Publish.Typesetting.Flow;
using PageSide = Publish.Typesetting.Display.PageSide;

namespace Publish.Typesetting.Pages;

/// <summary>Sets blocks in columns, those of the last page of equal height.</summary>
internal static class ColumnPages
{
    /// <summary>A line of the run.</summary>
    private readonly record struct Line(int Block, int Index, Length Gap, Length Height, bool MayEnd);

    /// <summary>What the first column of a page begins with where an entry goes on from the leaf before.</summary>
    private readonly record struct Opening(FlowBlock? Head, Length Height)
    {
        public static Opening Of(FlowRun run, in Line line, bool turns)
        {
            var head = turns && line.Index == 0 ? run.Blocks[line.Block].ContinuedHead : null;
            return new Opening(head, head is null ? Length.Zero : head.Vertical.Variants[Stack.BestOf(head)].Lines.Aggregate(Length.Zero, (sum, l) => sum + l.Height));
        }
    }

    /// <summary>The pages of a run of columns.</summary>
    /// <param name="run">The run.</param>
    /// <param name="page">The page.</param>
    /// <param name="first">Side of its first page.</param>
    /// <param name="used">Lines taken at the top of that page.</param>
    public static List<SectionPage> Of(FlowRun run, PageStyle page, PageSide first, int used)
    {
        var lines = Lines(run);
        var pages = new List<SectionPage>();
        var at = 0;
        for (var side = first; at < lines.Count; side = SectionPages.Other(side))
        {
            var taken = pages.Count == 0 ? used : 0;
            var top = page.Leading * taken;
            var height = page.TextHeight - top;
            var opening = Opening.Of(run, lines[at], pages.Count > 0 && side == PageSide.Verso);
            var ends = Fill(lines, at, height, run.Columns, opening.Height);
            if (ends[^1] == lines.Count)
            {
                height = Balance(lines, at, height, run.Columns, opening.Height);
                ends = Fill(lines, at, height, run.Columns, opening.Height);
                Mend(ends, lines, at, height, run);
            }

            var placed = ImmutableArray.CreateBuilder<PlacedBlock>();
            var lowest = Length.Zero;
            if (opening.Head is { } head)
            {
                placed.Add(new PlacedBlock(head, Stack.BestOf(head), 0, head.Vertical.Variants[Stack.BestOf(head)].Lines.Length, Length.Zero, top, Length.Zero));
            }

            for (var column = 0; column < run.Columns; column++)
            {
                lowest = Length.Max(lowest, Place(run, lines, column == 0 ? at : ends[column - 1], ends[column], (run.Width + run.Gap) * column, column == 0 ? top + opening.Height : top, placed));
            }

            var usedLines = (int)((lowest.Scaled + page.Leading.Scaled - 1) / page.Leading.Scaled);
            pages.Add(new SectionPage(side, 0, placed.ToImmutable(), [], Length.Zero, usedLines, []) { Last = ends[^1] == lines.Count });
            at = ends[^1];
        }

        return pages;
    }

    private static List<Line> Lines(FlowRun run)
    {
        var lines = new List<Line>();
        for (var b = 0; b < run.Blocks.Length; b++)
        {
            var block = run.Blocks[b];
            var own = block.Vertical.Variants[Stack.BestOf(block)].Lines;
            var gap = b == 0 ? block.Vertical.SpaceBefore : Length.Max(block.Vertical.SpaceBefore, run.Blocks[b - 1].Vertical.SpaceAfter);
            for (var l = 0; l < own.Length; l++)
            {
                var rule = l == own.Length - 1 ? block.Vertical.BreakAfter : own[l].BreakAfter;
                lines.Add(new Line(b, l, l == 0 ? gap : Length.Zero, own[l].Height, rule == BreakRule.Free));
            }
        }

        return lines;
    }

    /// <summary>Where each column ends if columns are so high.</summary>
    private static int[] Fill(List<Line> lines, int from, Length height, int columns, Length opening)
    {
        var ends = new int[columns];
        for (var column = 0; column < columns; column++)
        {
            var y = column == 0 ? opening : Length.Zero;
            var end = from;
            var legal = from;
            while (end < lines.Count)
            {
                y += (end == from ? Length.Zero : lines[end].Gap) + lines[end].Height;
                if (y > height)
                {
                    break;
                }

                end++;
                legal = lines[end - 1].MayEnd ? end : legal;
            }

            // Something that can't be kept together is parted rather than lost.
            from = end == lines.Count ? end : legal > from ? legal : Math.Max(end, Math.Min(from + (column == 0 ? 1 : 0), lines.Count));
            ends[column] = from;
        }

        return ends;
    }

    /// <summary>Lines by which a column of a last page may end earlier so that what belongs together stays together.</summary>
    private const int FewLines = 4;

    /// <summary>Ends columns of a last page earlier where that parts no headword from what stands under it and the later columns have room.</summary>
    private static void Mend(int[] ends, List<Line> lines, int from, Length height, FlowRun run)
    {
        for (var column = 0; column < ends.Length - 1; column++)
        {
            var first = column == 0 ? from : ends[column - 1];
            for (var end = ends[column]; end > Math.Max(first + 1, ends[column] - FewLines); end--)
            {
                if (Parts(lines, end, run) || !lines[end - 1].MayEnd)
                {
                    continue;
                }

                var rest = Fill(lines, end, height, ends.Length - column - 1, Length.Zero);
                if (rest[^1] == lines.Count)
                {
                    ends[column] = end;
                    rest.CopyTo(ends, column + 1);
                }

                break;
            }
        }
    }

    /// <summary>True where a break before a line parts an entry, or a sub-entry from its headword.</summary>
    private static bool Parts(List<Line> lines, int line, FlowRun run) => line < lines.Count && (lines[line].Index > 0 || run.Blocks[lines[line].Block].ContinuedHead is not null);

    /// <summary>The least height at which all lines from <paramref name="from"/> fit.</summary>
    private static Length Balance(List<Line> lines, int from, Length most, int columns, Length opening)
    {
        var step = lines[from].Height;
        for (var i = from; i < lines.Count; i++)
        {
            step = Length.Min(step, lines[i].Height);
        }

        for (var height = step; height < most; height += step / 4)
        {
            if (Fill(lines, from, height, columns, opening)[^1] == lines.Count)
            {
                return height;
            }
        }

        return most;
    }

    private static Length Place(FlowRun run, List<Line> lines, int from, int to, Length left, Length top, ImmutableArray<PlacedBlock>.Builder placed)
    {
        var y = top;
        for (var i = from; i < to;)
        {
            y += i == from ? Length.Zero : lines[i].Gap;
            var start = y;
            var first = i;
            for (; i < to && lines[i].Block == lines[first].Block; i++)
            {
                y += lines[i].Height;
            }

            var block = run.Blocks[lines[first].Block];
            placed.Add(new PlacedBlock(block, Stack.BestOf(block), lines[first].Index, lines[i - 1].Index + 1, left, start, Length.Zero));
        }

        return y;
    }
}
