using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Publish.Manuscript;

/// <summary>The text of a note, <c>[^label]: …</c>, wherever it stands.</summary>
internal sealed class NoteDefinition(BlockParser parser) : ContainerBlock(parser)
{
    public required string Label { get; init; }

    /// <summary>Attributes at the head of its text, as <c>{.author}</c>.</summary>
    public AttributeList Attributes { get; set; } = AttributeList.Empty;
}

/// <summary>Reads definitions of notes, at the top of a document or inside quotations and lists. Following blocks belong to the note where they are indented by four.</summary>
internal sealed class NoteDefinitionParser : BlockParser
{
    public NoteDefinitionParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || NoteLabel.TryParse(processor.Line, out var label, out var length) is false)
        {
            return BlockState.None;
        }

        var line = processor.Line;
        if (line.PeekCharAbsolute(line.Start + length) != ':')
        {
            return BlockState.None;
        }

        var note = new NoteDefinition(this)
        {
            Label = label,
            Column = processor.Column,
            Span = new(line.Start, line.End),
        };
        processor.GoToColumn(processor.Column + length + 1);
        processor.NewBlocks.Push(note);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.Continue;
        }

        if (!processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent + 4);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }
}

/// <summary>The label of a note: <c>[^label]</c>, without white space.</summary>
internal static class NoteLabel
{
    private const int Longest = 200;

    /// <summary>Reads a label at the head of a slice.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="label">The label.</param>
    /// <param name="length">Characters from the opening bracket to behind the closing one.</param>
    public static bool TryParse(StringSlice slice, out string label, out int length)
    {
        label = "";
        length = 0;
        var text = slice.Text;
        var start = slice.Start + 2;
        if (start > slice.End || text[slice.Start] != '[' || text[slice.Start + 1] != '^')
        {
            return false;
        }

        for (var i = start; i <= slice.End && i - start <= Longest; i++)
        {
            switch (text[i])
            {
                case ']' when i > start:
                    label = text[start..i];
                    length = i + 1 - slice.Start;
                    return true;
                case ']' or '[' or '^' or ' ' or '\t' or '\n' or '\r':
                    return false;
            }
        }

        return false;
    }
}
