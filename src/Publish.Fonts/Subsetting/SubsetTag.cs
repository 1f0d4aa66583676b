using System.Text;

namespace Publish.Fonts.Subsetting;

/// <summary>The six capital letters before the name of a subset font: FNV-1a (64 bit, Fowler, Noll and Vo) over the face and its glyphs, so the same everywhere.</summary>
internal static class SubsetTag
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The letters.</summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">Ids of glyphs, sorted and distinct.</param>
    public static string Of(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        var hash = OffsetBasis;
        foreach (var b in Encoding.ASCII.GetBytes(face.PostScriptName)) hash = Step(hash, b);
        for (var shift = 24; shift >= 0; shift -= 8) hash = Step(hash, (byte)((face.CheckSum >> shift) & 0xFF));
        foreach (var glyph in glyphs)
        {
            hash = Step(hash, (byte)(glyph >> 8));
            hash = Step(hash, (byte)(glyph & 0xFF));
        }
        return string.Create(6, hash, static (letters, value) =>
        {
            for (var i = 0; i < letters.Length; i++, value /= 26) letters[i] = (char)('A' + (int)(value % 26));
        });
    }

    private static ulong Step(ulong hash, byte value) => unchecked((hash ^ value) * Prime);
}
