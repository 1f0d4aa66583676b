using System.Collections.Immutable;

namespace Publish.Typesetting.Pages;

/// <summary>
/// A run of blocks and its notes, laid out flat for the search: running heights, so that the height of any stretch of lines is a subtraction.
/// Heights are scaled points.
/// </summary>
internal sealed class VerticalList
{
    [ThreadStatic]
    private static Sheets? sheetsOfThread;

    private readonly int[] noteFirstLine;
    private readonly long[] noteLineEnd;
    private readonly long[] noteTop;

    /// <summary>Lays out blocks and notes.</summary>
    /// <param name="blocks">The blocks in order.</param>
    /// <param name="notes">The notes in order of their calls.</param>
    public VerticalList(ImmutableArray<VerticalBlock> blocks, ImmutableArray<VerticalNote> notes)
    {
        Source = blocks;
        Notes = notes;
        Blocks = new FlatBlock[blocks.Length];
        var (variants, ends, lines) = Sheets.OfThread();
        var floats = new List<int>();
        var called = 0;
        for (var b = 0; b < blocks.Length; b++)
        {
            var block = blocks[b];
            var first = variants.Count;
            var notesBefore = called;
            var above = Above(blocks, b);
            foreach (var variant in block.Variants)
            {
                variants.Add(Flatten(variant, above?.BreakAfter == BreakRule.Keep, ends, lines));
                called = variant.Lines[^1].NoteEnd;
            }

            if (block.Floats)
            {
                floats.Add(b);
            }

            var gap = b == 0 ? block.SpaceBefore.Scaled : Math.Max(block.SpaceBefore.Scaled, blocks[b - 1].SpaceAfter.Scaled);
            Blocks[b] = new FlatBlock(
                first,
                variants.Count,
                gap,
                block.KeepsSpaceAtTop ? block.SpaceBefore.Scaled : 0,
                block.OnGrid,
                block.MaxStretch,
                above is { Heads: true } && IsLine(block) ? BreakRule.Keep : block.BreakAfter,
                block.BreakAfterCost,
                block.RepeatedHead.Scaled,
                block.Float,
                notesBefore,
                called);
        }

        Variants = [.. variants];
        LineEnd = [.. ends];
        Lines = [.. lines];
        Floats = [.. floats];

        noteFirstLine = new int[notes.Length + 1];
        noteTop = new long[notes.Length + 1];
        var noteEnds = new List<long>();
        long top = 0;
        for (var n = 0; n < notes.Length; n++)
        {
            top += n == 0 ? 0 : notes[n].SpaceBefore.Scaled;
            noteTop[n] = top;
            noteFirstLine[n] = noteEnds.Count;
            foreach (var line in notes[n].Lines)
            {
                top += line.Height.Scaled;
                noteEnds.Add(top);
            }
        }

        noteTop[notes.Length] = top;
        noteFirstLine[notes.Length] = noteEnds.Count;
        noteLineEnd = [.. noteEnds];
    }

    /// <summary>The blocks it was made from.</summary>
    public ImmutableArray<VerticalBlock> Source { get; }

    /// <summary>The notes it was made from.</summary>
    public ImmutableArray<VerticalNote> Notes { get; }

    /// <summary>Blocks.</summary>
    public FlatBlock[] Blocks { get; }

    /// <summary>Variants of all blocks.</summary>
    public FlatVariant[] Variants { get; }

    /// <summary>For each line of a variant the height from the variant's top to the line's end.</summary>
    public long[] LineEnd { get; }

    /// <summary>What else is known of each line.</summary>
    public FlatLine[] Lines { get; }

    /// <summary>Indices of the blocks that may float, in order.</summary>
    public int[] Floats { get; }

    /// <summary>Lines of a note.</summary>
    public int NoteLines(int note) => noteFirstLine[note + 1] - noteFirstLine[note];

    /// <summary>Height from line <paramref name="fromLine"/> of note <paramref name="from"/> to before line <paramref name="toLine"/> of note <paramref name="to"/>, white between notes included.</summary>
    public long NoteHeight(int from, int fromLine, int to, int toLine) => NoteEndOf(to, toLine) - NoteTopOf(from, fromLine);

    /// <summary>What a break after <paramref name="line"/> lines of a note breaks.</summary>
    public BreakRule NoteBreak(int note, int line) => Notes[note].Lines[line - 1].BreakAfter;

    /// <summary>The block that stands above another, whatever floats between them; null for none.</summary>
    private static VerticalBlock? Above(ImmutableArray<VerticalBlock> blocks, int b)
    {
        do
        {
            b--;
        }
        while (b >= 0 && blocks[b].Float > FloatPlace.Auto);

        return b < 0 ? null : blocks[b];
    }

    /// <summary>True for a single line of text (a stage direction under a scene's heading): a page ends no better after it than before.</summary>
    private static bool IsLine(VerticalBlock block)
    {
        foreach (var variant in block.Variants)
        {
            if (variant.Lines.Length > 1)
            {
                return false;
            }
        }

        return block.IsText && !block.Floats;
    }

    private static FlatVariant Flatten(VerticalVariant variant, bool kept, List<long> ends, List<FlatLine> lines)
    {
        var first = ends.Count;
        long y = 0;
        foreach (var line in variant.Lines)
        {
            y += line.Height.Scaled;
            ends.Add(y);
            // One line under a heading is no better than none.
            lines.Add(new FlatLine(line.NoteEnd, kept && line.BreakAfter == BreakRule.Orphan ? BreakRule.Keep : line.BreakAfter, line.EndsInHyphen));
        }

        return new FlatVariant(first, ends.Count - first, y, variant.Cost);
    }

    /// <summary>What is used from list to list on one thread.</summary>
    private sealed record Sheets(List<FlatVariant> Variants, List<long> Ends, List<FlatLine> Lines)
    {
        public static Sheets OfThread()
        {
            var sheets = sheetsOfThread ??= new Sheets([], [], []);
            sheets.Variants.Clear();
            sheets.Ends.Clear();
            sheets.Lines.Clear();
            return sheets;
        }
    }

    private long NoteTopOf(int note, int line) => line == 0 ? noteTop[note] : noteLineEnd[noteFirstLine[note] + line - 1];

    private long NoteEndOf(int note, int line) =>
        line > 0 ? noteLineEnd[noteFirstLine[note] + line - 1] : note == 0 ? 0 : noteLineEnd[noteFirstLine[note] - 1];
}

/// <summary>A block of a <see cref="VerticalList"/>.</summary>
internal readonly record struct FlatBlock(
    int FirstVariant,
    int VariantEnd,
    long Gap,
    long TopSpace,
    bool OnGrid,
    int MaxStretch,
    BreakRule BreakAfter,
    int BreakAfterCost,
    long RepeatedHead,
    FloatPlace Float,
    int NotesBefore,
    int NotesAfter)
{
    /// <summary>True where it needn't stand here.</summary>
    public bool Floats => Float != FloatPlace.Here;
}

/// <summary>A variant of a block of a <see cref="VerticalList"/>.</summary>
internal readonly record struct FlatVariant(int FirstLine, int LineCount, long Total, int Cost);

/// <summary>A line of a variant of a <see cref="VerticalList"/>.</summary>
internal readonly record struct FlatLine(int NoteEnd, BreakRule BreakAfter, bool EndsInHyphen);
