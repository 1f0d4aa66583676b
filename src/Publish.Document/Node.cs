using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>Anything in a book's tree. Nodes are immutable; a node's identity is the object, not its contents.</summary>
public abstract record Node
{
    /// <summary>Where in the manuscript it stands.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>The stable identifier the editor gave it, unique in the book; null where none was given.</summary>
    public string? Id { get; init; }

    /// <summary>What the house style may know it by besides its type; usually empty.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>Its language where it differs from what surrounds it (BCP 47); null where it doesn't.</summary>
    public string? Language { get; init; }
}
