using NetVips;

namespace Publish.Imaging.Conversion;

/// <summary>
/// Everything that libvips does here: decoding what the room doesn't decode itself, sampling, colour by ICC, encoding. The loader is chosen by the
/// format that the inspector found, never by libvips's own guess, and a damaged picture is an error. Errors come as <see cref="VipsException"/>.
/// </summary>
internal static class VipsDecoder
{
    /// <summary>Quality of a JPEG where nobody says: no loss that can be seen.</summary>
    public const int JpegQuality = 92;

    private const double SvgPixelsPerInch = 96;
    private const double PrintPixelsPerInch = 600;

    // A drawing has no pixels of its own: the page of a large book at 600 pixels per inch.
    private const double MostDrawnPixels = 25_000_000;

    static VipsDecoder()
    {
        // A native program leaves the library's start to the first picture that needs it.
        if (!ModuleInitializer.VipsInitialized && ModuleInitializer.Exception is null)
            ModuleInitializer.Initialize();
        // A book's pictures are each decoded once: nothing to remember.
        Cache.Max = 0;
        // What goes wrong comes back as an exception and becomes a diagnostic; nothing may be printed besides.
        _ = Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning | Enums.LogLevelFlags.Info | Enums.LogLevelFlags.Message, static (_, _, _) => { });
    }

    /// <summary>Decodes a picture, upright, in the colours asked for.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="color">Colours that an edition can print.</param>
    /// <param name="pixelWidth">Width it is sampled down to (an SVG: drawn at); null for its own.</param>
    /// <param name="cmykProfile">Profile of the press; empty for the library's own.</param>
    public static Samples Decode(ImageResource image, PictureColor color, int? pixelWidth, ReadOnlyMemory<byte> cmykProfile)
    {
        using var loaded = Load(image, pixelWidth);
        using var upright = loaded.Autorot();
        using var sized = Resize(upright, image.Format == ImageFormat.Svg ? null : pixelWidth);
        var alphaBand = sized.HasAlpha();
        using var opaque = alphaBand || sized.Bands > MostColors(sized) ? sized.ExtractBand(0, Math.Min(sized.Bands - (alphaBand ? 1 : 0), MostColors(sized))) : sized.Copy();
        using var converted = Convert(opaque, color, cmykProfile);
        var data = converted.WriteToMemory<byte>();
        byte[]? alpha = null;
        if (alphaBand)
        {
            using var band = sized.ExtractBand(sized.Bands - 1);
            using var scaled = band.Format == Enums.BandFormat.Ushort ? band >> 8 : band.Copy();
            using var bytes = scaled.Cast(Enums.BandFormat.Uchar);
            alpha = bytes.WriteToMemory<byte>();
        }
        var found = converted.Bands switch { 1 => PictureColor.Gray, 3 => PictureColor.Rgb, _ => PictureColor.Cmyk };
        var samples = new Samples(converted.Width, converted.Height, found, data, alpha);
        return color == PictureColor.Gray && found == PictureColor.Rgb
            ? samples with { Color = PictureColor.Gray, Data = GrayScale.FromRgb(data) }
            : samples;
    }

    /// <summary>Samples the given ones down.</summary>
    public static Samples Shrink(Samples samples, int pixelWidth)
    {
        var scale = (double)pixelWidth / samples.Width;
        var bands = samples.Color switch { PictureColor.Gray => 1, PictureColor.Rgb => 3, _ => 4 };
        var alpha = samples.Alpha is null ? null : Plane(samples.Alpha, samples.Width, samples.Height, 1, scale, out _, out _);
        var data = Plane(samples.Data, samples.Width, samples.Height, bands, scale, out var width, out var height);
        return samples with { Width = width, Height = height, Data = data, Alpha = alpha };
    }

    /// <summary>Packs opaque gray or RGB samples as a JPEG without metadata.</summary>
    public static byte[] EncodeJpeg(Samples samples, int quality = JpegQuality)
    {
        using var image = ToImage(samples with { Alpha = null });
        return image.JpegsaveBuffer(q: quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
    }

    /// <summary>Packs samples as a PNG without metadata.</summary>
    public static byte[] EncodePng(Samples samples)
    {
        using var image = ToImage(samples);
        if (samples.Bilevel() is not null && samples.Alpha is null)
            return image.PngsaveBuffer(compression: 9, bitdepth: 1, keep: Enums.ForeignKeep.None);
        return image.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
    }

    /// <summary>Packs opaque gray samples as a PNG of 16 grays without metadata: each sample the nearest of them.</summary>
    public static byte[] EncodeSixteenGrays(Samples samples)
    {
        var nearest = new byte[samples.Data.Length];
        for (var i = 0; i < nearest.Length; i++) nearest[i] = (byte)(((samples.Data[i] * 15) + 127) / 255 * 17);
        using var image = ToImage(samples with { Data = nearest });
        return image.PngsaveBuffer(compression: 9, bitdepth: 4, filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.None);
    }

    /// <summary>Colours (sRGB, three bytes each) as the inks of a press, four bytes each.</summary>
    public static byte[] ColorsToCmyk(byte[] rgb, ReadOnlyMemory<byte> profile)
    {
        using var raw = Image.NewFromMemory(rgb, rgb.Length / 3, 1, 3, Enums.BandFormat.Uchar);
        using var colors = raw.Copy(interpretation: Enums.Interpretation.Srgb);
        using var inks = ToCmyk(colors, profile);
        return inks.WriteToMemory<byte>();
    }

    /// <summary>Bands of colour; a TIFF may have more that mean something else.</summary>
    private static int MostColors(Image image) => image.Interpretation switch
    {
        Enums.Interpretation.Cmyk => 4,
        Enums.Interpretation.Bw or Enums.Interpretation.Grey16 => 1,
        _ => 3,
    };

    private static Image ToImage(Samples samples)
    {
        var bands = samples.Color == PictureColor.Gray ? 1 : 3;
        using var raw = Image.NewFromMemory(samples.Data, samples.Width, samples.Height, bands, Enums.BandFormat.Uchar);
        using var colors = raw.Copy(interpretation: bands == 1 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
        if (samples.Alpha is null) return colors.Copy();
        using var alpha = Image.NewFromMemory(samples.Alpha, samples.Width, samples.Height, 1, Enums.BandFormat.Uchar);
        return colors.Bandjoin(alpha);
    }

    private static byte[] Plane(byte[] data, int width, int height, int bands, double scale, out int newWidth, out int newHeight)
    {
        using var image = Image.NewFromMemory(data, width, height, bands, Enums.BandFormat.Uchar);
        using var resized = image.Resize(scale);
        using var bytes = resized.Cast(Enums.BandFormat.Uchar);
        (newWidth, newHeight) = (bytes.Width, bytes.Height);
        return bytes.WriteToMemory<byte>();
    }

    private static Image Load(ImageResource image, int? pixelWidth)
    {
        var data = image.Data.ToArray();
        const Enums.FailOn failOn = Enums.FailOn.Error;
        switch (image.Format)
        {
            case ImageFormat.Jpeg:
                // Shrinking while decoding is cheap; the rest is sampled.
                var ratio = pixelWidth is { } wanted ? image.PixelWidth / Math.Max(1, wanted) : 1;
                return Image.JpegloadBuffer(data, shrink: ratio >= 8 ? 8 : ratio >= 4 ? 4 : ratio >= 2 ? 2 : 1, failOn: failOn);
            case ImageFormat.Png:
                return Image.PngloadBuffer(data, failOn: failOn);
            case ImageFormat.WebP:
                return Image.WebploadBuffer(data, n: 1, failOn: failOn);
            case ImageFormat.Tiff:
                return Image.TiffloadBuffer(data, n: 1, failOn: failOn);
            case ImageFormat.Gif:
                return Image.GifloadBuffer(data, n: 1, failOn: failOn);
            default:
                // How large the library takes the drawing to be (only its head is read): lengths such as points and inches count differently there.
                using (var natural = Image.SvgloadBuffer(data, failOn: failOn))
                {
                    var width = (pixelWidth ?? image.PixelWidth * PrintPixelsPerInch / SvgPixelsPerInch) * LargestShare(image, pixelWidth);
                    return Image.SvgloadBuffer(data, scale: Math.Max(1, width) / natural.Width, failOn: failOn);
                }
        }
    }

    /// <summary>How much of the width asked for a drawing can have, so that it stays within what may be decoded: 1 unless it is huge.</summary>
    private static double LargestShare(ImageResource image, int? pixelWidth)
    {
        var width = pixelWidth ?? image.PixelWidth * PrintPixelsPerInch / SvgPixelsPerInch;
        var height = width * image.PixelHeight / image.PixelWidth;
        return Math.Min(1, Math.Min(Inspection.ImageLimits.LongestSide / Math.Max(width, height), Math.Sqrt(MostDrawnPixels / (width * height))));
    }

    private static Image Resize(Image image, int? pixelWidth)
    {
        if (pixelWidth is not { } width || width >= image.Width) return image.Copy();
        var scale = (double)width / image.Width;
        if (!image.HasAlpha()) return image.Resize(scale);
        using var premultiplied = image.Premultiply();
        using var resized = premultiplied.Resize(scale);
        using var restored = resized.Unpremultiply();
        return restored.Cast(image.Format);
    }

    private static Image Convert(Image image, PictureColor color, ReadOnlyMemory<byte> cmykProfile)
    {
        var isCmyk = image.Interpretation == Enums.Interpretation.Cmyk;
        var isGray = image.Interpretation is Enums.Interpretation.Bw or Enums.Interpretation.Grey16 || image.Bands == 1;
        if (isGray)
        {
            using var gray = image.Format == Enums.BandFormat.Uchar ? image.Copy() : image.Colourspace(Enums.Interpretation.Bw);
            return gray.Cast(Enums.BandFormat.Uchar);
        }
        if (isCmyk && color == PictureColor.Cmyk) return image.Cast(Enums.BandFormat.Uchar);
        if (color == PictureColor.Cmyk) return ToCmyk(image, cmykProfile);
        var hasProfile = image.Contains("icc-profile-data");
        using var rgb = isCmyk
            ? image.IccTransform("srgb", intent: Enums.Intent.Relative, blackPointCompensation: true, embedded: hasProfile, inputProfile: hasProfile ? null : "cmyk")
            : hasProfile
                ? image.IccTransform("srgb", intent: Enums.Intent.Relative, blackPointCompensation: true, embedded: true)
                : image.Colourspace(Enums.Interpretation.Srgb);
        return rgb.Cast(Enums.BandFormat.Uchar);
    }

    private static Image ToCmyk(Image image, ReadOnlyMemory<byte> profile)
    {
        var hasProfile = image.Contains("icc-profile-data");
        if (profile.IsEmpty)
            return image.IccTransform("cmyk", intent: Enums.Intent.Relative, blackPointCompensation: true, embedded: hasProfile, inputProfile: hasProfile ? null : "srgb");
        using var lab = image.IccImport(pcs: Enums.PCS.Lab, intent: Enums.Intent.Relative, blackPointCompensation: true, embedded: hasProfile, inputProfile: hasProfile ? null : "srgb");
        using var tagged = lab.Mutate(m => m.Set(GValue.BlobType, "icc-profile-data", profile.ToArray()));
        return tagged.IccExport(pcs: Enums.PCS.Lab, intent: Enums.Intent.Relative, blackPointCompensation: true, depth: 8);
    }
}
