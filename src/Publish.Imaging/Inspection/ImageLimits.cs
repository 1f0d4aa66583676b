namespace Publish.Imaging.Inspection;

/// <summary>What a picture may claim before anything is decoded.</summary>
internal static class ImageLimits
{
    /// <summary>The longest side: 54 inches at 600 pixels per inch.</summary>
    public const int LongestSide = 32_767;

    /// <summary>Most pixels: 16 × 16 inches at 600 pixels per inch, or a sheet of A1 at 300.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>Most bytes of decoded samples.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    /// <summary>Longest SVG, in bytes: it is text, and parsed whole.</summary>
    public const int LongestSvg = 32 * 1024 * 1024;

    /// <summary>Whether a picture of this size may be decoded.</summary>
    public static bool Allow(long width, long height, int bytesPerPixel) =>
        width <= LongestSide && height <= LongestSide && width * height <= MostPixels && width * height * bytesPerPixel <= MostBytes;
}
