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

    private readonly byte[] known = new byte[Remembered];

    /// <summary>The coverage of a face.</summary>
    public static FaceCoverage Of(FontFace face) => Made.GetValue(face, static f => new FaceCoverage(f));

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
