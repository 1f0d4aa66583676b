using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Text;

/// <summary>Where running text comes from and what it belongs to.</summary>
/// <param name="Element">The element of its block, for the stylesheet.</param>
/// <param name="Language">Its language (BCP 47).</param>
public sealed record TextOrigin(StyledElement Element, string Language)
{
    /// <summary>The structure element of its block; −1 for text that is no content.</summary>
    public int StructureElement { get; init; } = -1;

    /// <summary>What it is where it is no content: a running head, a folio.</summary>
    public ArtifactKind Artifact { get; init; }

    /// <summary>The block's or section's number in the book, for source positions; null for generated text.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Where it stands in the manuscript.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
}
