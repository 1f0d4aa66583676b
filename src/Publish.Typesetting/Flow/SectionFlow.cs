using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Styles.Pages;
using Publish.Typesetting.Notes;
using Publish.Typesetting.References;
using Publish.Typesetting.Structure;

namespace Publish.Typesetting.Flow;

/// <summary>Blocks set in so many columns.</summary>
/// <param name="Blocks">The blocks.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Width">Width of a column.</param>
/// <param name="Gap">Space between columns.</param>
internal sealed record FlowRun(ImmutableArray<FlowBlock> Blocks, int Columns, Length Width, Length Gap);

/// <summary>A section set in lines, ready for pages.</summary>
/// <param name="Section">The section.</param>
/// <param name="Style">Its style.</param>
/// <param name="Runs">Its blocks.</param>
/// <param name="Notes">Its notes in order of their calls.</param>
/// <param name="Structure">Its structure elements.</param>
/// <param name="References">What it asked about the rest of the book.</param>
internal sealed record SectionFlow(
    Section Section,
    ComputedStyle Style,
    ImmutableArray<FlowRun> Runs,
    ImmutableArray<NoteFlow> Notes,
    SectionStructure Structure,
    SectionReferences References)
{
    /// <summary>The style of a page of it.</summary>
    public string PageName => Style.Page ?? "body";
}

/// <summary>What the flow of a section needs to know of its book.</summary>
/// <param name="Book">The book.</param>
/// <param name="Sheet">The house style.</param>
/// <param name="Setter">Text and lines.</param>
/// <param name="Generated">Words that the manuscript doesn't have.</param>
/// <param name="Pictures">Pictures.</param>
/// <param name="Page">A page of the section's kind.</param>
internal sealed record FlowContext(Book Book, StyleSheet Sheet, ITextSetter Setter, GeneratedText Generated, IPictures Pictures, PageStyle Page);
