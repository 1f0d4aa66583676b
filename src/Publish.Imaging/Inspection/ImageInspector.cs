using System.Globalization;
using Publish.Document;
using Publish.Imaging.Inspection;

namespace Publish.Imaging;

/// <summary>Says what the bytes of a picture are, by their headers alone, in bounded time and memory. Whatever is wrong is a diagnostic.</summary>
public static class ImageInspector
{
    /// <summary>Looks at a picture.</summary>
    /// <param name="path">The path in the book.</param>
    /// <param name="data">The file, whole. It must not be changed afterwards.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <param name="span">Where the manuscript names it; null for the picture's own file.</param>
    /// <returns>Null where it can't be used.</returns>
    public static ImageResource? Inspect(string path, ReadOnlyMemory<byte> data, ICollection<Diagnostic> diagnostics, SourceSpan? span = null)
    {
        var place = span ?? SourceSpan.WholeFile(path);
        if (FormatOf(data.Span) is not { } format)
        {
            diagnostics.Add(ImageDiagnostics.UnknownFormat.At(
                place, $"'{path}' is not a picture of a known format{(data.IsEmpty ? " (the file is empty)" : "")}", "JPEG, PNG, WebP, TIFF, GIF and SVG can be used"));
            return null;
        }
        if (ExpectedBy(path) is { } expected && expected != format)
            diagnostics.Add(ImageDiagnostics.NameLies.At(place, $"'{path}' is named as a {NameOf(expected)} but is a {NameOf(format)}", "rename the file"));
        var (header, problem, refused) = Read(format, data);
        if (header is null)
        {
            var kind = refused ? ImageDiagnostics.UnsafeSvg : ImageDiagnostics.Broken;
            diagnostics.Add(kind.At(place, $"the {NameOf(format)} '{path}' {problem}", refused ? "export it as a plain drawing" : "export the picture afresh"));
            return null;
        }
        if (!ImageLimits.Allow(header.Width, header.Height, BytesPerPixel(header)))
        {
            diagnostics.Add(ImageDiagnostics.TooLarge.At(
                place,
                string.Create(CultureInfo.InvariantCulture, $"the {NameOf(format)} '{path}' states {header.Width} × {header.Height} pixels; at most {ImageLimits.LongestSide} a side and {ImageLimits.MostPixels / 1_000_000} million altogether can be used"),
                "no page needs as many; sample the picture down"));
            return null;
        }
        if (header.FrameCount > 1)
            diagnostics.Add(ImageDiagnostics.FirstFrameOnly.At(place, $"the {NameOf(format)} '{path}' has several frames; in print the first one stands"));
        if (header.HasText)
            diagnostics.Add(ImageDiagnostics.SvgText.At(place, $"the SVG '{path}' holds text that is drawn in whatever font the machine has", "convert text to paths when exporting"));
        return ToResource(path, data, header);
    }

    /// <summary>The format by the first bytes; null for none of those known.</summary>
    public static ImageFormat? FormatOf(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ImageFormat.Jpeg;
        if (data.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return ImageFormat.Png;
        if (data.StartsWith("GIF87a"u8) || data.StartsWith("GIF89a"u8)) return ImageFormat.Gif;
        if (data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8)) return ImageFormat.Tiff;
        if (data.Length >= 12 && data.StartsWith("RIFF"u8) && data.Slice(8, 4).SequenceEqual("WEBP"u8)) return ImageFormat.WebP;
        return LooksLikeSvg(data) ? ImageFormat.Svg : null;
    }

    private static bool LooksLikeSvg(ReadOnlySpan<byte> data)
    {
        var start = data[..Math.Min(data.Length, 4096)];
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) start = start[3..];
        var text = start.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] == (byte)'<' && (text.IndexOf("<svg"u8) >= 0 || text.IndexOf(":svg"u8) >= 0);
    }

    private static HeaderResult Read(ImageFormat format, ReadOnlyMemory<byte> data) => format switch
    {
        // Without its end marker a JPEG was cut in the middle of a scan.
        ImageFormat.Jpeg when data.Span.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0 => HeaderResult.Broken("is cut short"),
        ImageFormat.Jpeg => JpegHeader.Read(data.Span),
        ImageFormat.Png => PngHeader.Read(data),
        ImageFormat.WebP => WebPHeader.Read(data.Span),
        ImageFormat.Tiff => TiffHeader.Read(data.Span),
        ImageFormat.Gif => GifHeader.Read(data.Span),
        _ => SvgHeader.Read(data),
    };

    private static int BytesPerPixel(ImageHeader header)
    {
        var samples = header.Color switch { PictureColor.Gray => 1, PictureColor.Rgb => 3, _ => 4 } + (header.HasAlpha ? 1 : 0);
        return samples * Math.Max(1, header.BitsPerComponent / 8);
    }

    private static ImageResource ToResource(string path, ReadOnlyMemory<byte> data, ImageHeader header)
    {
        var turned = header.Orientation >= 5;
        return new ImageResource(path, data, header.Format, (int)(turned ? header.Height : header.Width), (int)(turned ? header.Width : header.Height))
        {
            PixelsPerInch = header.PixelsPerInch,
            Color = header.Color,
            BitsPerComponent = header.BitsPerComponent,
            HasAlpha = header.HasAlpha,
            Orientation = header.Orientation,
            IsLossy = header.IsLossy,
            FrameCount = header.FrameCount,
            Jpeg = header.Jpeg,
            Png = header.Png,
        };
    }

    private static ImageFormat? ExpectedBy(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".jpe" or ".jfif" => ImageFormat.Jpeg,
        ".png" => ImageFormat.Png,
        ".webp" => ImageFormat.WebP,
        ".tif" or ".tiff" => ImageFormat.Tiff,
        ".gif" => ImageFormat.Gif,
        ".svg" => ImageFormat.Svg,
        _ => null,
    };

    private static string NameOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Png => "PNG",
        ImageFormat.WebP => "WebP",
        ImageFormat.Tiff => "TIFF",
        ImageFormat.Gif => "GIF",
        _ => "SVG",
    };
}
