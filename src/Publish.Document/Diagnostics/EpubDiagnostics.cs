namespace Publish.Document;

/// <summary>What can be said about EPUB files.</summary>
public static class EpubDiagnostics
{
    /// <summary>All of them, in order of code (EPB…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
