namespace Publish.Document;

/// <summary>What can be said about pictures.</summary>
public static class ImageDiagnostics
{
    /// <summary>The file isn't there.</summary>
    public static readonly DiagnosticKind Missing = new(
        "IMG001", Severity.Error, "picture missing",
        "The manuscript names a picture that isn't in the book's folder. Paths are relative to that folder, with forward slashes; upper and lower case count.");

    /// <summary>The bytes are no picture.</summary>
    public static readonly DiagnosticKind UnknownFormat = new(
        "IMG002", Severity.Error, "not a picture",
        "The bytes of the file are none of the formats that can be used: JPEG, PNG, WebP, TIFF, GIF, SVG. The name doesn't matter.");

    /// <summary>Damaged.</summary>
    public static readonly DiagnosticKind Broken = new(
        "IMG003", Severity.Error, "picture damaged",
        "The picture can't be read to its end: it is cut short, or its parts contradict each other. Export it afresh.");

    /// <summary>The name says another format than the bytes.</summary>
    public static readonly DiagnosticKind NameLies = new(
        "IMG004", Severity.Warning, "picture named as another format",
        "The end of the file's name belongs to another format than its bytes. The bytes count; rename the file.");

    /// <summary>Larger than any page can use.</summary>
    public static readonly DiagnosticKind TooLarge = new(
        "IMG005", Severity.Error, "picture too large",
        "The picture states more pixels than any page can use; it is not decoded, since that alone could exhaust the machine.");

    /// <summary>An SVG is drawn into pixels.</summary>
    public static readonly DiagnosticKind DrawnAsPixels = new(
        "IMG006", Severity.Note, "SVG drawn as pixels",
        "In a PDF the SVG stands as pixels at the resolution of print, not as vectors. An EPUB has it as it is.");

    /// <summary>An SVG reaches outside itself.</summary>
    public static readonly DiagnosticKind UnsafeSvg = new(
        "IMG007", Severity.Error, "SVG refused",
        "The SVG holds a script, an event handler, an entity declaration, foreign content or a reference to something outside the file. None of these belongs in a book; export it as plain drawing.");

    /// <summary>Only the first frame shows.</summary>
    public static readonly DiagnosticKind FirstFrameOnly = new(
        "IMG008", Severity.Note, "only the first frame is used",
        "The picture moves or has several pages; in print its first one stands.");

    /// <summary>Letters in an SVG.</summary>
    public static readonly DiagnosticKind SvgText = new(
        "IMG009", Severity.Warning, "SVG with text",
        "The SVG holds text, which is drawn in whatever font the machine that builds (or the reader's device) has. Convert text to paths when exporting.");

    /// <summary>All of them, in order of code (IMG…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
        [Missing, UnknownFormat, Broken, NameLies, TooLarge, DrawnAsPixels, UnsafeSvg, FirstFrameOnly, SvgText];
}
