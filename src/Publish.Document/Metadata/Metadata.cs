using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>What is known about a book as a whole.</summary>
/// <param name="Id">The file stem of its outputs: <c>[a-z0-9-]+</c>.</param>
/// <param name="Title">The whole title.</param>
/// <param name="Language">BCP 47.</param>
public sealed record Metadata(string Id, string Title, string Language)
{
    /// <summary>Subtitle; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The title for running heads.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>Who made the book, in order of the title page.</summary>
    public ImmutableArray<Contributor> Contributors { get; init; } = [];

    /// <summary>The date line of the title page, as printed.</summary>
    public string? Date { get; init; }

    /// <summary>The year on the title page or imprint, as printed.</summary>
    public string? Published { get; init; }

    /// <summary>The manuscript's own date, UTC: the only clock the build knows.</summary>
    public DateTimeOffset Modified { get; init; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Publisher; null for none.</summary>
    public string? Publisher { get; init; }

    /// <summary>Place of publication; null for none.</summary>
    public string? Place { get; init; }

    /// <summary>URI of the work, from which stable identifiers are derived; null for none.</summary>
    public string? Work { get; init; }

    /// <summary>ISBNs by edition name, digits and X only.</summary>
    public ImmutableSortedDictionary<string, string> Isbns { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The same as the book writes them, with the hyphens that only the agency's list of ranges could tell.</summary>
    public ImmutableSortedDictionary<string, string> IsbnsAsWritten { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>A paragraph on the book.</summary>
    public string? Description { get; init; }

    /// <summary>Subjects.</summary>
    public ImmutableArray<Subject> Subjects { get; init; } = [];

    /// <summary>The source edition, as a citation.</summary>
    public string? Source { get; init; }

    /// <summary>The statement of rights; null where none is made.</summary>
    public string? Rights { get; init; }

    /// <summary>The series; null for none.</summary>
    public Series? Series { get; init; }
}

/// <summary>Somebody who made the book.</summary>
/// <param name="Name">As printed.</param>
/// <param name="SortName">As sorted: family name first.</param>
/// <param name="Role">MARC relator code (https://id.loc.gov/vocabulary/relators): aut, edt, trl, ill …</param>
public sealed record Contributor(string Name, string SortName, string Role);

/// <summary>A subject.</summary>
/// <param name="Scheme">BISAC, Thema, LCSH; null for a free keyword.</param>
/// <param name="Code">The code in the scheme.</param>
/// <param name="Term">In words.</param>
public sealed record Subject(string? Scheme, string? Code, string Term);

/// <summary>A series the book stands in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">The book's number in it.</param>
public sealed record Series(string Name, string? Number)
{
    /// <summary>An identifier of the series, as a URI (<c>urn:issn:…</c>); null where it has none.</summary>
    public string? Identifier { get; init; }
}
