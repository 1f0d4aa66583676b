using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Notes;
using PageCosts = Publish.Styles.Pages.PageCosts;

namespace Publish.Typesetting.Pages;

/// <summary>
/// Turns a decided page into places: the tops of its blocks and notes. White left over where something off the grid meets the grid again is shared out
/// above and below it; at the foot of a page all of it goes above, so that last lines stand level.
/// </summary>
internal sealed class PageAssembly(VerticalList list, PageFrame frame, PageCosts costs)
{
    private readonly NoteArea area = new(list, frame);
    private readonly PageAccount account = new(list, frame, costs);

    /// <summary>The page with an index that starts at a place and ends as said.</summary>
    /// <param name="page">Its index.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">How it ends; an end of the last run of <paramref name="walk"/>.</param>
    /// <param name="walk">The walk from <paramref name="start"/>.</param>
    /// <param name="facing">Length of the page it faces; <see cref="sbyte.MaxValue"/> where that doesn't matter.</param>
    public PagePlan Assemble(int page, in PagePlace start, in PageEnd end, PageWalk walk, sbyte facing)
    {
        var entries = new List<WalkEntry>();
        for (var index = end.Entry; index >= 0; index = walk.Entries[index].Parent)
        {
            if (walk.Entries[index].Block >= 0)
            {
                entries.Add(walk.Entries[index]);
            }
        }

        entries.Reverse();
        var portions = new List<BlockPortion>(entries.Count + 1);
        var added = new List<int>(entries.Count + 1);
        foreach (var entry in entries)
        {
            if (!entry.Elsewhere)
            {
                var from = entry.Block == start.Block ? start.Line : 0;
                portions.Add(Portion(entry.Block, entry.Variant, from, list.Variants[entry.Variant].LineCount, entry.Y));
                added.Add(entry.Stretch);
            }
        }

        if (end.Variant >= 0)
        {
            var from = end.Next.Block == start.Block ? start.Line : 0;
            portions.Add(Portion(end.Next.Block, end.Variant, from, end.Next.Line, end.BodyEnd));
            added.Add(0);
        }

        ShareSurplus(portions, added, end);
        var notes = Notes(start, end, out var notesTop);
        PlaceAtFoot(entries, notes.IsEmpty ? end.BodyLines : (int)(notesTop.Scaled / frame.Grid.Scaled), portions);
        return new PagePlan(
            frame.SideOf(page), end.Delta, [.. portions], notes, end.BodyLines, notesTop, account.Charges(page, start, end, entries, facing));
    }

    /// <summary>What floats at the foot stands right above the notes or the end of the page, in order.</summary>
    private void PlaceAtFoot(List<WalkEntry> entries, int lines, List<BlockPortion> portions)
    {
        var bottom = lines * frame.Grid.Scaled;
        var at = portions.Count;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var entry = entries[i];
            if (entry.AtFoot && entry.Variant >= 0)
            {
                var height = list.Variants[entry.Variant].Total;
                portions.Insert(at, Portion(entry.Block, entry.Variant, 0, list.Variants[entry.Variant].LineCount, bottom));
                bottom -= (height + list.Source[entry.Block].SpaceBefore.Scaled + frame.Grid.Scaled - 1) / frame.Grid.Scaled * frame.Grid.Scaled;
            }
        }
    }

    private BlockPortion Portion(int block, int variant, int from, int to, long bottom)
    {
        var flat = list.Variants[variant];
        var height = list.LineEnd[flat.FirstLine + to - 1] - (from > 0 ? list.LineEnd[flat.FirstLine + from - 1] : 0);
        return new BlockPortion(block, variant - list.Blocks[block].FirstVariant, from, to, new Length(bottom - height));
    }

    private void ShareSurplus(List<BlockPortion> portions, List<int> added, in PageEnd end)
    {
        var grid = frame.Grid.Scaled;
        for (var i = 0; i < portions.Count; i++)
        {
            if (list.Blocks[portions[i].Block].OnGrid)
            {
                continue;
            }

            var last = i;
            while (last + 1 < portions.Count && !list.Blocks[portions[last + 1].Block].OnGrid)
            {
                last++;
            }

            var bottom = Bottom(portions[last]);
            if (last + 1 < portions.Count)
            {
                var surplus = portions[last + 1].Top.Scaled - bottom - Gap(portions[last], portions[last + 1]) - (added[last + 1] * grid);
                var above = i == 0 ? 0 : Math.Clamp(surplus, 0, grid) * list.Source[portions[i].Block].SurplusAbove / 1000;
                Shift(portions, i, last, above, 0);
            }
            else if (!end.Final)
            {
                var surplus = ((bottom + grid - 1) / grid * grid) - bottom;
                var lines = portions[i].To - portions[i].From;
                Shift(portions, i, last, i == 0 ? 0 : surplus, i == 0 && i == last && lines > 1 ? surplus / (lines - 1) : 0);
            }

            i = last;
        }
    }

    private static void Shift(List<BlockPortion> portions, int from, int to, long by, long spread)
    {
        for (var i = from; i <= to; i++)
        {
            portions[i] = portions[i] with { Top = portions[i].Top + new Length(by), Spread = new Length(spread) };
        }
    }

    private long Gap(in BlockPortion above, in BlockPortion below) =>
        below.Block == above.Block + 1
            ? list.Blocks[below.Block].Gap
            : Math.Max(list.Source[above.Block].SpaceAfter.Scaled, below.From > 0 ? 0 : list.Source[below.Block].SpaceBefore.Scaled);

    private long Bottom(in BlockPortion portion)
    {
        var flat = list.Variants[list.Blocks[portion.Block].FirstVariant + portion.Variant];
        return portion.Top.Scaled + list.LineEnd[flat.FirstLine + portion.To - 1] - (portion.From > 0 ? list.LineEnd[flat.FirstLine + portion.From - 1] : 0);
    }

    private ImmutableArray<NotePortion> Notes(in PagePlace start, in PageEnd end, out Length top)
    {
        top = Length.Zero;
        var (note, line) = (start.Note, start.NoteLine);
        var (lastNote, lastLine) = (end.Next.Note, end.Next.NoteLine);
        if (note == lastNote && line == lastLine)
        {
            return [];
        }

        var height = area.Height(note, line, lastNote, lastLine);
        var lowest = Math.Max(frame.Lines + end.Delta, end.BodyLines) * frame.Grid.Scaled;
        top = new Length(lowest - height);
        var first = top + (line > 0 ? frame.NoteContinuation : frame.NoteSeparator);
        var portions = ImmutableArray.CreateBuilder<NotePortion>(lastNote - note + 1);
        for (var n = note; n < lastNote || (n == lastNote && lastLine > 0); n++)
        {
            var from = n == note ? line : 0;
            var y = first + new Length(list.NoteHeight(note, line, n, from + 1)) - list.Notes[n].Lines[from].Height;
            portions.Add(new NotePortion(n, from, n == lastNote ? lastLine : list.NoteLines(n), y));
        }

        return portions.ToImmutable();
    }
}
