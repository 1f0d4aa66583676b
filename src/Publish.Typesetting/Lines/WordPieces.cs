using Publish.Document;
using Publish.Fonts;
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
            var word = fonts[run].Font.Word(characters.AsSpan(start, stop - start));
            pieces.Add((stop < end && IsNoteCall(fonts[last + 1]) ? Cleared(word, fonts[run].Font.Face) : word, fonts[run], start));
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
            if (IsNoteCall(fonts[run]))
                word[i] = '\u2060';
        }
    }

    private static bool IsNoteCall(RunFont font) => font.Run is { Source: null, Link: NoteCall };

    // A tall letter that leans over its advance (an italic é or f) would touch the raised figure behind it: it gets the room it takes (an italic correction).
    private static ShapedWord Cleared(ShapedWord word, FontFace face)
    {
        if (word.Glyphs is not [.., var last])
            return word;
        var ink = face.ExtentsOf(last.Glyph);
        var over = last.OffsetX + ink.Right - last.Advance;
        return over > 0 && ink.Top > face.XHeight
            ? new ShapedWord(word.Text, [.. word.Glyphs[..^1], last with { Advance = last.Advance + over }], word.Breaks, word.Traits, word.LeftHang, word.RightHang)
            : word;
    }
}
