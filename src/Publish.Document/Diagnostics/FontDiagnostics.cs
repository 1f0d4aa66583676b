namespace Publish.Document;

/// <summary>What can be said about fonts.</summary>
public static class FontDiagnostics
{
    /// <summary>All of them, in order of code (FNT…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
