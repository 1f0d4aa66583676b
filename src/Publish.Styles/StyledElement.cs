using System.Collections.Immutable;
using Publish.Styles.Cascade;

namespace Publish.Styles;

/// <summary>
/// A node as stylesheets see it: an element name (the HTML element the EPUB writes for it: p, h2, blockquote, section …), classes, id and
/// its place among the others. <see cref="ElementNames"/> gives name and classes of every node of the model, for both renderers. Compared by identity.
/// </summary>
/// <param name="Name">Element name, lower case.</param>
/// <param name="Classes">Classes: the node's kind where HTML has no element for it ("dateline", "chapter"), then the manuscript's own.</param>
/// <param name="Parent">The element around it; null for the root.</param>
/// <param name="Previous">The sibling before it; null for a first child.</param>
public sealed record StyledElement(string Name, ImmutableArray<string> Classes, StyledElement? Parent, StyledElement? Previous)
{
    // The path found for it last: styles of the same element are asked for again and again.
    internal ElementPath? Path;

    private StyledElement(StyledElement original)
    {
        Name = original.Name;
        Classes = original.Classes;
        Parent = original.Parent;
        Previous = original.Previous;
        Id = original.Id;
        IsLast = original.IsLast;
    }

    /// <summary>Identifier; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>True where nothing follows it in its parent.</summary>
    public bool IsLast { get; init; }

    /// <inheritdoc />
    public bool Equals(StyledElement? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
