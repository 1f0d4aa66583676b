using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>What a section is, in the field's own words. Page numbering, running heads, EPUB types, roles and landmarks follow from it.</summary>
public enum SectionKind
{
    /// <summary>The title alone, on the first recto.</summary>
    HalfTitle,

    /// <summary>Author, title, subtitle, publisher.</summary>
    TitlePage,

    /// <summary>Source, rights, credits; the verso of the title page.</summary>
    Imprint,

    /// <summary>A dedication.</summary>
    Dedication,

    /// <summary>An epigraph of the book.</summary>
    Epigraph,

    /// <summary>A picture facing the title page or before the text.</summary>
    Frontispiece,

    /// <summary>The table of contents.</summary>
    Contents,

    /// <summary>A list of the figures.</summary>
    ListOfFigures,

    /// <summary>A list of the tables.</summary>
    ListOfTables,

    /// <summary>A foreword (not by the author).</summary>
    Foreword,

    /// <summary>A preface (by the author).</summary>
    Preface,

    /// <summary>An introduction.</summary>
    Introduction,

    /// <summary>A note on the text.</summary>
    NoteOnTheText,

    /// <summary>A part: holds chapters.</summary>
    Part,

    /// <summary>A chapter.</summary>
    Chapter,

    /// <summary>An afterword.</summary>
    Afterword,

    /// <summary>An appendix.</summary>
    Appendix,

    /// <summary>A chronology.</summary>
    Chronology,

    /// <summary>Persons.</summary>
    DramatisPersonae,

    /// <summary>Notes gathered at the end.</summary>
    Notes,

    /// <summary>A bibliography or list of sources.</summary>
    Bibliography,

    /// <summary>The index.</summary>
    Index,

    /// <summary>Faces, paper, program.</summary>
    Colophon,
}

/// <summary>Where in the book a section stands.</summary>
public enum Matter
{
    /// <summary>Before the text; roman folios.</summary>
    Front,

    /// <summary>The text; from page 1 on a recto.</summary>
    Body,

    /// <summary>After the text; folios run on.</summary>
    Back,
}

/// <summary>A section of the book: it opens a page, stands in the contents, and is a file of the EPUB.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Matter">Where it stands.</param>
/// <param name="Title">Its title as printed; empty where it has none (then <see cref="NavigationTitle"/> names it).</param>
/// <param name="Blocks">Its content, without its title. Headings inside start at level 2.</param>
/// <param name="Sections">Sections inside it: the chapters of a part.</param>
public sealed record Section(
    SectionKind Kind,
    Matter Matter,
    ImmutableArray<Inline> Title,
    ImmutableArray<Block> Blocks,
    ImmutableArray<Section> Sections) : Node
{
    /// <summary>
    /// Its number in the same count as <see cref="Block.Ordinal"/>: the title's text is addressed by it.
    /// </summary>
    public int Ordinal { get; init; }

    /// <summary>A line under the title; empty for none.</summary>
    public ImmutableArray<Inline> Subtitle { get; init; } = [];

    /// <summary>The title for running heads; null to use <see cref="Title"/>.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>A plain name for contents, outline and navigation where <see cref="Title"/> is empty or has notes in it; never empty.</summary>
    public string NavigationTitle { get; init; } = "";

    /// <summary>Whether the contents list it (half-title, title page, imprint and contents are not listed).</summary>
    public bool Listed { get; init; } = true;
}
