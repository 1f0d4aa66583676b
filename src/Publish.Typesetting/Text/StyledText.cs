using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Text;

/// <summary>
/// Running text ready to be broken into lines: its characters, the runs of one look that cover them, and the marks between them.
/// Made from inlines and styles by the text collector.
/// </summary>
/// <param name="Characters">
/// The characters to be set, generated ones (note numbers, page references) included: a forced line break is a line feed, a picture
/// U+FFFC. Letters stand as the model has them, whatever their look (small capitals, capitals).
/// </param>
/// <param name="Runs">Runs in order, without gaps, covering all of <paramref name="Characters"/>; neighbours differ in something.</param>
/// <param name="Marks">Marks in order of <see cref="TextMark.Offset"/>.</param>
public sealed record StyledText(string Characters, ImmutableArray<StyledRun> Runs, ImmutableArray<TextMark> Marks)
{
    /// <summary>No text.</summary>
    public static readonly StyledText Empty = new("", [], []);

    /// <summary>Where the text as a whole stands in the manuscript.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>Whether the text as a whole runs from right to left, and its lines begin at the right.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>The language of the text as a whole (BCP 47).</summary>
    public string Language { get; init; } = "en";
}
