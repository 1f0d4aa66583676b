using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Lines;

/// <summary>
/// A line of a set paragraph. What the page stage decides by is at hand; the glyphs are placed when <see cref="Pieces"/> or
/// <see cref="Marks"/> are first asked for. Safe to use from several threads.
/// </summary>
public sealed class SetLine
{
    // A book has some ten thousand lines, and as many that the page stage may choose instead: what most of them don't have stands by itself.
    private readonly ParagraphContext paragraph;
    private readonly Rarities? rarities;
    private readonly int start;
    private readonly int end;
    private readonly short looseness;
    private readonly short expansion;
    private LineLayout? layout;

    internal SetLine(ParagraphContext paragraph, Length overfull, ImmutableArray<NoteCall> calls, Diagnostic? diagnostic)
    {
        this.paragraph = paragraph;
        rarities = overfull == Length.Zero && calls.IsEmpty && diagnostic is null ? null : new Rarities(overfull, calls, diagnostic);
    }

    /// <summary>The characters of <see cref="Text.StyledText.Characters"/> on this line, spaces at its end included; the ranges of all lines follow each other without gaps.</summary>
    public required Range SourceRange
    {
        get => start..end;
        init => (start, end) = (value.Start.Value, value.End.Value);
    }

    /// <summary>The space its glyphs take from the left end of the measure to the right, hanging parts not counted: the measure less indents, for justified lines.</summary>
    public required Length Width { get; init; }

    /// <summary>Indent from the left edge of the measure.</summary>
    public Length Indent => paragraph.Shape.IndentOf(Index);

    /// <summary>True where the line ends within a word, with a hyphen that the text doesn't have.</summary>
    public required bool EndsInHyphen { get; init; }

    /// <summary>True for the last line of the paragraph.</summary>
    public required bool IsLast { get; init; }

    /// <summary>
    /// How much wider its spaces between words are than the face's own, in thousandths of these: 500 is half as wide again, −200 a fifth narrower. 0 for lines that aren't justified.
    /// </summary>
    public required int Looseness
    {
        get => looseness;
        init => looseness = checked((short)value);
    }

    /// <summary>Horizontal scale of its glyphs in ten-thousandths; 10,000 is none.</summary>
    public required int Expansion
    {
        get => expansion;
        init => expansion = checked((short)value);
    }

    /// <summary>Its part of the paragraph's cost.</summary>
    public required long Demerits { get; init; }

    /// <summary>How far it sticks out of the measure, hanging punctuation aside; zero for a line that fits.</summary>
    public Length Overfull => rarities?.Overfull ?? Length.Zero;

    /// <summary>The calls of notes on it, in order, repeated calls included.</summary>
    public ImmutableArray<NoteCall> Calls => rarities?.Calls ?? [];

    /// <summary>What is wrong with it (overfull, very loose), for the list of diagnostics if this line is used; null where nothing is.</summary>
    public Diagnostic? Diagnostic => rarities?.Diagnostic;

    /// <summary>What is drawn, in the order of the text (from left to right, but for what runs the other way).</summary>
    public ImmutableArray<LinePiece> Pieces => Layout.Pieces;

    /// <summary>Marks on the line (note calls, index marks, ids, emendations) with their places.</summary>
    public ImmutableArray<LineMark> Marks => Layout.Marks;

    /// <summary>Offset just after the last visible character.</summary>
    internal int ContentEnd { get; init; }

    /// <summary>True where it ends at a forced break or ends the paragraph.</summary>
    internal bool IsForced { get; init; }

    /// <summary>Index of its first word in <see cref="ParagraphContext.Words"/>, be it the rest of one.</summary>
    internal int FirstWord { get; init; }

    /// <summary>True where it begins with the rest of a word.</summary>
    internal bool StartsInWord { get; init; }

    /// <summary>Its number, from 0.</summary>
    internal int Index { get; init; }

    private LineLayout Layout => layout ??= LinePlacer.Place(paragraph, this, LineOrigin.Measure);

    /// <summary>The line drawn on a page: its pieces and marks stand where they stand on the page. Nothing of it is kept, as a line is drawn once: valid until the thread's next line.</summary>
    internal LineWriter On(LineOrigin page) => LinePlacer.Write(paragraph, this, page);

    private sealed record Rarities(Length Overfull, ImmutableArray<NoteCall> Calls, Diagnostic? Diagnostic);
}

/// <summary>What the places of a line's pieces are counted from.</summary>
/// <param name="Left">Left edge of the measure.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="StructureBase">What is added to the indices of structure elements.</param>
internal readonly record struct LineOrigin(Length Left, Length Baseline, int StructureBase)
{
    /// <summary>From the left end of the measure and the baseline.</summary>
    public static readonly LineOrigin Measure;
}

/// <summary>The placed contents of a line.</summary>
/// <param name="Pieces">What is drawn.</param>
/// <param name="Marks">Marks with their places.</param>
internal sealed record LineLayout(ImmutableArray<LinePiece> Pieces, ImmutableArray<LineMark> Marks);
