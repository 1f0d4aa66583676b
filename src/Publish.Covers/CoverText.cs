using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Covers;

/// <summary>The words of a cover, taken from what the book says of itself.</summary>
/// <param name="Title">The title.</param>
/// <param name="ShortTitle">The title where there is less room.</param>
/// <param name="Subtitle">The subtitle; null for none.</param>
/// <param name="Authors">Authors; where there are none, editors.</param>
/// <param name="Families">Their family names, for the spine.</param>
/// <param name="Date">The date line of the title page; null for none.</param>
/// <param name="Publisher">The publisher; null for none.</param>
/// <param name="Blurb">Paragraphs for the back.</param>
/// <param name="Category">What a shop files it under; null for none.</param>
/// <param name="Isbn">The ISBN of the printed edition, thirteen digits; null for none.</param>
/// <param name="IsbnAsWritten">The same with its hyphens, where the book writes them.</param>
/// <param name="Price">The price; null for none.</param>
/// <param name="Language">BCP 47.</param>
internal sealed record CoverText(
    string Title,
    string ShortTitle,
    string? Subtitle,
    ImmutableArray<string> Authors,
    string Families,
    string? Date,
    string? Publisher,
    ImmutableArray<string> Blurb,
    string? Category,
    string? Isbn,
    string? IsbnAsWritten,
    CoverPrice? Price,
    string Language)
{
    /// <summary>The words of a book's cover.</summary>
    /// <param name="book">The book.</param>
    /// <param name="edition">The printed edition, whose ISBN it bears.</param>
    public static CoverText Of(Book book, string? edition)
    {
        var metadata = book.Metadata;
        var authors = metadata.Contributors.Where(c => c.Role == "aut").ToImmutableArray();
        authors = authors.IsEmpty ? [.. metadata.Contributors.Where(c => c.Role == "edt")] : authors;
        var isbn = edition is not null && metadata.Isbns.TryGetValue(edition, out var own) ? own : null;
        return new CoverText(
            metadata.Title,
            metadata.ShortTitle ?? metadata.Title,
            metadata.Subtitle,
            [.. authors.Select(a => a.Name)],
            string.Join(" · ", authors.Select(FamilyOf)),
            metadata.Date,
            metadata.Publisher,
            [.. (book.Cover.Blurb ?? metadata.Description ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            metadata.Subjects.FirstOrDefault(s => s.Scheme is not null)?.Term,
            isbn is { Length: 13 } ? isbn : null,
            isbn is { Length: 13 } ? metadata.IsbnsAsWritten.GetValueOrDefault(edition!, isbn) : null,
            CoverPrice.Read(book.Cover.Price),
            metadata.Language);
    }

    private static string FamilyOf(Contributor author) =>
        author.SortName.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? author.SortName[..comma] : author.Name;
}
