using Publish.Fonts.Native;

namespace Publish.Fonts.OpticalMargins;

/// <summary>
/// Measures how open a letter's sides are. At even heights between the baseline and the top of its zone (x-height or cap height) the white from the edge of the
/// advance to the outline is taken, no deeper than a quarter of an em; what the mean exceeds that of a straight stem is white the eye sees at the margin,
/// and half of it is given back, less what the outline already stands out beyond its advance (the hook of an f). Straight, serifed and full round sides
/// get nothing, v and A some five hundredths, T, r and c the most: the order of magnitude of the tables that come with microtype.
/// </summary>
internal static class OutlineMargins
{
    private const int Heights = 24;
    private const int MostThousandths = 70;

    /// <summary>Mean white at both sides of a glyph up to a height, in font units.</summary>
    public static (float Left, float Right) WhiteOf(NativeFont font, ushort glyph, int advance, int top, int unitsPerEm)
    {
        var segments = GlyphOutline.Of(font, glyph);
        var deepest = unitsPerEm / 4f;
        float left = 0, right = 0;
        for (var i = 0; i < Heights; i++)
        {
            var y = (i + 0.5f) * top / Heights;
            float first = deepest, last = advance - deepest;
            foreach (var s in segments)
            {
                if (s.Y1 <= y == s.Y2 <= y) continue;
                var x = s.X1 + ((y - s.Y1) / (s.Y2 - s.Y1) * (s.X2 - s.X1));
                first = MathF.Min(first, x);
                last = MathF.Max(last, x);
            }
            left += MathF.Max(first, -deepest);
            right += MathF.Max(advance - last, -deepest);
        }
        return (left / Heights, right / Heights);
    }

    /// <summary>The protrusion that a surplus of white gives.</summary>
    /// <param name="surplus">White beyond that of a straight stem, in font units.</param>
    /// <param name="overhang">How far the outline stands out beyond the advance; negative where it doesn't.</param>
    /// <param name="advance">The glyph's advance.</param>
    public static int Thousandths(float surplus, int overhang, int advance)
    {
        var given = (surplus / 2) - Math.Max(0, overhang);
        return advance <= 0 || given <= 0 ? 0 : (int)MathF.Round(MathF.Min(MostThousandths, given * 1000 / advance));
    }
}
