using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>Whose note it is. Series are never mixed: each is numbered by itself.</summary>
public enum NoteSeries
{
    /// <summary>The edition's.</summary>
    Editor,

    /// <summary>The author's own.</summary>
    Author,

    /// <summary>Of the source edition's editors (a newspaper's, say).</summary>
    Source,
}

/// <summary>A note: it holds its blocks, and lives at its call. Each edition decides where it is shown.</summary>
/// <param name="Label">The label in the manuscript; for an inline note one made from its place.</param>
/// <param name="Series">Whose it is.</param>
/// <param name="Number">Its number in its series through the whole book, from 1; editions that number by chapter or page count afresh.</param>
/// <param name="Blocks">What it says; never empty.</param>
public sealed record Note(string Label, NoteSeries Series, int Number, ImmutableArray<Block> Blocks) : Node;
