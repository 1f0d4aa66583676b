using System.Collections.Immutable;
using Publish.Typesetting.Display;
using PageCosts = Publish.Styles.Pages.PageCosts;

namespace Publish.Typesetting.Pages;

/// <summary>The pages found for a list.</summary>
/// <param name="Pages">The pages in order.</param>
/// <param name="Cost">The sum of their costs.</param>
/// <param name="Relaxed">True where no pages could be found without breaking a rule.</param>
internal sealed record PageResult(ImmutableArray<PagePlan> Pages, long Cost, bool Relaxed);

/// <summary>
/// Looks for the cheapest pages of a whole list: a dynamic programme over the places where a page may start (block, line, variant, notes carried in,
/// figures waiting) and the length of the page it faces, layer by layer of pages (after Plass 1981 and Mittelbach 2016). Rules are hard; only on a page that
/// can't be made otherwise are they broken, at their price. Greedy pages are made first: they bound the search and are its last resort.
/// </summary>
internal sealed class PageSearch
{
    /// <summary>No page faces this one, or it ends where it likes.</summary>
    private const sbyte Free = sbyte.MaxValue;

    /// <summary>Walks that a search may make in all, and the fewest places it keeps per page however long the list is.</summary>
    private const int Budget = 6000;
    private const int NarrowestBeam = 20;
    private const int WidestBeam = 400;

    private readonly VerticalList list;
    private readonly PageFrame frame;
    private readonly PageCosts costs;
    private readonly PageWalk walk;
    private readonly List<Label> labels = [];
    private readonly Dictionary<(PagePlace Place, sbyte Facing), int> seen = [];
    private readonly Dictionary<PagePlace, PageEnd[]> walks = [];

    private PageSearch(VerticalList list, PageFrame frame, PageCosts costs)
    {
        this.list = list;
        this.frame = frame;
        this.costs = costs;
        walk = new PageWalk(list, frame, costs);
    }

    /// <summary>The best pages for a list.</summary>
    public static PageResult Find(VerticalList list, PageFrame frame, PageCosts costs)
    {
        if (list.Blocks.Length == 0)
        {
            return new PageResult([], 0, false);
        }

        var search = new PageSearch(list, frame, costs);
        var greedy = search.Greedy();
        var best = search.Search(search.labels[greedy].Cost);
        var found = best >= 0 ? best : greedy;
        return search.Trace(found, search.labels[found].Broken);
    }

    /// <summary>The pages that come of filling one after the other, every paragraph as the line stage likes it best: what most systems do.</summary>
    public static PageResult FindGreedy(VerticalList list, PageFrame frame, PageCosts costs)
    {
        if (list.Blocks.Length == 0)
        {
            return new PageResult([], 0, false);
        }

        var search = new PageSearch(list, frame, costs);
        var found = search.Greedy();
        return search.Trace(found, search.labels[found].Broken);
    }

    private int Greedy()
    {
        var current = Root();
        for (var page = 0; ; page++)
        {
            var label = labels[current];
            var mode = new WalkMode(false, false);
            var end = Fullest(walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode));
            if (end is null)
            {
                mode = new WalkMode(true, false);
                end = Fullest(walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode))
                    ?? walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode)[0];
            }

            current = Follow(current, page, end.Value, mode, Cost(end.Value, page, label.Facing, true)!.Value);
            if (end.Value.Final)
            {
                return current;
            }
        }
    }

    /// <summary>Of ends no longer than the type area the one that leaves least for the next pages.</summary>
    private static PageEnd? Fullest(List<PageEnd> ends)
    {
        PageEnd? best = null;
        foreach (var end in ends)
        {
            if (end.Delta <= 0 && (best is not { } other || Further(end, other)))
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

    /// <summary>The label of the cheapest last page that costs less than <paramref name="bound"/>; −1 for none.</summary>
    private int Search(long bound)
    {
        var layer = new List<int> { Root() };
        var beam = Math.Clamp(Budget / Math.Max(1, EstimatedPages()), NarrowestBeam, WidestBeam);
        var found = -1;
        for (var page = 0; layer.Count > 0; page++)
        {
            // Rules are only broken on a page that can't be made otherwise from any place it may start at.
            var (next, any) = Advance(layer, page, new WalkMode(false, true), ref bound, ref found);
            if (!any)
            {
                (next, _) = Advance(layer, page, new WalkMode(true, true), ref bound, ref found);
            }

            if (next.Count > beam)
            {
                // Creation order settles ties, so that the same pages come out each time.
                next.Sort((a, b) => labels[a].Cost != labels[b].Cost ? labels[a].Cost.CompareTo(labels[b].Cost) : a.CompareTo(b));
                next.RemoveRange(beam, next.Count - beam);
            }

            layer = next;
        }

        return found;
    }

    /// <summary>Adds a page after each label of a layer; says whether any page could be made at all.</summary>
    private (List<int> Next, bool Any) Advance(List<int> layer, int page, WalkMode mode, ref long bound, ref int found)
    {
        var next = new List<int>();
        var any = false;
        seen.Clear();
        walks.Clear();
        foreach (var index in layer)
        {
            var label = labels[index];
            if (label.Cost >= bound)
            {
                any = true;
                continue;
            }

            if (!walks.TryGetValue(label.Place, out var ends))
            {
                ends = [.. walk.Run(label.Place, page == 0 ? frame.FirstUsed : 0, mode)];
                walks.Add(label.Place, ends);
            }

            foreach (var end in ends)
            {
                if (Cost(end, page, label.Facing, mode.Relaxed) is not { } cost)
                {
                    continue;
                }

                any = true;
                if (label.Cost + cost >= bound)
                {
                    continue;
                }

                if (end.Final)
                {
                    bound = label.Cost + cost;
                    found = Follow(index, page, end, mode, cost);
                    continue;
                }

                var key = (end.Next, FacingAfter(page, end));
                if (!seen.TryGetValue(key, out var other))
                {
                    var made = Follow(index, page, end, mode, cost);
                    seen.Add(key, made);
                    next.Add(made);
                }
                else if (label.Cost + cost < labels[other].Cost)
                {
                    labels[other] = labels[Follow(index, page, end, mode, cost)];
                    labels.RemoveAt(labels.Count - 1);
                }
            }
        }

        return (next, any);
    }

    private int Root()
    {
        labels.Add(new Label(PagePlace.Start, Free, 0, -1, 0, default, default, false));
        return labels.Count - 1;
    }

    private int Follow(int parent, int page, in PageEnd end, WalkMode mode, long cost)
    {
        var before = labels[parent];
        labels.Add(new Label(end.Next, FacingAfter(page, end), before.Cost + cost, parent, page, end, mode, before.Broken || cost >= Math.Min(costs.HyphenOverLeaf, costs.Widow)));
        return labels.Count - 1;
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

    private int EstimatedPages()
    {
        long height = list.Notes.Length == 0 ? 0 : list.NoteHeight(0, 0, list.Notes.Length, 0);
        foreach (var block in list.Blocks)
        {
            height += block.Gap + list.Variants[block.FirstVariant].Total;
        }

        return (int)(height / (frame.Grid.Scaled * frame.Lines));
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
            var ends = walk.Run(place, label.Page == 0 ? frame.FirstUsed : 0, label.Mode);
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

        return new PageResult(pages.MoveToImmutable(), labels[last].Cost, relaxed);
    }

    private readonly record struct Label(PagePlace Place, sbyte Facing, long Cost, int Parent, int Page, PageEnd End, WalkMode Mode, bool Broken);
}
