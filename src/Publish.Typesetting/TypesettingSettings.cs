using Publish.Document;

namespace Publish.Typesetting;

/// <summary>How an edition is typeset besides its style.</summary>
/// <param name="Plan">The edition.</param>
public sealed record TypesettingSettings(EditionPlan Plan)
{
    /// <summary>How far the bleed box reaches beyond the trim.</summary>
    public Length Bleed { get; init; }

    /// <summary>How far the media box reaches beyond the bleed box.</summary>
    public Length Slug { get; init; }

    /// <summary>Sections set at the same time; 1 for one after the other. The pages are the same.</summary>
    public int Parallelism { get; init; } = 2;
}
