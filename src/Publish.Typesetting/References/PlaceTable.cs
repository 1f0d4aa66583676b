using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.References;

/// <summary>Where a named place came to stand.</summary>
/// <param name="PageIndex">Its page in the file.</param>
/// <param name="Label">That page's folio.</param>
/// <param name="Line">Its line on the page, from 1.</param>
internal readonly record struct Place(int PageIndex, string Label, int Line);

/// <summary>What one pass over the book found out: the pages of all named places. The next pass prints from it.</summary>
/// <param name="Places">By name.</param>
/// <param name="Titles">The plain titles of sections and headings by name.</param>
/// <param name="NoteTexts">What is printed at the calls of notes numbered by page; empty where notes are numbered otherwise.</param>
internal sealed record PlaceTable(
    IReadOnlyDictionary<string, Place> Places,
    IReadOnlyDictionary<string, string> Titles,
    IReadOnlyDictionary<Note, string> NoteTexts)
{
    /// <summary>Nothing known but titles.</summary>
    public static PlaceTable Empty(IReadOnlyDictionary<string, string> titles) =>
        new(ImmutableDictionary<string, Place>.Empty, titles, ImmutableDictionary<Note, string>.Empty);

    /// <summary>The folio of a place; a stand-in of likely width where it isn't known yet.</summary>
    public string LabelOf(string id) => Places.TryGetValue(id, out var place) ? place.Label : "000";

    /// <summary>Folio and line of a place.</summary>
    public string LabelAndLineOf(string id) =>
        Places.TryGetValue(id, out var place) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Label}.{place.Line}") : "000.00";
}
