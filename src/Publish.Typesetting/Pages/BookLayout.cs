using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;
using PageSide = Publish.Typesetting.Display.PageSide;

namespace Publish.Typesetting.Pages;

/// <summary>A page of the book: of a section, or blank.</summary>
/// <param name="Section">Index of the section; of the one it comes before where it is blank.</param>
/// <param name="Page">What stands on it; null for a blank page.</param>
/// <param name="First">True for the first page of its section.</param>
/// <param name="Number">Its number in its run.</param>
/// <param name="FolioStyle">How that is written.</param>
internal sealed record BookPage(int Section, SectionPage? Page, bool First, int Number, FolioStyle FolioStyle)
{
    /// <summary>The folio.</summary>
    public string Label { get; } = Folio.Label(Number, FolioStyle);
}

/// <summary>
/// Puts the sections' pages in order: openings on the side the style asks for, blank pages between, roman numbers for the front matter, the body from 1 on a recto.
/// </summary>
/// <param name="sheet">The house style.</param>
/// <param name="parallelism">Sections whose first page is known to be a recto or a verso are broken on so many threads; the pages are the same.</param>
/// <param name="memory">Pages of earlier builds; null for none.</param>
internal sealed class BookLayout(StyleSheet sheet, int parallelism = 1, TypesettingMemory? memory = null)
{
    private readonly Dictionary<(SectionFlow Flow, PageSide Side), ImmutableArray<SectionPage>> made = [];

    /// <summary>The pages of the book.</summary>
    public List<BookPage> Of(IReadOnlyList<SectionFlow> flows)
    {
        if (parallelism > 1)
        {
            Prepare(flows);
        }

        var pages = new List<BookPage>();
        var number = 1;
        var style = FolioStyle.Decimal;
        var bodyBegun = false;
        for (var s = 0; s < flows.Count; s++)
        {
            var flow = flows[s];
            if (flow.Runs.IsEmpty)
            {
                continue;
            }

            if (flow.Section.Matter == Matter.Front && pages.Count == 0)
            {
                style = FolioStyle.LowerRoman;
            }

            var begins = flow.Section.Matter != Matter.Front && !bodyBegun;
            var side = SideAt(pages.Count);
            var wanted = SideOf(flow, begins) ?? side;
            if (side != wanted)
            {
                pages.Add(new BookPage(s, null, false, number++, style));
                side = wanted;
            }

            if (begins)
            {
                bodyBegun = true;
                number = 1;
                style = FolioStyle.Decimal;
            }

            if (!made.TryGetValue((flow, side), out var own))
            {
                own = Break(flow, side);
                made[(flow, side)] = own;
            }

            for (var i = 0; i < own.Length; i++)
            {
                pages.Add(new BookPage(s, own[i], i == 0, number++, style));
            }
        }

        return pages;
    }

    /// <summary>The side on which a section opens whatever comes before it; null where that is the next page's.</summary>
    private static PageSide? SideOf(SectionFlow flow, bool beginsBody) =>
        beginsBody || flow.Style.BreakBefore == PageBreak.Recto ? PageSide.Recto
        : flow.Style.BreakBefore == PageBreak.Verso ? PageSide.Verso
        : null;

    private ImmutableArray<SectionPage> Break(SectionFlow flow, PageSide side) => memory?.PagesOf(flow, side, BreakNow) ?? BreakNow(flow, side);

    private ImmutableArray<SectionPage> BreakNow(SectionFlow flow, PageSide side) => SectionPages.Of(flow, sheet.Page(flow.PageName, SideOf(side)), side);

    /// <summary>Breaks the sections whose side is known beforehand.</summary>
    private void Prepare(IReadOnlyList<SectionFlow> flows)
    {
        var work = new List<(SectionFlow Flow, PageSide Side)>();
        var bodyBegun = false;
        foreach (var flow in flows)
        {
            if (flow.Runs.IsEmpty)
            {
                continue;
            }

            var begins = flow.Section.Matter != Matter.Front && !bodyBegun;
            bodyBegun |= begins;
            if (SideOf(flow, begins) is { } side && !made.ContainsKey((flow, side)))
            {
                // What is kept is found at once; only the rest is shared out among threads.
                if (memory?.KnownPagesOf(flow, side) is { IsDefault: false } known)
                {
                    made[(flow, side)] = known;
                }
                else
                {
                    work.Add((flow, side));
                }
            }
        }

        var results = new ImmutableArray<SectionPage>[work.Count];
        if (work.Count == 1)
        {
            results[0] = Break(work[0].Flow, work[0].Side);
        }
        else
        {
            Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, i => results[i] = Break(work[i].Flow, work[i].Side));
        }

        for (var i = 0; i < results.Length; i++)
        {
            made[work[i]] = results[i];
        }
    }

    /// <summary>A side as stylesheets call it.</summary>
    public static Styles.Pages.PageSide SideOf(PageSide side) => side == PageSide.Recto ? Styles.Pages.PageSide.Right : Styles.Pages.PageSide.Left;

    /// <summary>The side of the page with an index in the file.</summary>
    public static PageSide SideAt(int index) => index % 2 == 0 ? PageSide.Recto : PageSide.Verso;
}
