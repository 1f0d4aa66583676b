namespace Publish.Typesetting.Lines;

/// <summary>A way to break a paragraph.</summary>
/// <param name="LineCount">How many lines.</param>
/// <param name="Cost">Its price.</param>
/// <param name="Ends">For each line, the place (index into the <see cref="BreakList"/>) where it ends.</param>
/// <param name="Costs">For each line, what it adds to the price.</param>
internal sealed record FittedLines(int LineCount, long Cost, int[] Ends, long[] Costs);
