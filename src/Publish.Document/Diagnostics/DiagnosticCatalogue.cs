namespace Publish.Document;

/// <summary>One kind of diagnostic, documented once.</summary>
/// <param name="Code">Three letters of the room and three digits.</param>
/// <param name="Severity">The weight it usually has.</param>
/// <param name="Title">What it is in a few words.</param>
/// <param name="Explanation">When it happens and what to do, for the documentation.</param>
public sealed record DiagnosticKind(string Code, Severity Severity, string Title, string Explanation)
{
    /// <summary>A diagnostic of this kind at a place.</summary>
    public Diagnostic At(SourceSpan span, string message, string? hint = null) => new(Code, Severity, span, message, hint);
}

/// <summary>Every diagnostic there is. Each room keeps its own list in a file of its own beside this one.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>All kinds, room by room, in order of code.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        .. ManuscriptDiagnostics.All,
        .. StyleDiagnostics.All,
        .. FontDiagnostics.All,
        .. ImageDiagnostics.All,
        .. TypesettingDiagnostics.All,
        .. PageDiagnostics.All,
        .. PdfDiagnostics.All,
        .. PrinterDiagnostics.All,
        .. EpubDiagnostics.All,
        .. EpubLintDiagnostics.All,
        .. EditionDiagnostics.All,
    ];
}
