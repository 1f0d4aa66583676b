using NetVips;
using Publish.Document;
using Publish.Imaging.Conversion;

namespace Publish.Imaging;

/// <summary>
/// Makes pictures ready for an edition. What can go in as it is does; the rest is decoded, turned upright, converted, sampled down. The same picture
/// and settings give the same bytes. libvips is started only for what this room doesn't decode itself.
/// </summary>
public static class ImageConverter
{
    // What a picture may have more than its place can use before it is worth sampling down.
    private const double Surplus = 1.2;

    // A file of so many bytes goes in whole, though it has more pixels than its place can use: sampled down it would hardly be smaller, and its edges softer. A huge
    // picture of one colour isn't worth a press's time, though.
    private const int SmallFile = 32 << 10;
    private const long SmallPicture = 4_000_000;

    // Black and white alone needs finer pixels than tones do, since edges show: 1,200 per inch where tones have 300.
    private const int LineFineness = 4;

    // A drawing's edges are softened: half of that is enough.
    private const int DrawingFineness = 2;

    /// <summary>A picture ready for a PDF.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="settings">What the edition can print.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <returns>Null where it can't be decoded.</returns>
    public static PrintPicture? ForPdf(ImageResource image, PrintPictureSettings settings, ICollection<Diagnostic> diagnostics)
    {
        if (image.Format == ImageFormat.Svg)
            diagnostics.Add(ImageDiagnostics.DrawnAsPixels.At(SourceSpan.WholeFile(image.Path), $"the SVG '{image.Path}' stands as pixels in the PDF"));
        try
        {
            var width = WidthFor(image, settings.PixelWidth);
            return (width is null || IsSmall(image) ? AsItIs(image, settings) : null) ?? Decoded(image, settings, width) ?? Fail(image, diagnostics, null);
        }
        catch (VipsException e)
        {
            return Fail(image, diagnostics, e);
        }
    }

    private static bool IsSmall(ImageResource image) => image.Data.Length <= SmallFile && (long)image.PixelWidth * image.PixelHeight <= SmallPicture;

    private static int? WidthFor(ImageResource image, int? wanted)
    {
        if (wanted is not { } pixels) return null;
        if (image.Format == ImageFormat.Svg) return Math.Max(1, pixels * DrawingFineness);
        var most = image.BitsPerComponent == 1 ? pixels * LineFineness : pixels;
        return image.PixelWidth > most * Surplus ? Math.Max(1, most) : null;
    }

    private static PrintPicture? AsItIs(ImageResource image, PrintPictureSettings settings)
    {
        if (image.Jpeg is { } jpeg)
        {
            var fits = image.Color == PictureColor.Gray || image.Color == settings.Color;
            // What its pixels hold is only known once they are unpacked.
            fits &= image.Color != PictureColor.Cmyk || settings.InkLimit is null;
            return fits && jpeg.IsForPdf && image.BitsPerComponent == 8 && image.Orientation == 1
                ? new PrintPicture(image.PixelWidth, image.PixelHeight, image.Color, 8, PictureEncoding.Jpeg, image.Data)
                {
                    Inverted = image.Color == PictureColor.Cmyk && jpeg.HasAdobeMarker,
                    Profile = image.Color == PictureColor.Rgb && !IsSrgb(jpeg.Profile.Span) ? jpeg.Profile : default,
                }
                : null;
        }
        return image.Png is null ? null : PngPassage.AsItIs(image, settings.Color);
    }

    private static PrintPicture? Decoded(ImageResource image, PrintPictureSettings settings, int? width)
    {
        if (Decode(image, settings.Color, width, settings.CmykProfile) is not { } samples) return null;
        if (settings.OnPaper) samples = samples.OnPaper();
        if (samples.Color == PictureColor.Cmyk && settings.InkLimit is { } limit) InkLimit.Keep(samples.Data, limit);
        if (image.BitsPerComponent == 1 && width is not null && samples.Alpha is null) samples = samples.BlackAndWhite();
        // What was an approximation stays one: unpacked it would only be larger.
        if (image.IsLossy && samples.Color != PictureColor.Cmyk) return AsJpeg(samples, width is null ? VipsDecoder.JpegQuality : settings.JpegQuality ?? VipsDecoder.JpegQuality);
        if (samples.Bilevel() is { } bits)
            return new PrintPicture(samples.Width, samples.Height, PictureColor.Gray, 1, PictureEncoding.Samples, bits) { Alpha = samples.Alpha };
        var exact = new PrintPicture(samples.Width, samples.Height, samples.Color, 8, PictureEncoding.Samples, samples.Data) { Alpha = samples.Alpha };
        if (settings.JpegQuality is not { } quality || width is null || samples.Color == PictureColor.Cmyk || image.Format == ImageFormat.Svg) return exact;
        // Sampled down, it is an approximation already. Flat colours and lines pack well as they are; only tones gain much.
        var jpeg = AsJpeg(samples, quality);
        return jpeg.Data.Length * 4L < PackedRows.Estimate(exact) * 3L ? jpeg : exact;
    }

    private static PrintPicture AsJpeg(Samples samples, int quality) =>
        new(samples.Width, samples.Height, samples.Color, 8, PictureEncoding.Jpeg, VipsDecoder.EncodeJpeg(samples, quality)) { Alpha = samples.Alpha };

    /// <summary>Decoded samples in colours that an edition can print, as few channels as they need.</summary>
    internal static Samples? Decode(ImageResource image, PictureColor color, int? width, ReadOnlyMemory<byte> cmykProfile)
    {
        // A picture that is gray and stored as red, green and blue is black ink, not four inks.
        if (color == PictureColor.Cmyk && image.Color == PictureColor.Rgb && image.Format != ImageFormat.Svg && Decode(image, PictureColor.Rgb, width, cmykProfile) is { Color: PictureColor.Gray } gray)
            return gray;
        Samples? samples;
        if (image.Png is { Interlaced: false, HasForeignProfile: false } png && image.Orientation == 1 && color != PictureColor.Cmyk)
        {
            samples = PngSamples.Decode(image.Data, png);
            if (samples is { Alpha: null } && width is { } wanted && wanted < samples.Width) samples = VipsDecoder.Shrink(samples, wanted);
            else if (samples is not null && width is not null) samples = VipsDecoder.Decode(image, color, width, cmykProfile);
        }
        else
        {
            samples = VipsDecoder.Decode(image, color, width, cmykProfile);
        }
        if (samples is { Color: PictureColor.Rgb } && color == PictureColor.Gray)
            samples = samples with { Color = PictureColor.Gray, Data = GrayScale.FromRgb(samples.Data) };
        return samples?.Reduced();
    }

    private static PrintPicture? Fail(ImageResource image, ICollection<Diagnostic> diagnostics, VipsException? exception)
    {
        diagnostics.Add(Broken(image, exception));
        return null;
    }

    /// <summary>What is said of a picture whose header was good and whose pixels aren't.</summary>
    internal static Diagnostic Broken(ImageResource image, VipsException? exception)
    {
        var detail = exception?.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
        return ImageDiagnostics.Broken.At(
            SourceSpan.WholeFile(image.Path), $"the picture '{image.Path}' can't be decoded{(detail is null ? "" : $": {detail}")}", "export the picture afresh");
    }

    /// <summary>Whether a profile calls itself sRGB: such a picture needs no profile.</summary>
    private static bool IsSrgb(ReadOnlySpan<byte> profile) =>
        profile.IndexOf("sRGB"u8) >= 0 || profile.IndexOf("s\0R\0G\0B"u8) >= 0;
}
