using System.Collections.Immutable;
using Publish.Pdf.Conformance;

namespace Publish.Pdf.Metadata;

/// <summary>What a file says of itself. The information dictionary and the XMP packet are both written from this, so that they can't disagree.</summary>
internal sealed record DocumentFacts
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>Authors as printed.</summary>
    public required ImmutableArray<string> Authors { get; init; }

    /// <summary>Who else made it.</summary>
    public required ImmutableArray<string> Contributors { get; init; }

    /// <summary>What it is about, in a paragraph; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Subjects in words.</summary>
    public required ImmutableArray<string> Subjects { get; init; }

    /// <summary>Publisher; null for none.</summary>
    public string? Publisher { get; init; }

    /// <summary>Statement of rights; null for none.</summary>
    public string? Rights { get; init; }

    /// <summary>The source edition; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>ISBN of the edition as a URN, or the work's URI; null for none.</summary>
    public string? Identifier { get; init; }

    /// <summary>The program that wrote the file, with its version.</summary>
    public required string Producer { get; init; }

    /// <summary>When the text was last changed, UTC.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The standards the file claims to follow.</summary>
    public required ImmutableArray<Standard> Claims { get; init; }

    /// <summary>Whether the file says that it isn't trapped. PDF/X asks for it; PDF/A-2 doesn't know the XMP property, and a file for the screen needs none.</summary>
    public bool SaysTrapped => Claims.Any(claim => claim.PdfXVersion is not null) || Claims.All(claim => claim.PdfAPart == 0);

    /// <summary>Authors as one string.</summary>
    public string Author => string.Join("; ", Authors);

    /// <summary>Subjects as one string.</summary>
    public string Keywords => string.Join(", ", Subjects);

    /// <summary>The facts of a book in an edition.</summary>
    public static DocumentFacts Of(Document.Metadata metadata, PdfSettings settings, ImmutableArray<Standard> claims) => new()
    {
        Title = metadata.Title,
        Language = metadata.Language,
        Authors = OneInA1([.. metadata.Contributors.Where(c => c.Role == "aut").Select(c => c.Name)], claims),
        Contributors = [.. metadata.Contributors.Where(c => c.Role != "aut").Select(c => c.Name)],
        Description = metadata.Description,
        Subjects = [.. metadata.Subjects.Select(s => s.Term)],
        Publisher = metadata.Publisher,
        Rights = metadata.Rights,
        Source = metadata.Source,
        Identifier = metadata.Isbns.TryGetValue(settings.Plan.Name, out var isbn) ? "urn:isbn:" + isbn : metadata.Work,
        Producer = settings.Producer,
        Modified = (settings.Modified ?? metadata.Modified).ToUniversalTime(),
        Claims = claims,
    };

    // The first part of PDF/A knows one author, who is named alike in both places (ISO 19005-1, 6.7.3).
    private static ImmutableArray<string> OneInA1(ImmutableArray<string> authors, ImmutableArray<Standard> claims) =>
        authors.Length > 1 && claims.Any(claim => claim.PdfAPart == 1) ? [string.Join("; ", authors)] : authors;
}
