using System.Runtime.CompilerServices;
using Publish.Fonts;

namespace Publish.Typesetting.Text;

/// <summary>Which characters a face has, remembered. Safe to use from several threads.</summary>
internal sealed class FaceCoverage(FontFace face)
{
    private const int Remembered = 0x3000;
    private const byte Has = 1;
    private const byte Lacks = 2;

    private static readonly ConditionalWeakTable<FontFace, FaceCoverage> Made = [];

    private const char FirstPlain = ' ';
    private const char LastPlain = '~';

    private readonly byte[] known = new byte[Remembered];
    private byte plain;

    /// <summary>The coverage of a face.</summary>
    public static FaceCoverage Of(FontFace face) => Made.GetValue(face, static f => new FaceCoverage(f));

    /// <summary>How many characters a text begins with that the face has for certain: those of ASCII, where it has them all.</summary>
    public int EndOfPlain(ReadOnlySpan<char> text)
    {
        if (plain == 0)
        {
            plain = Has;
            for (var c = FirstPlain; c <= LastPlain; c++)
            {
                if (!Covers(c))
                    plain = Lacks;
            }
        }

        var end = plain == Has ? text.IndexOfAnyExceptInRange(FirstPlain, LastPlain) : 0;
        return end < 0 ? text.Length : end;
    }

    /// <summary>Whether the face has a glyph for a character.</summary>
    public bool Covers(int codePoint)
    {
        if ((uint)codePoint >= Remembered)
            return face.GlyphOf(codePoint) != 0;
        var answer = known[codePoint];
        if (answer == 0)
            known[codePoint] = answer = face.GlyphOf(codePoint) != 0 ? Has : Lacks;
        return answer == Has;
    }
}
