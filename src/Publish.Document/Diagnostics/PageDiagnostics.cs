namespace Publish.Document;

/// <summary>What can be said about pages and notes: each names a page on which a rule had to be broken.</summary>
public static class PageDiagnostics
{
    /// <summary>A widow.</summary>
    public static readonly DiagnosticKind Widow = new(
        "TYP101", Severity.Note, "widow", "Too few lines of a paragraph begin a page, as nothing better could be found. A word more or less in the paragraph helps.");

    /// <summary>An orphan.</summary>
    public static readonly DiagnosticKind Orphan = new(
        "TYP102", Severity.Note, "orphan", "Too few lines of a paragraph end a page, as nothing better could be found. A word more or less in the paragraphs before helps.");

    /// <summary>A short page.</summary>
    public static readonly DiagnosticKind ShortPage = new(
        "TYP103", Severity.Note, "short page", "A page ends two lines or more above the foot of the type area, usually before something that can't be broken and may not float.");

    /// <summary>Things parted.</summary>
    public static readonly DiagnosticKind Parted = new(
        "TYP104", Severity.Warning, "kept things parted", "A page break parts what the house style keeps together: a heading from its text, the lines of a short stanza, the head of a table from its rows.");

    /// <summary>A note apart from its call.</summary>
    public static readonly DiagnosticKind NoteApart = new(
        "TYP105", Severity.Warning, "note apart from its call", "A note starts on a later page than its call, as the notes of that page are too many or too long. Shorten them or move the call.");

    /// <summary>Something taller than the page.</summary>
    public static readonly DiagnosticKind TooTall = new(
        "TYP106", Severity.Warning, "taller than the page", "Something that can't be broken is taller than the type area and sticks out. A row of a table may be split in two, a picture given a width.");

    /// <summary>A hyphen over a leaf.</summary>
    public static readonly DiagnosticKind HyphenOverLeaf = new(
        "TYP107", Severity.Note, "hyphen over a leaf", "The last word of a right-hand page is divided, so that the leaf is turned within it.");

    /// <summary>Facing pages that don't end level.</summary>
    public static readonly DiagnosticKind Uneven = new(
        "TYP108", Severity.Note, "facing pages uneven", "Two facing pages end on different lines, as nothing better could be found.");

    /// <summary>A lone line of a note.</summary>
    public static readonly DiagnosticKind NoteStub = new(
        "TYP109", Severity.Note, "note split badly", "A single line of a note stands alone at the foot of a page or goes alone to the next one.");

    /// <summary>References that don't settle.</summary>
    public static readonly DiagnosticKind Unsettled = new(
        "TYP110", Severity.Warning, "page reference doesn't settle", "A page number printed in the text moves the text so that the number changes, and back again. The reference may be wrong by a page.");

    /// <summary>All of them, in order of code.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [Widow, Orphan, ShortPage, Parted, NoteApart, TooTall, HyphenOverLeaf, Uneven, NoteStub, Unsettled];
}
