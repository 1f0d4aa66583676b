using System.Collections.Immutable;

namespace Publish.Styles.Cascade;

/// <summary>How a compound selector is bound to the one on its right.</summary>
internal enum Combinator
{
    /// <summary>Nothing on the right: the subject.</summary>
    None,

    /// <summary>An ancestor (white space).</summary>
    Descendant,

    /// <summary>The parent (<c>&gt;</c>).</summary>
    Child,

    /// <summary>The sibling just before (<c>+</c>).</summary>
    Adjacent,
}

/// <summary>Which generated box a selector is about.</summary>
internal enum PseudoElement
{
    /// <summary>The element itself.</summary>
    None,

    /// <summary>::before.</summary>
    Before,

    /// <summary>::after.</summary>
    After,
}

/// <summary>Simple selectors that all hold of one element (Selectors 4, compound selector).</summary>
internal sealed class Compound
{
    public string? Name;
    public string? Id;
    public List<string> Classes { get; } = [];
    public bool First;
    public bool Last;
    public bool Root;
    public List<Compound> Not { get; } = [];

    public bool Matches(string name, string? id, ImmutableArray<string> classes, bool isFirst, bool isLast, bool isRoot)
    {
        if ((Name is not null && Name != name) || (Id is not null && Id != id) || (First && !isFirst) || (Last && !isLast) || (Root && !isRoot))
        {
            return false;
        }

        foreach (var wanted in Classes)
        {
            if (!classes.Contains(wanted))
            {
                return false;
            }
        }

        foreach (var not in Not)
        {
            if (not.Matches(name, id, classes, isFirst, isLast, isRoot))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A selector: compounds from left to right with what binds each to its right neighbour; the last is the subject.</summary>
/// <param name="Compounds">At least one.</param>
/// <param name="Combinators">One for each compound; None for the last.</param>
/// <param name="Pseudo">The generated box it is about.</param>
/// <param name="Specificity">Ids, classes and types as one comparable number (Selectors 4, section 17).</param>
internal sealed record Selector(ImmutableArray<Compound> Compounds, ImmutableArray<Combinator> Combinators, PseudoElement Pseudo, int Specificity)
{
    /// <summary>Whether it is about the element a path stands for.</summary>
    public bool Matches(ElementPath path) => Compounds[^1].Matches(path.Name, path.Id, path.Classes, path.IsFirst, path.IsLast, path.Parent is null) && MatchesBefore(path, Compounds.Length - 2);

    private bool MatchesBefore(ElementPath path, int index)
    {
        if (index < 0)
        {
            return true;
        }

        var compound = Compounds[index];
        switch (Combinators[index])
        {
            case Combinator.Child:
                return path.Parent is { } parent && Holds(compound, parent) && MatchesBefore(parent, index - 1);
            case Combinator.Adjacent:
                // Of the sibling only its own name and classes are known; what stands left of it is looked for among the ancestors they share.
                return path.PreviousName is { } name && compound.Matches(name, path.PreviousId, path.PreviousClasses, path.PreviousIsFirst, false, false) && MatchesBefore(path, index - 1);
            default:
                for (var ancestor = path.Parent; ancestor is not null; ancestor = ancestor.Parent)
                {
                    if (Holds(compound, ancestor) && MatchesBefore(ancestor, index - 1))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    private static bool Holds(Compound compound, ElementPath path) => compound.Matches(path.Name, path.Id, path.Classes, path.IsFirst, path.IsLast, path.Parent is null);
}
