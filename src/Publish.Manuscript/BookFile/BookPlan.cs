using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>What a book is to be made of, before any Markdown is read.</summary>
/// <param name="Metadata">What is known about it.</param>
/// <param name="Editions">The editions asked for.</param>
/// <param name="Matter">Its sections in order; in a Pandoc folder each entry is a file whose headings open the sections.</param>
internal sealed record BookPlan(Metadata Metadata, ImmutableArray<EditionPlan> Editions, ImmutableArray<MatterEntry> Matter)
{
    public string Style { get; init; } = "classic";

    public CoverPlan Cover { get; init; } = new();

    /// <summary>Words hyphenated as the book wants, by language.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Hyphenation { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public NoteNumbering NoteNumbering { get; init; } = NoteNumbering.Book;

    /// <summary>The copy-text; null where the book has none.</summary>
    public NamedFile? CopyText { get; init; }

    public NamedFile? Emendations { get; init; }

    public NamedFile? Queries { get; init; }

    public NamedFile? Index { get; init; }

    /// <summary>How Markdown is read.</summary>
    public Dialect Dialect { get; init; } = Dialect.Book;

    /// <summary>Whether the kinds of sections are found from their titles and file names.</summary>
    public bool GuessKinds { get; init; }

    /// <summary>Heading levels of the contents; null to be found from the book.</summary>
    public int? ContentsDepth { get; init; }

    /// <summary>Whether level-1 headings open parts, and level-2 headings the chapters in them.</summary>
    public bool Parts { get; init; }
}

/// <summary>A file and where the book names it.</summary>
/// <param name="Path">Relative to the book's folder.</param>
/// <param name="Span">Where it is named.</param>
internal sealed record NamedFile(string Path, SourceSpan Span);

/// <summary>An entry of the book's order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Matter">Where it stands.</param>
/// <param name="File">Its Markdown file; null where it is made from the metadata.</param>
/// <param name="Span">Where it is asked for.</param>
internal sealed record MatterEntry(SectionKind Kind, Matter Matter, string? File, SourceSpan Span);

/// <summary>In which points two families of manuscripts differ.</summary>
/// <param name="Smart">Whether straight quotes, hyphens and points become typographic ones.</param>
/// <param name="SoftHyphens">Whether <c>\-</c> is a discretionary hyphen (in a Pandoc folder it is a hyphen).</param>
/// <param name="FrontMatter">Whether a block of YAML at the head of a file is the author's own (Pandoc) rather than a mistake.</param>
internal sealed record Dialect(bool Smart, bool SoftHyphens, bool FrontMatter)
{
    /// <summary>Of books with a <c>book.yaml</c>.</summary>
    public static readonly Dialect Book = new(Smart: true, SoftHyphens: true, FrontMatter: false);

    /// <summary>Of Pandoc folders, read as <c>markdown-smart</c>: what is typed stays.</summary>
    public static readonly Dialect Pandoc = new(Smart: false, SoftHyphens: false, FrontMatter: true);
}
