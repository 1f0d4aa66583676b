using System.Collections.Immutable;

namespace Publish.Styles;

/// <summary>What a node is called in stylesheets and in an EPUB.</summary>
/// <param name="Name">The HTML element, lower case.</param>
/// <param name="Classes">Its classes: the kind first where the element alone doesn't tell it, then the manuscript's own.</param>
public readonly record struct ElementName(string Name, ImmutableArray<string> Classes)
{
    /// <summary>An element without classes.</summary>
    public ElementName(string name)
        : this(name, [])
    {
    }

    /// <summary>The element as a stylesheet sees it at its place.</summary>
    /// <param name="parent">The element around it.</param>
    /// <param name="previous">The sibling before it; null for a first child.</param>
    /// <param name="id">Identifier; null for none.</param>
    /// <param name="isLast">Whether nothing follows it.</param>
    public StyledElement Within(StyledElement? parent, StyledElement? previous = null, string? id = null, bool isLast = false) =>
        new(Name, Classes, parent, previous) { Id = id, IsLast = isLast };
}
