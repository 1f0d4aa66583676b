namespace Publish.Imaging.Conversion;

/// <summary>
/// Keeps every pixel of CMYK samples below the ink that a press can dry. Where there is more, cyan, magenta and yellow are lessened in proportion, so that the
/// hue stays and black keeps the drawing; black itself only where it alone is too much. In integers: every machine gets the same bytes.
/// </summary>
internal static class InkLimit
{
    /// <summary>Lessens the ink of samples where they stand.</summary>
    /// <param name="cmyk">Samples, four bytes a pixel, 255 full ink.</param>
    /// <param name="percent">The most ink of a pixel in percent of one plate.</param>
    public static void Keep(Span<byte> cmyk, int percent)
    {
        var most = percent * 255 / 100;
        for (var i = 0; i + 3 < cmyk.Length; i += 4)
        {
            var colors = cmyk[i] + cmyk[i + 1] + cmyk[i + 2];
            var black = (int)cmyk[i + 3];
            if (colors + black <= most)
            {
                continue;
            }

            black = Math.Min(black, most);
            var room = most - black;
            for (var plate = 0; plate < 3; plate++)
            {
                cmyk[i + plate] = (byte)(colors == 0 ? 0 : cmyk[i + plate] * room / colors);
            }

            cmyk[i + 3] = (byte)black;
        }
    }
}
