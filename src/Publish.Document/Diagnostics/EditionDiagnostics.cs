namespace Publish.Document;

/// <summary>What can be said about editions, output and the build.</summary>
public static class EditionDiagnostics
{
    /// <summary>All of them, in order of code (EDN…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
