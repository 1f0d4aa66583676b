using System.Runtime.InteropServices;

namespace Publish.Typesetting.Pages;

/// <content>The ways in which a page may end.</content>
internal sealed partial class PageWalk
{
    /// <summary>Lets the page end after each line of a block but its last.</summary>
    private void EndInside(int b, int v, int index, long origin, long cost, int startLine, int fewest)
    {
        var (ahead, foot) = (entries[index].Float, entries[index].Foot);
        if (IsAhead(ahead, b))
        {
            return;
        }

        ref readonly var variant = ref list.Variants[v];
        var above = (fewest - 1) * grid;
        var below = (Most - foot) * grid;
        var least = (Lowest(index) - foot - 2) * grid;
        var open = start.Note < list.Blocks[b].NotesAfter || start.NoteLine > 0;
        for (var line = FirstBelow(variant, startLine + 1, above - origin); line < variant.LineCount; line++)
        {
            var y = origin + list.LineEnd[variant.FirstLine + line - 1];
            if (y > below)
            {
                break;
            }

            ref readonly var flat = ref list.Lines[variant.FirstLine + line - 1];
            if (flat.BreakAfter != BreakRule.Free && !mode.Relaxed)
            {
                continue;
            }

            if (open && !mode.Relaxed)
            {
                // Far from the foot with all notes, or beyond it with the least of them: no need to look closer.
                if (y + area.Height(start.Note, start.NoteLine, flat.NoteEnd, 0) <= least)
                {
                    continue;
                }

                if (flat.NoteEnd - 1 > start.Note && y + area.Height(start.Note, start.NoteLine, flat.NoteEnd - 1, 0) > below)
                {
                    break;
                }
            }

            var place = new PagePlace(b, v, line, 0, 0, ahead);
            End(place, flat.NoteEnd, y, cost, flat.BreakAfter, flat.EndsInHyphen, index, v);
        }
    }

    /// <summary>The first line of a variant, not before another, that ends below a height.</summary>
    private int FirstBelow(in FlatVariant variant, int line, long height)
    {
        var last = variant.LineCount;
        while (line < last)
        {
            var middle = (line + last) >>> 1;
            if (list.LineEnd[variant.FirstLine + middle - 1] <= height)
            {
                line = middle + 1;
            }
            else
            {
                last = middle;
            }
        }

        return line;
    }

    /// <summary>Lets the page end before a block, or at the end of the list.</summary>
    private void EndBetween(int b)
    {
        if (!atEnd && b > start.Block && list.Blocks[b].Float == FloatPlace.Page)
        {
            // A page for figures follows the page on which their place in the text is: better after that place than before.
            return;
        }

        var resumed = b == start.Block;
        SetCheapest();
        var notes = area.Lines(start.Note, start.NoteLine, resumed ? NotesBefore(start) : list.Blocks.Length == b ? list.Notes.Length : list.Blocks[b].NotesBefore, 0);
        foreach (var index in CollectionsMarshal.AsSpan(frontier))
        {
            ref readonly var entry = ref CollectionsMarshal.AsSpan(entries)[index];
            if ((!atEnd && entry.Float == start.Float && entry.Y <= (Lowest(index) - notes - entry.Foot - 1) * grid) || IsAhead(entry.Float, b))
            {
                continue;
            }

            var (rule, extra) = atEnd ? (BreakRule.Free, 0) : RuleAfter(index);
            if (rule != BreakRule.Free && !mode.Relaxed)
            {
                continue;
            }

            var place = resumed ? start with { Float = entry.Float } : new PagePlace(b, -1, 0, 0, 0, entry.Float);
            var called = resumed ? NotesBefore(start) : list.Blocks.Length == b ? list.Notes.Length : list.Blocks[b].NotesBefore;
            End(place, called, entry.Y, entry.Cost + extra, rule, false, index, -1);
        }
    }

    /// <summary>What a break after an entry breaks: after what stands last in the text, whatever has gone elsewhere.</summary>
    private (BreakRule Rule, int Cost) RuleAfter(int index)
    {
        var entry = entries[index];
        while (entry.Elsewhere && entry.Parent >= 0)
        {
            entry = entries[entry.Parent];
        }

        return entry.Block < start.Block || entry.Fresh ? (BreakRule.Free, 0) : (list.Blocks[entry.Block].BreakAfter, list.Blocks[entry.Block].BreakAfterCost);
    }

    /// <summary>Adds the ways to end the page with its text at <paramref name="y"/> and notes up to <paramref name="called"/> called on it.</summary>
    private void End(in PagePlace place, int called, long y, long cost, BreakRule rule, bool hyphen, int entry, int variant)
    {
        Steps++;
        var body = Up(y) + entries[entry].Foot;
        var final = atEnd && !Waits(place.Float, list.Blocks.Length);
        cost += RuleCost(rule);
        if (cost >= cap)
        {
            return;
        }

        if (called == start.Note && start.NoteLine == 0)
        {
            EndWithoutNotes(place with { Note = called }, y, body, cost, rule, hyphen, final, entry, variant);
            return;
        }

        var full = area.Lines(start.Note, start.NoteLine, called, 0);
        if (body + full < Lowest(entry) && !final)
        {
            return;
        }

        for (var delta = Math.Max(-frame.Shorter, body - frame.Lines); delta <= frame.Longer; delta++)
        {
            var room = frame.Lines + delta - body;
            var deltaCost = delta == 0 ? 0 : costs.Delta;
            if (full <= room)
            {
                var slack = room - full;
                if (slack <= frame.NoteSlack || final || mode.Relaxed || !mode.Choices)
                {
                    var slackCost = final ? 0 : slack <= frame.NoteSlack ? costs.NoteSlack * slack * slack : costs.ShortPage + (costs.ShortPageLine * slack * slack);
                    var shortLast = final ? ShortLast(body + full) : 0;
                    Add(new PageEnd(
                        place with { Note = called, NoteLine = 0 }, cost + deltaCost + slackCost + AreaCost(full, body) + shortLast, body, delta, rule, hyphen, final, entry, variant, y, true));
                }

                continue;
            }

            if (room < 0 || (room == 0 && !mode.Relaxed))
            {
                continue;
            }

            Split(place, called, y, body, room, delta, cost + deltaCost, rule, hyphen, entry, variant);
        }
    }

    private void Split(in PagePlace place, int called, long y, int body, int room, int delta, long cost, BreakRule rule, bool hyphen, int entry, int variant)
    {
        var last = called - 1;
        var line = area.LargestSplit(start.Note, start.NoteLine, last, room);
        if (line > 0)
        {
            var slack = room - area.Lines(start.Note, start.NoteLine, last, line);
            if (slack > frame.NoteSlack && !mode.Relaxed && mode.Choices)
            {
                return;
            }

            var carried = costs.NoteSplit + (costs.NoteCarriedLine * (list.NoteLines(last) - line));
            Add(new PageEnd(
                place with { Note = last, NoteLine = line },
                cost + carried + (costs.NoteSlack * slack * slack) + AreaCost(room - slack, body), body, delta, rule, hyphen, false, entry, variant, y, true));
        }
        else if (mode.Relaxed)
        {
            // As much as fits, in order; the rest, whose calls stand on this page, waits.
            var (note, noteLine) = area.Furthest(start.Note, start.NoteLine, called, room);
            var apart = Math.Max(0, called - (noteLine > 0 ? note + 1 : note));
            var moved = (note, noteLine) != (start.Note, start.NoteLine);
            var forward = place with { Note = 0, NoteLine = 0, Float = 0 } != start with { Note = 0, NoteLine = 0, Float = 0 };
            if (moved || forward)
            {
                var taken = area.Lines(start.Note, start.NoteLine, note, noteLine);
                var stub = area.IsStub(note, note == start.Note ? start.NoteLine : 0, noteLine) ? costs.NoteStub : 0;
                Add(new PageEnd(
                    place with { Note = note, NoteLine = noteLine },
                    cost + costs.NoteSplit + stub + ((long)costs.NoteApart * apart) + AreaCost(taken, body), body, delta, rule, hyphen, false, entry, variant, y, true));
            }
        }
    }

    private void EndWithoutNotes(in PagePlace place, long y, int body, long cost, BreakRule rule, bool hyphen, bool final, int entry, int variant)
    {
        if (body > Most)
        {
            return;
        }

        var delta = body - frame.Lines;
        if (final)
        {
            var need = Math.Max(delta, -frame.Shorter);
            Add(new PageEnd(place, cost + (need > 0 ? costs.Delta * need : 0) + ShortLast(body), body, need, rule, hyphen, true, entry, variant, y, false));
            return;
        }

        var free = mode.Relaxed || !mode.Choices;
        if (place with { Float = 0 } == start with { Float = 0 })
        {
            // No text: a page of figures, which may stand alone where they nearly fill it.
            if (place.Float > start.Float && (floatsOnly || free || atEnd))
            {
                Add(new PageEnd(place, cost + costs.FloatPage, body, 0, rule, hyphen, false, entry, variant, y, false));
            }

            return;
        }

        if (atEnd)
        {
            // The text is at its end and figures wait for a page of their own.
            Add(new PageEnd(place, cost + costs.FloatPage, body, Math.Max(delta, -frame.Shorter), rule, hyphen, false, entry, variant, y, false));
            return;
        }

        if (delta < -frame.Shorter && (!free || body < Lowest(entry)))
        {
            return;
        }

        cost += delta == 0 ? 0 : delta < -frame.Shorter ? costs.ShortPage + ((long)costs.ShortPageLine * delta * delta) : (long)costs.Delta * Math.Abs(delta);
        Add(new PageEnd(place, cost, body, delta, rule, hyphen, false, entry, variant, y, false));
    }

    /// <summary>Nothing fits: one thing goes on the page though it sticks out, so that every page gets on.</summary>
    private void Force(long top)
    {
        long cost = costs.Overflow;
        entries.Clear();
        entries.Add(new WalkEntry(top, 0, -1, -1, -1, 0, start.Float, true));
        var before = NotesBefore(start);
        if (start.Note < before)
        {
            var whole = start.NoteLine + 1 >= list.NoteLines(start.Note);
            var place = whole ? start with { Note = start.Note + 1, NoteLine = 0 } : start with { NoteLine = start.NoteLine + 1 };
            ends.Add(new PageEnd(place, cost, Up(top), 0, BreakRule.Free, false, atEnd && place.Note == before && !Waits(start.Float, start.Block), 0, -1, top, true));
            return;
        }

        var b = start.Block;
        if (Waits(start.Float, b))
        {
            var figure = list.Floats[start.Float];
            var foot = top + list.Variants[list.Blocks[figure].FirstVariant].Total;
            entries.Add(new WalkEntry(foot, 0, 0, figure, list.Blocks[figure].FirstVariant, 0, start.Float + 1, false));
            var over = start with { Float = start.Float + 1 };
            ends.Add(new PageEnd(over, cost, Up(foot), 0, BreakRule.Free, false, b == list.Blocks.Length && !Waits(over.Float, b), 1, -1, foot, false));
            return;
        }

        var block = list.Blocks[b];
        var v = start.Line > 0 ? start.Variant : block.FirstVariant;
        var variant = list.Variants[v];
        var line = start.Line + 1;
        var offset = start.Line > 0 ? list.LineEnd[variant.FirstLine + start.Line - 1] : 0;
        var y = top + list.LineEnd[variant.FirstLine + line - 1] - offset;
        var called = list.Lines[variant.FirstLine + line - 1].NoteEnd;
        var room = frame.Lines - Up(y);
        var (note, noteLine) = room > 0 ? area.Furthest(start.Note, start.NoteLine, called, room) : (start.Note, start.NoteLine);
        cost += (long)costs.NoteApart * Math.Max(0, called - (noteLine > 0 ? note + 1 : note));
        if (line < variant.LineCount)
        {
            ends.Add(new PageEnd(new PagePlace(b, v, line, note, noteLine, start.Float), cost, Up(y), 0, BreakRule.Free, false, false, 0, v, y, false));
            return;
        }

        var f = block.Floats ? start.Float + 1 : start.Float;
        entries.Add(new WalkEntry(y, 0, 0, b, v, 0, f, false));
        var final = b + 1 == list.Blocks.Length && note == list.Notes.Length && !Waits(f, b + 1);
        ends.Add(new PageEnd(new PagePlace(b + 1, -1, 0, note, noteLine, f), cost, Up(y), 0, BreakRule.Free, false, final, 1, -1, y, false));
    }

    private int ShortLast(int lines) => start != PagePlace.Start && lines < costs.ShortLastLines ? costs.ShortLast : 0;

    private long AreaCost(int lines, int body) => PageAccount.NoteArea(lines, frame, costs) + (body == 0 ? costs.NotesOnly : 0);

    private long RuleCost(BreakRule rule) => rule switch
    {
        BreakRule.Widow => costs.Widow,
        BreakRule.Orphan => costs.Orphan,
        BreakRule.Keep => costs.Keep,
        BreakRule.NoteApart => costs.NoteApart,
        _ => 0,
    };

    /// <summary>Keeps the cheapest of the ends that lead to the same place with the same length.</summary>
    private void Add(in PageEnd end)
    {
        if (end.Cost >= cap)
        {
            return;
        }

        var slot = endIndex.Find(end.Next, end.Delta, out var known);
        if (!known)
        {
            endIndex.Set(slot, ends.Count);
            ends.Add(end);
        }
        else if (end.Cost < ends[endIndex.Get(slot)].Cost)
        {
            ends[endIndex.Get(slot)] = end;
        }
    }
}
