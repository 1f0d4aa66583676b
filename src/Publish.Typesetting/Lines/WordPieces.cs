using Publish.Document;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>Cuts a word that runs through several runs of text into pieces that are shaped by themselves.</summary>
internal static class WordPieces
{
    /// <summary>The pieces of a stretch of text without spaces. Runs that are set alike (they differ in a link, say) make one piece, so that joins and kerning are kept.</summary>
    /// <param name="characters">The text.</param>
    /// <param name="fonts">How its runs are set.</param>
    /// <param name="run">The run of the first character.</param>
    /// <param name="start">Where the stretch starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="pieces">Receives the pieces; Start is an offset into <paramref name="characters"/>.</param>
    public static void Of(string characters, RunFont[] fonts, int run, int start, int end, List<(ShapedWord Word, RunFont Font, int Start)> pieces)
    {
        pieces.Clear();
        while (start < end)
        {
            while (start >= fonts[run].Run.End)
                run++;
            var last = run;
            while (fonts[last].Run.End < end && fonts[last + 1].JoinsWith(fonts[run]))
                last++;
            var stop = Math.Min(end, fonts[last].Run.End);
            pieces.Add((fonts[run].Font.Word(characters.AsSpan(start, stop - start)), fonts[run], start));
            start = stop;
            run = last;
        }
    }

    /// <summary>Puts a word joiner in place of the numbers of note calls: they are no part of the word they stand at.</summary>
    public static void HideNoteCalls(Span<char> word, RunFont[] fonts, int run, int start)
    {
        for (var i = 0; i < word.Length; i++)
        {
            while (start + i >= fonts[run].Run.End)
                run++;
            if (fonts[run].Run is { Source: null, Link: NoteCall })
                word[i] = '\u2060';
        }
    }
}
