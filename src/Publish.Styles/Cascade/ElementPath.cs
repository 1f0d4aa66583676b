using System.Collections.Immutable;

namespace Publish.Styles.Cascade;

/// <summary>
/// All that selectors can see of an element: itself, its ancestors and the sibling before it, as far as the stylesheet's selectors mention
/// them. Elements that look alike share one path and therefore one computed style.
/// </summary>
internal sealed class ElementPath(StyleSheet owner, ElementPath? parent, PathKey key, ImmutableArray<string> classes, ImmutableArray<string> previousClasses)
{
    public StyleSheet Owner { get; } = owner;

    public ElementPath? Parent { get; } = parent;

    public string Name => key.Name;

    public string? Id => key.Id;

    public ImmutableArray<string> Classes { get; } = classes;

    public bool IsFirst => key.PreviousName is null;

    public bool IsLast => key.IsLast;

    public string? PreviousName => key.PreviousName;

    public string? PreviousId => key.PreviousId;

    public bool PreviousIsFirst => key.PreviousIsFirst;

    public ImmutableArray<string> PreviousClasses { get; } = previousClasses;

    public ComputedStyle Style { get; set; } = null!;

    /// <summary>Line height as a multiple of the font size in thousandths, inherited as such; null where it is a length.</summary>
    public int? LineFactor { get; set; }
}

/// <summary>What tells two paths under one parent apart. Classes are joined by spaces.</summary>
internal readonly record struct PathKey(
    ElementPath? Parent,
    string Name,
    string? Id,
    string Classes,
    bool IsLast,
    string? PreviousName,
    string? PreviousId,
    string PreviousClasses,
    bool PreviousIsFirst);
