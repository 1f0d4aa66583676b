using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Publish.Manuscript;

/// <summary>Reads what follows a backslash. Beyond Markdown's own: <c>\ </c> is a no-break space, and in books <c>\-</c> inside a word a discretionary hyphen.</summary>
/// <param name="softHyphens">Whether <c>\-</c> is a discretionary hyphen.</param>
internal sealed class EscapeParser(bool softHyphens) : EscapeInlineParser
{
    private const string NoBreakSpace = "\u00A0";
    private const string SoftHyphen = "\u00AD";

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var replacement = slice.PeekChar() switch
        {
            ' ' => NoBreakSpace,
            '-' when softHyphens && char.IsLetterOrDigit(slice.PeekCharExtra(-1)) => SoftHyphen,
            _ => null,
        };
        if (replacement is null)
        {
            return base.Match(processor, ref slice);
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = new(replacement),
            Span = new(start, start + 1),
            Line = line,
            Column = column,
            IsFirstCharacterEscaped = true,
        };
        slice.Start += 2;
        return true;
    }
}
