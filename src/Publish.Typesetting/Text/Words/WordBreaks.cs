using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Text.Unicode;

namespace Publish.Typesetting.Text.Words;

/// <summary>
/// Finds where a line may end inside a word (what stands between two spaces, punctuation included): the rules of UAX #14, tailored as books want them, and hyphenation.
/// </summary>
/// <remarks>
/// The tailoring: no dash begins a line, and after one a line may end before an opening quotation mark too; a hyphen or slash needs two letters on either side; no break
/// after marks that open a word; addresses break at their own places; nothing is hyphenated that holds a discretionary hyphen.
/// </remarks>
internal static class WordBreaks
{
    /// <summary>Finds the places, in order.</summary>
    /// <param name="word">The word.</param>
    /// <param name="hyphenator">Hyphenates its language; null for no hyphenation.</param>
    /// <param name="result">Receives the places.</param>
    public static void Find(ReadOnlySpan<char> word, Hyphenator? hyphenator, List<WordBreak> result)
    {
        if (word.Length < 2)
            return;
        if (Addresses.IsAddress(word))
        {
            Addresses.Find(word, result);
            return;
        }

        if (IsPlainWord(word))
        {
            if (hyphenator is not null)
                Hyphenate(word, 0, word.Length, hyphenator, WordBreakAvoid.None, result);
            return;
        }

        FindMarks(word, result);
        if (hyphenator is null || word.Contains('\u00AD'))
            return;
        var before = result.Count;
        HyphenateParts(word, hyphenator, result);
        if (before > 0 && result.Count > before)
            result.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
    }

    /// <summary>Most words: letters, and before and after them marks at which nothing can break.</summary>
    private static bool IsPlainWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!(char.IsAsciiLetter(c) || c is '.' or ',' or ';' or ':' or '\u2019' or '\u201D' or '\u201C' or '\u2018'))
                return false;
        }

        return true;
    }

    /// <summary>
    /// The letters that stand in marks at which nothing can break: what is found in them by themselves is found in the whole. Length 0 where there are no marks, or something else.
    /// </summary>
    public static (int Start, int Length) Inside(ReadOnlySpan<char> word)
    {
        var start = 0;
        while (start < word.Length && !char.IsAsciiLetter(word[start]))
            start++;
        var end = start;
        while (end < word.Length && char.IsAsciiLetter(word[end]))
            end++;
        if (end - start == word.Length || end - start < 2)
            return (0, 0);

        // With a mark behind them these make an address.
        if (word[start..end].Equals("www", StringComparison.OrdinalIgnoreCase) || word[start..end].Equals("mailto", StringComparison.OrdinalIgnoreCase))
            return (0, 0);
        foreach (var c in word[..start])
        {
            if (c is not ('\u2019' or '\u201D' or '\u201C' or '\u2018'))
                return (0, 0);
        }

        foreach (var c in word[end..])
        {
            if (!(c is '.' or ',' or ';' or ':' or '\u2019' or '\u201D' or '\u201C' or '\u2018'))
                return (0, 0);
        }

        return (start, end - start);
    }

    private static void FindMarks(ReadOnlySpan<char> word, List<WordBreak> result)
    {
        Span<LineBreakAction> actions = word.Length < 256 ? stackalloc LineBreakAction[word.Length + 1] : new LineBreakAction[word.Length + 1];
        LineBreakRules.Find(word, actions);
        for (var at = 1; at < word.Length; at++)
        {
            var before = word[at - 1];
            var after = word[at];
            if (Letters.IsDash(before) && Letters.IsQuote(after) && Opens(word, at))
            {
                if (Letters.CountWord(word[..at], 1) > 0)
                    result.Add(new(at, WordBreakKind.Dash, WordBreakAvoid.None));
                continue;
            }

            if (actions[at] != LineBreakAction.None && Judge(word, at, before, after) is { } found)
                result.Add(found);
        }
    }

    /// <summary>Whether the marks from an offset on open a word.</summary>
    private static bool Opens(ReadOnlySpan<char> word, int at)
    {
        while (at < word.Length && (Letters.IsQuote(word[at]) || word[at] is '(' or '['))
            at++;
        return at < word.Length && Letters.IsWord(word[at]);
    }

    private static WordBreak? Judge(ReadOnlySpan<char> word, int at, char before, char after)
    {
        if (before == '\u00AD')
            return Letters.CountWord(word[..at], 1) > 0 && Letters.CountWord(word[at..], 1) > 0 ? new(at, WordBreakKind.Discretionary, WordBreakAvoid.None) : null;
        if (before == '\u200B')
            return new(at, WordBreakKind.Plain, WordBreakAvoid.None);
        if (Letters.IsDash(after))
            return null;
        var left = Letters.CountWord(word[..at], 2);
        var right = Letters.CountWord(word[at..], 2);
        if (Letters.IsDash(before))
            return left == 0 || right == 0 ? null : new(at, WordBreakKind.Dash, char.IsDigit(after) ? WordBreakAvoid.Together : WordBreakAvoid.None);
        if (Letters.IsHyphen(before))
            return PartBefore(word, at - 1) < 2 || PartAfter(word, at) < 2 ? null : new(at, WordBreakKind.TextHyphen, WordBreakAvoid.None);
        if (before == '/')
            return PartBefore(word, at - 1) < 2 || PartAfter(word, at) < 2 ? null : new(at, WordBreakKind.Address, WordBreakAvoid.None);
        var ideographs = LineBreakClasses.Of(before) is LineBreakClass.ID or LineBreakClass.NS or LineBreakClass.CL || LineBreakClasses.Of(after) is LineBreakClass.ID or LineBreakClass.OPW;
        if (ideographs || char.IsSurrogate(before) || char.IsSurrogate(after))
            return new(at, WordBreakKind.Plain, WordBreakAvoid.None);
        return left < 2 || right < 2 ? null : new(at, WordBreakKind.Dash, WordBreakAvoid.Together);
    }

    private static int PartBefore(ReadOnlySpan<char> word, int end)
    {
        var start = end;
        while (start > 0 && (Letters.IsWord(word[start - 1]) || Letters.IsApostrophe(word[start - 1])))
            start--;
        return Letters.CountWord(word[start..end], 2);
    }

    private static int PartAfter(ReadOnlySpan<char> word, int start)
    {
        var end = start;
        while (end < word.Length && (Letters.IsWord(word[end]) || Letters.IsApostrophe(word[end])))
            end++;
        return Letters.CountWord(word[start..end], 2);
    }

    private static void HyphenateParts(ReadOnlySpan<char> word, Hyphenator hyphenator, List<WordBreak> result)
    {
        var compound = false;
        for (var i = 1; i < word.Length - 1 && !compound; i++)
            compound = Letters.IsHyphen(word[i]) && Letters.IsLetter(word[i - 1]) && Letters.IsLetter(word[i + 1]);
        for (var start = 0; start < word.Length;)
        {
            if (!Letters.IsLetter(word[start]) || Letters.IsMark(word[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < word.Length && (Letters.IsLetter(word[end]) || (Letters.IsApostrophe(word[end]) && hyphenator.Knows('\u2019') && end + 1 < word.Length && Letters.IsLetter(word[end + 1]))))
                end++;
            var digits = (start > 0 && char.IsDigit(word[start - 1])) || (end < word.Length && char.IsDigit(word[end]));
            if (!digits)
                Hyphenate(word, start, end, hyphenator, compound ? WordBreakAvoid.Compound : WordBreakAvoid.None, result);
            start = end;
        }
    }

    /// <summary>Hyphenates the letters in a stretch of a word; marks at either end are passed over.</summary>
    private static void Hyphenate(ReadOnlySpan<char> word, int start, int end, Hyphenator hyphenator, WordBreakAvoid avoid, List<WordBreak> result)
    {
        while (start < end && !Letters.IsLetter(word[start]))
            start++;
        var stop = start;
        while (stop < end && (Letters.IsLetter(word[stop]) || (Letters.IsApostrophe(word[stop]) && hyphenator.Knows('\u2019') && stop + 1 < end && Letters.IsLetter(word[stop + 1]))))
            stop++;
        var length = stop - start;
        if (length < hyphenator.LeftMinimum + hyphenator.RightMinimum)
        {
            if (stop < end)
                Hyphenate(word, stop, end, hyphenator, avoid, result);
            return;
        }

        Span<char> letters = length <= 128 ? stackalloc char[length] : new char[length];
        word[start..stop].CopyTo(letters);
        foreach (ref var c in letters)
        {
            if (Letters.IsApostrophe(c))
                c = '\u2019';
        }

        Span<int> points = length <= 128 ? stackalloc int[length] : new int[length];
        var count = hyphenator.Find(letters, points);
        if (count > 0 && char.IsUpper(letters[0]))
            avoid |= WordBreakAvoid.Name;
        foreach (var point in points[..count])
        {
            var fragment = point < 3 || length - point < 3 ? WordBreakAvoid.ShortFragment : WordBreakAvoid.None;
            result.Add(new(start + point, WordBreakKind.Hyphen, avoid | fragment));
        }

        // After an apostrophe that the language doesn't join by.
        if (stop < end)
            Hyphenate(word, stop, end, hyphenator, avoid, result);
    }
}
