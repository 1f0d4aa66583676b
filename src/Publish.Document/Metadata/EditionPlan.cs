using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>The file format of an edition.</summary>
public enum EditionFormat
{
    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>An EPUB.</summary>
    Epub,

    /// <summary>The cover of a printed book, back, spine and front on one sheet, as a PDF.</summary>
    Cover,
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

    /// <summary>For an EPUB: the PDF edition whose pages it marks; for a cover: the one it is bound around. Null for none.</summary>
    public string? PagesFrom { get; init; }

    /// <summary>The printer by name: <c>kdp</c>; null for none. Its profile gives gutter, page count and what the file may hold.</summary>
    public string? Printer { get; init; }

    /// <summary>The printer's paper by name, for the spine; null for its first.</summary>
    public string? Paper { get; init; }

    /// <summary>How far the pages reach beyond the trim; null for no bleed.</summary>
    public Length? Bleed { get; init; }

    /// <summary>Whether crop and registration marks are drawn around the pages.</summary>
    public bool Marks { get; init; }

    /// <summary>The colours of a file for the press; null for what its kind usually has (black alone).</summary>
    public PressColor? Color { get; init; }

    /// <summary>The printing condition; null for the program's own (FOGRA39).</summary>
    public PrintingCondition? Condition { get; init; }

    /// <summary>The least margin at the spine, hanging punctuation left out of account; null for the house style's.</summary>
    public Length? LeastInner { get; init; }

    /// <summary>The least white at head, foot and fore-edge, running heads and folios included; null for the house style's.</summary>
    public Length? LeastOutside { get; init; }

    /// <summary>For an EPUB: whose readers it is for, a file of <c>assets/readers</c> (<c>kobo</c>); null for readers of any age and make.</summary>
    public string? Reader { get; init; }

    /// <summary>Where <c>book.yaml</c> asks for it.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
}
