using Publish.Document;

namespace Publish.Typesetting.Lines;

/// <summary>The measure of a paragraph and how far its lines stand in from the left.</summary>
/// <param name="Measure">From margin to margin.</param>
/// <param name="FirstIndent">Indent of the first line; negative hangs.</param>
public readonly record struct ParagraphShape(Length Measure, Length FirstIndent)
{
    /// <summary>How many lines stand in by <see cref="LeadIndent"/> (beside an initial); 0 for none.</summary>
    public int LeadLines { get; init; }

    /// <summary>How far they stand in; the first line does so by this, not by <see cref="FirstIndent"/>.</summary>
    public Length LeadIndent { get; init; }

    /// <summary>The indent of a line.</summary>
    /// <param name="line">Counted from 0.</param>
    public Length IndentOf(int line) => line < LeadLines ? LeadIndent : line == 0 ? FirstIndent : Length.Zero;
}
