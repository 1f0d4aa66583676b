namespace Publish.Document;

/// <summary>What can be said about lines, notes and pages.</summary>
public static class TypesettingDiagnostics
{
    /// <summary>All of them, in order of code (TYP…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [];
}
