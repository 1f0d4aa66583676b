using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Publish.Manuscript;

/// <summary>
/// Emphasis, and what is marked like it: subscripts, superscripts, words struck through. The number of open marks in a paragraph is bounded, because
/// Markdig keeps them inside each other until the paragraph ends.
/// </summary>
internal sealed class EmphasisParser : EmphasisInlineParser
{
    private const int Limit = 4000;

    public EmphasisParser()
    {
        EmphasisDescriptors.Add(new('~', 1, 2, enableWithinWord: true));
        EmphasisDescriptors.Add(new('^', 1, 1, enableWithinWord: true));
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var seen = (int)(processor.ParserStates[Index] ?? 0);
        if (seen >= Limit || (slice.CurrentChar is '^' or '~' && !IsOneWord(slice)))
        {
            return false;
        }

        processor.ParserStates[Index] = seen + 1;
        return base.Match(processor, ref slice);
    }

    /// <summary>
    /// A superscript or subscript holds no space, as in Pandoc: a lone <c>~</c> or <c>^</c> in running text is a character. A run of two is a strike, which may hold spaces.
    /// </summary>
    private static bool IsOneWord(StringSlice slice)
    {
        var mark = slice.CurrentChar;
        if (slice.PeekChar() == mark)
        {
            return true;
        }

        return Reaches(slice, mark, 1) || Reaches(slice, mark, -1);
    }

    private static bool Reaches(StringSlice slice, char mark, int step)
    {
        for (var i = step; ; i += step)
        {
            var c = slice.PeekCharExtra(i);
            if (c == mark)
            {
                return i != step;
            }

            if (c is '\0' or ' ' or '\t' or '\n' or '\r' or '\u00A0')
            {
                return false;
            }
        }
    }
}
