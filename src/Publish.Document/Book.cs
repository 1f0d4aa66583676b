using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>A book: what every edition is made from.</summary>
/// <param name="Metadata">What is known about it as a whole.</param>
/// <param name="Sections">Front, body and back matter in order.</param>
/// <param name="Editions">The editions it asks for, in order.</param>
public sealed record Book(Metadata Metadata, ImmutableArray<Section> Sections, ImmutableArray<EditionPlan> Editions)
{
    /// <summary>The house style: a name under <c>assets/styles</c> or a folder in the book.</summary>
    public string Style { get; init; } = "classic";

    /// <summary>What it says about its cover.</summary>
    public CoverPlan Cover { get; init; } = new();

    /// <summary>
    /// Words hyphenated as the book wants, by language (BCP 47): with all the hyphens they may have ("gra-vi-ta-tion"); a word without hyphens is never divided.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Hyphenation { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Where note numbers start again.</summary>
    public NoteNumbering NoteNumbering { get; init; } = NoteNumbering.Book;

    /// <summary>The emendations, in order of the copy-text.</summary>
    public ImmutableArray<Emendation> Emendations { get; init; } = [];

    /// <summary>Readings left standing.</summary>
    public ImmutableArray<Query> Queries { get; init; } = [];
}
