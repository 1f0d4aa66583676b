namespace Publish.Typesetting.Lines;

/// <summary>A way to break a paragraph. Valid until the next paragraph is broken.</summary>
/// <param name="LineCount">How many lines.</param>
/// <param name="Cost">Its price.</param>
/// <param name="Ends">For each line, the place (index into the <see cref="BreakList"/>) where it ends.</param>
/// <param name="Costs">For each line, what it adds to the price.</param>
internal readonly record struct FittedLines(int LineCount, long Cost, ReadOnlyMemory<int> Ends, ReadOnlyMemory<long> Costs);
