using Publish.Styles;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Lines;

/// <summary>What the lines of a set paragraph need to place their glyphs when asked.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">The paragraph's style.</param>
/// <param name="Shape">The measure.</param>
/// <param name="Fonts">For each run of the text, how it is set.</param>
/// <param name="Fit">Limits.</param>
internal sealed record ParagraphContext(StyledText Text, ComputedStyle Style, ParagraphShape Shape, RunFont[] Fonts, FitSettings Fit)
{
    /// <summary>Whether marks hang in the margins.</summary>
    public bool Hangs => Style.OpticalMargins && Style.Alignment == TextAlignment.Justify && !Text.RightToLeft;
}
