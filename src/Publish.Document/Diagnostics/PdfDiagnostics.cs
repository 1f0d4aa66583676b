namespace Publish.Document;

/// <summary>What can be said about PDF files.</summary>
public static class PdfDiagnostics
{
    /// <summary>All of them, in order of code (PDF…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
