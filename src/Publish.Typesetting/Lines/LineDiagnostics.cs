using System.Globalization;
using Publish.Document;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Lines;

/// <summary>What there is to say about a line that doesn't come out well.</summary>
internal static class LineDiagnostics
{
    // Less than this isn't seen: a hundredth of a point.
    private const long Unseen = Length.Unit / 100;

    /// <summary>The diagnostic for a line; null where there is nothing to say.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the line starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="looseness">Its looseness where that is beyond the tolerance; otherwise 0.</param>
    /// <param name="overfull">How far it sticks out, in scaled points.</param>
    public static Diagnostic? Of(StyledText text, int start, int end, int looseness, long overfull)
    {
        if (overfull > Unseen)
        {
            return TypesettingDiagnostics.OverfullLine.At(
                text.Span, string.Create(CultureInfo.InvariantCulture, $"a line sticks out by {new Length(overfull).Points:0.#} pt: “{Words(text, start, end)}”"),
                "allow a break with \\- or reword");
        }

        return looseness == 0
            ? null
            : TypesettingDiagnostics.LooseLine.At(
                text.Span, string.Create(CultureInfo.InvariantCulture, $"the spaces of a line are {(1000 + looseness) / 1000.0:0.0} times their width: “{Words(text, start, end)}”"),
                "allow a break with \\- or reword");
    }

    private static string Words(StyledText text, int start, int end) => text.Characters[start..end].Replace("\u00AD", "", StringComparison.Ordinal);
}
