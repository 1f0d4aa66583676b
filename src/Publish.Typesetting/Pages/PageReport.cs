using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Pages;

/// <summary>A part of the cost of a page with the place in the manuscript it concerns.</summary>
/// <param name="Charge">Why and how much.</param>
/// <param name="Span">The paragraph, note or figure; for what concerns the whole page, what stands at its foot or couldn't be had on it.</param>
public readonly record struct PlacedCharge(PageCharge Charge, SourceSpan Span)
{
    /// <summary>True where a rule was given up that is kept wherever it can be.</summary>
    public bool IsRelaxation => Charge.Cause >= PageCause.Uneven;
}

/// <summary>A paragraph set in more or fewer lines than the line stage likes best, for the sake of the pages.</summary>
/// <param name="Span">The paragraph.</param>
/// <param name="Lines">Lines it was set in.</param>
/// <param name="BestLines">Lines it has by itself.</param>
public readonly record struct ChangedParagraph(SourceSpan Span, int Lines, int BestLines);

/// <summary>Why a page broke where it did: what the page stage knows of it, as data.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Label">Its folio.</param>
/// <param name="Delta">Lines by which it is longer than the type area.</param>
/// <param name="Charges">What it costs, by cause, with places in the manuscript; empty where nothing was unwelcome.</param>
public sealed record PageReport(int Index, string Label, int Delta, ImmutableArray<PlacedCharge> Charges)
{
    /// <summary>Left or right.</summary>
    public PageSide Side { get; init; }

    /// <summary>True for a page on which nothing stands.</summary>
    public bool Blank { get; init; }

    /// <summary>True for the last page of its section, which may end where it likes.</summary>
    public bool Last { get; init; }

    /// <summary>Where the page starts in the manuscript: its first paragraph, or the one it goes on with.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>Lines of the type area.</summary>
    public int Lines { get; init; }

    /// <summary>Lines that its text takes, white inside it included.</summary>
    public int TextLines { get; init; }

    /// <summary>Lines that its notes take, the white above them included.</summary>
    public int NoteLines { get; init; }

    /// <summary>Notes on it that go on from the page before or go on overleaf.</summary>
    public int SplitNotes { get; init; }

    /// <summary>Paragraphs set longer or shorter, in order; each on the page where it starts.</summary>
    public ImmutableArray<ChangedParagraph> Changed { get; init; } = [];

    /// <summary>The sum of its charges.</summary>
    public long Cost => Charges.Sum(c => c.Charge.Cost);

    /// <summary>The charges for rules that were given up.</summary>
    public IEnumerable<PlacedCharge> Relaxed => Charges.Where(c => c.IsRelaxation);
}
