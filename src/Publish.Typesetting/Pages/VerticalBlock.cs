using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Pages;

/// <summary>
/// What the page stage knows of a line (or of anything a page break can't go through: a row of a table, a picture): its height, the notes it calls and
/// what a break after it would cost.
/// </summary>
/// <param name="Height">From its top to the top of the next line.</param>
/// <param name="NoteEnd">How many notes of the list are called up to its end, counted from the list's first.</param>
/// <param name="BreakAfter">What a break after it breaks; not looked at on the last line of a block.</param>
/// <param name="EndsInHyphen">True where a break after it would leave part of a word behind.</param>
internal readonly record struct VerticalLine(Length Height, int NoteEnd, BreakRule BreakAfter = BreakRule.Free, bool EndsInHyphen = false);

/// <summary>One way to set a block.</summary>
/// <param name="Lines">Its lines, one or more.</param>
/// <param name="Cost">What choosing it costs; 0 for the way the line stage likes best.</param>
internal sealed record VerticalVariant(ImmutableArray<VerticalLine> Lines, int Cost = 0);

/// <summary>A block as the page stage sees it: heights, notes and rules, no glyphs.</summary>
/// <param name="Variants">One or more ways to set it. All call the same notes.</param>
internal sealed record VerticalBlock(ImmutableArray<VerticalVariant> Variants)
{
    /// <summary>White above. The larger of this and the white below the block before counts; none at the top of a page.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>White below.</summary>
    public Length SpaceAfter { get; init; }

    /// <summary>True where the white above stands at the top of a page too (the sink of an opening).</summary>
    public bool KeepsSpaceAtTop { get; init; }

    /// <summary>True where its first line stands on the grid; false for what has a leading of its own and follows its like without a step.</summary>
    public bool OnGrid { get; init; } = true;

    /// <summary>Of the white left over before the grid is met again, the thousandths that go above it.</summary>
    public int SurplusAbove { get; init; } = 500;

    /// <summary>Whole lines by which the white above may grow where that helps the page.</summary>
    public int MaxStretch { get; init; }

    /// <summary>What a page break after it breaks.</summary>
    public BreakRule BreakAfter { get; init; }

    /// <summary>True where it heads what follows: one line of that under it is no better than none.</summary>
    public bool Heads { get; init; }

    /// <summary>What a page break after it costs though nothing is broken.</summary>
    public int BreakAfterCost { get; init; }

    /// <summary>Height of what is repeated where it runs on to another page (a table's head).</summary>
    public Length RepeatedHead { get; init; }

    /// <summary>Where it may stand instead, the text after it going on before it. What floats calls no notes and is never parted.</summary>
    public FloatPlace Float { get; init; }

    /// <summary>True where it needn't stand here.</summary>
    public bool Floats => Float != FloatPlace.Here;

    /// <summary>True for running text, false for what is one piece (a picture, an ornament, a row).</summary>
    public bool IsText { get; init; }

    /// <summary>A name for reports and tests.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A note as the page stage sees it: one column of lines.</summary>
/// <param name="Lines">Its lines, one or more; <see cref="VerticalLine.NoteEnd"/> isn't looked at.</param>
internal sealed record VerticalNote(ImmutableArray<VerticalLine> Lines)
{
    /// <summary>White above it where another note stands before it on the page.</summary>
    public Length SpaceBefore { get; init; }

    /// <summary>A name for reports and tests.</summary>
    public string Name { get; init; } = "";
}
