using System.Collections.Immutable;

namespace Publish.Editions;

/// <summary>The reports a build can write beside its editions.</summary>
public static class ReportNames
{
    /// <summary>Why each page broke where it did.</summary>
    public const string Pages = "pages";

    /// <summary>Every line's spaces, scale, hyphen and cost.</summary>
    public const string Lines = "lines";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Pages, Lines];
}
