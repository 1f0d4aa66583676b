using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Publish.Manuscript;

/// <summary>
/// Reads braces that no bracket claims: at the end of a heading, paragraph or line of verse they are its attributes; at the head of a note the note's;
/// right behind code that code's. Anywhere else they are text.
/// </summary>
internal sealed class BlockAttributeParser : InlineParser
{
    public BlockAttributeParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.Text;
        var end = slice.End + 1;
        var at = slice.Start;
        if (AttributeParser.TryParse(text, ref at, end) is not { } attributes)
        {
            return false;
        }

        if (processor.Inline is CodeInline code && slice.Start > 0 && text[slice.Start - 1] == '`')
        {
            code.SetData(typeof(AttributeList), attributes);
            slice.Start = at;
            return true;
        }

        var block = processor.Block!;
        if (processor.Root!.FirstChild is null && block.Parent is NoteDefinition note && note.Count > 0 && note[0] == block)
        {
            note.Attributes = attributes;
            slice.Start = at;
            return true;
        }

        var rest = at;
        while (rest < end && text[rest] is ' ' or '\t' or '\n' or '\r')
        {
            rest++;
        }

        var before = slice.Start == 0 || text[slice.Start - 1] is ' ' or '\t' or '\n';
        if (rest < end || attributes.RawFormat is not null || !before || block.GetData(typeof(AttributeList)) is not null)
        {
            return false;
        }

        block.SetData(typeof(AttributeList), attributes);
        slice.Start = end;
        return true;
    }
}
