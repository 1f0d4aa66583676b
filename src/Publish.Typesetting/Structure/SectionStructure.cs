using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Typesetting.Display;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Structure;

/// <summary>The structure elements of one section, numbered from its own first; the book's tree is put together from them at the end, so that sections don't wait for each other.</summary>
internal sealed class SectionStructure : IStructureBuilder
{
    private readonly List<StructureElement> elements = [];
    private int sequence;
    private int lowestChange = int.MaxValue;

    /// <summary>The elements; the first is the section's own, with parent −1.</summary>
    public IReadOnlyList<StructureElement> Elements => elements;

    /// <inheritdoc />
    public int Add(int parent, StructureRole role, string? language = null, string? actualText = null, string? alternativeText = null, string? id = null, string? expansion = null) =>
        Add(new StructureElement(parent, role, NextSequence()) { Language = language, ActualText = actualText, AlternativeText = alternativeText, Id = id, Expansion = expansion });

    /// <summary>Adds an element made by the caller.</summary>
    public int Add(StructureElement element)
    {
        elements.Add(element);
        return elements.Count - 1;
    }

    /// <inheritdoc />
    public int NextSequence() => ++sequence;

    /// <summary>Changes an element.</summary>
    public void Change(int index, Func<StructureElement, StructureElement> change)
    {
        elements[index] = change(elements[index]);
        lowestChange = Math.Min(lowestChange, index);
    }

    /// <summary>How far it has come: elements and places in reading order.</summary>
    public (int Elements, int Sequence) Reached => (elements.Count, sequence);

    /// <summary>The elements from an index on; nothing where one before it was changed since it was asked last.</summary>
    public ImmutableArray<StructureElement>? Since(int first)
    {
        var alone = lowestChange >= first;
        lowestChange = int.MaxValue;
        return alone ? [.. CollectionsMarshal.AsSpan(elements)[first..]] : null;
    }

    /// <summary>Adds elements that were made so before, when it had come as far as now.</summary>
    /// <param name="made">The elements.</param>
    /// <param name="reached">The last place in reading order they took.</param>
    public void Repeat(ImmutableArray<StructureElement> made, int reached)
    {
        elements.AddRange(made);
        sequence = reached;
    }

    /// <summary>A new element's reference for content drawn in it.</summary>
    public StructureReference Content(int element) => new(element, NextSequence(), ArtifactKind.None);

    /// <summary>
    /// Puts the sections' elements under one Document. A section's place among the others is its number; one inside another follows that one's own content.
    /// </summary>
    /// <param name="sections">The sections in order, with the index of the section each stands in (−1 for none).</param>
    /// <param name="language">The book's language.</param>
    /// <param name="before">An earlier book, whose elements serve where they are the same; null for none.</param>
    public static JoinedStructure Join(ImmutableArray<(SectionStructure Structure, int Parent)> sections, string language, JoinedStructure? before = null)
    {
        if (before is not null && before.Language == language && before.Sections.AsSpan().SequenceEqual(sections.AsSpan()))
        {
            return before;
        }

        var all = ImmutableArray.CreateBuilder<StructureElement>();
        all.Add(new StructureElement(-1, StructureRole.Document, 0) { Language = language });
        var offsets = ImmutableArray.CreateBuilder<int>(sections.Length);
        for (var s = 0; s < sections.Length; s++)
        {
            var (structure, parent) = sections[s];
            var offset = all.Count;
            offsets.Add(offset);
            if (before is not null && IsAsBefore(before, s, sections, offsets))
            {
                all.AddRange(before.Tree.Elements.AsSpan(offset, structure.elements.Count));
                continue;
            }

            foreach (var element in structure.elements)
            {
                all.Add(element.Parent < 0
                    ? element with { Parent = parent < 0 ? 0 : offsets[parent], Sequence = parent < 0 ? s : sections[parent].Structure.sequence + s + 1 }
                    : element with { Parent = element.Parent + offset, Counterpart = element.Counterpart < 0 ? -1 : element.Counterpart + offset });
            }
        }

        return new JoinedStructure(sections, language, new StructureTree(all.ToImmutable()), offsets.ToImmutable());
    }

    // The same elements at the same place, in a section whose own stand where they stood.
    private static bool IsAsBefore(JoinedStructure before, int index, ImmutableArray<(SectionStructure Structure, int Parent)> sections, ImmutableArray<int>.Builder offsets)
    {
        if (index >= before.Sections.Length || before.Sections[index] != sections[index] || before.Bases[index] != offsets[index])
        {
            return false;
        }

        var parent = sections[index].Parent;
        return parent < 0 || (ReferenceEquals(before.Sections[parent].Structure, sections[parent].Structure) && before.Bases[parent] == offsets[parent]);
    }
}
