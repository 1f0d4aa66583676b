namespace Publish.Document;

/// <summary>What can be said about fonts.</summary>
public static class FontDiagnostics
{
    /// <summary>None of the families a style names is there.</summary>
    public static readonly DiagnosticKind NoFamily = new(
        "FNT001", Severity.Error, "no font family found",
        "A style names font families and none of them is in the folder of fonts. The message says which and where they were looked for. Put the font's files there (TTF or OTF, one folder for each family), or name a family that is there.");

    /// <summary>The first choice is not there; another is used.</summary>
    public static readonly DiagnosticKind FamilyReplaced = new(
        "FNT002", Severity.Warning, "font family replaced",
        "The family a style names first isn't in the folder of fonts, so a later one of its list is used.");

    /// <summary>A file is no font that can be used.</summary>
    public static readonly DiagnosticKind BrokenFile = new(
        "FNT003", Severity.Warning, "font file can't be used",
        "A file in the folder of fonts is damaged, cut short, or not an OpenType font; it is left out. Web fonts (WOFF) are for browsers: supply the TTF or OTF they were made from.");

    /// <summary>A face is made of coloured glyphs.</summary>
    public static readonly DiagnosticKind ColorFont = new(
        "FNT004", Severity.Warning, "colour font refused",
        "The face draws its glyphs as coloured layers or pictures, which a printed text can't use; it is left out.");

    /// <summary>The maker doesn't allow embedding.</summary>
    public static readonly DiagnosticKind EmbeddingForbidden = new(
        "FNT005", Severity.Error, "font may not be embedded",
        "The face says (OS/2.fsType) that it may not be embedded in documents. Every edition embeds its fonts; use another face or a licence that allows it.");

    /// <summary>A style of the family is missing.</summary>
    public static readonly DiagnosticKind StyleReplaced = new(
        "FNT006", Severity.Warning, "style of a font family missing",
        "The family has no italic (or no roman) although the text asks for one. Letters are never slanted by calculation: the nearest face is used as it is.");

    /// <summary>Two files give the same face.</summary>
    public static readonly DiagnosticKind SameFaceTwice = new(
        "FNT007", Severity.Note, "same face twice",
        "Two files hold a face of the same family, weight and slope. A file of the book goes before one of the program; otherwise the first in order of names is used.");

    /// <summary>All of them, in order of code (FNT…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [NoFamily, FamilyReplaced, BrokenFile, ColorFont, EmbeddingForbidden, StyleReplaced, SameFaceTwice];
}
