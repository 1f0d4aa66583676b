using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting;

/// <summary>A typeset book.</summary>
/// <param name="Pages">Its pages.</param>
/// <param name="Diagnostics">What is to be said about them.</param>
public sealed record TypesetResult(PageSet Pages, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Why each page is as it is; in order of the pages, blank ones included.</summary>
    public ImmutableArray<PageReport> Report { get; init; } = [];

    /// <summary>Passes over the book until page references stood still.</summary>
    public int Passes { get; init; }
}

/// <summary>Why a page broke where it did.</summary>
/// <param name="Index">Its place in the file.</param>
/// <param name="Label">Its folio.</param>
/// <param name="Delta">Lines by which it is longer than the type area.</param>
/// <param name="Charges">What it costs, by cause, with places in the manuscript.</param>
public sealed record PageReport(int Index, string Label, int Delta, ImmutableArray<(PageCharge Charge, SourceSpan Span)> Charges)
{
    /// <summary>The sum.</summary>
    public long Cost => Charges.Sum(c => c.Charge.Cost);
}
