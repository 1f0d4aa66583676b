using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Notes;

/// <summary>
/// Reckons the room that notes take at the foot of a page. The area has its own leading and is rounded up to whole lines of the body, so that text
/// above it keeps to the grid.
/// </summary>
internal sealed class NoteArea
{
    private readonly VerticalList list;
    private readonly long grid;
    private readonly long separator;
    private readonly long continuation;

    /// <summary>For the notes of a list on pages of a frame.</summary>
    public NoteArea(VerticalList list, PageFrame frame)
    {
        this.list = list;
        grid = frame.Grid.Scaled;
        separator = frame.NoteSeparator.Scaled;
        continuation = frame.NoteContinuation.Scaled;
    }

    /// <summary>Fewest lines of a note on either side of a page break.</summary>
    public const int FewestLines = 2;

    /// <summary>Height of the notes from a place up to another, separator included; 0 for none.</summary>
    public long Height(int from, int fromLine, int to, int toLine) =>
        from == to && fromLine == toLine ? 0 : (fromLine > 0 ? continuation : separator) + list.NoteHeight(from, fromLine, to, toLine);

    /// <summary>Body lines that the notes from a place up to another take.</summary>
    public int Lines(int from, int fromLine, int to, int toLine) => from == to && fromLine == toLine ? 0 : Up(Height(from, fromLine, to, toLine));

    private int Up(long height) => (ulong)(height += grid - 1) <= uint.MaxValue ? (int)((uint)height / (uint)grid) : (int)(height / grid);

    /// <summary>
    /// Fewest body lines that the notes from a place up to the last before <paramref name="end"/> take, if the last is split as early as may be.
    /// </summary>
    public int FewestFor(int from, int fromLine, int end)
    {
        if (end == from && fromLine == 0)
        {
            return 0;
        }

        var last = end - 1;
        if (last < from)
        {
            return 0;
        }

        var start = last == from ? fromLine : 0;
        var split = FirstSplit(last, start);
        return split == 0 ? Lines(from, fromLine, end, 0) : Lines(from, fromLine, last, split);
    }

    /// <summary>
    /// How many lines of note <paramref name="note"/> fit into an area of <paramref name="room"/> body lines that starts at a place, leaving enough of it for
    /// the next page; 0 where the note can't be split there.
    /// </summary>
    public int LargestSplit(int from, int fromLine, int note, int room)
    {
        var start = note == from ? fromLine : 0;
        var count = list.NoteLines(note);
        for (var line = count - FewestLines; line >= start + FewestLines; line--)
        {
            if (list.NoteBreak(note, line) == BreakRule.Free && Lines(from, fromLine, note, line) <= room)
            {
                return line;
            }
        }

        return 0;
    }

    /// <summary>
    /// The furthest place up to which the notes from a place fit into <paramref name="room"/> body lines, breaking after any line: for pages on which nothing
    /// better can be done.
    /// </summary>
    public (int Note, int Line) Furthest(int from, int fromLine, int end, int room)
    {
        var note = from;
        var line = fromLine;
        while (note < end)
        {
            if (Lines(from, fromLine, note + 1, 0) <= room)
            {
                note++;
                line = 0;
                continue;
            }

            var count = list.NoteLines(note);
            var best = line;
            var fallback = line;
            for (var next = line + 1; next < count && Lines(from, fromLine, note, next) <= room; next++)
            {
                fallback = next;
                if (next >= line + FewestLines && count - next >= FewestLines && list.NoteBreak(note, next) == BreakRule.Free)
                {
                    best = next;
                }
            }

            // A lone line is only taken where there is nothing else to put on the page.
            return best > line ? (note, best) : note == from && line == fromLine ? (note, fallback) : (note, line);
        }

        return (note, 0);
    }

    /// <summary>True where a break after <paramref name="line"/> lines of a note of which <paramref name="from"/> stand on earlier pages leaves too few lines on a side.</summary>
    public bool IsStub(int note, int from, int line) =>
        line > 0 && (line - from < FewestLines || list.NoteLines(note) - line < FewestLines || list.NoteBreak(note, line) != BreakRule.Free);

    private int FirstSplit(int note, int start)
    {
        var count = list.NoteLines(note);
        for (var line = start + FewestLines; line <= count - FewestLines; line++)
        {
            if (list.NoteBreak(note, line) == BreakRule.Free)
            {
                return line;
            }
        }

        return 0;
    }
}
