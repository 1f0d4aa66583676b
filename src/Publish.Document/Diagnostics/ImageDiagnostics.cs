namespace Publish.Document;

/// <summary>What can be said about pictures.</summary>
public static class ImageDiagnostics
{
    /// <summary>All of them, in order of code (IMG…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
