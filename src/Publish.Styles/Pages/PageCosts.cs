namespace Publish.Styles.Pages;

/// <summary>
/// What every unwelcome thing on a page costs: the one table by which page breaks are judged. The order follows what book makers rank from
/// bearable to worst; the figures were tuned on whole books. Those from <see cref="Widow"/> on count only once nothing else can be found.
/// A stylesheet changes each by a property of <c>@page</c> (<see cref="PageCostProperties"/>).
/// </summary>
public sealed record PageCosts
{
    /// <summary>A page a line longer or shorter than the type area, each.</summary>
    public int Delta { get; init; } = 100;

    /// <summary>A line of white added above a block.</summary>
    public int Stretch { get; init; } = 900;

    /// <summary>Lines of white added above the notes: times their number squared.</summary>
    public int NoteSlack { get; init; } = 60;

    /// <summary>Lines of white above the notes, beyond the separator's, that a page may have.</summary>
    public int NoteSlackLines { get; init; } = 3;

    /// <summary>Lines by which both pages of a spread may run longer than the type area.</summary>
    public int Longer { get; init; } = 1;

    /// <summary>Lines by which both pages of a spread may run shorter.</summary>
    public int Shorter { get; init; } = 1;

    /// <summary>A note that goes on overleaf.</summary>
    public int NoteSplit { get; init; } = 500;

    /// <summary>Each line of it that is carried.</summary>
    public int NoteCarriedLine { get; init; } = 100;

    /// <summary>Notes that fill the whole page; what they take above half the page costs the square of its share.</summary>
    public int NoteArea { get; init; } = 4000;

    /// <summary>A page of notes without any text.</summary>
    public int NotesOnly { get; init; } = 3000;

    /// <summary>A figure moved to the top of the next page.</summary>
    public int FloatDeferred { get; init; } = 60;

    /// <summary>A page of figures alone.</summary>
    public int FloatPage { get; init; } = 600;

    /// <summary>An ornament at the foot of a page.</summary>
    public int Ornament { get; init; } = 60;

    /// <summary>A scene's heading at the foot of a page with directions under it and no speech.</summary>
    public int Direction { get; init; } = 1200;

    /// <summary>A hyphen at the foot of a left-hand page.</summary>
    public int HyphenAcross { get; init; } = 300;

    /// <summary>A last page with fewer lines than <see cref="ShortLastLines"/>.</summary>
    public int ShortLast { get; init; } = 1000;

    /// <summary>Fewest lines of a last page that cost nothing.</summary>
    public int ShortLastLines { get; init; } = 5;

    /// <summary>Facing pages that end a line apart, for each line.</summary>
    public int Uneven { get; init; } = 4000;

    /// <summary>A hyphen at the foot of a right-hand page, whose leaf turns.</summary>
    public int HyphenOverLeaf { get; init; } = 9000;

    /// <summary>A widow.</summary>
    public int Widow { get; init; } = 10_000;

    /// <summary>A widow at the head of a right-hand page: what it costs more.</summary>
    public int WidowOnRecto { get; init; } = 2000;

    /// <summary>A note split so that a single line of it stands alone.</summary>
    public int NoteStub { get; init; } = 14_000;

    /// <summary>An orphan.</summary>
    public int Orphan { get; init; } = 15_000;

    /// <summary>A page short by two lines or more.</summary>
    public int ShortPage { get; init; } = 20_000;

    /// <summary>Each line of it, times their number.</summary>
    public int ShortPageLine { get; init; } = 40;

    /// <summary>Things parted that belong together.</summary>
    public int Keep { get; init; } = 60_000;

    /// <summary>A note that starts on a later page than its call.</summary>
    public int NoteApart { get; init; } = 200_000;

    /// <summary>Something taller than the page.</summary>
    public int Overflow { get; init; } = 2_000_000;
}
