using System.Globalization;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The forms of tables whose columns are drawn by dashes.</summary>
internal enum TableForm
{
    /// <summary>Heads, dashes, a row to each line, a blank line.</summary>
    SimpleWithHeads,

    /// <summary>Dashes, a row to each line, dashes.</summary>
    Simple,

    /// <summary>Dashes, heads, dashes, rows divided by blank lines, dashes.</summary>
    MultilineWithHeads,

    /// <summary>Dashes, rows divided by blank lines, dashes.</summary>
    Multiline,
}

/// <summary>The lines of a table of dashes, taken in one by one and made into rows at its end.</summary>
/// <param name="form">How it is drawn.</param>
internal sealed class TableLines(TableForm form)
{
    private readonly List<TableLine> _lines = [];
    private int _dashLines;

    public TableForm Form { get; } = form;

    /// <summary>Takes in the processor's line.</summary>
    public void Add(BlockProcessor processor)
    {
        var slice = processor.Line.TrimmedEnd();
        var dashes = DashTableParser.GroupsOf(slice.AsSpan());
        _dashLines += dashes > 0 ? 1 : 0;
        _lines.Add(new(slice, processor.Indent, dashes, processor.LineIndex, processor.Column, processor.CurrentLineStartPosition));
    }

    /// <summary>Whether the line just taken in is the last.</summary>
    public bool EndsAt(BlockProcessor processor) => _lines[^1].Dashes > 0 && Form switch
    {
        TableForm.SimpleWithHeads => false,
        TableForm.MultilineWithHeads => _dashLines >= 3,
        _ => _dashLines >= 2,
    };

    /// <summary>Makes rows and cells.</summary>
    public void Build(TableSource table, BlockParser parser)
    {
        var drawn = _lines.FindIndex(line => line.Dashes >= 2);
        if (drawn < 0)
        {
            return;
        }

        var columns = Groups(_lines[drawn]);
        var firstBody = drawn + 1;
        var last = _lines.Count;
        if (Form != TableForm.SimpleWithHeads && _lines[^1].Dashes > 0 && _lines.Count - 1 > drawn)
        {
            last--;
        }

        var heads = _lines[..drawn].Where(line => line.Dashes == 0).ToList();
        var body = Rows(_lines[firstBody..last]);
        if (body.Count == 0)
        {
            return;
        }

        var measured = heads.Count > 0 ? heads : body[0];
        var total = columns.Sum(column => column.End - column.Start);
        table.Columns =
        [
            .. columns.Select((column, i) => new TableColumn(
                Alignment(measured, column, i + 1 < columns.Count ? columns[i + 1].Start : int.MaxValue),
                Form is TableForm.Multiline or TableForm.MultilineWithHeads ? (column.End - column.Start) * 1000 / total : null)),
        ];
        if (heads.Count > 0)
        {
            AddRow(table, parser, heads, columns, head: true);
        }

        foreach (var row in body)
        {
            AddRow(table, parser, row, columns, head: false);
        }
    }

    private List<List<TableLine>> Rows(List<TableLine> lines)
    {
        var rows = new List<List<TableLine>>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Slice.IsEmpty)
            {
                open = false;
            }
            else if (open && Form is TableForm.Multiline or TableForm.MultilineWithHeads)
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
                open = true;
            }
        }

        return rows;
    }

    private static void AddRow(TableSource table, BlockParser parser, List<TableLine> lines, List<(int Start, int End)> columns, bool head)
    {
        var first = lines[0];
        var row = new TableSourceRow(parser, head) { Line = first.Line, Column = first.Column, Span = new(first.Slice.Start, lines[^1].Slice.End) };
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = new TableSourceCell(parser) { Line = first.Line, Column = first.Column, Span = row.Span };
            ParagraphBlock? paragraph = null;
            foreach (var line in lines)
            {
                var slice = Cut(line, i == 0 ? 0 : columns[i].Start, i + 1 < columns.Count ? columns[i + 1].Start : int.MaxValue);
                if (slice.IsEmpty)
                {
                    continue;
                }

                if (paragraph is null)
                {
                    paragraph = new(parser) { Line = line.Line, Column = line.Column, Span = new(slice.Start, slice.End) };
                    cell.Add(paragraph);
                    cell.Span = paragraph.Span;
                }

                paragraph.AppendLine(ref slice, line.Column, line.Line, line.LineStart, trackTrivia: false);
            }

            row.Add(cell);
        }

        table.Add(row);
    }

    private static List<(int Start, int End)> Groups(TableLine line)
    {
        var groups = new List<(int, int)>();
        var text = line.Slice.AsSpan();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] == '-')
            {
                i++;
            }

            if (i > start)
            {
                groups.Add((line.Indent + start, line.Indent + i));
            }

            while (i < text.Length && text[i] == ' ')
            {
                i++;
            }
        }

        return groups;
    }

    /// <summary>The part of a line between two columns, without the white space at its ends.</summary>
    private static StringSlice Cut(TableLine line, int from, int to)
    {
        var start = IndexOf(line, from);
        var end = to == int.MaxValue ? line.Slice.End + 1 : IndexOf(line, to);
        return new StringSlice(line.Slice.Text, start, end - 1, NewLine.LineFeed).Trimmed();
    }

    /// <summary>The offset at which a column begins: wide characters fill two columns, combining marks none.</summary>
    private static int IndexOf(TableLine line, int column)
    {
        var at = line.Indent;
        var text = line.Slice.Text;
        var i = line.Slice.Start;
        while (i <= line.Slice.End && at < column)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i, line.Slice.End + 1 - i), out var rune, out var length);
            at += Width(rune);
            i += length;
        }

        while (i <= line.Slice.End && CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark)
        {
            i++;
        }

        return i;
    }

    private static int Width(Rune rune) => rune.Value switch
    {
        < 0x300 => rune.Value == 0xAD ? 0 : 1,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x20000 and <= 0x3FFFD => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1,
    };

    /// <summary>Pandoc's rule: text flush with the left end of its dashes only is set left, with the right end only right, with neither centred.</summary>
    private static ColumnAlignment Alignment(List<TableLine> lines, (int Start, int End) column, int next)
    {
        foreach (var line in lines)
        {
            var slice = Cut(line, column.Start, next);
            if (slice.IsEmpty)
            {
                continue;
            }

            var start = ColumnOf(line, slice.Start);
            var end = ColumnOf(line, slice.End + 1);
            return (start <= column.Start, end >= column.End) switch
            {
                (true, true) => ColumnAlignment.Default,
                (true, false) => ColumnAlignment.Left,
                (false, true) => ColumnAlignment.Right,
                _ => ColumnAlignment.Center,
            };
        }

        return ColumnAlignment.Default;
    }

    private static int ColumnOf(TableLine line, int offset)
    {
        var column = line.Indent;
        foreach (var rune in line.Slice.Text.AsSpan(line.Slice.Start, offset - line.Slice.Start).EnumerateRunes())
        {
            column += Width(rune);
        }

        return column;
    }

    /// <summary>A line of the table.</summary>
    /// <param name="Slice">Its text from the first character that is no space.</param>
    /// <param name="Indent">The column of that character.</param>
    /// <param name="Dashes">Groups of dashes, where it holds nothing else.</param>
    /// <param name="Line">Index of the line.</param>
    /// <param name="Column">Column in the file.</param>
    /// <param name="LineStart">Offset of the line in the file.</param>
    private sealed record TableLine(StringSlice Slice, int Indent, int Dashes, int Line, int Column, int LineStart);
}
