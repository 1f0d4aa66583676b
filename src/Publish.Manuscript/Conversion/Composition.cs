using System.Buffers;

namespace Publish.Manuscript;

/// <summary>
/// Normalization Form C for the text of books: a letter and the accents typed after it become one character. (The runtime's own normalization is
/// absent where it is built without cultural data.) Marks are expected in the order they are to be applied, as keyboards and transcriptions give them.
/// </summary>
internal static class Composition
{
    private const char LastBeforeMarks = '\u02FF';
    private const char HangulBase = '\uAC00';

    private static readonly SearchValues<char> _signs = SearchValues.Create(Signs());

    /// <summary>Whether there is anything to compose; nearly always not.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text)
    {
        // No sign stands before the combining marks, and few characters of a text after them: those are looked up one by one.
        for (var next = text.IndexOfAnyExceptInRange('\0', LastBeforeMarks); next >= 0; next = text.IndexOfAnyExceptInRange('\0', LastBeforeMarks))
        {
            if (_signs.Contains(text[next]))
            {
                return true;
            }

            text = text[(next + 1)..];
        }

        return false;
    }

    /// <summary>Composes in place.</summary>
    /// <returns>The new length.</returns>
    public static int Compose(Span<char> text)
    {
        var length = 0;
        var letter = -1;
        foreach (var written in text)
        {
            var c = Tables.Singles.GetValueOrDefault(written, written);
            if (letter >= 0 && letter == length - 1 && Join(text[letter], c) is { } joined)
            {
                text[letter] = joined;
                continue;
            }

            letter = length;
            text[length++] = c;
        }

        return length;
    }

    private static char? Join(char letter, char mark)
    {
        if (Tables.Pairs.TryGetValue((letter, mark), out var joined))
        {
            return joined;
        }

        // Hangul by rule (Unicode, section 3.12): leading consonant + vowel, then + trailing consonant.
        if (letter is >= '\u1100' and <= '\u1112' && mark is >= '\u1161' and <= '\u1175')
        {
            return (char)(HangulBase + ((((letter - '\u1100') * 21) + (mark - '\u1161')) * 28));
        }

        return letter is >= HangulBase and <= '\uD7A3' && (letter - HangulBase) % 28 == 0 && mark is > '\u11A7' and <= '\u11C2'
            ? (char)(letter + (mark - '\u11A7'))
            : null;
    }

    private static char[] Signs()
    {
        var signs = new List<char>();
        foreach (var (mark, _) in CompositionTable.Marks)
        {
            signs.Add(mark);
        }

        for (var i = 0; i < CompositionTable.Singles.Length; i += 2)
        {
            signs.Add(CompositionTable.Singles[i]);
        }

        for (var jamo = '\u1161'; jamo <= '\u11C2'; jamo++)
        {
            signs.Add(jamo);
        }

        return [.. signs];
    }

    /// <summary>Made when the first text needs them.</summary>
    private static class Tables
    {
        public static readonly Dictionary<(char Letter, char Mark), char> Pairs = MakePairs();
        public static readonly Dictionary<char, char> Singles = MakeSingles();

        private static Dictionary<(char, char), char> MakePairs()
        {
            var pairs = new Dictionary<(char, char), char>(1000);
            foreach (var (mark, letters) in CompositionTable.Marks)
            {
                for (var i = 0; i < letters.Length; i += 2)
                {
                    pairs.Add((letters[i], mark), letters[i + 1]);
                }
            }

            return pairs;
        }

        private static Dictionary<char, char> MakeSingles()
        {
            var singles = new Dictionary<char, char>();
            for (var i = 0; i < CompositionTable.Singles.Length; i += 2)
            {
                singles.Add(CompositionTable.Singles[i], CompositionTable.Singles[i + 1]);
            }

            return singles;
        }
    }
}
