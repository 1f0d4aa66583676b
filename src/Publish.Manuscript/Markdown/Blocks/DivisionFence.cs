using Markdig.Parsers;
using Markdig.Syntax;

namespace Publish.Manuscript;

/// <summary>A fenced division, <c>::: class</c> … <c>:::</c>.</summary>
internal sealed class DivisionFence(BlockParser parser) : ContainerBlock(parser)
{
    public required AttributeList Attributes { get; init; }

    /// <summary>Whether its closing fence was found.</summary>
    public bool Closed { get; set; }

    /// <summary>True where the fence has no class and nothing is open: a closing fence too many.</summary>
    public bool Stray { get; init; }

    /// <summary>True where it would stand too deep and wasn't opened.</summary>
    public bool TooDeep { get; init; }
}

/// <summary>Reads fenced divisions, nested ones too; a fence of any length closes the innermost that is open.</summary>
internal sealed class DivisionParser : BlockParser
{
    public DivisionParser() => OpeningCharacters = [':'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock || IsFence(processor.Line.AsSpan());

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || !IsFence(line.AsSpan()))
        {
            return BlockState.None;
        }

        var text = line.Text;
        var at = line.Start;
        var end = line.End + 1;
        while (at < end && text[at] == ':')
        {
            at++;
        }

        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        AttributeList? attributes;
        var stray = false;
        if (at >= end)
        {
            attributes = AttributeList.Empty;
            stray = true;
        }
        else if (text[at] == '{')
        {
            attributes = AttributeParser.TryParse(text, ref at, end);
        }
        else
        {
            var start = at;
            while (at < end && text[at] is not (' ' or '\t' or ':' or '{'))
            {
                at++;
            }

            attributes = new(null, [text[start..at]], []);
            while (at < end && text[at] is ' ' or '\t')
            {
                at++;
            }

            if (at < end && text[at] == '{' && AttributeParser.TryParse(text, ref at, end) is { } more)
            {
                attributes = more with { Classes = [.. attributes.Classes, .. more.Classes] };
            }
        }

        if (attributes is null || !text.AsSpan(at, end - at).TrimStart(" \t:").IsEmpty)
        {
            return BlockState.None;
        }

        var tooDeep = BlockLimits.DepthOf(processor.CurrentContainer) > BlockLimits.Depth;
        processor.NewBlocks.Push(new DivisionFence(this)
        {
            Attributes = attributes,
            Stray = stray,
            TooDeep = tooDeep,
            Closed = stray,
            Column = processor.Column,
            Span = new(line.Start, line.End),
        });
        return stray || tooDeep ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var division = (DivisionFence)block;
        var line = processor.Line.AsSpan().TrimEnd();
        if (!processor.IsCodeIndent && line.Length >= 3 && line.TrimStart(':').IsEmpty && IsInnermost(division))
        {
            division.Closed = true;
            division.UpdateSpanEnd(processor.Line.End);
            return BlockState.BreakDiscard;
        }

        division.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.StartsWith(":::", StringComparison.Ordinal);

    /// <summary>Whether no division directly inside is still open, and no literal lines are being read.</summary>
    private static bool IsInnermost(DivisionFence division) =>
        division.LastChild is not { } last
        || last switch
        {
            DivisionFence inner => inner.Closed || inner.Stray || inner.TooDeep,
            FencedCodeBlock code => code.ClosingFencedCharCount > 0,
            _ => true,
        };
}
