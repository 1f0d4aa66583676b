using System.Collections.Immutable;
using Publish.Typesetting.Notes;
using PageCosts = Publish.Styles.Pages.PageCosts;

namespace Publish.Typesetting.Pages;

/// <summary>Says what a page costs, cause by cause, from what stands on it: the search's sum taken apart again, and a check on it.</summary>
internal sealed class PageAccount(VerticalList list, PageFrame frame, PageCosts costs)
{
    private readonly NoteArea area = new(list, frame);

    /// <summary>The charges of a page.</summary>
    /// <param name="page">Index of the page.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where and how it ends.</param>
    /// <param name="entries">What stands on it whole, in order.</param>
    /// <param name="facing">Length of the page it faces, if it must agree with it.</param>
    public ImmutableArray<PageCharge> Charges(int page, in PagePlace start, in PageEnd end, IReadOnlyList<WalkEntry> entries, sbyte facing)
    {
        var charges = ImmutableArray.CreateBuilder<PageCharge>();
        void Charge(PageCause cause, long cost, int block = -1, int note = -1)
        {
            if (cost != 0)
            {
                charges.Add(new PageCharge(cause, cost, block, note));
            }
        }

        if (end.Cost >= costs.Overflow)
        {
            Charge(PageCause.Overflow, costs.Overflow, start.Note < CalledBefore(start) ? -1 : start.Block, start.Note < CalledBefore(start) ? start.Note : -1);
            Charge(PageCause.NoteApart, end.Cost - costs.Overflow, -1, end.Next.Note);
            Charge(PageCause.Uneven, Uneven(end, facing, frame, costs), Math.Max(end.Next.Block - 1, 0));
            return charges.ToImmutable();
        }

        foreach (var entry in entries)
        {
            if (entry.Variant < 0)
            {
                Charge(PageCause.FloatDeferred, entry.Variant == WalkEntry.Deferred && list.Blocks[entry.Block].Float != FloatPlace.Page ? costs.FloatDeferred : 0, entry.Block);
                continue;
            }

            if (entry.Block >= start.Block && !(entry.Block == start.Block && start.Line > 0))
            {
                Charge(PageCause.Variant, list.Variants[entry.Variant].Cost, entry.Block);
            }

            Charge(PageCause.Stretch, (long)entry.Stretch * costs.Stretch, entry.Block);
        }

        if (end.Variant >= 0 && !(end.Next.Block == start.Block && start.Line > 0))
        {
            Charge(PageCause.Variant, list.Variants[end.Variant].Cost, end.Next.Block);
        }

        var recto = frame.SideOf(page) == Display.PageSide.Recto;
        var broken = end.Variant >= 0 ? end.Next.Block : end.Next.Block - 1;
        Charge(PageCause.Widow, end.Rule == BreakRule.Widow ? costs.Widow + (recto ? 0 : costs.WidowOnRecto) : 0, broken);
        Charge(PageCause.Orphan, end.Rule == BreakRule.Orphan ? costs.Orphan : 0, broken);
        Charge(PageCause.Keep, end.Rule == BreakRule.Keep ? costs.Keep : 0, broken);
        Charge(PageCause.NoteApart, end.Rule == BreakRule.NoteApart ? costs.NoteApart : 0, broken);
        if (end.Variant < 0 && !end.Final && end.Next.Block < list.Blocks.Length && end.Next.Block > start.Block && entries.LastOrDefault(e => !e.Elsewhere) is var foot && foot.Block >= start.Block)
        {
            Charge(PageCause.Break, list.Blocks[foot.Block].BreakAfterCost, foot.Block);
        }

        Charge(recto ? PageCause.HyphenOverLeaf : PageCause.HyphenAcross, end.Hyphen ? recto ? costs.HyphenOverLeaf : costs.HyphenAcross : 0, broken);
        Charge(PageCause.Uneven, Uneven(end, facing, frame, costs), broken);
        ChargeLength(start, end, Math.Min(end.Next.Block, list.Blocks.Length - 1), Math.Max(broken, 0), Charge);
        return charges.ToImmutable();
    }

    /// <summary>What it costs that a page ends on another line than the one it faces.</summary>
    public static long Uneven(in PageEnd end, sbyte facing, PageFrame frame, PageCosts costs)
    {
        if (facing == sbyte.MaxValue || end.Delta < -frame.Shorter)
        {
            return 0;
        }

        var apart = end.Final && !end.HasNotes ? Math.Max(0, end.Delta - facing) : Math.Abs(end.Delta - facing);
        return (long)costs.Uneven * apart;
    }

    /// <summary>What it costs that notes take more than half of a page.</summary>
    public static long NoteArea(int lines, PageFrame frame, PageCosts costs)
    {
        var half = Math.Max(1, frame.Lines / 2);
        var above = lines - half;
        return above > 0 ? (long)costs.NoteArea * above * above / (half * half) : 0;
    }

    private void ChargeLength(in PagePlace start, in PageEnd end, int following, int foot, Action<PageCause, long, int, int> charge)
    {
        var noteLines = area.Lines(start.Note, start.NoteLine, end.Next.Note, end.Next.NoteLine);
        if (end.Final && start != PagePlace.Start && end.BodyLines + noteLines < costs.ShortLastLines)
        {
            charge(PageCause.ShortLast, costs.ShortLast, foot, -1);
        }

        var textless = start with { Note = 0, NoteLine = 0, Float = 0 } == end.Next with { Note = 0, NoteLine = 0, Float = 0 };
        if (!end.HasNotes)
        {
            var figurePage = !end.Final && (textless || end.Next.Block == list.Blocks.Length);
            charge(PageCause.FloatPage, figurePage ? costs.FloatPage : 0, foot, -1);
            if (!figurePage && end.Delta < -frame.Shorter)
            {
                charge(PageCause.ShortPage, costs.ShortPage + ((long)costs.ShortPageLine * end.Delta * end.Delta), following, -1);
            }
            else if (!figurePage)
            {
                charge(PageCause.Delta, end.Final ? Math.Max(0, end.Delta) * costs.Delta : (long)Math.Abs(end.Delta) * costs.Delta, foot, -1);
            }

            return;
        }

        charge(PageCause.Delta, end.Delta == 0 ? 0 : costs.Delta, foot, -1);
        charge(PageCause.NoteArea, NoteArea(noteLines, frame, costs), -1, start.Note);
        charge(PageCause.NotesOnly, end.BodyLines == 0 ? costs.NotesOnly : 0, -1, start.Note);
        var slack = frame.Lines + end.Delta - end.BodyLines - noteLines;
        var called = CalledBefore(end.Next);
        if (end.Next.Note == called && end.Next.NoteLine == 0)
        {
            if (slack > frame.NoteSlack && !end.Final)
            {
                charge(PageCause.ShortPage, costs.ShortPage + ((long)costs.ShortPageLine * slack * slack), following, -1);
            }
            else if (!end.Final)
            {
                charge(PageCause.NoteSlack, (long)costs.NoteSlack * slack * slack, foot, -1);
            }

            return;
        }

        var apart = Math.Max(0, called - (end.Next.NoteLine > 0 ? end.Next.Note + 1 : end.Next.Note));
        var orderly = end.Next.NoteLine > 0 && end.Next.Note == called - 1
            && end.Next.NoteLine == area.LargestSplit(start.Note, start.NoteLine, called - 1, frame.Lines + end.Delta - end.BodyLines);
        charge(PageCause.NoteSplit, costs.NoteSplit + (orderly ? (long)costs.NoteCarriedLine * (list.NoteLines(end.Next.Note) - end.Next.NoteLine) : 0), -1, end.Next.Note);
        charge(PageCause.NoteSlack, orderly ? (long)costs.NoteSlack * slack * slack : 0, foot, -1);
        charge(PageCause.NoteStub, !orderly && area.IsStub(end.Next.Note, end.Next.Note == start.Note ? start.NoteLine : 0, end.Next.NoteLine) ? costs.NoteStub : 0, -1, end.Next.Note);
        charge(PageCause.NoteApart, (long)apart * costs.NoteApart, -1, end.Next.NoteLine > 0 ? end.Next.Note + 1 : end.Next.Note);
    }

    private int CalledBefore(in PagePlace place) =>
        place.Block == list.Blocks.Length ? list.Notes.Length
        : place.Line > 0 ? list.Lines[list.Variants[place.Variant].FirstLine + place.Line - 1].NoteEnd
        : list.Blocks[place.Block].NotesBefore;
}
