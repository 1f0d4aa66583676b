using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>A headword or sub-heading of the index.</summary>
/// <param name="Term">As printed (may hold italics).</param>
/// <param name="SortKey">What it is sorted by.</param>
/// <param name="Locators">Where it is spoken of, in document order.</param>
/// <param name="Entries">Sub-headings, sorted.</param>
/// <param name="See">The headword to look under instead; null for none.</param>
/// <param name="SeeAlso">Headwords to look under too.</param>
public sealed record IndexEntry(
    ImmutableArray<Inline> Term,
    string SortKey,
    ImmutableArray<IndexLocator> Locators,
    ImmutableArray<IndexEntry> Entries,
    string? See,
    ImmutableArray<string> SeeAlso);

/// <summary>A place or range the index points to.</summary>
/// <param name="FromId"><see cref="Node.Id"/> of the <see cref="IndexMark"/> where it starts.</param>
/// <param name="ToId">That of the mark where it ends; null for a single place.</param>
public sealed record IndexLocator(string FromId, string? ToId);
