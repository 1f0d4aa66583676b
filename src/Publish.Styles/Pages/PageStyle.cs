using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Styles.Pages;

/// <summary>Which side of the spread a page is.</summary>
public enum PageSide
{
    /// <summary>Recto: odd folios.</summary>
    Right,

    /// <summary>Verso: even folios.</summary>
    Left,
}

/// <summary>Where a margin box stands (CSS Paged Media 3, section 4.2): heads in the top margin, feet in the bottom margin.</summary>
public enum MarginBoxPlace
{
    /// <summary>At the head, flush with the left edge of the text.</summary>
    TopLeft,

    /// <summary>At the head, centred on the text.</summary>
    TopCenter,

    /// <summary>At the head, flush with the right edge of the text.</summary>
    TopRight,

    /// <summary>At the foot, flush left.</summary>
    BottomLeft,

    /// <summary>At the foot, centred.</summary>
    BottomCenter,

    /// <summary>At the foot, flush right.</summary>
    BottomRight,
}

/// <summary>How a counter is written.</summary>
public enum CounterForm
{
    /// <summary>1, 2, 3.</summary>
    Decimal,

    /// <summary>i, ii, iii.</summary>
    LowerRoman,

    /// <summary>I, II, III.</summary>
    UpperRoman,
}

/// <summary>A part of what a margin box shows.</summary>
public abstract record FurnitureContent;

/// <summary>Fixed words.</summary>
/// <param name="Text">The words.</param>
public sealed record FurnitureText(string Text) : FurnitureContent;

/// <summary>Which of the marks on a page a running head names (CSS Generated Content for Paged Media 3, section 1.1.2).</summary>
public enum FurnitureMark
{
    /// <summary>The first on the page; where there is none, the one that was in force before.</summary>
    First,

    /// <summary>The last on the page; where there is none, the one that was in force before.</summary>
    Last,

    /// <summary>The one in force at the top of the page.</summary>
    Start,
}

/// <summary>
/// A named string: <c>book-title</c>, <c>book-author</c>, <c>section-title</c> (of the section on the page), <c>part-title</c>, <c>heading-title</c> (of a
/// heading of level 2; the section's where there is none), <c>notes-to-pages</c> ("Notes to pages 12–34": those whose notes
/// stand on the page).
/// </summary>
/// <param name="Name">Its name.</param>
public sealed record FurnitureString(string Name) : FurnitureContent
{
    /// <summary>Which mark of the page, where there are several.</summary>
    public FurnitureMark Mark { get; init; }
}

/// <summary>The folio.</summary>
/// <param name="Form">How it is written.</param>
public sealed record FurnitureFolio(CounterForm Form) : FurnitureContent;

/// <summary>A running head or foot.</summary>
/// <param name="Place">Where.</param>
/// <param name="Content">What, in order; never empty.</param>
/// <param name="Style">How it is set.</param>
public sealed record MarginBox(MarginBoxPlace Place, ImmutableArray<FurnitureContent> Content, ComputedStyle Style);

/// <summary>The look of the area of notes at the foot of a page.</summary>
/// <param name="Gap">White between text and notes, the rule included.</param>
/// <param name="RuleWidth">Length of the rule above the notes; zero for none.</param>
/// <param name="RuleThickness">Its thickness.</param>
public sealed record NoteAreaStyle(Length Gap, Length RuleWidth, Length RuleThickness)
{
    /// <summary>Ink of the rule.</summary>
    public StyleColor RuleColor { get; init; } = StyleColor.Black;
}

/// <summary>A page of a kind: trim, margins, grid, furniture. The text block is a whole number of lines of the grid.</summary>
public sealed record PageStyle
{
    /// <summary>The name it was asked for by: "body", "front", "display" …</summary>
    public required string Name { get; init; }

    /// <summary>Which side it is.</summary>
    public required PageSide Side { get; init; }

    /// <summary>Width of the trimmed page.</summary>
    public required Length TrimWidth { get; init; }

    /// <summary>Height of the trimmed page.</summary>
    public required Length TrimHeight { get; init; }

    /// <summary>From the spine to the text.</summary>
    public required Length MarginInner { get; init; }

    /// <summary>From the text to the fore-edge.</summary>
    public required Length MarginOuter { get; init; }

    /// <summary>From the head to the text block.</summary>
    public required Length MarginTop { get; init; }

    /// <summary>From the text block to the foot.</summary>
    public Length MarginBottom => TrimHeight - MarginTop - TextHeight;

    /// <summary>The grid: baseline to baseline.</summary>
    public required Length Leading { get; init; }

    /// <summary>Lines of the grid in the text block.</summary>
    public required int Lines { get; init; }

    /// <summary>From the top of a line of the grid to its baseline.</summary>
    public required Length FirstBaseline { get; init; }

    /// <summary>From the top of the text block up to the baseline of a running head.</summary>
    public required Length HeadDistance { get; init; }

    /// <summary>From the bottom of the text block down to the baseline of a foot.</summary>
    public required Length FootDistance { get; init; }

    /// <summary>Running heads and feet; empty on pages without.</summary>
    public required ImmutableArray<MarginBox> Boxes { get; init; }

    /// <summary>The area of notes.</summary>
    public required NoteAreaStyle Notes { get; init; }

    /// <summary>By what its breaks are judged.</summary>
    public PageCosts Costs { get; init; } = new();

    /// <summary>Width of the text block: the measure.</summary>
    public Length TextWidth => TrimWidth - MarginInner - MarginOuter;

    /// <summary>Height of the text block: a whole number of lines.</summary>
    public Length TextHeight => Leading * Lines;

    /// <summary>From the left edge of the page to the text.</summary>
    public Length MarginLeft => Side == PageSide.Right ? MarginInner : MarginOuter;

    /// <summary>The baseline of a line of the grid from the head of the page, lines counted from 0.</summary>
    public Length Baseline(int line) => MarginTop + FirstBaseline + (Leading * line);
}
