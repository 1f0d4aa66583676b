using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>The file format of an edition.</summary>
public enum EditionFormat
{
    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>An EPUB.</summary>
    Epub,
}

/// <summary>Where note numbers start again.</summary>
public enum NoteNumbering
{
    /// <summary>Once, through the book.</summary>
    Book,

    /// <summary>In each chapter.</summary>
    Chapter,

    /// <summary>On each page.</summary>
    Page,
}

/// <summary>An edition the book asks for: data, no more.</summary>
/// <param name="Name">Its name: <c>print</c>, <c>screen</c>, <c>epub</c> or the house's own.</param>
/// <param name="Format">The file format.</param>
public sealed record EditionPlan(string Name, EditionFormat Format)
{
    /// <summary>Width of the trimmed page; null for the house style's.</summary>
    public Length? TrimWidth { get; init; }

    /// <summary>Height of the trimmed page; null for the house style's.</summary>
    public Length? TrimHeight { get; init; }

    /// <summary>Whether links can be clicked (a press file has none).</summary>
    public bool Links { get; init; }

    /// <summary>Whether a PDF carries its structure tree.</summary>
    public bool Tagged { get; init; }

    /// <summary>Standards by name: <c>PDF/UA-1</c>, <c>PDF/A-2a</c>, <c>PDF/X-4</c> …</summary>
    public ImmutableArray<string> Standards { get; init; } = [];

    /// <summary>For an EPUB: the PDF edition whose pages it marks; null for none.</summary>
    public string? PagesFrom { get; init; }

    /// <summary>For an EPUB: whose readers it is for, a file of <c>assets/readers</c> (<c>kobo</c>); null for readers of any age and make.</summary>
    public string? Reader { get; init; }

    /// <summary>Where <c>book.yaml</c> asks for it.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
}
