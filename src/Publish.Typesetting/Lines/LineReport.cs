using Publish.Document;

namespace Publish.Typesetting.Lines;

/// <summary>A line of a page, as the report on lines tells of it.</summary>
/// <param name="Page">The folio of its page.</param>
/// <param name="Span">Its paragraph's place in the manuscript.</param>
/// <param name="Number">Which line of its paragraph, from 1.</param>
/// <param name="Count">How many lines the paragraph has.</param>
/// <param name="Text">Its words.</param>
/// <param name="Looseness">How much wider its spaces are than the face's own, in thousandths of these.</param>
/// <param name="Expansion">Horizontal scale of its glyphs, in ten-thousandths.</param>
/// <param name="Hyphen">Whether it ends in a hyphen that the text doesn't have.</param>
/// <param name="Cost">Its part of the paragraph's cost.</param>
/// <param name="Overfull">How far it sticks out of the measure.</param>
public sealed record LineReport(string Page, SourceSpan Span, int Number, int Count, string Text, int Looseness, int Expansion, bool Hyphen, long Cost, Length Overfull)
{
    /// <summary>What there is to say about lines of a paragraph that stand on a page.</summary>
    /// <param name="page">The folio.</param>
    /// <param name="set">The paragraph.</param>
    /// <param name="variant">The variant that was chosen.</param>
    /// <param name="from">The first of the lines.</param>
    /// <param name="to">One more than the last.</param>
    internal static IEnumerable<LineReport> Of(string page, SetParagraph set, int variant, int from, int to)
    {
        var lines = set.Variants[variant].Lines;
        for (var i = from; i < Math.Min(to, lines.Length); i++)
        {
            var line = lines[i];
            var words = set.Text.Characters[line.SourceRange].Replace("\u00AD", "", StringComparison.Ordinal).TrimEnd();
            yield return new(page, set.Text.Span, i + 1, lines.Length, words, line.Looseness, line.Expansion, line.EndsInHyphen, line.Demerits, line.Overfull);
        }
    }
}
