using Publish.Styles;
using Publish.Typesetting.Text;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>What the lines of a set paragraph need to place their glyphs when asked.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">The paragraph's style.</param>
/// <param name="Shape">The measure.</param>
/// <param name="Fonts">For each run of the text, how it is set.</param>
/// <param name="Fit">Limits.</param>
/// <param name="Words">The words between spaces, in order; null for one of several looks.</param>
internal sealed record ParagraphContext(StyledText Text, ComputedStyle Style, ParagraphShape Shape, RunFont[] Fonts, FitSettings Fit, ShapedWord?[] Words)
{
    /// <summary>Whether marks hang in the margins.</summary>
    public bool Hangs => HangsIn(Text, Style);

    /// <summary>Whether marks hang in the margins where a text is set in a style.</summary>
    public static bool HangsIn(StyledText text, ComputedStyle style) => style.OpticalMargins && style.Alignment == TextAlignment.Justify && !text.RightToLeft;
}
