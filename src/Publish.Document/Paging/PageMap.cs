using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>Where the pages of a typeset edition begin in the text: what the EPUB's page list, citations and errata are made from.</summary>
/// <param name="Edition">The edition whose pages these are.</param>
/// <param name="Pages">Every page in order, blank ones included.</param>
public sealed record PageMap(string Edition, ImmutableArray<MappedPage> Pages)
{
    /// <summary>ISBN of that edition; null where it has none.</summary>
    public string? Isbn { get; init; }
}

/// <summary>A page and the text that begins it.</summary>
/// <param name="Label">The folio as printed or counted: "xii", "12".</param>
/// <param name="Start">The first text or figure of the page outside notes, running heads and folios; null on a page without any (blank pages).</param>
public sealed record MappedPage(string Label, TextPosition? Start);

/// <summary>A place in the text of a book.</summary>
/// <param name="BlockOrdinal"><see cref="Block.Ordinal"/> of a text block, a figure, contents or index, or <see cref="Section.Ordinal"/> for a section's title.</param>
/// <param name="Offset">
/// Offset into its flat text (<see cref="PlainText"/>), in UTF-16 units. The flat text of an index is its terms in order, sub-headings under their headwords, each followed
/// by a line feed. In a list of contents it is the ordinal of the section or heading listed there. A figure has 0.
/// </param>
public readonly record struct TextPosition(int BlockOrdinal, int Offset);
