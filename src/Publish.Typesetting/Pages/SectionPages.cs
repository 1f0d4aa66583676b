using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles.Pages;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Notes;
using PageSide = Publish.Typesetting.Display.PageSide;

namespace Publish.Typesetting.Pages;

/// <summary>Lines of a block at their place in the text block.</summary>
internal readonly record struct PlacedBlock(FlowBlock Block, int Variant, int From, int To, Length Left, Length Top, Length Spread);

/// <summary>Lines of a note at their place in the text block.</summary>
internal readonly record struct PlacedNote(NoteFlow Note, int From, int To, Length Top);

/// <summary>A charge with the place in the manuscript it concerns.</summary>
internal readonly record struct PlacedCharge(PageCharge Charge, SourceSpan Span);

/// <summary>A page of a section, everything at its place, nothing drawn yet.</summary>
internal sealed record SectionPage(
    PageSide Side,
    int Delta,
    ImmutableArray<PlacedBlock> Blocks,
    ImmutableArray<PlacedNote> Notes,
    Length NotesTop,
    int UsedLines,
    ImmutableArray<PlacedCharge> Charges);

/// <summary>Breaks a section into pages: one run of blocks after the other, in one column or several.</summary>
internal static class SectionPages
{
    /// <summary>The pages of a section whose first stands on a side.</summary>
    public static ImmutableArray<SectionPage> Of(SectionFlow flow, PageStyle page, PageSide first, PageCosts costs)
    {
        var pages = new List<SectionPage>();
        var notesBefore = 0;
        foreach (var run in flow.Runs)
        {
            var side = pages.Count == 0 ? first : pages[^1].Side;
            var used = pages.Count == 0 || !pages[^1].Notes.IsEmpty ? 0 : pages[^1].UsedLines;
            if (used > 0 && pages[^1].Blocks is [.., var above])
            {
                used += (int)((above.Block.Vertical.SpaceAfter.Scaled + page.Leading.Scaled - 1) / page.Leading.Scaled);
            }

            var room = page.Lines - used;
            var joins = pages.Count > 0 && used > 0 && room >= 4;
            if (pages.Count > 0 && !joins)
            {
                side = Other(side);
                used = 0;
            }

            var added = run.Columns > 1
                ? ColumnPages.Of(run, page, side, used)
                : Single(flow, run, page, side, used, ref notesBefore, costs);
            for (var i = 0; i < added.Count; i++)
            {
                if (i == 0 && joins)
                {
                    pages[^1] = pages[^1] with
                    {
                        Blocks = pages[^1].Blocks.AddRange(added[0].Blocks),
                        Notes = added[0].Notes,
                        NotesTop = added[0].NotesTop,
                        UsedLines = added[0].UsedLines,
                        Charges = pages[^1].Charges.AddRange(added[0].Charges),
                    };
                }
                else
                {
                    pages.Add(added[i]);
                }
            }
        }

        return [.. flow.Section.Kind == SectionKind.Imprint && pages.Count == 1 ? [AtFoot(pages[0], page)] : pages];
    }

    /// <summary>The other side of the leaf or spread.</summary>
    public static PageSide Other(PageSide side) => side == PageSide.Recto ? PageSide.Verso : PageSide.Recto;

    private static List<SectionPage> Single(SectionFlow flow, FlowRun run, PageStyle page, PageSide side, int used, ref int notesBefore, PageCosts costs)
    {
        var offset = notesBefore;
        var blocks = run.Blocks.Select(b => Renumber(b.Vertical, offset)).ToImmutableArray();
        var end = run.Blocks.IsEmpty ? offset : run.Blocks.Max(b => b.Vertical.Variants[0].Lines[^1].NoteEnd);
        var notes = flow.Notes[offset..Math.Max(offset, end)];
        notesBefore = Math.Max(offset, end);
        var display = flow.PageName == "display";
        var frame = new PageFrame(page.Lines, page.Leading)
        {
            FirstSide = side,
            FirstUsed = used,
            Longer = display ? 0 : 1,
            Shorter = 1,
            NoteSeparator = page.Notes.Gap,
            NoteContinuation = page.Notes.Gap,
        };
        var list = new VerticalList(blocks, [.. notes.Select(n => n.Vertical)]);
        var result = PageSearch.Find(list, frame, costs);
        var pages = new List<SectionPage>(result.Pages.Length);
        foreach (var plan in result.Pages)
        {
            var noteLines = plan.Notes.IsEmpty ? 0 : page.Lines + plan.Delta - plan.BodyLines;
            pages.Add(new SectionPage(
                plan.Side,
                plan.Delta,
                [.. plan.Blocks.Select(p => new PlacedBlock(run.Blocks[p.Block], p.Variant, p.From, p.To, Length.Zero, p.Top, p.Spread))],
                [.. plan.Notes.Select(n => new PlacedNote(notes[n.Note], n.From, n.To, n.Top))],
                plan.NotesTop,
                plan.BodyLines + noteLines,
                [.. plan.Charges.Select(c => new PlacedCharge(c, SpanOf(c, run, notes)))]));
        }

        return pages;
    }

    private static SourceSpan SpanOf(PageCharge charge, FlowRun run, ImmutableArray<NoteFlow> notes) =>
        charge.Note >= 0 && charge.Note < notes.Length ? notes[charge.Note].Note.Span
        : charge.Block >= 0 && charge.Block < run.Blocks.Length ? run.Blocks[charge.Block].Span
        : SourceSpan.None;

    private static VerticalBlock Renumber(VerticalBlock block, int offset) => offset == 0
        ? block
        : block with { Variants = [.. block.Variants.Select(v => v with { Lines = [.. v.Lines.Select(l => l with { NoteEnd = Math.Max(0, l.NoteEnd - offset) })] })] };

    /// <summary>Moves everything down so that it ends on the last line.</summary>
    private static SectionPage AtFoot(SectionPage page, PageStyle style)
    {
        var down = style.Leading * Math.Max(0, style.Lines - page.UsedLines);
        return page with { Blocks = [.. page.Blocks.Select(b => b with { Top = b.Top + down })] };
    }
}
