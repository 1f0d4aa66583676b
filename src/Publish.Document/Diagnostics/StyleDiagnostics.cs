namespace Publish.Document;

/// <summary>What can be said about stylesheets.</summary>
public static class StyleDiagnostics
{
    /// <summary>All of them, in order of code (STY…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
