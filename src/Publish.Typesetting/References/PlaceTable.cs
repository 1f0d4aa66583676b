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
    /// <param name="titles">The titles.</param>
    /// <param name="numbers">Finds the numbers of chapters, headings, figures and tables by name, if any is asked for; null for none.</param>
    public static PlaceTable Empty(IReadOnlyDictionary<string, string> titles, Func<IReadOnlyDictionary<string, string>>? numbers = null) =>
        new(ImmutableDictionary<string, Place>.Empty, titles, ImmutableDictionary<Note, string>.Empty) { Numbers = numbers ?? (static () => ImmutableDictionary<string, string>.Empty) };

    /// <summary>Finds the numbers of chapters, headings, figures and tables by name.</summary>
    public Func<IReadOnlyDictionary<string, string>> Numbers { get; init; } = static () => ImmutableDictionary<string, string>.Empty;

    /// <summary>Answers that are printed whatever the pages say, by question, as they would go to and fro for ever otherwise.</summary>
    public IReadOnlyDictionary<string, string> Frozen { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The question for the folio of a place.</summary>
    public static string PageQuestion(string id) => "p " + id;

    /// <summary>The question for folio and line of a place.</summary>
    public static string LineQuestion(string id) => "l " + id;

    /// <summary>The question for what is printed at the calls of a note.</summary>
    public static string NoteQuestion(Note note) => "n " + Flow.LinkNames.NoteOf(note);

    /// <summary>The folio of a place; a stand-in of likely width where it isn't known yet.</summary>
    public string LabelOf(string id) => Kept(PageQuestion, id) ?? (Places.TryGetValue(id, out var place) ? place.Label : "000");

    /// <summary>Folio and line of a place.</summary>
    public string LabelAndLineOf(string id) => Kept(LineQuestion, id) ?? Found(LineQuestion(id)) ?? "000.00";

    /// <summary>What is printed at the calls of a note numbered by page; null where notes are numbered otherwise.</summary>
    public string? NoteTextOf(Note note) => Kept(NoteQuestion, note) ?? NoteTexts.GetValueOrDefault(note);

    /// <summary>What the pages say to a question about a page or line; null where the place isn't known.</summary>
    public string? Found(string question) =>
        !Places.TryGetValue(question[2..], out var place) ? null
        : question[0] == 'p' ? place.Label
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Label}.{place.Line}");

    // Hardly ever is anything: then no question is put into words.
    private string? Kept<T>(Func<T, string> question, T about) => Frozen.Count == 0 ? null : Frozen.GetValueOrDefault(question(about));
}
