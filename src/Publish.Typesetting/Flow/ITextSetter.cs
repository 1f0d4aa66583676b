using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Lines;
using Publish.Typesetting.References;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Flow;

/// <summary>What the flow of a section asks of the text and line stages.</summary>
internal interface ITextSetter
{
    /// <summary>Inlines as text ready to be broken into lines.</summary>
    /// <param name="content">The inlines.</param>
    /// <param name="element">The element they stand in, with its style.</param>
    /// <param name="ordinal">The block or section their offsets are counted in.</param>
    /// <param name="structure">The structure element they are content of.</param>
    /// <param name="language">The language around them.</param>
    /// <param name="span">Where they stand in the manuscript.</param>
    /// <param name="builder">Receives the structure elements of links, references and the like.</param>
    /// <param name="references">Says what is printed at note calls and cross-references.</param>
    StyledText Collect(
        ImmutableArray<Inline> content,
        StyledElement element,
        int ordinal,
        int structure,
        string language,
        SourceSpan span,
        IStructureBuilder builder,
        SectionReferences references);

    /// <summary>The text broken into lines.</summary>
    SetParagraph Set(StyledText text, ComputedStyle style, Length measure);

    /// <summary>What was said of the characters of a section's text.</summary>
    /// <param name="references">The section's references.</param>
    ImmutableArray<Diagnostic> SaidOf(SectionReferences references) => [];

    /// <summary>How often something was to be said of the characters of a section's text, whether it was said before or not.</summary>
    /// <param name="references">The section's references.</param>
    int FaultsOf(SectionReferences references) => 0;

    /// <summary>Takes in what was said of a section that isn't set again.</summary>
    void Said(ImmutableArray<Diagnostic> diagnostics)
    {
    }
}
