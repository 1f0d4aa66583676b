using System.Text;
using NetVips;

namespace Publish.Imaging;

/// <summary>Turns drawings made by the program itself into pictures.</summary>
public static class SvgRaster
{
    /// <summary>Renders an SVG drawing without text or references as a baseline JPEG in sRGB, without metadata.</summary>
    /// <param name="svg">The drawing; its width and height in pixels are the picture's.</param>
    /// <param name="quality">JPEG quality, 1 … 100.</param>
    public static byte[] ToJpeg(string svg, int quality = 88)
    {
        using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg), unlimited: true);
        using var flat = drawn.Flatten([255.0, 255.0, 255.0]);

        // On one core: a second would only draw the same tiles over again.
        using var alone = flat.Mutate(image => image.Set(GValue.GIntType, "vips-concurrency", 1));
        return alone.JpegsaveBuffer(q: quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
    }
}
