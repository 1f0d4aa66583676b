namespace Publish.Document;

/// <summary>What can be said about the manuscript: book.yaml, Markdown, emendations.</summary>
public static class ManuscriptDiagnostics
{
    /// <summary>All of them, in order of code (MAN…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
