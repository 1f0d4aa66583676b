using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Pages;

/// <summary>The room that pages give.</summary>
/// <param name="Lines">Lines of body text on a full page.</param>
/// <param name="Grid">The leading of the body.</param>
internal sealed record PageFrame(int Lines, Length Grid)
{
    /// <summary>Side of the first page.</summary>
    public PageSide FirstSide { get; init; } = PageSide.Recto;

    /// <summary>Lines already taken at the top of the first page.</summary>
    public int FirstUsed { get; init; }

    /// <summary>Lines by which both pages of a spread may be longer.</summary>
    public int Longer { get; init; } = 1;

    /// <summary>Lines by which both pages of a spread may be shorter.</summary>
    public int Shorter { get; init; } = 1;

    /// <summary>White and rule between text and notes.</summary>
    public Length NoteSeparator { get; init; } = Length.FromPoints(7);

    /// <summary>White and rule above a note that goes on from the page before.</summary>
    public Length NoteContinuation { get; init; } = Length.FromPoints(7);

    /// <summary>Lines by which a page with notes may leave more white above them than the separator has.</summary>
    public int NoteSlack { get; init; } = 3;

    /// <summary>The side of the page with an index.</summary>
    public PageSide SideOf(int page) => (page % 2 == 0) == (FirstSide == PageSide.Recto) ? PageSide.Recto : PageSide.Verso;
}
