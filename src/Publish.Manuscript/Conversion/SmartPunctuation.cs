using System.Buffers;

namespace Publish.Manuscript;

/// <summary>
/// Typographic punctuation from what a keyboard has: quotation marks and apostrophes of the language, dashes from two and three hyphens, the ellipsis from three
/// points; in French the no-break spaces before double punctuation and inside guillemets where a space was typed. Escaped characters stay.
/// </summary>
internal static class SmartPunctuation
{
    private const char Apostrophe = '\u2019';
    private const char NarrowNoBreakSpace = '\u202F';
    private const char NoBreakSpace = '\u00A0';

    private static readonly SearchValues<char> _spaced = SearchValues.Create(":;!?»«");
    private static readonly string[] _elisions = ["tis", "twas", "twere", "twill", "twould", "til", "till", "em", "cause", "round", "bout", "neath", "gainst", "cept", "n", "un", "ere"];

    /// <summary>Changes the text of the tokens.</summary>
    public static void Apply(TokenCollector tokens, string language)
    {
        var source = tokens.Buffer;
        var marks = QuotationMarks.Of(language);
        if (!IsNeeded(source, marks))
        {
            return;
        }

        var result = new System.Text.StringBuilder(source.Length + 8);
        var runs = new List<(int Start, int Length)>();
        var state = new State(marks);
        foreach (var token in tokens.Tokens)
        {
            if (token.Shape is Publish.Document.LineBreak)
            {
                state.LineStart = result.Length;
            }

            if (token.Kind != TokenKind.Text)
            {
                continue;
            }

            var start = result.Length;
            var end = token.Start + token.Length;
            for (var i = token.Start; i < end;)
            {
                i = tokens.Protected.Contains(i) ? Copy(source, i, result) : Step(tokens, source, i, end, result, ref state);
            }

            runs.Add((start, result.Length - start));
        }

        tokens.Replace(result.ToString(), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(runs));
    }

    private static bool IsNeeded(ReadOnlySpan<char> text, QuotationMarks marks) =>
        text.IndexOfAny('"', '\'') >= 0
        || text.IndexOf("--", StringComparison.Ordinal) >= 0
        || text.IndexOf("...", StringComparison.Ordinal) >= 0
        || (marks.SpacedPunctuation && text.ContainsAny(_spaced));

    private static int Copy(ReadOnlySpan<char> source, int i, System.Text.StringBuilder result)
    {
        result.Append(source[i]);
        return i + 1;
    }

    /// <summary>Writes what stands at <paramref name="i"/> and gives the offset behind it.</summary>
    private static int Step(TokenCollector tokens, ReadOnlySpan<char> source, int i, int end, System.Text.StringBuilder result, ref State state)
    {
        var c = source[i];
        switch (c)
        {
            case '"':
                Double(source, i, result, ref state);
                return i + 1;
            case '\'':
                Single(source, i, result, ref state);
                return i + 1;
            case '-' or '.':
                var length = 1;
                while (i + length < end && source[i + length] == c && !tokens.Protected.Contains(i + length))
                {
                    length++;
                }

                Run(c, length, result);
                return i + length;
            case ' ' when state.Marks.SpacedPunctuation && i + 1 < source.Length:
                result.Append(source[i + 1] switch
                {
                    ';' or '!' or '?' => NarrowNoBreakSpace,
                    ':' or '»' => NoBreakSpace,
                    _ => i > 0 && source[i - 1] == '«' ? NoBreakSpace : ' ',
                });
                return i + 1;
            default:
                return Copy(source, i, result);
        }
    }

    private static void Run(char c, int length, System.Text.StringBuilder result)
    {
        if (c == '-')
        {
            result.Append(length switch { 2 => "–", 3 => "—", _ => new string(c, length) });
        }
        else if (length >= 3)
        {
            result.Append('…').Append('.', length - 3);
        }
        else
        {
            result.Append('.', length);
        }
    }

    private static void Double(ReadOnlySpan<char> source, int i, System.Text.StringBuilder result, ref State state)
    {
        var opens = Opens(source, i, result, state.LineStart);
        state.OpenSingles = 0;
        result.Append(opens ? state.Marks.Open : state.Marks.Close);
    }

    private static void Single(ReadOnlySpan<char> source, int i, System.Text.StringBuilder result, ref State state)
    {
        var next = i + 1 < source.Length ? source[i + 1] : ' ';
        if (Opens(source, i, result, state.LineStart) && !IsElision(source[(i + 1)..]))
        {
            state.OpenSingles++;
            result.Append(state.Marks.InnerOpen);
        }
        else if (state.OpenSingles > 0 && !char.IsLetterOrDigit(next))
        {
            state.OpenSingles--;
            result.Append(state.Marks.InnerClose);
        }
        else
        {
            result.Append(Apostrophe);
        }
    }

    /// <summary>A mark opens at the start, after a space, a dash, an opening bracket or another opening mark, unless a space or the end follows it.</summary>
    private static bool Opens(ReadOnlySpan<char> source, int i, System.Text.StringBuilder result, int lineStart)
    {
        if (i + 1 >= source.Length || char.IsWhiteSpace(source[i + 1]))
        {
            return false;
        }

        if (result.Length == lineStart)
        {
            return true;
        }

        var before = result[^1];
        return char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '—' or '–' or '-' or '/' or '“' or '‘' or '„' or '‚' or '«' or '‹' or '¡' or '¿' or '=';
    }

    private static bool IsElision(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetterOrDigit(rest[length]))
        {
            length++;
        }

        if (length == 0)
        {
            return false;
        }

        var word = rest[..length];
        if (char.IsDigit(word[0]))
        {
            return length >= 2 && char.IsDigit(word[1]) && (length == 2 || word[2] == 's');
        }

        foreach (var elision in _elisions)
        {
            if (word.Equals(elision, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private struct State(QuotationMarks marks)
    {
        public QuotationMarks Marks { get; } = marks;

        public int OpenSingles { get; set; }

        public int LineStart { get; set; }
    }
}
