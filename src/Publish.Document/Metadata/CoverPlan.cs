namespace Publish.Document;

/// <summary>What a book says about its cover; the rest follows from the metadata and the stylesheet.</summary>
public sealed record CoverPlan
{
    /// <summary>One of the stylesheet's colours by name; null for the one that follows from the title.</summary>
    public string? Color { get; init; }

    /// <summary>Where the book names the colour.</summary>
    public SourceSpan ColorSpan { get; init; } = SourceSpan.None;

    /// <summary>A picture behind the label, on the front; null for the pattern.</summary>
    public Picture? Picture { get; init; }

    /// <summary>A finished front, shown whole in place of the designed one; null for none.</summary>
    public Picture? Front { get; init; }

    /// <summary>The text on the back; null for the metadata's description.</summary>
    public string? Blurb { get; init; }

    /// <summary>The price as a currency of ISO 4217 and an amount, "USD 14.95"; null for none.</summary>
    public string? Price { get; init; }
}
