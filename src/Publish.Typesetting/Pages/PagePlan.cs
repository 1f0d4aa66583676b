using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Pages;

/// <summary>Why a page costs what it costs.</summary>
public enum PageCause
{
    /// <summary>Longer or shorter than the type area, like the page it faces.</summary>
    Delta,

    /// <summary>A paragraph set longer or shorter than it would be by itself.</summary>
    Variant,

    /// <summary>White added above a block.</summary>
    Stretch,

    /// <summary>White added above the notes.</summary>
    NoteSlack,

    /// <summary>A note goes on overleaf.</summary>
    NoteSplit,

    /// <summary>Notes take more than half of the page.</summary>
    NoteArea,

    /// <summary>Only notes stand on the page.</summary>
    NotesOnly,

    /// <summary>A figure was moved to the next page.</summary>
    FloatDeferred,

    /// <summary>Only figures stand on the page.</summary>
    FloatPage,

    /// <summary>A break that the house style would rather not have (after a heading's first lines, say).</summary>
    Break,

    /// <summary>A hyphen at the foot of a left-hand page.</summary>
    HyphenAcross,

    /// <summary>The last page has few lines.</summary>
    ShortLast,

    /// <summary>The page ends on another line than the one it faces.</summary>
    Uneven,

    /// <summary>A hyphen at the foot of a right-hand page.</summary>
    HyphenOverLeaf,

    /// <summary>Too few lines of a paragraph at the head of the next page.</summary>
    Widow,

    /// <summary>A single line of a note stands alone.</summary>
    NoteStub,

    /// <summary>Too few lines of a paragraph at the foot.</summary>
    Orphan,

    /// <summary>The page is two lines short or more.</summary>
    ShortPage,

    /// <summary>Things parted that belong together.</summary>
    Keep,

    /// <summary>A note starts on a later page than its call.</summary>
    NoteApart,

    /// <summary>Something is taller than the page.</summary>
    Overflow,
}

/// <summary>A part of the cost of a page.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Cost">How much.</param>
/// <param name="Block">Index of the block it concerns in its list; −1 for the page as a whole.</param>
/// <param name="Note">Index of the note it concerns; −1 for none.</param>
public readonly record struct PageCharge(PageCause Cause, long Cost, int Block = -1, int Note = -1);

/// <summary>Lines of a block on a page.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Variant">Which way to set it.</param>
/// <param name="From">First line.</param>
/// <param name="To">The line after the last.</param>
/// <param name="Top">Top of its first line, from the top of the text block.</param>
/// <param name="Spread">White added between its lines, each, to fill the page.</param>
internal readonly record struct BlockPortion(int Block, int Variant, int From, int To, Length Top, Length Spread = default);

/// <summary>Lines of a note on a page.</summary>
/// <param name="Note">Index of the note.</param>
/// <param name="From">First line.</param>
/// <param name="To">The line after the last.</param>
/// <param name="Top">Top of its first line, from the top of the text block.</param>
internal readonly record struct NotePortion(int Note, int From, int To, Length Top);

/// <summary>A page as decided: what stands where on it, and why.</summary>
/// <param name="Side">Left or right.</param>
/// <param name="Delta">Lines by which it is longer than the type area.</param>
/// <param name="Blocks">Its text, top to bottom.</param>
/// <param name="Notes">Its notes, top to bottom.</param>
/// <param name="BodyLines">Lines that its text takes, white included.</param>
/// <param name="NotesTop">Top of the note area (its separator's upper edge); zero where there are no notes.</param>
/// <param name="Charges">What it costs, by cause.</param>
internal sealed record PagePlan(
    PageSide Side,
    int Delta,
    ImmutableArray<BlockPortion> Blocks,
    ImmutableArray<NotePortion> Notes,
    int BodyLines,
    Length NotesTop,
    ImmutableArray<PageCharge> Charges)
{
    /// <summary>The sum of its costs.</summary>
    public long Cost
    {
        get
        {
            long sum = 0;
            foreach (var charge in Charges)
            {
                sum += charge.Cost;
            }

            return sum;
        }
    }
}
