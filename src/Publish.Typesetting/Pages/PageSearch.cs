using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Typesetting.Display;
using PageCosts = Publish.Styles.Pages.PageCosts;

namespace Publish.Typesetting.Pages;

/// <summary>The pages found for a list.</summary>
/// <param name="Pages">The pages in order.</param>
/// <param name="Cost">The sum of their costs.</param>
/// <param name="Relaxed">True where no pages could be found without breaking a rule.</param>
internal sealed record PageResult(ImmutableArray<PagePlan> Pages, long Cost, bool Relaxed)
{
    /// <summary>Blocks put on pages and ends weighed to find them.</summary>
    public long Steps { get; init; }
}

/// <summary>
/// Looks for the cheapest pages of a whole list: a dynamic programme over the places where a page may start (block, line, variant, notes carried in,
/// figures waiting) and the length of the page it faces, layer by layer of pages (after Plass 1981 and Mittelbach 2016). Rules are hard; only on a page that
/// can't be made otherwise are they broken, at their price. A narrow search comes first; on a short list what it finds bounds a wide one, which is exact. Greedy
/// pages are the last resort, and what is found never costs more than they do. One object serves all searches of a thread, one after the other.
/// </summary>
internal sealed class PageSearch
{
    /// <summary>No page faces this one, or it ends where it likes.</summary>
    private const sbyte Free = sbyte.MaxValue;

    /// <summary>Places a narrow search keeps per page, and how much dearer than the cheapest of a page they may be: about what it takes to steer from the one to the other.</summary>
    private const int NarrowBeam = 8;
    private const int Reach = 1500;

    /// <summary>Places a wide search keeps per page; on no more than so many lines enough to be exact.</summary>
    private const int WideBeam = 24;
    private const int FewLines = 150;
    private const int WidestBeam = 400;

    [ThreadStatic]
    private static PageSearch? ofThread;

    private readonly PageWalk walk = new();
    private readonly List<Label> labels = [];
    private readonly PlaceIndex seen = new();
    private readonly PlaceIndex walked = new();
    private readonly List<(int From, int Count)> ranges = [];
    private readonly List<PageEnd> found = [];
    private readonly List<Label> next = [];
    private readonly List<(long Cost, int Index)> order = [];
    private readonly LeastCosts best = new();
    private VerticalList list = null!;
    private PageFrame frame = null!;
    private PageCosts costs = null!;
    private bool truncated;

    private PageSearch()
    {
    }

    /// <summary>The best pages for a list.</summary>
    public static PageResult Find(VerticalList list, PageFrame frame, PageCosts costs)
    {
        if (list.Blocks.Length == 0)
        {
            return new PageResult([], 0, false);
        }

        var search = For(list, frame, costs);
        var bound = long.MaxValue;
        var last = search.Search(ref bound, NarrowBeam, Reach);
        if (search.truncated && bound > 0)
        {
            // On a few lines a wide search is exact; elsewhere it is worth the time only where a rule had to be broken.
            var few = search.EstimatedLines() <= FewLines;
            if (few || last < 0 || search.labels[last].Broken)
            {
                search.truncated = false;
                var wide = search.Search(ref bound, few ? WidestBeam : WideBeam, few ? bound : Reach * 2);
                last = wide >= 0 ? wide : last;
            }
        }

        if (last < 0 || search.truncated || search.labels[last].Cost >= Math.Min(costs.HyphenOverLeaf, costs.Uneven))
        {
            var greedy = search.Greedy(last < 0 ? long.MaxValue : search.labels[last].Cost);
            last = greedy >= 0 ? greedy : last;
        }

        return search.Trace(last, search.labels[last].Broken);
    }

    /// <summary>The pages that come of filling one after the other, every paragraph as the line stage likes it best: what most systems do.</summary>
    public static PageResult FindGreedy(VerticalList list, PageFrame frame, PageCosts costs)
    {
        if (list.Blocks.Length == 0)
        {
            return new PageResult([], 0, false);
        }

        var search = For(list, frame, costs);
        var found = search.Greedy(long.MaxValue);
        return search.Trace(found, search.labels[found].Broken);
    }

    private static PageSearch For(VerticalList list, PageFrame frame, PageCosts costs)
    {
        var search = ofThread ??= new PageSearch();
        (search.list, search.frame, search.costs) = (list, frame, costs);
        search.walk.Begin(list, frame, costs);
        search.labels.Clear();
        search.truncated = false;
        return search;
    }

    /// <summary>The last page of greedy pages; −1 where they cost no less than <paramref name="bound"/>, which mostly shows soon.</summary>
    private int Greedy(long bound)
    {
        var current = Root();
        for (var page = 0; ; page++)
        {
            var label = labels[current];
            var mode = new WalkMode(false, false);
            var end = Fullest(walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode), false);
            if (end is null)
            {
                mode = new WalkMode(true, false);
                end = Fullest(walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode), true)
                    ?? walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode)[0];
            }

            current = Follow(current, page, end.Value, mode, Cost(end.Value, page, label.Facing, true)!.Value);
            if (labels[current].Cost >= bound)
            {
                return -1;
            }

            if (end.Value.Final)
            {
                return current;
            }
        }
    }

    /// <summary>
    /// Of ends no longer than the type area the one that leaves least for the next pages; where a rule has to be broken, of those that cost least, so that notes never
    /// fall behind for the sake of more text.
    /// </summary>
    private static PageEnd? Fullest(List<PageEnd> ends, bool relaxed)
    {
        PageEnd? best = null;
        foreach (var end in ends)
        {
            if (end.Delta <= 0 && (best is not { } other || (relaxed && end.Cost != other.Cost ? end.Cost < other.Cost : Further(end, other))))
            {
                best = end;
            }
        }

        return best;
    }

    private static bool Further(in PageEnd a, in PageEnd b)
    {
        var order = (a.Next.Block, a.Next.Line, a.Next.Note, a.Next.NoteLine, a.Next.Float).CompareTo((b.Next.Block, b.Next.Line, b.Next.Note, b.Next.NoteLine, b.Next.Float));
        return order != 0 ? order > 0 : a.Delta != b.Delta ? a.Delta > b.Delta : a.Cost < b.Cost;
    }

    /// <summary>The label of the cheapest last page that costs less than <paramref name="bound"/>, which it lowers; −1 for none.</summary>
    /// <param name="bound">What the pages must cost less than.</param>
    /// <param name="beam">Places kept per page.</param>
    /// <param name="reach">How much dearer than the cheapest place of a page others may be.</param>
    private int Search(ref long bound, int beam, long reach)
    {
        var layer = new List<int> { Root() };
        var last = -1;
        for (var page = 0; layer.Count > 0; page++)
        {
            // Rules are only broken on a page that can't be made otherwise from any place it may start at.
            next.Clear();
            if (!Advance(layer, page, new WalkMode(false, true), beam, reach, ref bound, ref last))
            {
                Advance(layer, page, new WalkMode(true, true), beam, long.MaxValue, ref bound, ref last);
            }

            Keep(layer, beam);
        }

        return last;
    }

    /// <summary>Makes the cheapest of the next places the new layer, cheapest first.</summary>
    private void Keep(List<int> layer, int beam)
    {
        layer.Clear();
        order.Clear();
        for (var i = 0; i < next.Count; i++)
        {
            // The order in which they were found settles ties, so that the same pages come out each time.
            order.Add((next[i].Cost, i));
        }

        truncated |= next.Count > beam;
        if (beam > NarrowBeam)
        {
            order.Sort();
        }
        else
        {
            SortFew(CollectionsMarshal.AsSpan(order), beam);
        }

        for (var i = 0; i < order.Count && i < beam; i++)
        {
            labels.Add(next[order[i].Index]);
            layer.Add(labels.Count - 1);
        }
    }

    /// <summary>Puts the few least to the front, in order: what is sorted is found in order already where costs are equal.</summary>
    private static void SortFew(Span<(long Cost, int Index)> items, int few)
    {
        for (var i = 1; i < items.Length; i++)
        {
            var item = items[i];
            var at = Math.Min(i, few);
            if (at < i && item.Cost >= items[at - 1].Cost)
            {
                continue;
            }

            for (; at > 0 && items[at - 1].Cost > item.Cost; at--)
            {
                if (at < few)
                {
                    items[at] = items[at - 1];
                }
            }

            if (at < few)
            {
                items[at] = item;
            }
        }
    }

    /// <summary>A place as far as what follows is concerned: of a paragraph without more notes only the number of lines left counts, not of which way to set it they are.</summary>
    private PagePlace Essence(in PagePlace place)
    {
        if (place.Line == 0)
        {
            return place;
        }

        var variant = list.Variants[place.Variant];
        return list.Lines[variant.FirstLine + place.Line - 1].NoteEnd == list.Blocks[place.Block].NotesAfter ? place with { Variant = -2, Line = variant.LineCount - place.Line } : place;
    }

    /// <summary>Adds a page after each label of a layer, cheapest first; says whether any page could be made at all.</summary>
    private bool Advance(List<int> layer, int page, WalkMode mode, int beam, long reach, ref long bound, ref int last)
    {
        var any = false;
        seen.Clear();
        walked.Clear();
        ranges.Clear();
        found.Clear();
        best.Clear(beam, reach);
        foreach (var index in layer)
        {
            var label = labels[index];
            if (label.Cost >= bound)
            {
                any = true;
                break;
            }

            // The cheapest label of a place comes first, so that its walk finds all that later ones may want.
            var slot = walked.Find(label.Place, 0, out var known);
            if (!known)
            {
                var room = bound - label.Cost;
                if (best.Limit < bound)
                {
                    room = Math.Max(0, best.Limit - label.Cost);
                    truncated = true;
                }

                walked.Set(slot, ranges.Count);
                ranges.Add((found.Count, 0));
                if (room > 0)
                {
                    found.AddRange(walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode, mode.Relaxed ? long.MaxValue : room));
                    ranges[^1] = (ranges[^1].From, found.Count - ranges[^1].From);
                }
            }

            var (from, count) = ranges[walked.Get(slot)];
            foreach (ref readonly var end in CollectionsMarshal.AsSpan(found).Slice(from, count))
            {
                if (Cost(end, page, label.Facing, mode.Relaxed) is not { } cost)
                {
                    continue;
                }

                any = true;
                var sum = label.Cost + cost;
                if (sum >= bound)
                {
                    continue;
                }

                if (end.Final)
                {
                    bound = sum;
                    last = Follow(index, page, end, mode, cost);
                    continue;
                }

                if (sum >= best.Limit)
                {
                    truncated = true;
                    continue;
                }

                var spot = seen.Find(Essence(end.Next), FacingAfter(page, end), out var other);
                if (!other)
                {
                    best.Add(sum);
                    seen.Set(spot, next.Count);
                    next.Add(Made(index, page, end, mode, cost));
                }
                else if (sum < next[seen.Get(spot)].Cost)
                {
                    best.Replace(next[seen.Get(spot)].Cost, sum);
                    next[seen.Get(spot)] = Made(index, page, end, mode, cost);
                }
            }
        }

        return any;
    }

    private int Root()
    {
        labels.Add(new Label(Free, 0, -1, 0, default(PageEnd) with { Next = PagePlace.Start }, default, false));
        return labels.Count - 1;
    }

    private int Follow(int parent, int page, in PageEnd end, WalkMode mode, long cost)
    {
        labels.Add(Made(parent, page, end, mode, cost));
        return labels.Count - 1;
    }

    private Label Made(int parent, int page, in PageEnd end, WalkMode mode, long cost)
    {
        var before = labels[parent];
        return new Label(FacingAfter(page, end), before.Cost + cost, parent, page, end, mode, before.Broken || cost >= Math.Min(costs.HyphenOverLeaf, costs.Widow));
    }

    private sbyte FacingAfter(int page, in PageEnd end) =>
        frame.SideOf(page) == PageSide.Verso && end.Delta >= -frame.Shorter ? (sbyte)end.Delta : Free;

    /// <summary>The whole cost of a page; null where it isn't allowed.</summary>
    private long? Cost(in PageEnd end, int page, sbyte facing, bool relaxed)
    {
        var recto = frame.SideOf(page) == PageSide.Recto;
        if (end.Hyphen && recto && !relaxed)
        {
            return null;
        }

        var cost = end.Cost + (end.Hyphen ? recto ? costs.HyphenOverLeaf : costs.HyphenAcross : 0);
        if (end.Rule == BreakRule.Widow && !recto)
        {
            cost += costs.WidowOnRecto;
        }

        return cost + PageAccount.Uneven(end, recto ? facing : Free, frame, costs);
    }

    private long EstimatedLines()
    {
        long height = list.Notes.Length == 0 ? 0 : list.NoteHeight(0, 0, list.Notes.Length, 0);
        foreach (var block in list.Blocks)
        {
            height += block.Gap + list.Variants[block.FirstVariant].Total;
        }

        return height / frame.Grid.Scaled;
    }

    private PageResult Trace(int last, bool relaxed)
    {
        var chain = new List<int>();
        for (var index = last; labels[index].Parent >= 0; index = labels[index].Parent)
        {
            chain.Add(index);
        }

        chain.Reverse();
        var pages = ImmutableArray.CreateBuilder<PagePlan>(chain.Count);
        var assembly = new PageAssembly(list, frame, costs);
        foreach (var index in chain)
        {
            // The walk is made again to know what led to its end: cheaper than keeping every walk's entries.
            var label = labels[index];
            var place = labels[label.Parent].Place;
            var ends = walk.Run(place, label.Page == 0 ? frame.FirstUsed : 0, label.Mode, label.Mode.Relaxed || !label.Mode.Choices ? long.MaxValue : label.End.Cost + 1);
            var end = label.End;
            foreach (var candidate in ends)
            {
                if (candidate.Next == end.Next && candidate.Delta == end.Delta)
                {
                    end = candidate;
                    break;
                }
            }

            var facing = labels[label.Parent].Facing;
            pages.Add(assembly.Assemble(label.Page, place, end, walk, frame.SideOf(label.Page) == PageSide.Recto ? facing : Free));
        }

        return new PageResult(pages.MoveToImmutable(), labels[last].Cost, relaxed) { Steps = walk.Steps };
    }

    /// <summary>Pages up to a place, as the last of them.</summary>
    private readonly record struct Label(sbyte Facing, long Cost, int Parent, int Page, PageEnd End, WalkMode Mode, bool Broken)
    {
        public PagePlace Place => End.Next;
    }
}
