using Publish.Document;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>Takes a line's stretch of text apart into words and spaces.</summary>
internal static class LineAtoms
{
    // So many words are fetched ahead.
    private const int Fetched = 8;

    [ThreadStatic]
    private static List<(ShapedWord Word, RunFont Font, int Start)>? piecesOfThread;

    /// <summary>Collects the atoms of a line.</summary>
    public static void Collect(ParagraphContext paragraph, SetLine line, List<LineAtom> atoms)
    {
        atoms.Clear();
        var characters = paragraph.Text.Characters;
        var fonts = paragraph.Fonts;
        var words = paragraph.Words;
        var run = 0;
        var runEnd = fonts[0].Run.End;
        var next = line.FirstWord;
        var start = line.SourceRange.Start.Value;
        var contentEnd = line.ContentEnd;
        for (var i = start; i < contentEnd;)
        {
            while (i >= runEnd)
                runEnd = fonts[++run].Run.End;
            var font = fonts[run];
            var c = characters[i];
            if (c == '\uFFFC' && font.Run.Picture is { } picture)
            {
                atoms.Add(new(font, null, i, picture.Width.Scaled, '\0', false, false));
                i++;
                continue;
            }

            if (Spaces.Divides(c))
            {
                if (c != '\n')
                    atoms.Add(new(font, null, i, font.SpaceWidth(c), c, false, false));
                i++;
                continue;
            }

            // A word that stands whole on the line is known; of one that is divided, each part is shaped by itself.
            if (next + Fetched < words.Length)
                words[next + Fetched]?.Fetch();
            if (words[next++] is { } word && i + word.Length <= contentEnd && !(line.StartsInWord && i == start))
            {
                Add(word, font, i, false, atoms);
                word.FetchGlyphs();
                i += word.Length;
                continue;
            }

            var end = i + 1;
            while (end < contentEnd && !Spaces.Divides(characters[end]))
                end++;
            AddWord(characters, fonts, run, i, end, line.EndsInHyphen && end == contentEnd, atoms);
            i = end;
        }

        AddTrailing(paragraph, line, run, atoms);
    }

    /// <summary>What hangs at either end, in scaled points; letterspacing after the last character always does.</summary>
    public static (long Left, long Right) Hangs(ParagraphContext paragraph, SetLine line, List<LineAtom> atoms)
    {
        long left = 0;
        long right = 0;
        if (paragraph.Hangs && (line.Index > 0 || line.Indent == Length.Zero) && atoms.Count > 0 && atoms[0].Word is { } first)
            left = atoms[0].Font.Scale(first.LeftHang);
        for (var i = atoms.Count - 1; i >= 0; i--)
        {
            if (atoms[i].Trailing)
                continue;
            if (atoms[i].Word is { } last)
                right = (paragraph.Hangs ? atoms[i].Font.Scale(last.RightHang) : 0) + atoms[i].Font.LetterSpace;
            break;
        }

        return (left, right);
    }

    private static void AddWord(string characters, RunFont[] fonts, int run, int start, int end, bool hyphen, List<LineAtom> atoms)
    {
        if (!hyphen && end <= fonts[run].Run.End)
        {
            Add(fonts[run].Font.Word(characters.AsSpan(start, end - start)), fonts[run], start, false, atoms);
            return;
        }

        var pieces = piecesOfThread ??= [];
        WordPieces.Of(characters, fonts, run, start, end, pieces);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (word, font, at) = pieces[i];
            var hyphenated = hyphen && i == pieces.Count - 1;
            Add(hyphenated ? font.Font.Shape(word.Text.TrimEnd('\u00AD') + "-") : word, font, at, hyphenated, atoms);
        }
    }

    private static void Add(ShapedWord word, RunFont font, int start, bool hyphen, List<LineAtom> atoms) =>
        atoms.Add(new(font, word, start, font.Width(word.Advance, word.Clusters), '\0', hyphen, false));

    /// <summary>The space at a line's end, for the text's sake.</summary>
    private static void AddTrailing(ParagraphContext paragraph, SetLine line, int run, List<LineAtom> atoms)
    {
        if (line.IsLast)
            return;
        for (var i = line.ContentEnd; i < line.SourceRange.End.Value; i++)
        {
            while (i >= paragraph.Fonts[run].Run.End)
                run++;
            if (paragraph.Text.Characters[i] is ' ' or '\n')
            {
                atoms.Add(new(paragraph.Fonts[run], null, i, paragraph.Fonts[run].Space, ' ', false, true));
                return;
            }
        }
    }
}
