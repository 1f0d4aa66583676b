using System.Collections.Immutable;

namespace Publish.Styles;

/// <summary>
/// A node as stylesheets see it: an element name (the HTML element the EPUB writes for it: p, h2, blockquote, section …), classes, id and
/// its place among the others. ElementNames gives name and classes of every node of the model, for both renderers.
/// </summary>
/// <param name="Name">Element name, lower case.</param>
/// <param name="Classes">Classes: the node's kind where HTML has no element for it ("dateline", "chapter"), then the manuscript's own.</param>
/// <param name="Parent">The element around it; null for the root.</param>
/// <param name="Previous">The sibling before it; null for a first child.</param>
public sealed record StyledElement(string Name, ImmutableArray<string> Classes, StyledElement? Parent, StyledElement? Previous)
{
    /// <summary>Identifier; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>True where nothing follows it in its parent.</summary>
    public bool IsLast { get; init; }
}
