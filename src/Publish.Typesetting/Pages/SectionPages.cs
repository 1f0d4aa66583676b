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

/// <summary>A page of a section, everything at its place, nothing drawn yet.</summary>
internal sealed record SectionPage(
    PageSide Side,
    int Delta,
    ImmutableArray<PlacedBlock> Blocks,
    ImmutableArray<PlacedNote> Notes,
    Length NotesTop,
    int UsedLines,
    ImmutableArray<PlacedCharge> Charges)
{
    /// <summary>Lines that its notes take, the white above them included.</summary>
    public int NoteLines { get; init; }

    /// <summary>True where nothing of its run follows.</summary>
    public bool Last { get; init; }

    /// <summary>Whether another page has the same on it, of the same blocks and notes, at the same place and for the same reasons.</summary>
    public bool IsLike(SectionPage other) =>
        ReferenceEquals(this, other)
        || ((Side, Delta, NotesTop, UsedLines, NoteLines, Last) == (other.Side, other.Delta, other.NotesTop, other.UsedLines, other.NoteLines, other.Last)
            && Blocks.AsSpan().SequenceEqual(other.Blocks.AsSpan())
            && Notes.AsSpan().SequenceEqual(other.Notes.AsSpan())
            && Charges.AsSpan().SequenceEqual(other.Charges.AsSpan()));

    /// <summary>What the page stage says of it.</summary>
    /// <param name="index">Its place in the file.</param>
    /// <param name="label">Its folio.</param>
    /// <param name="lines">Lines of the type area.</param>
    public PageReport Report(int index, string label, int lines) => new(index, label, Delta, Charges)
    {
        Side = Side,
        Last = Last,
        Span = Blocks.IsEmpty ? Notes.IsEmpty ? SourceSpan.None : Notes[0].Note.Note.Span : Blocks[0].Block.Span,
        Lines = lines,
        TextLines = UsedLines - NoteLines,
        NoteLines = NoteLines,
        SplitNotes = Notes.Count(n => n.From > 0 || n.To < n.Note.Vertical.Lines.Length),
        Changed = [.. Changed()],
    };

    private IEnumerable<ChangedParagraph> Changed()
    {
        foreach (var placed in Blocks)
        {
            if (placed.From == 0 && placed.Block is TextFlow { Text: var text } && placed.Variant != text.Best && placed.Variant < text.Variants.Length)
            {
                yield return new ChangedParagraph(placed.Block.Span, text.Variants[placed.Variant].LineCount, text.BestVariant.LineCount);
            }
        }
    }
}

/// <summary>Breaks a section into pages: one run of blocks after the other, in one column or several.</summary>
internal static class SectionPages
{
    /// <summary>The pages of a section whose first stands on a side.</summary>
    public static ImmutableArray<SectionPage> Of(SectionFlow flow, PageStyle page, PageSide first)
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
                : Single(flow, run, page, side, used, ref notesBefore);
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
                        NoteLines = added[0].NoteLines,
                        Last = added[0].Last,
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

    private static List<SectionPage> Single(SectionFlow flow, FlowRun run, PageStyle page, PageSide side, int used, ref int notesBefore)
    {
        var (list, frame, notes) = Asked(flow, run, page, side, used, ref notesBefore);
        var result = PageSearch.Find(list, frame, page.Costs);
        var pages = new List<SectionPage>(result.Pages.Length);
        foreach (var plan in result.Pages)
        {
            var noteLines = plan.Notes.IsEmpty ? 0 : page.Lines + plan.Delta - plan.BodyLines;
            pages.Add(new SectionPage(
                plan.Side,
                plan.Delta,
                [.. plan.Blocks.Select((p, i) => new PlacedBlock(Shown(run.Blocks[p.Block], i, plan, used > 0 && pages.Count == 0), p.Variant, p.From, p.To, Length.Zero, p.Top, p.Spread))],
                SeriesOrder.Arrange([.. plan.Notes.Select(n => new PlacedNote(notes[n.Note], n.From, n.To, n.Top))]),
                plan.NotesTop,
                plan.BodyLines + noteLines,
                [.. plan.Charges.Select(c => new PlacedCharge(c, SpanOf(c, run, flow, notes)))])
            {
                NoteLines = noteLines,
                Last = pages.Count == result.Pages.Length - 1,
            });
        }

        return pages;
    }

    /// <summary>What the search is asked for each run of a section in one column, each as if it began on a page of its own: for measuring the search.</summary>
    public static IEnumerable<(VerticalList List, PageFrame Frame)> Searches(SectionFlow flow, PageStyle page, PageSide first)
    {
        var notesBefore = 0;
        foreach (var run in flow.Runs)
        {
            if (run.Columns == 1)
            {
                var (list, frame, _) = Asked(flow, run, page, first, 0, ref notesBefore);
                yield return (list, frame);
            }
        }
    }

    private static (VerticalList List, PageFrame Frame, ImmutableArray<NoteFlow> Notes) Asked(SectionFlow flow, FlowRun run, PageStyle page, PageSide side, int used, ref int notesBefore)
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
            Longer = display ? 0 : page.Costs.Longer,
            Shorter = page.Costs.Shorter,
            NoteSlack = page.Costs.NoteSlackLines,
            NoteSeparator = page.Notes.Gap,
            NoteContinuation = page.Notes.Gap,
        };
        return (new VerticalList(blocks, [.. notes.Select(n => n.Vertical)]), frame, notes);
    }

    /// <summary>A block as it is shown on a page: white between scenes is an ornament at the page's head or foot.</summary>
    private static FlowBlock Shown(FlowBlock block, int index, PagePlan plan, bool joins) =>
        block is BreakFlow { Shown: null, AtEdge: { } ornament } white && ((index == 0 && !joins) || index == plan.Blocks.Length - 1) ? white with { Shown = ornament } : block;

    /// <summary>The place of a charge; where a block has none (generated text), that of the nearest one that has.</summary>
    private static SourceSpan SpanOf(PageCharge charge, FlowRun run, SectionFlow flow, ImmutableArray<NoteFlow> notes)
    {
        if (charge.Note >= 0 && charge.Note < notes.Length)
        {
            return notes[charge.Note].Note.Span;
        }

        for (var away = 0; charge.Block >= 0 && away < run.Blocks.Length; away++)
        {
            if (charge.Block - away >= 0 && charge.Block - away < run.Blocks.Length && run.Blocks[charge.Block - away].Span != SourceSpan.None)
            {
                return run.Blocks[charge.Block - away].Span;
            }

            if (charge.Block + away < run.Blocks.Length && run.Blocks[charge.Block + away].Span != SourceSpan.None)
            {
                return run.Blocks[charge.Block + away].Span;
            }
        }

        return flow.Section.Span;
    }

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
