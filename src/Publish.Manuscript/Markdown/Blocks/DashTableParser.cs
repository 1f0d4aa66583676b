using Markdig.Parsers;
using Markdig.Syntax;

namespace Publish.Manuscript;

/// <summary>
/// Reads Pandoc's simple and multiline tables, whose columns are drawn by groups of dashes:
/// with a line of heads over the dashes, or without heads between two lines of dashes; in a multiline table blank lines divide the rows.
/// </summary>
internal sealed class DashTableParser : BlockParser
{
    private const int LookAhead = 500;

    /// <param name="openedByDash">Whether this instance reads tables that open with dashes; another reads those that open with heads.</param>
    public DashTableParser(bool openedByDash) => OpeningCharacters = openedByDash ? ['-'] : null;

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var form = OpeningCharacters is null ? FormWithHeads(processor) : FormOfDashes(processor);
        if (form is not { } found)
        {
            return BlockState.None;
        }

        var table = new TableSource(this)
        {
            Lines = new(found),
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new(processor.Line.Start, processor.Line.End),
        };
        table.Lines.Add(processor);
        processor.NewBlocks.Push(table);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var table = (TableSource)block;
        var lines = table.Lines!;
        if (processor.IsBlankLine)
        {
            if (lines.Form is TableForm.SimpleWithHeads or TableForm.Simple)
            {
                return BlockState.BreakDiscard;
            }

            lines.Add(processor);
            return BlockState.ContinueDiscard;
        }

        lines.Add(processor);
        table.UpdateSpanEnd(processor.Line.End);
        return lines.EndsAt(processor) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        var table = (TableSource)block;
        table.Lines!.Build(table, this);
        return table.Count > 0;
    }

    /// <summary>A line of heads with two or more groups of dashes under it.</summary>
    private static TableForm? FormWithHeads(BlockProcessor processor)
    {
        var next = Publish.Manuscript.Lines.Next(processor.Line);
        return !next.IsEmpty && next[0] == '-' && GroupsOf(next) >= 2 ? TableForm.SimpleWithHeads : null;
    }

    private static TableForm? FormOfDashes(BlockProcessor processor)
    {
        var groups = GroupsOf(processor.Line.AsSpan());
        if (groups == 0)
        {
            return null;
        }

        var text = processor.Line.Text;
        var at = Publish.Manuscript.Lines.After(text, Publish.Manuscript.Lines.EndOf(text, processor.Line.Start));
        var first = true;
        var blank = false;
        var heads = false;
        for (var count = 0; at >= 0 && count < LookAhead; count++)
        {
            var line = Publish.Manuscript.Lines.Content(text, at);
            var dashes = line.IsEmpty ? 0 : GroupsOf(line);
            if (first && (line.IsEmpty || dashes > 0))
            {
                return null;
            }

            if (groups == 1 && !heads)
            {
                // A table of several lines with heads: a line of dashes, heads, groups of dashes, before any blank line.
                if (line.IsEmpty || dashes == 1)
                {
                    return null;
                }

                heads = dashes >= 2;
            }
            else if (dashes > 0)
            {
                return groups == 1 ? TableForm.MultilineWithHeads : blank ? TableForm.Multiline : TableForm.Simple;
            }

            blank |= line.IsEmpty;
            first = false;
            at = Publish.Manuscript.Lines.After(text, Publish.Manuscript.Lines.EndOf(text, at));
        }

        return null;
    }

    /// <summary>How many groups of dashes a line holds; 0 where it holds anything else, or a group of fewer than two (one group: fewer than three).</summary>
    internal static int GroupsOf(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 3 || line.IndexOfAnyExcept('-', ' ') >= 0)
        {
            return 0;
        }

        var groups = 0;
        foreach (var range in line.Split(' '))
        {
            var length = line[range].Length;
            if (length == 1)
            {
                return 0;
            }

            groups += length > 1 ? 1 : 0;
        }

        return groups;
    }
}
