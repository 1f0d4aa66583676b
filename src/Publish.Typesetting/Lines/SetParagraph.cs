using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Lines;

/// <summary>A paragraph broken into lines, in as many ways as are good enough for the page stage to choose from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Measure">The measure it was set to.</param>
/// <param name="Variants">One for each number of lines that quality allows, fewest lines first; never empty, except for empty text.</param>
/// <param name="Best">Index of the variant with the least demerits.</param>
public sealed record SetParagraph(StyledText Text, Length Measure, ImmutableArray<ParagraphVariant> Variants, int Best)
{
    /// <summary>The variant with the least demerits.</summary>
    public ParagraphVariant BestVariant => Variants[Best];

    /// <summary>The variant with so many lines; null where there is none.</summary>
    public ParagraphVariant? WithLines(int count)
    {
        foreach (var variant in Variants)
        {
            if (variant.LineCount == count)
            {
                return variant;
            }
        }

        return null;
    }
}
