using System.Buffers;

namespace Publish.Typesetting.Hyphenation;

/// <summary>Hyphenates words of one language. Safe to use from several threads.</summary>
public sealed class Hyphenator
{
    private readonly PatternTrie trie;
    private readonly Dictionary<string, int[]> exceptions;

    private Hyphenator(string language, PatternTrie trie, int left, int right, Dictionary<string, int[]> exceptions)
    {
        Language = language;
        this.trie = trie;
        LeftMinimum = left;
        RightMinimum = right;
        this.exceptions = exceptions;
    }

    /// <summary>The language of the patterns, as their file is named ("en-us").</summary>
    public string Language { get; }

    /// <summary>Fewest letters before a hyphen.</summary>
    public int LeftMinimum { get; }

    /// <summary>Fewest letters after a hyphen.</summary>
    public int RightMinimum { get; }

    /// <summary>Reads a file of patterns (the form is described in assets/hyphenation/README.md).</summary>
    /// <param name="language">The language.</param>
    /// <param name="text">The file.</param>
    /// <param name="patternsOf">Gives the text of another file for a line <c>patterns other.txt</c>.</param>
    internal static Hyphenator Parse(string language, ReadOnlySpan<char> text, Func<string, string> patternsOf)
    {
        var (left, right) = (2, 2);
        var exceptions = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var inExceptions = false;
        while (text.Length > 0)
        {
            var end = text.IndexOf('\n');
            var line = (end < 0 ? text : text[..end]).TrimEnd();
            text = end < 0 ? [] : text[(end + 1)..];
            if (line.StartsWith("minima ", StringComparison.Ordinal) && line.Length >= 10)
            {
                (left, right) = (line[7] - '0', line[9] - '0');
            }
            else if (line.SequenceEqual("exceptions"))
            {
                inExceptions = true;
            }
            else if (line.SequenceEqual("patterns"))
            {
                break;
            }
            else if (line.StartsWith("patterns ", StringComparison.Ordinal))
            {
                text = AfterHead(patternsOf(line[9..].ToString()));
                break;
            }
            else if (inExceptions && line.Length > 0)
            {
                AddException(exceptions, line);
            }
        }

        return new(language, new PatternTrie(text), left, right, exceptions);
    }

    /// <summary>The same with words that are hyphenated as the book wants.</summary>
    /// <param name="words">Words with all the hyphens they may have ("gra-vi-ta-tion"); one without hyphens is never hyphenated.</param>
    public Hyphenator With(IEnumerable<string> words)
    {
        var all = new Dictionary<string, int[]>(exceptions, StringComparer.Ordinal);
        foreach (var word in words)
            AddException(all, word);
        return new(Language, trie, LeftMinimum, RightMinimum, all);
    }

    /// <summary>Whether a character that isn't a letter (an apostrophe, a hyphen) belongs to words, by the patterns.</summary>
    public bool Knows(char c) => trie.Knows(c);

    /// <summary>Finds where a word may be hyphenated.</summary>
    /// <param name="word">A single word in any case: letters, combining marks, and what <see cref="Knows"/>.</param>
    /// <param name="points">Receives offsets into <paramref name="word"/>, rising; must be as long as the word.</param>
    /// <returns>How many offsets.</returns>
    public int Find(ReadOnlySpan<char> word, Span<int> points)
    {
        if (word.Length < LeftMinimum + RightMinimum)
            return 0;
        char[]? rented = null;
        var dotted = word.Length <= 126 ? stackalloc char[128] : rented = ArrayPool<char>.Shared.Rent(word.Length + 2);
        dotted = dotted[..(word.Length + 2)];
        dotted[0] = dotted[^1] = '.';
        word.ToLowerInvariant(dotted[1..^1]);

        var count = 0;
        if (exceptions.Count > 0 && exceptions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(dotted[1..^1], out var fixedPoints))
        {
            foreach (var point in fixedPoints)
                points[count++] = point;
        }
        else
        {
            Span<byte> levels = dotted.Length < 128 ? stackalloc byte[129] : new byte[dotted.Length + 1];
            levels[..(dotted.Length + 1)].Clear();
            trie.Match(dotted, levels);
            var last = LastPoint(word);
            for (var at = FirstPoint(word); at <= last; at++)
            {
                // The place before the word's letter `at` is the place before dotted[at + 1].
                if ((levels[at + 1] & 1) != 0 && !IsMark(word[at]) && !char.IsLowSurrogate(word[at]))
                    points[count++] = at;
            }
        }

        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return count;
    }

    private static void AddException(Dictionary<string, int[]> exceptions, ReadOnlySpan<char> line)
    {
        var points = new List<int>();
        Span<char> word = line.Length <= 128 ? stackalloc char[line.Length] : new char[line.Length];
        var length = 0;
        foreach (var c in line)
        {
            if (c is '-' or '\u00AD')
                points.Add(length);
            else
                word[length++] = char.ToLowerInvariant(c);
        }

        exceptions[word[..length].ToString()] = [.. points];
    }

    private static string AfterHead(string text)
    {
        const string Head = "\npatterns\n";
        var at = text.IndexOf(Head, StringComparison.Ordinal);
        return at < 0 ? "" : text[(at + Head.Length)..];
    }

    private int FirstPoint(ReadOnlySpan<char> word)
    {
        var letters = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsLetter(word[i]) && ++letters > LeftMinimum)
                return i;
        }

        return word.Length;
    }

    private int LastPoint(ReadOnlySpan<char> word)
    {
        var letters = 0;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            if (IsLetter(word[i]) && ++letters == RightMinimum)
                return i;
        }

        return -1;
    }

    // Marks and apostrophes don't count as letters for the minima.
    private static bool IsLetter(char c) => c < 128 ? char.IsAsciiLetter(c) : char.IsLetter(c) || char.IsHighSurrogate(c);

    private static bool IsMark(char c) => c >= 0x300 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
