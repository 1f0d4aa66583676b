using NetVips;

namespace Publish.Imaging;

/// <summary>Turns pixels painted by the program itself into pictures.</summary>
public static class RgbRaster
{
    /// <summary>Pixels as a baseline JPEG in sRGB, without metadata.</summary>
    /// <param name="pixels">Red, green and blue of each pixel, row by row.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="quality">JPEG quality, 1 … 100.</param>
    public static byte[] ToJpeg(byte[] pixels, int width, int height, int quality = 88)
    {
        using var bare = Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
        using var image = bare.Copy(interpretation: Enums.Interpretation.Srgb);
        return image.JpegsaveBuffer(q: quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
    }
}
