using System.Collections.Immutable;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Structure;

/// <summary>The structure of a book, with the sections it was put together from.</summary>
/// <param name="Sections">The sections' structures, with the index of the section each stands in.</param>
/// <param name="Language">The book's language.</param>
/// <param name="Tree">The tree.</param>
/// <param name="Bases">For each section what was added to its indices.</param>
internal sealed record JoinedStructure(ImmutableArray<(SectionStructure Structure, int Parent)> Sections, string Language, StructureTree Tree, ImmutableArray<int> Bases);
