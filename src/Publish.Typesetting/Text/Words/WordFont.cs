using System.Runtime.InteropServices;
using Publish.Fonts;
using Publish.Typesetting.Hyphenation;

namespace Publish.Typesetting.Text.Words;

/// <summary>
/// A way to set words: a face with features, in a language, in capitals or as they are. Keeps every word it has shaped, independent of size. Safe to use from several threads;
/// readers take no lock.
/// </summary>
internal sealed class WordFont
{
    [ThreadStatic]
    private static List<ShapedGlyph>? glyphsOfThread;

    [ThreadStatic]
    private static List<WordBreak>? breaksOfThread;

    // No kerning yet.
    private const int Unknown = int.MinValue;

    // Tails of less than a twenty-fifth of an em are no matter.
    private const int LeastTail = 25;

    private readonly WordTable words = new();
    private readonly int[] hyphenKerns = new int[0x530]; // by letter: Latin, Greek and Cyrillic
    private readonly FontFeatures features;
    private readonly bool uppercase;
    private readonly bool rightToLeft;
    private readonly Func<string, Hyphenator?> hyphenators;
    private Hyphenator? hyphenator;
    private bool hyphenatorKnown;

    /// <summary>A way to set words.</summary>
    /// <param name="face">The face.</param>
    /// <param name="features">OpenType features.</param>
    /// <param name="language">BCP 47.</param>
    /// <param name="uppercase">Everything in capitals.</param>
    /// <param name="hyphenators">Gives the hyphenator of a language.</param>
    /// <param name="rightToLeft">Everything from right to left.</param>
    public WordFont(FontFace face, FontFeatures features, string language, bool uppercase, Func<string, Hyphenator?> hyphenators, bool rightToLeft = false)
    {
        Face = face;
        this.features = features;
        Language = language;
        this.uppercase = uppercase;
        this.rightToLeft = rightToLeft;
        this.hyphenators = hyphenators;
        Array.Fill(hyphenKerns, Unknown);
        SpaceGlyph = face.GlyphOf(' ');
        SpaceAdvance = SpaceGlyph == 0 ? face.UnitsPerEm / 4 : face.AdvanceOf(SpaceGlyph);
        HyphenGlyph = face.GlyphOf('-');
        var hyphen = Shape("-");
        HyphenAdvance = hyphen.Advance;
        HyphenHang = hyphen.RightHang;
    }

    /// <summary>The face.</summary>
    public FontFace Face { get; }

    /// <summary>BCP 47.</summary>
    public string Language { get; }

    /// <summary>The glyph of the space between words.</summary>
    public ushort SpaceGlyph { get; }

    /// <summary>Its advance, in font units.</summary>
    public int SpaceAdvance { get; }

    /// <summary>The glyph of the hyphen.</summary>
    public ushort HyphenGlyph { get; }

    /// <summary>Its advance, in font units.</summary>
    public int HyphenAdvance { get; }

    /// <summary>What of it hangs at the right, in font units.</summary>
    public int HyphenHang { get; }

    /// <summary>How many shaped words are kept.</summary>
    public int WordCount => words.Count;

    /// <summary>The language's hyphenator; null where there are no patterns for it.</summary>
    public Hyphenator? Hyphenator
    {
        get
        {
            if (!hyphenatorKnown)
            {
                hyphenator = hyphenators(Language);
                hyphenatorKnown = true;
            }

            return hyphenator;
        }
    }

    /// <summary>The word, shaped now or before.</summary>
    public ShapedWord Word(ReadOnlySpan<char> text) => words.Find(text) ?? Make(text);

    /// <summary>The word that is found by a key (<see cref="WordTable.KeyOf"/>) alone, not looked at yet (<see cref="WordTable.Is"/>); the word, shaped now, where there is none.</summary>
    public ShapedWord Candidate(ReadOnlySpan<char> text, in WordKey key) => words.Candidate(key) ?? Make(text);

    /// <summary>Fetches the place where a word is looked for.</summary>
    public void Fetch(in WordKey key) => words.Fetch(key);

    /// <summary>Shapes a text without keeping it, and without looking for breaks.</summary>
    public ShapedWord Shape(ReadOnlySpan<char> text)
    {
        var glyphs = ShapeGlyphs(text).ToArray();
        return new ShapedWord(text.ToString(), glyphs, [], WordTraits.None, LeftHang(text, glyphs), RightHang(text, glyphs));
    }

    /// <summary>What a line that ends inside a word takes of it, and where the next goes on: what the cut changes in joins and kerning is taken into account.</summary>
    /// <param name="text">The word.</param>
    /// <param name="glyphs">The word, shaped.</param>
    /// <param name="offset">Where it is cut.</param>
    /// <param name="hyphen">Whether a hyphen is set.</param>
    public (int Advance, int Next, int Clusters) Cut(ReadOnlySpan<char> text, ShapedGlyph[] glyphs, int offset, bool hyphen) => Cut(text, glyphs, offset, hyphen, -1);

    // The advance of the whole where it is known; −1 where it isn't.
    private (int Advance, int Next, int Clusters) Cut(ReadOnlySpan<char> text, ShapedGlyph[] glyphs, int offset, bool hyphen, int whole)
    {
        var (before, clusters) = ShapedWord.Before(glyphs, text.Length, offset);
        if (rightToLeft)
            return (before, before, clusters);
        var (advance, next) = (before, before);
        if (!IsSafe(glyphs, offset))
        {
            advance = AdvanceOfPart(text[..offset]);
            next = (whole < 0 ? Advance(text) : whole) - AdvanceOfPart(text[offset..]);
        }

        var head = text[..offset].TrimEnd('\u00AD');
        return (hyphen && head.Length > 0 ? advance + HyphenKern(head[^1]) : advance, next, clusters);
    }

    private static bool IsSafe(ShapedGlyph[] glyphs, int offset)
    {
        foreach (ref readonly var glyph in glyphs.AsSpan())
        {
            if (glyph.Cluster >= offset)
                return glyph.Cluster == offset && !glyph.UnsafeToBreak;
        }

        return false;
    }

    // Beginnings and ends of words are often words themselves.
    private int AdvanceOfPart(ReadOnlySpan<char> text) => words.Find(text) is { } word ? word.Advance : Advance(text);

    private int Advance(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (ref readonly var glyph in ShapeGlyphs(text))
            sum += glyph.Advance;
        return sum;
    }

    /// <summary>The kerning of a letter with the hyphen after it.</summary>
    private int HyphenKern(char letter)
    {
        if (letter >= hyphenKerns.Length)
            return HyphenKernOf(letter);
        ref var kept = ref hyphenKerns[letter];
        if (kept == Unknown)
            kept = HyphenKernOf(letter);
        return kept;
    }

    private int HyphenKernOf(char letter) => char.IsSurrogate(letter) || Letters.IsMark(letter) ? 0 : Advance([letter, '-']) - Advance([letter]) - HyphenAdvance;

    private ShapedWord Make(ReadOnlySpan<char> text)
    {
        var glyphs = ShapeGlyphs(text).ToArray();
        var found = breaksOfThread ??= [];
        found.Clear();
        if (!FindAsInside(text, found))
            WordBreaks.Find(text, Hyphenator, found);
        var breaks = found.Count == 0 ? [] : new ShapedBreak[found.Count];
        var whole = 0;
        foreach (ref readonly var glyph in glyphs.AsSpan())
            whole += glyph.Advance;
        for (var i = 0; i < breaks.Length; i++)
        {
            var inserted = found[i].Kind is WordBreakKind.Hyphen or WordBreakKind.Discretionary;
            var (advance, next, clusters) = Cut(text, glyphs, found[i].Offset, inserted, whole);
            breaks[i] = new(found[i], advance, next, clusters, inserted ? HyphenHang : RightHang(text[..found[i].Offset], glyphs, found[i].Offset), LeftHang(text, glyphs, found[i].Offset));
        }

        var word = new ShapedWord(text.ToString(), glyphs, breaks, WordTraitReader.Of(text, Language), LeftHang(text, glyphs), RightHang(text, glyphs));
        return words.Add(word);
    }

    /// <summary>Takes the places from the word inside, where marks stand around one that is known: most words of a book are met with a comma or full stop behind them too.</summary>
    private bool FindAsInside(ReadOnlySpan<char> text, List<WordBreak> found)
    {
        var (start, length) = WordBreaks.Inside(text);
        if (length == 0 || words.Find(text.Slice(start, length)) is not { } inside)
            return false;
        foreach (ref readonly var place in inside.Breaks.AsSpan())
            found.Add(place.Break with { Offset = place.Break.Offset + start });
        return true;
    }

    // In the thread's list, up to the next call.
    private ReadOnlySpan<ShapedGlyph> ShapeGlyphs(ReadOnlySpan<char> text)
    {
        var glyphs = glyphsOfThread ??= [];
        glyphs.Clear();
        if (uppercase)
        {
            ShapeUppercase(text, glyphs);
        }
        else
        {
            for (var start = 0; start < text.Length;)
            {
                var end = Scripts.EndOfRun(text, start);
                var before = glyphs.Count;
                ShapeRun(text[start..end], start, glyphs);
                // The next script stands to the left of this one.
                if (rightToLeft && before > 0)
                    Exchange(glyphs, before);
                start = end;
            }
        }

        if (!rightToLeft && glyphs.Count > 0 && OverhangOf(glyphs[0]) is > 0 and var over)
            glyphs[0] = glyphs[0] with { OffsetX = glyphs[0].OffsetX + over, Advance = glyphs[0].Advance + over };
        return CollectionsMarshal.AsSpan(glyphs);
    }

    // A letter whose tail reaches under what stands before it (an upright J or j) would seem to touch the word before: half of the tail is taken from the space. At a
    // line's start it hangs.
    private int OverhangOf(ShapedGlyph glyph)
    {
        var tail = Face.Italic ? 0 : -Face.ExtentsOf(glyph.Glyph).Left;
        return tail * LeastTail > Face.UnitsPerEm ? tail / 2 : 0;
    }

    private static void Exchange(List<ShapedGlyph> glyphs, int at)
    {
        var first = glyphs[..at];
        glyphs.RemoveRange(0, at);
        glyphs.AddRange(first);
    }

    private void ShapeRun(ReadOnlySpan<char> text, int offset, List<ShapedGlyph> glyphs)
    {
        var before = glyphs.Count;
        Face.Shape(text, new ShapingSettings(Scripts.Of(text), Language, features) { RightToLeft = rightToLeft }, glyphs);
        if (offset == 0)
            return;
        foreach (ref var glyph in CollectionsMarshal.AsSpan(glyphs)[before..])
            glyph = glyph with { Cluster = glyph.Cluster + offset };
    }

    /// <summary>Shapes the capitals of a text; clusters stay those of the text, though ß gives two letters.</summary>
    private void ShapeUppercase(ReadOnlySpan<char> text, List<ShapedGlyph> glyphs)
    {
        var capitals = new List<char>(text.Length + 4);
        var origin = new List<int>(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == 'ß')
            {
                capitals.AddRange(['S', 'S']);
                origin.AddRange([i, i]);
                continue;
            }

            capitals.Add(char.ToUpperInvariant(text[i]));
            origin.Add(i);
        }

        var upper = CollectionsMarshal.AsSpan(capitals);
        for (var start = 0; start < upper.Length;)
        {
            var end = Scripts.EndOfRun(upper, start);
            ShapeRun(upper[start..end], start, glyphs);
            start = end;
        }

        foreach (ref var glyph in CollectionsMarshal.AsSpan(glyphs))
            glyph = glyph with { Cluster = origin[glyph.Cluster] };
    }

    private int LeftHang(ReadOnlySpan<char> text, ShapedGlyph[] glyphs, int offset = 0)
    {
        if (rightToLeft)
            return 0;
        foreach (ref readonly var glyph in glyphs.AsSpan())
        {
            if (glyph.Cluster >= offset)
                return HangTable.Left(Face, text[glyph.Cluster], glyph.Glyph) + OverhangOf(glyph);
        }

        return 0;
    }

    private int RightHang(ReadOnlySpan<char> text, ShapedGlyph[] glyphs, int end = int.MaxValue)
    {
        if (rightToLeft)
            return 0;
        for (var i = glyphs.Length - 1; i >= 0; i--)
        {
            if (glyphs[i].Cluster < end)
                return HangTable.Right(Face, text[Math.Min(end, text.Length) - 1], glyphs[i].Glyph);
        }

        return 0;
    }
}
