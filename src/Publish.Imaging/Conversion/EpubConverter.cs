using NetVips;
using Publish.Document;
using Publish.Imaging.Conversion;

namespace Publish.Imaging;

/// <summary>Makes pictures ready for an EPUB: one of the core media types, upright, sRGB or gray, no more pixels than reading systems take.</summary>
public static class EpubConverter
{
    /// <summary>Apple Books takes pictures up to 5.6 million pixels.</summary>
    public const int MostPixels = 5_600_000;

    /// <summary>A picture ready for an EPUB. JPEG, PNG, GIF and SVG within the limits stay as they are; the rest becomes JPEG or PNG.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <param name="mostPixels">Most pixels; <see cref="MostPixels"/> unless given.</param>
    /// <returns>Null where it can't be decoded.</returns>
    public static EpubImage? ForEpub(ImageResource image, ICollection<Diagnostic> diagnostics, int mostPixels = MostPixels)
    {
        var fits = (long)image.PixelWidth * image.PixelHeight <= mostPixels;
        if (AsItIs(image, fits) is { } same) return same;
        try
        {
            // Rounded down, so that the product stays under the limit.
            var width = fits ? (int?)null : Math.Max(1, (int)Math.Floor(image.PixelWidth * Math.Sqrt(mostPixels / ((double)image.PixelWidth * image.PixelHeight))) - 1);
            if (ImageConverter.Decode(image, PictureColor.Rgb, width, default) is not { } samples)
            {
                diagnostics.Add(ImageConverter.Broken(image, null));
                return null;
            }
            var photograph = image.IsLossy || (image.Format == ImageFormat.Tiff && image.BitsPerComponent >= 8);
            return photograph && samples.Alpha is null
                ? new EpubImage(VipsDecoder.EncodeJpeg(samples), "image/jpeg", ".jpg", samples.Width, samples.Height)
                : new EpubImage(VipsDecoder.EncodePng(samples), "image/png", ".png", samples.Width, samples.Height);
        }
        catch (VipsException e)
        {
            diagnostics.Add(ImageConverter.Broken(image, e));
            return null;
        }
    }

    private static EpubImage? AsItIs(ImageResource image, bool fits)
    {
        (string Type, string Extension)? kept = image.Format switch
        {
            ImageFormat.Jpeg when fits && image.Color != PictureColor.Cmyk && image.Orientation == 1 && image.Jpeg!.IsForPdf && image.BitsPerComponent == 8 => ("image/jpeg", ".jpg"),
            ImageFormat.Png when fits && image.Orientation == 1 => ("image/png", ".png"),
            ImageFormat.Gif when fits => ("image/gif", ".gif"),
            ImageFormat.Svg => ("image/svg+xml", ".svg"),
            _ => null,
        };
        return kept is { } k ? new EpubImage(image.Data, k.Type, k.Extension, image.PixelWidth, image.PixelHeight) : null;
    }
}
