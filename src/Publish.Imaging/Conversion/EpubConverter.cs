using NetVips;
using Publish.Document;
using Publish.Imaging.Conversion;

namespace Publish.Imaging;

/// <summary>What the screens of an EPUB's readers can show.</summary>
/// <param name="Width">Most pixels across.</param>
/// <param name="Height">Most pixels down.</param>
public sealed record EpubPictureLimits(int Width, int Height);

/// <summary>Makes pictures ready for an EPUB: one of the core media types, upright, sRGB or gray, no more pixels than reading systems take.</summary>
public static class EpubConverter
{
    /// <summary>Apple Books takes pictures up to 5.6 million pixels.</summary>
    public const int MostPixels = 5_600_000;

    // A picture that small isn't worth an approximation.
    private const int LightBytes = 100_000;

    /// <summary>A picture ready for an EPUB. JPEG, PNG, GIF and SVG within the limits stay as they are; the rest becomes JPEG or PNG.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <param name="mostPixels">Most pixels; <see cref="MostPixels"/> unless given.</param>
    /// <returns>Null where it can't be decoded.</returns>
    public static EpubImage? ForEpub(ImageResource image, ICollection<Diagnostic> diagnostics, int mostPixels = MostPixels)
    {
        var fits = (long)image.PixelWidth * image.PixelHeight <= mostPixels;
        // Rounded down, so that the product stays under the limit.
        var width = fits ? (int?)null : Math.Max(1, (int)Math.Floor(image.PixelWidth * Math.Sqrt(mostPixels / ((double)image.PixelWidth * image.PixelHeight))) - 1);
        return AsItIs(image, fits) ?? Made(image, width, diagnostics);
    }

    /// <summary>
    /// A picture ready for an EPUB whose readers' screens have so many pixels. A light file within the limits stays as it is. A heavy one without colours and
    /// without loss is packed in 16 grays, as many as electronic paper shows, or, where that is shorter (a photograph), as JPEG.
    /// </summary>
    /// <param name="image">The picture.</param>
    /// <param name="limits">What the readers can show.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <returns>Null where it can't be decoded.</returns>
    public static EpubImage? ForEpub(ImageResource image, ICollection<Diagnostic> diagnostics, EpubPictureLimits limits)
    {
        var share = Math.Min(1, Math.Min((double)limits.Width / image.PixelWidth, (double)limits.Height / image.PixelHeight));
        share = Math.Min(share, Math.Sqrt(MostPixels / ((double)image.PixelWidth * image.PixelHeight)));
        var fits = share >= 1;
        var same = AsItIs(image, fits);
        if (same is not null && (image.Format is ImageFormat.Svg or ImageFormat.Gif || image.Data.Length <= LightBytes)) return same;
        if (same is not null && image.IsLossy) return same;
        // Sampling only pays where there is a good deal to take away; a picture that is a little too large is made to fit all the same.
        var width = fits ? (int?)null : Math.Max(1, (int)Math.Floor(image.PixelWidth * share));
        var made = Made(image, width, diagnostics);
        return same is not null && (made is null || made.Data.Length > same.Data.Length * 9L / 10) ? same : made;
    }

    private static EpubImage? Made(ImageResource image, int? width, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            if (ImageConverter.Decode(image, PictureColor.Rgb, width, default) is not { } samples)
            {
                diagnostics.Add(ImageConverter.Broken(image, null));
                return null;
            }
            var photograph = image.IsLossy || (image.Format == ImageFormat.Tiff && image.BitsPerComponent >= 8);
            if (!photograph && samples is { Alpha: null, Color: PictureColor.Gray } && samples.Bilevel() is null)
            {
                var grays = VipsDecoder.EncodeSixteenGrays(samples);
                var jpeg = VipsDecoder.EncodeJpeg(samples);
                return jpeg.Length < grays.Length
                    ? new EpubImage(jpeg, "image/jpeg", ".jpg", samples.Width, samples.Height)
                    : new EpubImage(grays, "image/png", ".png", samples.Width, samples.Height);
            }

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
