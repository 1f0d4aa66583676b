using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Printers;

/// <summary>How thick a spine is.</summary>
public sealed record SpineRule
{
    /// <summary>The papers of the printer; empty where only its own template tells.</summary>
    public ImmutableArray<SpinePaper> Papers { get; init; } = [];

    /// <summary>The fewest pages of a book with text on its spine; null where it isn't known.</summary>
    public int? TextFromPages { get; init; }

    /// <summary>From that text to the folds on both sides; null where it isn't known.</summary>
    public Length? TextClearance { get; init; }

    /// <summary>The paper of a name, or the first one for null; null for none.</summary>
    public SpinePaper? PaperOf(string? name) =>
        name is null ? Papers.FirstOrDefault() : Papers.FirstOrDefault(paper => string.Equals(paper.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a spine of so many pages may bear text; true where the printer says nothing.</summary>
    public bool AllowsText(int pages) => pages >= (TextFromPages ?? 0);
}

/// <summary>A paper and how thick it is in a book.</summary>
/// <param name="Name">Its name in <c>book.yaml</c>: <c>white</c>.</param>
/// <param name="Title">In words.</param>
/// <param name="InchesPerPage">Thickness of a page (half a leaf), in inches.</param>
/// <param name="InchesAdded">What the cover adds, in inches.</param>
public sealed record SpinePaper(string Name, string Title, decimal InchesPerPage, decimal InchesAdded)
{
    /// <summary>The thickness of a spine: pages × thickness of a page + what the cover adds, rounded to the nearest scaled point.</summary>
    /// <param name="pages">The final page count, blank pages included.</param>
    public Length Thickness(int pages) =>
        new((long)decimal.Round(((pages * InchesPerPage) + InchesAdded) * 72 * Length.Unit, MidpointRounding.AwayFromZero));

    /// <summary>A paper by the thickness of its leaf, for a printer that states bulk and no formula.</summary>
    /// <param name="leaf">Thickness of a leaf (two pages).</param>
    public static SpinePaper OfLeaf(Length leaf) => new("own", "paper of a given bulk", (decimal)leaf.Scaled / (2 * 72 * Length.Unit), 0);
}
