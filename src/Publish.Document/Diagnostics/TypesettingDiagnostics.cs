namespace Publish.Document;

/// <summary>What can be said about lines, notes and pages.</summary>
public static class TypesettingDiagnostics
{
    /// <summary>No hyphenation patterns for a language.</summary>
    public static readonly DiagnosticKind NoPatterns = new(
        "TYP001", Severity.Warning, "no hyphenation patterns", "The assets hold no hyphenation patterns for a language of the book: its words are only broken where the manuscript says so.");

    /// <summary>A character that no face has.</summary>
    public static readonly DiagnosticKind MissingCharacter = new(
        "TYP002", Severity.Warning, "character without glyph", "No face of the house style, nor any other face at hand, has a glyph for a character: the page shows a box in its place.");

    /// <summary>A line that is too long.</summary>
    public static readonly DiagnosticKind OverfullLine = new(
        "TYP003", Severity.Warning, "overfull line", "Nowhere can the text be broken so that it fits the measure: the line sticks out. Allow a hyphen (\\-), or change the wording.");

    /// <summary>A line with too much space between its words.</summary>
    public static readonly DiagnosticKind LooseLine = new(
        "TYP004", Severity.Note, "very loose line", "The words of a line stand much further apart than the setting wants, as there is no better place to break it. A hyphen (\\-) may help.");

    /// <summary>All of them, in order of code (TYP…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [NoPatterns, MissingCharacter, OverfullLine, LooseLine];
}
