namespace Publish.Document;

/// <summary>What can be said about PDF files.</summary>
public static class PdfDiagnostics
{
    /// <summary>A standard this program doesn't write.</summary>
    public static readonly DiagnosticKind UnknownStandard = new(
        "PDF001",
        Severity.Error,
        "unknown standard",
        "An edition asks for a standard that this program doesn't write, or writes its name in another way. The names it knows stand in the hint.");

    /// <summary>The edition can't follow the standard it asks for.</summary>
    public static readonly DiagnosticKind StandardBroken = new(
        "PDF002",
        Severity.Error,
        "the edition breaks its standard",
        "An edition asks for a standard, and something in the book is not allowed by it. The message says what and on which page; mend it, or take the standard from the edition. A file never claims a standard that it breaks.");

    /// <summary>Two standards that can't be followed in one file.</summary>
    public static readonly DiagnosticKind StandardsConflict = new(
        "PDF003",
        Severity.Error,
        "standards that exclude each other",
        "An edition asks for two standards of which one forbids what the other demands. Make two editions of it.");

    /// <summary>A link whose place is not in the book.</summary>
    public static readonly DiagnosticKind LinkToNowhere = new(
        "PDF004",
        Severity.Warning,
        "link to a place that isn't there",
        "A link leads to an identifier that no page of the edition has. The words stay, the link is left out.");

    /// <summary>Two places with one name.</summary>
    public static readonly DiagnosticKind DuplicateDestination = new(
        "PDF005",
        Severity.Warning,
        "two places with one name",
        "Two places of the edition have the same identifier; links lead to the first.");

    /// <summary>A picture that could not be put into the file.</summary>
    public static readonly DiagnosticKind PictureLeftOut = new(
        "PDF006",
        Severity.Error,
        "picture left out",
        "A picture could not be decoded or converted, so its place in the edition would be empty.");

    /// <summary>A font that may not be embedded.</summary>
    public static readonly DiagnosticKind FontRights = new(
        "PDF007",
        Severity.Error,
        "font may not be embedded",
        "The licence bits of a font (OS/2 fsType) forbid to embed it. Use another font, or one with a licence for embedding.");

    /// <summary>A glyph the font doesn't have.</summary>
    public static readonly DiagnosticKind MissingGlyph = new(
        "PDF008",
        Severity.Warning,
        "character without a glyph",
        "A page shows the sign for a missing glyph, because no font at hand has the character. Add a font that has it.");

    /// <summary>A picture with too few pixels for print.</summary>
    public static readonly DiagnosticKind LowResolution = new(
        "PDF009",
        Severity.Warning,
        "too few pixels for print",
        "A picture has fewer pixels per inch, at the size it stands at, than print needs: 300 for tones, 600 for line art, or what the printer's profile says. Use a larger file of it, or a smaller size.");

    /// <summary>A colour with more ink than the press dries.</summary>
    public static readonly DiagnosticKind TooMuchInk = new(
        "PDF010",
        Severity.Warning,
        "too much ink",
        "A colour of the stylesheet has more ink on all plates together than the press dries: 300 %, or what the printer's profile says. Lessen its cyan, magenta and yellow.");

    /// <summary>All of them, in order of code (PDF…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        UnknownStandard,
        StandardBroken,
        StandardsConflict,
        LinkToNowhere,
        DuplicateDestination,
        PictureLeftOut,
        FontRights,
        MissingGlyph,
        LowResolution,
        TooMuchInk,
    ];
}
