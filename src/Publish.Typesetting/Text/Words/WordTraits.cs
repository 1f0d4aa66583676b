using System.Buffers;
using Publish.Typesetting.Text.Unicode;

namespace Publish.Typesetting.Text.Words;

/// <summary>What about a word decides whether a line may end at the space before or after it.</summary>
[Flags]
internal enum WordTraits : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It begins with a mark that no line begins with (closing, French double punctuation, an ellipsis by itself).</summary>
    NeverFirst = 1,

    /// <summary>It is or begins with a dash.</summary>
    Dash = 2,

    /// <summary>It ends with an opening mark.</summary>
    NeverLast = 4,

    /// <summary>It is an initial: one capital and a point.</summary>
    Initial = 8,

    /// <summary>It is several initials: "L.D.", "U.S.".</summary>
    Initials = 16,

    /// <summary>It is an abbreviation that goes with the number after it: "p.", "vol.", "fig.".</summary>
    BeforeNumber = 32,

    /// <summary>It is a title that goes with the name after it: "Mr.", "Dr.".</summary>
    BeforeName = 64,

    /// <summary>It ends with a digit.</summary>
    EndsInDigit = 128,

    /// <summary>It begins with a digit or is a Roman numeral.</summary>
    Number = 256,

    /// <summary>It is a unit of measure.</summary>
    Unit = 512,

    /// <summary>It begins with a capital.</summary>
    Capital = 1024,

    /// <summary>It is three digits (with marks after them).</summary>
    ThreeDigits = 2048,

    /// <summary>It is a word of one letter that its language doesn't leave at a line's end.</summary>
    Proclitic = 4096,

    /// <summary>It is a particle that its language doesn't put at a line's beginning.</summary>
    Enclitic = 8192,

    /// <summary>It is the name of a month.</summary>
    Month = 16384,

    /// <summary>It begins with a digit.</summary>
    Digits = 32768,

    /// <summary>It is a Roman numeral in capitals as names have it: "Louis XIV", "François Ier".</summary>
    Regnal = 65536,
}

/// <summary>Reads the traits of words.</summary>
internal static class WordTraitReader
{
    private static readonly SearchValues<char> AfterNumeral = SearchValues.Create(".,;:!?’s");

    /// <summary>The traits of a word in a language.</summary>
    public static WordTraits Of(ReadOnlySpan<char> word, string language)
    {
        // Most words begin and end with a letter, to which none of the rules for marks applies.
        var (head, tail) = (char.IsAsciiLetter(word[0]), char.IsAsciiLetter(word[^1]));
        var traits = (head ? WordTraits.None : Head(word)) | (tail ? WordTraits.None : Tail(word));
        var core = head && tail ? word : word.Trim("“”‘’«»‹›\"'()[]„‚");
        if (core.Length == 0)
            return traits;
        if (core.Length == 2 && core[1] == '.' && char.IsUpper(core[0]))
        {
            // "I." ends a sentence far oftener than it stands for Ivan.
            if (core[0] != 'I' || !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                traits |= WordTraits.Initial;
        }
        else if (core.Length >= 4 && AreInitials(core))
        {
            traits |= WordTraits.Initials;
        }

        if (char.IsUpper(core[0]))
            traits |= WordTraits.Capital;
        if (char.IsDigit(core[0]))
            traits |= WordTraits.Number | WordTraits.Digits;
        else if (IsRomanNumeral(core))
            traits |= WordTraits.Number;
        if (core[0] is 'I' or 'V' or 'X' && IsRegnal(core, language))
            traits |= WordTraits.Regnal;
        if (char.IsDigit(word[^1]))
            traits |= WordTraits.EndsInDigit;
        if (core.Length >= 3 && Digits(core) == 3 && (core.Length == 3 || !Letters.IsWord(core[3])))
            traits |= WordTraits.ThreeDigits;
        return traits | WordLists.Of(core, language);
    }

    private static WordTraits Head(ReadOnlySpan<char> word)
    {
        var first = word[0];
        if (Letters.IsDash(first))
            return WordTraits.Dash;
        if (first == '-' && word.Length == 1)
            return WordTraits.Dash;
        var followed = word.Length > 1 && Letters.IsWord(word[1]);
        if (Letters.IsQuote(first) || first == '\u2026')
            return followed || (word.Length > 1 && OpensFurther(word)) ? WordTraits.None : WordTraits.NeverFirst;
        return LineBreakClasses.Of(first) switch
        {
            LineBreakClass.EX or LineBreakClass.CL or LineBreakClass.CP or LineBreakClass.CPW => WordTraits.NeverFirst,
            LineBreakClass.IS => followed ? WordTraits.None : WordTraits.NeverFirst,
            _ => WordTraits.None,
        };
    }

    // “‘Tis, “(so, “…and
    private static bool OpensFurther(ReadOnlySpan<char> word)
    {
        var i = 0;
        while (i < word.Length && (Letters.IsQuote(word[i]) || word[i] is '(' or '[' or '\u2026' || Letters.IsDash(word[i])))
            i++;
        return i < word.Length && Letters.IsWord(word[i]);
    }

    private static WordTraits Tail(ReadOnlySpan<char> word)
    {
        if (LineBreakClasses.Of(word[^1]) is LineBreakClass.OP or LineBreakClass.OPW)
            return WordTraits.NeverLast;
        // A word of nothing but quotation marks opens (« text): its last mark is followed by a word.
        foreach (var c in word)
        {
            if (!Letters.IsQuote(c))
                return WordTraits.None;
        }

        return word[^1] is '«' or '‹' or '“' or '‘' or '„' or '‚' ? WordTraits.NeverLast : WordTraits.None;
    }

    private static bool AreInitials(ReadOnlySpan<char> core)
    {
        if (core.Length % 2 != 0 || core.Length > 8)
            return false;
        for (var i = 0; i < core.Length; i += 2)
        {
            if (!char.IsUpper(core[i]) || core[i + 1] != '.')
                return false;
        }

        return true;
    }

    private static bool IsRomanNumeral(ReadOnlySpan<char> core)
    {
        var letters = 0;
        foreach (var c in core)
        {
            if ("ivxlcdmIVXLCDM".Contains(c))
                letters++;
            else if (char.IsLetter(c))
                return false;
        }

        return letters > 0;
    }

    // A numeral with an ordinal's ending or marks after it; in English "I" is a word of its own.
    private static bool IsRegnal(ReadOnlySpan<char> core, string language)
    {
        var count = 1;
        while (count < core.Length && core[count] is 'I' or 'V' or 'X')
            count++;
        var rest = core[count..];
        if (rest is "er" or "re" or "e" or "ème")
            return language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        return !rest.ContainsAnyExcept(AfterNumeral) && (count > 1 || core[0] != 'I' || !language.StartsWith("en", StringComparison.OrdinalIgnoreCase));
    }

    private static int Digits(ReadOnlySpan<char> core)
    {
        var count = 0;
        while (count < core.Length && char.IsAsciiDigit(core[count]))
            count++;
        return count;
    }
}
