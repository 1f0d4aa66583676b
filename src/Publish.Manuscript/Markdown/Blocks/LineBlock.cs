using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Publish.Manuscript;

/// <summary>Verse or an address in lines, each opened by <c>| </c>.</summary>
internal sealed class LineBlock(BlockParser parser) : ContainerBlock(parser);

/// <summary>A line of a line block; a line without text divides stanzas.</summary>
internal sealed class LineOfVerse(BlockParser parser) : ParagraphBlock(parser)
{
    /// <summary>Spaces before its first word, beyond the one that follows the bar.</summary>
    public required int Indent { get; init; }
}

/// <summary>Reads line blocks. A line that begins with white space goes on with the line before it.</summary>
internal sealed class LineBlockParser : BlockParser
{
    public LineBlockParser() => OpeningCharacters = ['|'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !IsLine(processor.Line))
        {
            return BlockState.None;
        }

        var block = new LineBlock(this) { Column = processor.Column, Span = new(processor.Line.Start, processor.Line.End), Line = processor.LineIndex };
        processor.NewBlocks.Push(block);
        AddLine(processor, block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var lines = (LineBlock)block;
        if (processor.IsBlankLine)
        {
            return BlockState.BreakDiscard;
        }

        if (processor.CurrentChar == '|' && IsLine(processor.Line))
        {
            AddLine(processor, lines);
        }
        else if (processor.Indent > 0 && lines.LastChild is LineOfVerse { Lines.Count: > 0 } last)
        {
            last.AppendLine(ref processor.Line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        }
        else
        {
            return BlockState.None;
        }

        lines.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    private static bool IsLine(StringSlice line) => line.PeekChar() is ' ' or '\t' or '\0' or '\u00A0';

    private void AddLine(BlockProcessor processor, LineBlock block)
    {
        var line = processor.Line;
        var start = line.Start + 1;
        var indent = 0;
        if (start <= line.End && line.Text[start] is ' ' or '\t')
        {
            start++;
        }

        for (; start <= line.End && line.Text[start] is ' ' or '\t' or '\u00A0'; start++)
        {
            indent += line.Text[start] == '\t' ? 4 : 1;
        }

        var slice = new StringSlice(line.Text, start, line.End, line.NewLine).TrimmedEnd();
        var verse = new LineOfVerse(this)
        {
            Indent = indent,
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new(line.Start, line.End),
        };
        if (!slice.IsEmpty)
        {
            verse.AppendLine(ref slice, processor.Column + start - line.Start, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        }
        else
        {
            verse.ProcessInlines = false;
        }

        block.Add(verse);
    }
}
