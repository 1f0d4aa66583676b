using Publish.Typesetting.Notes;

namespace Publish.Typesetting.Pages;

/// <summary>
/// Finds every sensible way to fill one page that starts at a place: which variants its paragraphs take, where it ends, how much of its notes it
/// holds. Variants are gathered by the height they lead to (the cheapest for each), so that a page costs a few hundred steps and not the product of its choices.
/// One object serves many walks, on one thread.
/// </summary>
internal sealed class PageWalk
{
    /// <summary>Different heights kept after each block; far more than whole lines ever give.</summary>
    private const int MostEntries = 40;

    private readonly VerticalList list;
    private readonly PageFrame frame;
    private readonly PageCosts costs;
    private readonly NoteArea area;
    private readonly long grid;
    private readonly List<WalkEntry> entries = [];
    private readonly List<PageEnd> ends = [];
    private List<int> frontier = [];
    private List<int> next = [];
    private PagePlace start;
    private WalkMode mode;
    private int lowest;
    private long cheapest;
    private bool floatsOnly;
    private bool atEnd;

    /// <summary>For pages of a list.</summary>
    public PageWalk(VerticalList list, PageFrame frame, PageCosts costs)
    {
        this.list = list;
        this.frame = frame;
        this.costs = costs;
        area = new NoteArea(list, frame);
        grid = frame.Grid.Scaled;
    }

    /// <summary>What the last walk put on the page, for going back over one of its ends.</summary>
    public IReadOnlyList<WalkEntry> Entries => entries;

    private int Most => frame.Lines + frame.Longer;

    /// <summary>The ways to end a page that starts at a place. The list is reused by the next walk. Never empty in relaxed mode.</summary>
    /// <param name="place">Where the page starts.</param>
    /// <param name="used">Lines already taken at its top.</param>
    /// <param name="walkMode">How freely it may be filled.</param>
    public List<PageEnd> Run(in PagePlace place, int used, WalkMode walkMode)
    {
        start = place;
        mode = walkMode;
        entries.Clear();
        ends.Clear();
        frontier.Clear();
        lowest = mode.Relaxed || !mode.Choices ? 0 : frame.Lines - frame.Shorter;
        PlaceTop(used * grid);
        for (var block = start.Block; ; block++)
        {
            if (block == list.Blocks.Length)
            {
                atEnd = true;
                EndBetween(block);
                break;
            }

            atEnd = false;
            if (block > start.Block || start.Float < entries[frontier[0]].Float || start.NoteLine > 0 || start.Note < NotesBefore(start))
            {
                EndBetween(block);
            }

            Extend(block);
            if (next.Count == 0)
            {
                break;
            }

            (frontier, next) = (next, frontier);
        }

        if (ends.Count == 0 && (mode.Relaxed || !mode.Choices))
        {
            Force(used * grid);
        }

        return ends;
    }

    /// <summary>Notes called before a place.</summary>
    public int NotesBefore(in PagePlace place) =>
        place.Block == list.Blocks.Length ? list.Notes.Length
        : place.Line > 0 ? list.Lines[list.Variants[place.Variant].FirstLine + place.Line - 1].NoteEnd
        : list.Blocks[place.Block].NotesBefore;

    /// <summary>Figures that wait from earlier pages go to the top, in order, as many as fit; at least one.</summary>
    private void PlaceTop(long y)
    {
        var entry = new WalkEntry(y, 0, -1, -1, -1, 0, start.Float, true);
        entries.Add(entry);
        floatsOnly = false;
        var index = 0;
        var f = start.Float;
        while (f < list.Floats.Length && list.Floats[f] < start.Block)
        {
            var block = list.Blocks[list.Floats[f]];
            var variant = list.Variants[block.FirstVariant];
            var top = f == start.Float ? y : y + block.Gap;
            var bottom = Snap(top + variant.Total);
            if (f > start.Float && bottom > Most * grid)
            {
                break;
            }

            y = bottom;
            entries.Add(new WalkEntry(y, 0, index, list.Floats[f], block.FirstVariant, 0, ++f, false));
            index = entries.Count - 1;
            floatsOnly = y >= frame.Lines * grid * 6 / 10;
        }

        frontier.Add(index);
    }

    /// <summary>Puts a block after each entry, whole, and lets the page end inside it.</summary>
    private void Extend(int b)
    {
        next.Clear();
        SetCheapest();
        ref readonly var block = ref list.Blocks[b];
        var inside = b == start.Block && start.Line > 0;
        foreach (var index in frontier)
        {
            var entry = entries[index];
            var stretches = entry.Fresh || !mode.Choices ? 0 : block.MaxStretch;
            var mayPlace = !block.Floats || !Waits(entry.Float, b);
            for (var stretch = 0; stretch <= stretches && mayPlace; stretch++)
            {
                var top = entry.Y + (stretch * grid) + (inside ? block.RepeatedHead : 0) + (entry.Fresh ? inside ? 0 : block.TopSpace : Gap(entry, b, inside));
                top = block.OnGrid ? Snap(top) : top;
                var (from, to) = inside ? (start.Variant, start.Variant + 1) : (block.FirstVariant, block.VariantEnd);
                for (var v = from; v < to; v++)
                {
                    var variant = list.Variants[v];
                    if (!mode.Choices && !inside && variant.Cost != 0 && HasBest(block))
                    {
                        continue;
                    }

                    var offset = inside ? list.LineEnd[variant.FirstLine + start.Line - 1] : 0;
                    var cost = entry.Cost + (inside ? 0 : variant.Cost) + (stretch * costs.Stretch);
                    var bottom = top + variant.Total - offset;
                    EndInside(b, v, index, top - offset, cost, inside ? start.Line : 0, bottom);
                    if (Up(bottom) + (mode.Relaxed ? 0 : area.FewestFor(start.Note, start.NoteLine, block.NotesAfter)) <= Most)
                    {
                        Push(new WalkEntry(bottom, cost, index, b, v, stretch, block.Floats ? entry.Float + 1 : entry.Float, false));
                    }
                }
            }

            if (block.Floats && !entry.Fresh && (mode.Choices || next.Count == 0))
            {
                Push(entry with { Cost = entry.Cost + costs.FloatDeferred, Parent = index, Block = b, Variant = -1, Stretch = 0 });
            }
        }
    }

    private void SetCheapest()
    {
        cheapest = long.MaxValue;
        foreach (var index in frontier)
        {
            cheapest = Math.Min(cheapest, entries[index].Cost);
        }
    }

    /// <summary>White between what an entry ends with and a block.</summary>
    private long Gap(WalkEntry entry, int b, bool inside)
    {
        while (entry.Variant < 0 && entry.Parent >= 0)
        {
            entry = entries[entry.Parent];
        }

        return entry.Block == b - 1 ? list.Blocks[b].Gap
            : Math.Max(entry.Block < 0 ? 0 : list.Source[entry.Block].SpaceAfter.Scaled, inside ? 0 : list.Source[b].SpaceBefore.Scaled);
    }

    /// <summary>True where a floating block before <paramref name="block"/> still waits for a page.</summary>
    private bool Waits(int nextFloat, int block) => nextFloat < list.Floats.Length && list.Floats[nextFloat] < block;

    private bool HasBest(in FlatBlock block)
    {
        for (var v = block.FirstVariant; v < block.VariantEnd; v++)
        {
            if (list.Variants[v].Cost == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets the page end after each line of a block but its last.</summary>
    private void EndInside(int b, int v, int index, long origin, long cost, int startLine, long bottom)
    {
        var variant = list.Variants[v];
        if (Up(bottom) + area.Lines(start.Note, start.NoteLine, list.Blocks[b].NotesAfter, 0) < Lowest(index))
        {
            return;
        }

        for (var line = startLine + 1; line < variant.LineCount; line++)
        {
            ref readonly var flat = ref list.Lines[variant.FirstLine + line - 1];
            if (flat.BreakAfter != BreakRule.Free && !mode.Relaxed)
            {
                continue;
            }

            var y = origin + list.LineEnd[variant.FirstLine + line - 1];
            if (Up(y) > Most)
            {
                break;
            }

            var place = new PagePlace(b, v, line, 0, 0, entries[index].Float);
            End(place, flat.NoteEnd, y, cost, flat.BreakAfter, flat.EndsInHyphen, index, v);
        }
    }

    /// <summary>Lets the page end before a block, or at the end of the list.</summary>
    private void EndBetween(int b)
    {
        var last = b - 1;
        var rule = BreakRule.Free;
        long extra = 0;
        if (!atEnd && b > start.Block)
        {
            rule = list.Blocks[last].BreakAfter;
            extra = list.Blocks[last].BreakAfterCost;
            if (rule != BreakRule.Free && !mode.Relaxed)
            {
                return;
            }
        }

        var resumed = b == start.Block;
        SetCheapest();
        foreach (var index in frontier)
        {
            var entry = entries[index];
            var place = resumed ? start with { Float = entry.Float } : new PagePlace(b, -1, 0, 0, 0, entry.Float);
            var called = resumed ? NotesBefore(start) : list.Blocks.Length == b ? list.Notes.Length : list.Blocks[b].NotesBefore;
            End(place, called, entry.Y, entry.Cost + extra, rule, false, index, -1);
        }
    }

    /// <summary>Adds the ways to end the page with its text at <paramref name="y"/> and notes up to <paramref name="called"/> called on it.</summary>
    private void End(in PagePlace place, int called, long y, long cost, BreakRule rule, bool hyphen, int entry, int variant)
    {
        var body = Up(y);
        var final = atEnd && !Waits(place.Float, list.Blocks.Length);
        cost += RuleCost(rule);
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

        for (var delta = -frame.Shorter; delta <= frame.Longer; delta++)
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
        _ => 0,
    };

    /// <summary>Keeps the cheapest of the ends that lead to the same place with the same length.</summary>
    private void Add(in PageEnd end)
    {
        for (var i = 0; i < ends.Count; i++)
        {
            var other = ends[i];
            if (other.Next == end.Next && other.Delta == end.Delta)
            {
                if (end.Cost < other.Cost)
                {
                    ends[i] = end;
                }

                return;
            }
        }

        ends.Add(end);
    }

    private void Push(in WalkEntry entry)
    {
        var worst = -1;
        for (var i = 0; i < next.Count; i++)
        {
            var other = entries[next[i]];
            if (other.Y == entry.Y && other.Float == entry.Float)
            {
                if (entry.Cost < other.Cost)
                {
                    entries.Add(entry);
                    next[i] = entries.Count - 1;
                }

                return;
            }

            if (worst < 0 || other.Cost > entries[next[worst]].Cost)
            {
                worst = i;
            }
        }

        if (next.Count >= MostEntries && entries[next[worst]].Cost <= entry.Cost)
        {
            return;
        }

        entries.Add(entry);
        if (next.Count >= MostEntries)
        {
            next[worst] = entries.Count - 1;
        }
        else
        {
            next.Add(entries.Count - 1);
        }
    }

    /// <summary>Fewest lines of a page. Where short pages are allowed at a price, only the cheapest way to what stands on them is worth going on with.</summary>
    private int Lowest(int entry) => lowest > 0 || entries[entry].Cost <= cheapest ? lowest : frame.Lines - frame.Shorter;

    private long Snap(long y) => (y + grid - 1) / grid * grid;

    private int Up(long y) => (int)((y + grid - 1) / grid);
}
