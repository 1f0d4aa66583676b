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

    /// <summary>Every line of the text and the notes, in the order of the pages; found when asked for. Tables and labels are left out.</summary>
    public IEnumerable<Lines.LineReport> Lines { get; init; } = [];

    /// <summary>Passes over the book until page references stood still.</summary>
    public int Passes { get; init; }
}
