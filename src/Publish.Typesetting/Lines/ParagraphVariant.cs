using System.Collections.Immutable;

namespace Publish.Typesetting.Lines;

/// <summary>One way to break a paragraph: the best there is with its number of lines.</summary>
/// <param name="LineCount">How many lines.</param>
/// <param name="Demerits">Its cost: the sum of the lines' <see cref="SetLine.Demerits"/>. Comparable between variants of one paragraph.</param>
/// <param name="Lines">The lines. Their glyphs are only placed when asked for (<see cref="SetLine.Pieces"/>).</param>
public sealed record ParagraphVariant(int LineCount, long Demerits, ImmutableArray<SetLine> Lines)
{
    /// <summary>Whether there is something to say about one of its lines (<see cref="SetLine.Diagnostic"/>).</summary>
    internal bool HasFaults { get; init; } = true;
}
