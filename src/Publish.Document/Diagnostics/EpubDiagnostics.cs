namespace Publish.Document;

/// <summary>What can be said about EPUB files.</summary>
public static class EpubDiagnostics
{
    /// <summary>A picture without words for it.</summary>
    public static readonly DiagnosticKind NoAlternativeText = new(
        "EPB001", Severity.Warning, "Picture without alternative text", "Someone who can't see the picture is told nothing. Write the alternative text in the brackets of ![…](…), or mark the picture as decorative.");

    /// <summary>A picture that can't be taken over.</summary>
    public static readonly DiagnosticKind NoPicture = new(
        "EPB002", Severity.Warning, "Picture left out", "The file is missing or isn't a picture that reading systems show.");

    /// <summary>A page that couldn't be marked.</summary>
    public static readonly DiagnosticKind UnmarkedPage = new(
        "EPB003", Severity.Warning, "Page not marked", "The page map names a page whose first words the EPUB doesn't have, so the page list goes without it.");

    /// <summary>An ISBN that isn't one.</summary>
    public static readonly DiagnosticKind BadIsbn = new(
        "EPB004", Severity.Error, "ISBN with a wrong check digit", "An ISBN in `identifiers` doesn't add up. Copy it again from the agency's letter.");

    /// <summary>A note too long to pop up.</summary>
    public static readonly DiagnosticKind LongNote = new(
        "EPB005", Severity.Note, "Note too long to pop up", "Kobo's readers show notes of up to 5,000 characters in a window; from a longer one they jump to the notes.");

    /// <summary>A font that may not be embedded.</summary>
    public static readonly DiagnosticKind FontNotEmbedded = new(
        "EPB006", Severity.Warning, "Font not embedded", "The font's licence bits forbid embedding, so the EPUB goes without it.");

    /// <summary>A reader nobody described.</summary>
    public static readonly DiagnosticKind UnknownReader = new(
        "EPB007", Severity.Error, "Unknown reader", "`reader` of an EPUB edition names a file of `assets/readers` without its ending: compat, pure, kobo, kindle, apple.");

    /// <summary>A description of a reader that can't be read.</summary>
    public static readonly DiagnosticKind BadReader = new(
        "EPB008", Severity.Error, "Reader profile with a fault", "A file of `assets/readers` has a key nobody knows or a value the key doesn't take.");

    /// <summary>A checklist for another text.</summary>
    public static readonly DiagnosticKind ChecklistForAnotherText = new(
        "EPB009", Severity.Warning, "Accessibility checklist for another text", "`accessibility.yaml` was signed for a text with another hash, so conformance isn't claimed. Go through the list again and sign it with the hash of this text.");

    /// <summary>A checklist that isn't complete.</summary>
    public static readonly DiagnosticKind ChecklistIncomplete = new(
        "EPB010", Severity.Warning, "Accessibility checklist not complete", "`accessibility.yaml` lacks a point, an answer or a signature, so conformance isn't claimed.");

    /// <summary>A moving picture.</summary>
    public static readonly DiagnosticKind MovingPicture = new(
        "EPB011", Severity.Warning, "Moving picture", "Of a moving GIF nobody can say that it is harmless, so the hazards of the EPUB are given as unknown. Use a still picture.");

    /// <summary>All of them, in order of code (EPB…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
        [NoAlternativeText, NoPicture, UnmarkedPage, BadIsbn, LongNote, FontNotEmbedded, UnknownReader, BadReader, ChecklistForAnotherText, ChecklistIncomplete, MovingPicture];
}
