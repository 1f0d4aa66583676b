using Publish.Typesetting.Text;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>Makes the list of places where a text may be broken, from its words. Reused from paragraph to paragraph; one thread at a time.</summary>
internal sealed class BreakListBuilder
{
    private readonly List<WordBreak> wordBreaks = [];
    private readonly List<(ShapedWord Word, RunFont Font, int Start)> pieces = [];
    private Token[] tokens = new Token[256];
    private int begun; // words of the text so far
    private BreakList list = null!;
    private FitSettings prices = null!;
    private bool hyphenate;
    private bool hang;
    private long sum;
    private long space;
    private long endSum;
    private long endSpace;
    private int endOffset;
    private long rightHang;
    private WordTraits traits;
    private int words;
    private bool divided;
    private bool breakable;
    private bool forced;

    /// <summary>Fills a list.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fonts">For each run of it, how it is set.</param>
    /// <param name="target">The list.</param>
    /// <param name="fit">Prices.</param>
    /// <param name="mayHyphenate">Whether words may be hyphenated by patterns.</param>
    /// <param name="hangs">Whether marks hang in the margins.</param>
    /// <param name="hangsFirst">Whether they hang at the left of the first line.</param>
    /// <returns>The words between spaces, in order; null for one of several looks.</returns>
    public ShapedWord?[] Build(StyledText text, RunFont[] fonts, BreakList target, FitSettings fit, bool mayHyphenate, bool hangs, bool hangsFirst)
    {
        list = target;
        prices = fit;
        hyphenate = mayHyphenate;
        hang = hangs;
        sum = space = endSum = endSpace = rightHang = 0;
        endOffset = words = 0;
        traits = WordTraits.None;
        divided = breakable = forced = false;
        begun = 0;
        var characters = text.Characters;
        list.Begin(hangsFirst && hangs ? FirstHang(text, fonts) : 0);
        var shapedWords = FindWords(characters, fonts);
        var run = 0;
        var at = 0;
        for (; begun < shapedWords.Length; begun++)
        {
            ref readonly var token = ref tokens[begun];
            for (; at < token.Start; at++)
            {
                while (at >= fonts[run].Run.End)
                    run++;
                Divide(characters[at], fonts[run], at);
            }

            run = token.Run;
            at = token.End;
            if (!token.IsWhole)
            {
                AddComposite(characters, fonts, run, token.Start, at);
                continue;
            }

            // What was found by its key alone is looked at now that it is here.
            var word = shapedWords[begun]!;
            var own = characters.AsSpan(token.Start, at - token.Start);
            if (!WordTable.Is(word, own))
                shapedWords[begun] = word = fonts[run].Font.Word(own);
            AddWord(word, fonts[run], token.Start, at);
        }

        for (; at < characters.Length; at++)
        {
            while (at >= fonts[run].Run.End)
                run++;
            Divide(characters[at], fonts[run], at);
        }

        if (forced)
            AddForced(characters.Length, 0);
        list.Add(endSum, endSpace, sum, space, 0, hang ? rightHang : 0, 0, 0, BreakFlags.Forced | BreakFlags.Final, endOffset, characters.Length, begun);
        return shapedWords;
    }

    /// <summary>
    /// Takes the text apart into what stands between spaces, and finds the words of one look. First where each is looked for is fetched, then the word: so the processor waits
    /// for many at a time.
    /// </summary>
    /// <returns>The words; null for one of several looks.</returns>
    private ShapedWord?[] FindWords(string characters, RunFont[] fonts)
    {
        var count = 0;
        var run = 0;
        var runEnd = fonts[0].Run.End;
        for (var i = 0; i < characters.Length;)
        {
            if (Spaces.Divides(characters[i]))
            {
                i++;
                continue;
            }

            while (i >= runEnd)
                runEnd = fonts[++run].Run.End;
            var end = i + 1;
            while (end < characters.Length && !Spaces.Divides(characters[end]))
                end++;
            var whole = end <= runEnd;
            var key = whole ? WordTable.KeyOf(characters.AsSpan(i, end - i)) : default;
            if (whole)
                fonts[run].Font.Fetch(key);
            if (count == tokens.Length)
                Array.Resize(ref tokens, count * 2);
            tokens[count++] = new Token { Start = i, End = end, Run = run, IsWhole = whole, Key = key };
            i = end;
        }

        var found = new ShapedWord?[count];
        for (var i = 0; i < found.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsWhole)
            {
                var word = fonts[token.Run].Font.Candidate(characters.AsSpan(token.Start, token.End - token.Start), token.Key);
                word.Fetch();
                found[i] = word;
            }
        }

        return found;
    }

    private static long FirstHang(StyledText text, RunFont[] fonts)
    {
        var characters = text.Characters;
        if (characters.Length == 0 || Spaces.Divides(characters[0]))
            return 0;
        var end = 1;
        while (end < fonts[0].Run.End && !Spaces.Divides(characters[end]))
            end++;
        return fonts[0].Scale(fonts[0].Font.Word(characters.AsSpan(0, end)).LeftHang);
    }

    private void Divide(char c, RunFont font, int offset)
    {
        if (c == '\n')
        {
            if (forced)
                AddForced(offset, 0);
            forced = true;
            divided = true;
            return;
        }

        // A space at which no line may end belongs to what follows: after a forced end it indents.
        if (forced && !Spaces.Breaks(c))
            AddForced(offset, 0);
        if (c == '\uFFFC' && font.Run.Picture is { } picture)
        {
            Open(offset, WordTraits.None, 0);
            sum += picture.Width.Scaled;
            Close(offset + 1, WordTraits.None, 0);
            return;
        }

        var width = font.SpaceWidth(c);
        sum += width;
        if (Spaces.Stretches(c))
            space += width;
        // A no-break space keeps together what stands on both sides, other spaces beside it or not.
        breakable = divided ? breakable && Spaces.Breaks(c) : Spaces.Breaks(c);
        divided = true;
    }

    /// <summary>A word begins: the spaces before it are a place to break, or not.</summary>
    private void Open(int offset, WordTraits next, long leftHang)
    {
        if (forced)
        {
            AddForced(offset, leftHang);
        }
        else if (divided && breakable && words > 0)
        {
            var judgement = SpaceRules.Between(traits, next, words == 1);
            if (judgement != SpaceBreak.Never)
            {
                list.Add(
                    endSum, endSpace, sum, space, 0, hang ? rightHang : 0, hang ? leftHang : 0,
                    judgement == SpaceBreak.Avoid ? prices.Together : 0, BreakFlags.None, endOffset, offset, begun);
            }
        }

        divided = breakable = false;
    }

    private void AddForced(int next, long leftHang)
    {
        list.Add(endSum, endSpace, sum, space, 0, hang ? rightHang : 0, hang ? leftHang : 0, 0, BreakFlags.Forced, endOffset, next, begun);
        forced = false;
        endSum = sum;
        endSpace = space;
        endOffset = next;
        rightHang = 0;
        words = 0;
    }

    private void Close(int end, WordTraits own, long hangs)
    {
        endSum = sum;
        endSpace = space;
        endOffset = end;
        traits = own;
        rightHang = hangs;
        words++;
    }

    private void AddWord(ShapedWord word, RunFont font, int start, int end)
    {
        Open(start, word.Traits, font.Scale(word.LeftHang));
        foreach (ref readonly var place in word.Breaks.AsSpan())
            AddPlace(place.Break, font, sum + font.Width(place.Advance, place.Clusters), sum + font.Width(place.Next, place.Clusters), font.Scale(place.RightHang), font.Scale(place.LeftHang), start + place.Break.Offset);
        sum += font.Width(word.Advance, word.Clusters);
        Close(end, word.Traits, font.Scale(word.RightHang) + font.LetterSpace);
    }

    private void AddPlace(WordBreak place, RunFont font, long at, long next, long right, long left, int offset)
    {
        if (place.Kind == WordBreakKind.Hyphen && !(hyphenate && font.Run.Hyphenate))
            return;
        var inserted = place.Kind is WordBreakKind.Hyphen or WordBreakKind.Discretionary;
        var flags = inserted ? BreakFlags.Hyphen | BreakFlags.Inserted : place.Kind == WordBreakKind.TextHyphen ? BreakFlags.Hyphen : BreakFlags.None;
        list.Add(
            at, space, next, space, inserted ? font.Hyphen : 0, hang ? (inserted ? font.HyphenHang : right + font.LetterSpace) : 0, hang ? left : 0,
            PriceOf(place), flags, offset, offset, begun);
    }

    private int PriceOf(WordBreak place)
    {
        var price = place.Kind switch
        {
            WordBreakKind.Hyphen => prices.Hyphen,
            WordBreakKind.Discretionary => prices.Discretionary,
            WordBreakKind.TextHyphen => prices.TextHyphen,
            WordBreakKind.Dash => prices.Dash,
            WordBreakKind.Address => prices.Address,
            _ => 0,
        };
        if ((place.Avoid & WordBreakAvoid.Name) != 0)
            price += prices.Name;
        if ((place.Avoid & WordBreakAvoid.Compound) != 0)
            price += prices.Compound;
        if ((place.Avoid & WordBreakAvoid.ShortFragment) != 0)
            price += prices.ShortFragment;
        if ((place.Avoid & WordBreakAvoid.Together) != 0)
            price += prices.Together;
        return price;
    }

    /// <summary>A word of several looks: each is shaped by itself, the whole is broken as one word.</summary>
    private void AddComposite(string characters, RunFont[] fonts, int run, int start, int end)
    {
        WordPieces.Of(characters, fonts, run, start, end, pieces);
        if (pieces.Count == 1)
        {
            AddWord(pieces[0].Word, pieces[0].Font, start, end);
            return;
        }

        Span<char> word = end - start <= 256 ? stackalloc char[end - start] : new char[end - start];
        characters.AsSpan(start, end - start).CopyTo(word);
        WordPieces.HideNoteCalls(word, fonts, run, start);
        var own = WordTraitReader.Of(word, pieces[0].Font.Font.Language);
        Open(start, own, pieces[0].Font.Scale(pieces[0].Word.LeftHang));
        wordBreaks.Clear();
        WordBreaks.Find(word, pieces[0].Font.Font.Hyphenator, wordBreaks);
        var next = 0;
        foreach (var (shaped, font, at) in pieces)
        {
            var stop = at + shaped.Text.Length - start;
            for (; next < wordBreaks.Count && wordBreaks[next].Offset <= stop; next++)
            {
                if (wordBreaks[next].Offset == end - start)
                    break;
                var place = wordBreaks[next];
                var (advance, rest, clusters) = font.Font.Cut(shaped.Text, shaped.Glyphs, start + place.Offset - at, place.Kind is WordBreakKind.Hyphen or WordBreakKind.Discretionary);
                AddPlace(place, font, sum + font.Width(advance, clusters), sum + font.Width(rest, clusters), 0, 0, start + place.Offset);
            }

            sum += font.Width(shaped.Advance, shaped.Clusters);
        }

        var (lastWord, lastFont, _) = pieces[^1];
        Close(end, own, lastFont.Scale(lastWord.RightHang) + lastFont.LetterSpace);
    }

    /// <summary>What stands between two spaces.</summary>
    private struct Token
    {
        public int Start;
        public int End;
        public int Run;
        public bool IsWhole; // all of one look
        public WordKey Key;
    }
}
