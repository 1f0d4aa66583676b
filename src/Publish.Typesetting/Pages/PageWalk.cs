using System.Runtime.InteropServices;
using Publish.Typesetting.Notes;
using PageCosts = Publish.Styles.Pages.PageCosts;

namespace Publish.Typesetting.Pages;

/// <summary>
/// Finds every sensible way to fill one page that starts at a place: which variants its paragraphs take, where it ends, how much of its notes it
/// holds. Variants are gathered by the height they lead to (the cheapest for each), so that a page costs a few hundred steps and not the product of its choices.
/// One object serves many walks, on one thread.
/// </summary>
internal sealed partial class PageWalk
{
    /// <summary>Different heights kept after each block; more than whole lines ever give.</summary>
    private const int MostEntries = 24;

    private readonly List<WalkEntry> entries = [];
    private readonly List<PageEnd> ends = [];
    private readonly PlaceIndex endIndex = new();
    private VerticalList list = null!;
    private PageFrame frame = null!;
    private PageCosts costs = null!;
    private NoteArea area = null!;
    private long grid;
    private List<int> frontier = [];
    private List<int> next = [];
    private PagePlace start;
    private WalkMode mode;
    private int lowest;
    private long cheapest;
    private long cap;
    private bool floatsOnly;
    private bool figuresOnly;
    private bool atEnd;

    /// <summary>Makes it ready for pages of a list.</summary>
    public void Begin(VerticalList list, PageFrame frame, PageCosts costs)
    {
        (this.list, this.frame, this.costs) = (list, frame, costs);
        area = new NoteArea(list, frame);
        grid = frame.Grid.Scaled;
        Steps = 0;
    }

    /// <summary>What the last walk put on the page, for going back over one of its ends.</summary>
    public IReadOnlyList<WalkEntry> Entries => entries;

    /// <summary>Blocks put on pages and ends weighed so far: what a search costs, whatever the machine.</summary>
    public long Steps { get; private set; }

    private int Most => frame.Lines + frame.Longer;

    /// <summary>The ways to end a page that starts at a place. The list is reused by the next walk. Never empty in relaxed mode.</summary>
    /// <param name="place">Where the page starts.</param>
    /// <param name="used">Lines already taken at its top.</param>
    /// <param name="walkMode">How freely it may be filled.</param>
    /// <param name="dearest">Only ends that cost less are found.</param>
    public List<PageEnd> Run(in PagePlace place, int used, WalkMode walkMode, long dearest = long.MaxValue)
    {
        start = place;
        mode = walkMode;
        cap = dearest;
        entries.Clear();
        ends.Clear();
        endIndex.Clear();
        frontier.Clear();
        lowest = mode.Relaxed || !mode.Choices ? 0 : frame.Lines - frame.Shorter;
        PlaceWaiting(used * grid);
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

            if (figuresOnly)
            {
                break;
            }

            Extend(block);
            if (next.Count == 0)
            {
                break;
            }

            (frontier, next) = (next, frontier);
        }

        if (ends.Count == 0 && (mode.Relaxed || !mode.Choices) && cap == long.MaxValue)
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

    /// <summary>
    /// What waits from earlier pages goes to the head or the foot of this one, in order, as much as fits; at least one. What wants a page without text gets it,
    /// unless notes go on from the page before.
    /// </summary>
    private void PlaceWaiting(long y)
    {
        entries.Add(new WalkEntry(y, 0, -1, -1, -1, 0, start.Float, true));
        floatsOnly = false;
        figuresOnly = false;
        var index = 0;
        var foot = 0;
        var carried = start.Block < list.Blocks.Length && (start.NoteLine > 0 || start.Note < NotesBefore(start));
        for (var f = start.Float; Waits(f, start.Block); f++)
        {
            var block = list.Blocks[list.Floats[f]];
            var total = list.Variants[block.FirstVariant].Total;
            var first = f == start.Float;
            if (block.Float == FloatPlace.Bottom)
            {
                var lines = FootLines(list.Floats[f]);
                if (!first && Up(y) + foot + lines > Most)
                {
                    break;
                }

                foot += lines;
                entries.Add(new WalkEntry(y, 0, index, list.Floats[f], block.FirstVariant, 0, f + 1, entries[index].Fresh, foot, true));
            }
            else
            {
                var bottom = Snap((first ? y : y + block.Gap) + total);
                if (foot > 0 || (!first && (bottom > Most * grid || (block.Float == FloatPlace.Page) != figuresOnly)) || (block.Float == FloatPlace.Page && carried))
                {
                    break;
                }

                figuresOnly = block.Float == FloatPlace.Page;
                y = bottom;
                entries.Add(new WalkEntry(y, 0, index, list.Floats[f], block.FirstVariant, 0, f + 1, false));
            }

            index = entries.Count - 1;
            floatsOnly = figuresOnly || Up(y) + foot >= frame.Lines * 6 / 10;
        }

        frontier.Add(index);
        if (!figuresOnly && foot == 0)
        {
            PlaceAhead(index);
        }
    }

    /// <summary>What comes later on this page and wants to stand at its head does so; the page then reaches as far as its place in the text. Nothing stands above an opening.</summary>
    private void PlaceAhead(int index)
    {
        if (!mode.Choices || (start.Block == 0 && start.Line == 0) || start.Block == list.Blocks.Length)
        {
            return;
        }

        for (var f = entries[index].Float; f < list.Floats.Length && list.Blocks[list.Floats[f]].Float == FloatPlace.Top && IsNear(list.Floats[f]); f++)
        {
            var entry = entries[index];
            var block = list.Blocks[list.Floats[f]];
            var bottom = Snap((entry.Block < 0 ? entry.Y : entry.Y + block.Gap) + list.Variants[block.FirstVariant].Total);
            if (bottom > Most * grid)
            {
                return;
            }

            entries.Add(new WalkEntry(bottom, 0, index, list.Floats[f], block.FirstVariant, 0, f + 1, false));
            index = entries.Count - 1;
            frontier.Add(index);
        }
    }

    /// <summary>True where a block may come on this page.</summary>
    private bool IsNear(int block)
    {
        long height = 0;
        for (var b = start.Block; b < block && height <= Most * grid; b++)
        {
            // The block the page begins in may have little left.
            height += b == start.Block && start.Line > 0 ? 0 : list.Blocks[b].Floats ? 0 : list.Variants[list.Blocks[b].FirstVariant].Total;
        }

        return height <= Most * grid;
    }

    /// <summary>Lines that a block takes at the foot, the white above it included.</summary>
    private int FootLines(int block) => Up(list.Source[block].SpaceBefore.Scaled + list.Variants[list.Blocks[block].FirstVariant].Total);

    /// <summary>Puts a block after each entry, whole, and lets the page end inside it.</summary>
    private void Extend(int b)
    {
        next.Clear();
        SetCheapest();
        ref readonly var block = ref list.Blocks[b];
        var inside = b == start.Block && start.Line > 0;
        var deepest = (Most - (mode.Relaxed ? 0 : area.FewestFor(start.Note, start.NoteLine, block.NotesAfter))) * grid;
        var notesAfter = area.Lines(start.Note, start.NoteLine, block.NotesAfter, 0);
        foreach (var index in CollectionsMarshal.AsSpan(frontier))
        {
            // What is added later may move the others: this one is never changed.
            ref readonly var entry = ref CollectionsMarshal.AsSpan(entries)[index];
            if (block.Floats && IsAhead(entry.Float, b))
            {
                Push(entry with { Parent = index, Block = b, Variant = WalkEntry.Passed, Stretch = 0, AtFoot = false });
                continue;
            }

            var stretches = entry.Fresh || !mode.Choices ? 0 : block.MaxStretch;
            var mayPlace = !block.Floats || (entry.Foot == 0 && !Waits(entry.Float, b) && (block.Float == FloatPlace.Auto || (block.Float == FloatPlace.Top && entry.Fresh) || (block.Float == FloatPlace.Page && entry.Fresh && b == list.Blocks.Length - 1)));
            if (block.Float == FloatPlace.Bottom && !Waits(entry.Float, b))
            {
                PlaceAtFoot(b, index, deepest);
            }

            for (var stretch = 0; stretch <= stretches && mayPlace; stretch++)
            {
                var top = entry.Y + (stretch * grid) + (inside ? block.RepeatedHead : 0) + (entry.Fresh ? inside ? 0 : block.TopSpace : Gap(entry, b, inside));
                top = block.OnGrid ? Snap(top) : top;
                var (from, to) = inside ? (start.Variant, start.Variant + 1) : (block.FirstVariant, block.VariantEnd);
                for (var v = from; v < to; v++)
                {
                    ref readonly var variant = ref list.Variants[v];
                    if (!mode.Choices && !inside && variant.Cost != 0 && HasBest(block))
                    {
                        continue;
                    }

                    var offset = inside ? list.LineEnd[variant.FirstLine + start.Line - 1] : 0;
                    var cost = entry.Cost + (inside ? 0 : variant.Cost) + (stretch * costs.Stretch);
                    if (cost >= cap)
                    {
                        continue;
                    }

                    Steps++;
                    var bottom = top + variant.Total - offset;
                    if (bottom > (Lowest(index) - notesAfter - entry.Foot - 1) * grid && !block.Floats)
                    {
                        EndInside(b, v, index, top - offset, cost, inside ? start.Line : 0, Lowest(index) - notesAfter - entry.Foot);
                    }

                    if (bottom <= deepest - (entry.Foot * grid))
                    {
                        Push(new WalkEntry(bottom, cost, index, b, v, stretch, block.Floats ? entry.Float + 1 : entry.Float, false, entry.Foot));
                    }
                }
            }

            if (block.Floats && (!entry.Fresh || (block.Float == FloatPlace.Page && !mayPlace)) && (mode.Choices || next.Count == 0))
            {
                Push(entry with { Cost = entry.Cost + DeferredCost(block.Float), Parent = index, Block = b, Variant = WalkEntry.Deferred, Stretch = 0, AtFoot = false });
            }
        }
    }

    private int DeferredCost(FloatPlace place) => place == FloatPlace.Page ? 0 : costs.FloatDeferred;

    /// <summary>Puts a block at the foot of the page, where there is room.</summary>
    private void PlaceAtFoot(int b, int index, long deepest)
    {
        var entry = entries[index];
        var foot = entry.Foot + FootLines(b);
        Steps++;
        if (entry.Y <= deepest - (foot * grid))
        {
            Push(entry with { Parent = index, Block = b, Variant = list.Blocks[b].FirstVariant, Stretch = 0, Float = entry.Float + 1, Foot = foot, AtFoot = true });
        }
    }

    private void SetCheapest()
    {
        cheapest = long.MaxValue;
        var known = CollectionsMarshal.AsSpan(entries);
        foreach (var index in CollectionsMarshal.AsSpan(frontier))
        {
            cheapest = Math.Min(cheapest, known[index].Cost);
        }
    }

    /// <summary>White between what an entry ends with and a block.</summary>
    private long Gap(in WalkEntry last, int b, bool inside)
    {
        var entry = last;
        while (entry.Elsewhere && entry.Parent >= 0)
        {
            entry = entries[entry.Parent];
        }

        return entry.Block == b - 1 ? list.Blocks[b].Gap
            : Math.Max(entry.Block < 0 ? 0 : list.Source[entry.Block].SpaceAfter.Scaled, inside ? 0 : list.Source[b].SpaceBefore.Scaled);
    }

    /// <summary>True where a floating block before <paramref name="block"/> still waits for a page.</summary>
    private bool Waits(int nextFloat, int block) => nextFloat < list.Floats.Length && list.Floats[nextFloat] < block;

    /// <summary>True where a block stands at the head of the page though <paramref name="block"/>, before which it isn't, hasn't been reached.</summary>
    private bool IsAhead(int nextFloat, int block) => nextFloat > 0 && list.Floats[nextFloat - 1] >= block;

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

    private void Push(in WalkEntry entry)
    {
        var worst = -1;
        var most = long.MinValue;
        var known = CollectionsMarshal.AsSpan(entries);
        var kept = CollectionsMarshal.AsSpan(next);
        for (var i = 0; i < kept.Length; i++)
        {
            ref readonly var other = ref known[kept[i]];
            if (other.Y == entry.Y && other.Float == entry.Float && other.Foot == entry.Foot)
            {
                if (entry.Cost < other.Cost)
                {
                    entries.Add(entry);
                    kept[i] = entries.Count - 1;
                }

                return;
            }

            if (other.Cost > most)
            {
                (worst, most) = (i, other.Cost);
            }
        }

        if (kept.Length >= MostEntries && most <= entry.Cost)
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

    private long Snap(long y) => Up(y) * grid;

    /// <summary>Lines that reach down to a height. Heights of pages are small numbers, which divide faster.</summary>
    private int Up(long y) => (ulong)(y += grid - 1) <= uint.MaxValue ? (int)((uint)y / (uint)grid) : (int)(y / grid);
}
