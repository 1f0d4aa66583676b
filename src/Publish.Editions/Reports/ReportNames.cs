using System.Collections.Immutable;

namespace Publish.Editions;

/// <summary>The reports a build can write beside its editions.</summary>
public static class ReportNames
{
    /// <summary>Why each page broke where it did.</summary>
    public const string Pages = "pages";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Pages];
}
