using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Display;

/// <summary>
/// The display list: the one place where pages exist. A PDF is written from it, a preview draws it, tests read it.
/// Coordinates: origin at the top left corner of the trim box, x to the right, y down.
/// </summary>
/// <param name="Pages">Every page in order, blank ones included.</param>
/// <param name="Structure">The logical structure that display items belong to.</param>
/// <param name="Outline">Bookmarks.</param>
/// <param name="Destinations">Named places.</param>
/// <param name="Map">Where each page begins in the text.</param>
public sealed record PageSet(
    ImmutableArray<DisplayPage> Pages,
    StructureTree Structure,
    ImmutableArray<OutlineEntry> Outline,
    ImmutableArray<Destination> Destinations,
    PageMap Map);

/// <summary>Left or right page.</summary>
public enum PageSide
{
    /// <summary>Right-hand page, odd.</summary>
    Recto,

    /// <summary>Left-hand page, even.</summary>
    Verso,
}

/// <summary>How a folio is counted.</summary>
public enum FolioStyle
{
    /// <summary>1, 2, 3.</summary>
    Decimal,

    /// <summary>i, ii, iii.</summary>
    LowerRoman,
}

/// <summary>A page.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Number">Its number in its run of folios, from 1.</param>
/// <param name="FolioStyle">How that number is written.</param>
/// <param name="Label">The folio, printed or only counted: "xii", "12".</param>
/// <param name="Side">Recto or verso.</param>
/// <param name="Boxes">Trim, bleed and media.</param>
/// <param name="Items">What is drawn, in order.</param>
/// <param name="Links">Areas that lead somewhere (an edition without links ignores them).</param>
public sealed record DisplayPage(
    int Index,
    int Number,
    FolioStyle FolioStyle,
    string Label,
    PageSide Side,
    PageBoxes Boxes,
    ImmutableArray<DisplayItem> Items,
    ImmutableArray<LinkArea> Links)
{
    /// <summary>True for a page with nothing on it.</summary>
    public bool IsBlank => Items.IsEmpty;

    /// <summary>The text block, as the typesetter laid it: for tests and reports. Items of the page's text lie in it.</summary>
    public Rect TextBlock { get; init; }
}

/// <summary>The boxes of a page. Media and bleed contain the trim box; bleed is the same on all sides unless given.</summary>
/// <param name="TrimWidth">Width of the trimmed page.</param>
/// <param name="TrimHeight">Height of the trimmed page.</param>
/// <param name="Bleed">How far the bleed box reaches beyond the trim on each side; zero for none.</param>
/// <param name="Slug">How far the media box reaches beyond the bleed box (room for marks); zero for none.</param>
public sealed record PageBoxes(Length TrimWidth, Length TrimHeight, Length Bleed, Length Slug)
{
    /// <summary>The bleed at the left where it is another; null for <see cref="Bleed"/>.</summary>
    public Length? BleedLeft { get; init; }

    /// <summary>The bleed at the right where it is another; null for <see cref="Bleed"/>.</summary>
    public Length? BleedRight { get; init; }
}

/// <summary>A rectangle; origin top left, y down.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct Rect(Length X, Length Y, Length Width, Length Height)
{
    /// <summary>Right edge.</summary>
    public Length Right => X + Width;

    /// <summary>Bottom edge.</summary>
    public Length Bottom => Y + Height;
}

/// <summary>A bookmark.</summary>
/// <param name="Title">Its words.</param>
/// <param name="DestinationId">Where it leads.</param>
/// <param name="Children">Bookmarks under it.</param>
public sealed record OutlineEntry(string Title, string DestinationId, ImmutableArray<OutlineEntry> Children);

/// <summary>A named place on a page.</summary>
/// <param name="Id">Its name: an id of the model, or one made for a note (<c>note-…</c>, <c>call-…</c>) or section.</param>
/// <param name="PageIndex">The page, from 0.</param>
/// <param name="X">Left edge of the place.</param>
/// <param name="Y">Top edge of the place (not the baseline).</param>
/// <param name="Structure">The structure element there; −1 for none.</param>
public sealed record Destination(string Id, int PageIndex, Length X, Length Y, int Structure);

/// <summary>An area that leads somewhere.</summary>
/// <param name="Area">The area.</param>
/// <param name="DestinationId">A <see cref="Destination.Id"/>; null for a link out of the book.</param>
/// <param name="Uri">A URI; null for a link inside the book.</param>
/// <param name="Structure">The Link or Reference element it belongs to; −1 for none.</param>
/// <param name="Description">In words, for who can't see it.</param>
public sealed record LinkArea(Rect Area, string? DestinationId, string? Uri, int Structure, string Description);
