using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Publish.Document;
using Block = Markdig.Syntax.Block;

namespace Publish.Manuscript;

/// <summary>
/// Reads pipe tables: a row of heads, a row of dashes with colons for alignment, rows until a blank line. Where a row of the source is longer than
/// Pandoc's line (72 characters), the dashes give each column its share of the width.
/// </summary>
internal sealed class PipeTableParser : BlockParser
{
    private const int LongLine = 72;

    /// <param name="openedByBar">Whether this instance reads tables whose lines open with a bar; another reads those without.</param>
    public PipeTableParser(bool openedByBar) => OpeningCharacters = openedByBar ? ['|'] : null;

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var next = Publish.Manuscript.Lines.Next(processor.Line);
        if (next.IsEmpty || next[0] is not ('|' or '-' or ':') || !processor.Line.AsSpan().Contains('|') || Columns(next) is not { } columns)
        {
            return BlockState.None;
        }

        var heads = Cells(processor.Line);
        if (heads.Count != columns.Length)
        {
            return BlockState.None;
        }

        var table = new TableSource(this) { Columns = columns, Column = processor.Column, Line = processor.LineIndex, Span = new(processor.Line.Start, processor.Line.End) };
        processor.NewBlocks.Push(table);
        AddRow(processor, table, heads, head: true);
        NoteLength(processor, table, next);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var table = (TableSource)block;
        if (processor.IsBlankLine)
        {
            return BlockState.BreakDiscard;
        }

        if (processor.LineIndex == table.Line + 1)
        {
            return BlockState.ContinueDiscard;
        }

        if (!processor.Line.AsSpan().Contains('|'))
        {
            return BlockState.None;
        }

        var cells = Cells(processor.Line);
        AddRow(processor, table, cells, head: false);
        NoteLength(processor, table, default);
        table.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        var table = (TableSource)block;
        if (table.GetData(nameof(LongLine)) is not int[] dashes)
        {
            return true;
        }

        var total = dashes.Sum();
        for (var i = 0; i < table.Columns.Length; i++)
        {
            table.Columns[i] = table.Columns[i] with { PerMille = dashes[i] * 1000 / total };
        }

        return true;
    }

    /// <summary>The columns a row of dashes describes; null where it is none.</summary>
    private static TableColumn[]? Columns(ReadOnlySpan<char> line)
    {
        if (line.IndexOfAnyExcept("|-: \t") >= 0 || !line.Contains('-'))
        {
            return null;
        }

        var columns = new List<TableColumn>();
        foreach (var range in Trimmed(line).Split('|'))
        {
            var cell = Trimmed(line)[range].Trim();
            if (cell.IsEmpty || cell.Trim(':').IndexOfAnyExcept('-') >= 0 || !cell.Contains('-'))
            {
                return null;
            }

            columns.Add(new(
                (cell[0] == ':', cell[^1] == ':') switch
                {
                    (true, true) => ColumnAlignment.Center,
                    (true, false) => ColumnAlignment.Left,
                    (false, true) => ColumnAlignment.Right,
                    _ => ColumnAlignment.Default,
                },
                null));
        }

        return columns.Count == 1 && !line.Contains('|') ? null : [.. columns];
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (!line.IsEmpty && line[0] == '|')
        {
            line = line[1..];
        }

        return !line.IsEmpty && line[^1] == '|' ? line[..^1] : line;
    }

    /// <summary>Remembers the widths of the dashes once a line is long; the widths themselves are in the second line.</summary>
    private static void NoteLength(BlockProcessor processor, TableSource table, ReadOnlySpan<char> dashes)
    {
        if (!dashes.IsEmpty)
        {
            var widths = new List<int>();
            foreach (var range in Trimmed(dashes).Split('|'))
            {
                widths.Add(Trimmed(dashes)[range].Trim().Length);
            }

            table.SetData(nameof(NoteLength), widths.ToArray());
        }

        if (processor.Line.Length > LongLine || dashes.Length > LongLine)
        {
            table.SetData(nameof(LongLine), table.GetData(nameof(NoteLength))!);
        }
    }

    /// <summary>The cells of a row: a bar behind a backslash or inside code divides nothing.</summary>
    private static List<StringSlice> Cells(StringSlice line)
    {
        var text = line.Text;
        var cells = new List<StringSlice>();
        var end = line.End;
        var start = line.Start;
        while (end >= start && text[end] is ' ' or '\t')
        {
            end--;
        }

        if (start <= end && text[start] == '|')
        {
            start++;
        }

        var from = start;
        for (var i = start; i <= end; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '`':
                    i = BehindCode(text, i, end);
                    break;
                case '|':
                    cells.Add(Cell(text, from, i - 1));
                    from = i + 1;
                    break;
            }
        }

        if (from <= end)
        {
            cells.Add(Cell(text, from, end));
        }

        return cells;
    }

    private static int BehindCode(string text, int at, int end)
    {
        var ticks = 1;
        while (at + ticks <= end && text[at + ticks] == '`')
        {
            ticks++;
        }

        var run = 0;
        for (var i = at + ticks; i <= end; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            if (run == ticks && (i == end || text[i + 1] != '`'))
            {
                return i;
            }
        }

        return at + ticks - 1;
    }

    private static StringSlice Cell(string text, int start, int end) => new StringSlice(text, start, end, NewLine.LineFeed).Trimmed();

    private void AddRow(BlockProcessor processor, TableSource table, List<StringSlice> cells, bool head)
    {
        var row = new TableSourceRow(this, head) { Line = processor.LineIndex, Column = processor.Column, Span = new(processor.Line.Start, processor.Line.End) };
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var cell = new TableSourceCell(this) { Line = processor.LineIndex, Column = processor.Column, Span = row.Span };
            if (i < cells.Count && !cells[i].IsEmpty)
            {
                var slice = cells[i];
                cell.Span = new(slice.Start, slice.End);
                var paragraph = new ParagraphBlock(this) { Line = processor.LineIndex, Column = processor.Column, Span = cell.Span };
                paragraph.AppendLine(ref slice, processor.Column + slice.Start - processor.Line.Start, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
                cell.Add(paragraph);
            }

            row.Add(cell);
        }

        table.Add(row);
    }
}
