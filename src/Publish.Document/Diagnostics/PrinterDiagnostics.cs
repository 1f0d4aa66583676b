namespace Publish.Document;

/// <summary>What can be said about printers' profiles and about what a printer asks of a book.</summary>
public static class PrinterDiagnostics
{
    /// <summary>A printer nobody knows.</summary>
    public static readonly DiagnosticKind Unknown = new(
        "PRN001", Severity.Error, "unknown printer",
        "An edition or the command line names a printer of which there is no profile. Profiles are files printers/NAME.yaml, in the book's folder or among the program's assets.");

    /// <summary>A profile that can't be read.</summary>
    public static readonly DiagnosticKind BadProfile = new(
        "PRN002", Severity.Error, "printer's profile can't be read",
        "A printer's profile is not YAML, or a figure in it is not what it should be. The message names the line.");

    /// <summary>A profile older than a year.</summary>
    public static readonly DiagnosticKind OutOfDate = new(
        "PRN003", Severity.Warning, "printer's profile out of date",
        "The figures of the profile were gathered more than a year ago, and printers change theirs. Look at the printer's pages, mend the profile and its date.");

    /// <summary>Too few or too many pages.</summary>
    public static readonly DiagnosticKind PageCount = new(
        "PRN004", Severity.Error, "page count outside the printer's limits",
        "The printer doesn't bind a book of so few or so many pages. Choose another trim size, another size of type, or two volumes.");

    /// <summary>A gutter that doesn't settle.</summary>
    public static readonly DiagnosticKind GutterUnsettled = new(
        "PRN005", Severity.Warning, "gutter doesn't settle",
        "The page count asks for a gutter which changes the page count so that it asks for another one. The wider of the two is taken, which suits both.");

    /// <summary>A trim size the printer isn't known to have.</summary>
    public static readonly DiagnosticKind Trim = new(
        "PRN006", Severity.Warning, "trim size not in the printer's list",
        "The trim size is none of those in the printer's profile. Where that list isn't the whole, ask the printer.");

    /// <summary>A standard the printer doesn't take.</summary>
    public static readonly DiagnosticKind Standard = new(
        "PRN007", Severity.Warning, "not the printer's standard",
        "The edition follows none of the standards that the printer takes or prefers.");

    /// <summary>Something the printer doesn't take in a file.</summary>
    public static readonly DiagnosticKind NotTaken = new(
        "PRN008", Severity.Error, "not taken by the printer",
        "The edition asks for something that the printer doesn't take in a file: crop marks, links, a bleed of another size. Take it from the edition.");

    /// <summary>The thickness of the paper isn't known.</summary>
    public static readonly DiagnosticKind SpineUnknown = new(
        "PRN009", Severity.Warning, "thickness of the spine not known",
        "The printer's profile has no thickness for the paper asked for, so that the spine of the cover is reckoned with ordinary book paper. Name one of its papers, or compare with the printer's own template.");

    /// <summary>All of them, in order of code (PRN…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [Unknown, BadProfile, OutOfDate, PageCount, GutterUnsettled, Trim, Standard, NotTaken, SpineUnknown];
}
