using System.Runtime.InteropServices;
using Publish.Fonts;

namespace Publish.Pdf.Fonts;

/// <summary>
/// What a book uses of a face: its glyphs, and for each the texts it stands for. A glyph that stands for two texts (a small capital for "a" and for "A")
/// gets two codes, so that every reader finds the right letters, also one that knows nothing of ActualText.
/// </summary>
internal sealed class FontUse
{
    private readonly ushort[] _firstCodes;
    private readonly List<GlyphCode> _codes = [];
    private readonly List<int> _pages = [];

    // By glyph: the character it stood for last in the high half, its code and one in the low half; 0 for none.
    private readonly uint[] _latest;
    private readonly CodeLog? _log;
    private int _spacePage = -1;

    /// <summary>Nothing used yet of a face.</summary>
    /// <param name="face">The face.</param>
    /// <param name="index">Its number in the file.</param>
    /// <param name="log">Where to write down what is asked for; null for nowhere.</param>
    public FontUse(FontFace face, int index, CodeLog? log = null)
    {
        _log = log;
        Face = face;
        Index = index;
        _firstCodes = new ushort[Math.Max(face.GlyphCount, 1)];
        _latest = new uint[_firstCodes.Length];
    }

    /// <summary>The face.</summary>
    public FontFace Face { get; }

    /// <summary>Its number in the file, from 0, in order of first use.</summary>
    public int Index { get; }

    /// <summary>Codes given so far, in order of first use. A code here is an index; what the file writes is settled with the subset.</summary>
    public IReadOnlyList<GlyphCode> Codes => _codes;

    /// <summary>The code of a space; −1 while none is asked for or where the face has no such glyph.</summary>
    public int SpaceCode { get; private set; } = -1;

    /// <summary>Makes sure that <see cref="SpaceCode"/> is there. False where the face has no space.</summary>
    public bool UseSpace()
    {
        if (SpaceCode < 0 && Face.GlyphOf(' ') is not 0 and var glyph)
        {
            Find(glyph, " ", out var code);
            SpaceCode = code;
            _log?.Change(new CodeUse(Face, Index, 0, null, SpaceCode, false));
        }

        if (_log is { IsOpen: true } log && _spacePage != log.Page)
        {
            _spacePage = log.Page;
            log.Add(new CodeUse(Face, Index, 0, null, SpaceCode, false));
        }

        return SpaceCode >= 0;
    }

    /// <summary>Whether another font shows the same glyphs of the same face by the same codes.</summary>
    public bool IsLike(FontUse other) => ReferenceEquals(Face, other.Face) && SpaceCode == other.SpaceCode && CollectionsMarshal.AsSpan(_codes).SequenceEqual(CollectionsMarshal.AsSpan(other._codes));

    /// <summary>
    /// The code of a glyph for the character that it stood for when it was asked for last, as nearly every glyph of a text does: a glyph that is there and a character that is
    /// not <see cref="IsObjectionable"/>. False where it isn't known so, or where it is still to be written down: <see cref="TryCode"/> knows all.
    /// </summary>
    public bool TryLatest(ushort glyph, char character, out ushort code)
    {
        var latest = glyph < _latest.Length ? _latest[glyph] : 0;
        code = unchecked((ushort)(latest - 1));
        return latest != 0 && latest >> 16 == character && (_log is not { IsOpen: true } log || _pages[code] == log.Page);
    }

    /// <summary>
    /// The code by which a glyph shows and gives back a text. False where the glyph has a code for another text and the kind of font allows only
    /// one: <paramref name="code"/> then shows the glyph, and the text must be given by ActualText.
    /// </summary>
    public bool TryCode(ushort glyph, ReadOnlySpan<char> text, out ushort code)
    {
        var known = _codes.Count;
        var exact = Find(glyph, text, out code);
        if (exact && text is [var character] && glyph > 0 && glyph < _latest.Length && !IsObjectionable(character))
        {
            _latest[glyph] = ((uint)character << 16) | (code + 1u);
        }

        if (_log is not { } log)
        {
            return exact;
        }

        if (_codes.Count > known)
        {
            log.Change(new CodeUse(Face, Index, glyph, _codes[code].Text, code, exact));
        }

        if (log.IsOpen && (!exact || _pages[code] != log.Page))
        {
            if (exact)
            {
                _pages[code] = log.Page;
            }

            log.Add(new CodeUse(Face, Index, glyph, exact ? _codes[code].Text : text.ToString(), code, exact));
        }

        return exact;
    }

    /// <summary>Whether a standard may object to a character: such are looked at wherever they stand.</summary>
    public static bool IsObjectionable(char character) => character is '\0' or '\uFEFF' or '\uFFFE' or (>= '\uE000' and <= '\uF8FF');

    private bool Find(ushort glyph, ReadOnlySpan<char> text, out ushort code)
    {
        if (glyph >= _firstCodes.Length)
        {
            glyph = 0;
        }

        var first = _firstCodes[glyph];
        if (first == 0)
        {
            code = Add(glyph, text, isFirst: true);
            _firstCodes[glyph] = (ushort)(code + 1);
            return true;
        }

        code = (ushort)(first - 1);
        for (int at = code; at >= 0; at = _codes[at].Next)
        {
            if (text.SequenceEqual(_codes[at].Text))
            {
                code = (ushort)at;
                return true;
            }
        }

        // A font with PostScript outlines shows the glyph whose number is its code: there is no table between them to give it a second one.
        if (Face.IsCff || _codes.Count >= ushort.MaxValue - _firstCodes.Length)
        {
            return false;
        }

        var added = Add(glyph, text, isFirst: false);
        var head = _codes[code];
        _codes[added] = _codes[added] with { Next = head.Next };
        _codes[code] = head with { Next = added };
        code = added;
        return true;
    }

    private ushort Add(ushort glyph, ReadOnlySpan<char> text, bool isFirst)
    {
        var code = (ushort)_codes.Count;
        _codes.Add(new GlyphCode(glyph, text.ToString(), isFirst, Next: -1));
        _pages.Add(-1);
        return code;
    }
}

/// <summary>A glyph together with a text it stands for.</summary>
/// <param name="Glyph">The glyph in the face.</param>
/// <param name="Text">The text.</param>
/// <param name="IsFirst">True for the glyph's first text.</param>
/// <param name="Next">The next code of the same glyph; −1 for none.</param>
internal readonly record struct GlyphCode(ushort Glyph, string Text, bool IsFirst, int Next);
