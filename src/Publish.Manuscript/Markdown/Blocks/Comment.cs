using Markdig.Parsers;
using Markdig.Syntax;

namespace Publish.Manuscript;

/// <summary>A comment, <c>&lt;!-- … --&gt;</c>, that begins a line and ends the line it closes on: nothing of it reaches an edition.</summary>
internal sealed class Comment(BlockParser parser) : LeafBlock(parser);

/// <summary>Reads comments of one or many lines.</summary>
internal sealed class CommentParser : BlockParser
{
    public CommentParser() => OpeningCharacters = ['<'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || !line.StartsWith("<!--", StringComparison.Ordinal))
        {
            return BlockState.None;
        }

        var close = line[4..].IndexOf("-->", StringComparison.Ordinal);
        if (close >= 0 && !line[(close + 7)..].Trim().IsEmpty)
        {
            return BlockState.None;
        }

        if (close < 0 && processor.Line.Text.IndexOf("-->", processor.Line.End, StringComparison.Ordinal) < 0)
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new Comment(this) { Column = processor.Column, Span = new(processor.Line.Start, processor.Line.End), ProcessInlines = false });
        return close >= 0 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        block.UpdateSpanEnd(processor.Line.End);
        return processor.Line.AsSpan().Contains("-->", StringComparison.Ordinal) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }
}
