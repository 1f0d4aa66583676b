using NetVips;
using Publish.Document;
using Publish.Imaging.Conversion;
using SkiaSharp;

namespace Publish.Imaging;

/// <summary>
/// A drawing of the program's own, of areas, outlines and pictures, that becomes a JPEG. Skia paints it on white, with soft edges; lengths are pixels, y down,
/// colours 0xRRGGBB in sRGB.
/// </summary>
public sealed class RasterDrawing : IDisposable
{
    private const double LargestMask = 256;

    private readonly SKImageInfo _info;
    private readonly nint _pixels;
    private readonly SKBitmap _bitmap = new();
    private readonly SKCanvas _canvas;
    private readonly SKPaint _paint = new() { IsAntialias = true };
    private readonly Dictionary<string, (SKPath Path, Mask? Mask)> _outlines = new(StringComparer.Ordinal);

    /// <summary>A white sheet.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    public RasterDrawing(int width, int height)
    {
        _info = new SKImageInfo(width, height, SKColorType.Rgb888x, SKAlphaType.Opaque);
        _pixels = LargePages.Allocate((nuint)_info.BytesSize64);
        _bitmap.InstallPixels(_info, _pixels);
        _canvas = new SKCanvas(_bitmap);
        _canvas.Clear(SKColors.White);
    }

    /// <summary>Fills a rectangle.</summary>
    /// <param name="area">Where.</param>
    /// <param name="color">With what.</param>
    public void Fill(PixelArea area, int color) => _canvas.DrawRect(RectOf(area), Ink(color));

    /// <summary>Fills an outline, wherever it stands in the drawing.</summary>
    /// <param name="data">The outline about its own origin, as SVG path data; the same string is read once.</param>
    /// <param name="x">Where its origin is.</param>
    /// <param name="y">Likewise.</param>
    /// <param name="color">With what.</param>
    public void Outline(string data, double x, double y, int color)
    {
        var path = Known(data).Path;
        _canvas.Save();
        _canvas.Translate((float)x, (float)y);
        _canvas.DrawPath(path, Ink(color));
        _canvas.Restore();
    }

    /// <summary>Fills an outline that comes hundreds of times: drawn once, and then stamped at whole pixels.</summary>
    /// <param name="data">The outline about its own origin, as SVG path data.</param>
    /// <param name="x">Where its origin is.</param>
    /// <param name="y">Likewise.</param>
    /// <param name="color">With what.</param>
    public void Stamp(string data, double x, double y, int color)
    {
        var known = Known(data);
        var bounds = known.Path.TightBounds;
        if (bounds.Width > LargestMask || bounds.Height > LargestMask)
        {
            Outline(data, x, y, color);
            return;
        }

        if (known.Mask is null)
        {
            _outlines[data] = known = (known.Path, Mask.Of(known.Path, bounds));
        }

        _canvas.DrawImage(known.Mask!.Image, (float)Math.Round(x) + known.Mask.Left, (float)Math.Round(y) + known.Mask.Top, SKSamplingOptions.Default, Ink(color));
    }

    /// <summary>Shows a picture; what can be seen through becomes white.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="area">What it fills, stretched if need be.</param>
    /// <param name="clip">What of it is shown.</param>
    /// <param name="diagnostics">What was found is added; a picture that can't be decoded isn't shown.</param>
    public void Picture(ImageResource image, PixelArea area, PixelArea clip, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            if (ImageConverter.Decode(image, PictureColor.Rgb, (int)area.Width, default) is { } samples)
            {
                using var shown = ToImage(samples.OnPaper());
                _canvas.Save();
                _canvas.ClipRect(RectOf(clip));
                _canvas.DrawImage(shown, RectOf(area), new SKSamplingOptions(SKCubicResampler.Mitchell));
                _canvas.Restore();
                return;
            }

            diagnostics.Add(ImageConverter.Broken(image, null));
        }
        catch (VipsException e)
        {
            diagnostics.Add(ImageConverter.Broken(image, e));
        }
    }

    /// <summary>The drawing as a baseline JPEG in sRGB, without metadata.</summary>
    /// <param name="quality">JPEG quality, 1 … 100.</param>
    public byte[] ToJpeg(int quality = 88)
    {
        using var pixels = _bitmap.PeekPixels();
        using var data = pixels.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore));
        return data?.ToArray() ?? throw new InvalidOperationException("a drawing that is there can always be packed");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (path, mask) in _outlines.Values)
        {
            path.Dispose();
            mask?.Image.Dispose();
        }

        _paint.Dispose();
        _canvas.Dispose();
        _bitmap.Dispose();
        LargePages.Free(_pixels);
    }

    private (SKPath Path, Mask? Mask) Known(string data)
    {
        if (!_outlines.TryGetValue(data, out var known))
        {
            _outlines[data] = known = (SKPath.ParseSvgPathData(data), null);
        }

        return known;
    }

    private SKPaint Ink(int color)
    {
        _paint.Color = new SKColor((uint)color | 0xFF000000);
        return _paint;
    }

    private static SKImage ToImage(Samples samples)
    {
        var bands = samples.Color == PictureColor.Gray ? 1 : 3;
        var pixels = new byte[samples.Width * samples.Height * 4];
        for (var (from, to) = (0, 0); to < pixels.Length; from += bands, to += 4)
        {
            pixels[to] = samples.Data[from];
            pixels[to + 1] = samples.Data[from + (bands / 2)];
            pixels[to + 2] = samples.Data[from + bands - 1];
            pixels[to + 3] = 255;
        }

        return SKImage.FromPixelCopy(new SKImageInfo(samples.Width, samples.Height, SKColorType.Rgb888x, SKAlphaType.Opaque), pixels);
    }

    private static SKRect RectOf(PixelArea area) => SKRect.Create((float)area.X, (float)area.Y, (float)area.Width, (float)area.Height);

    /// <summary>How much of each pixel an outline covers.</summary>
    private sealed record Mask(SKImage Image, float Left, float Top)
    {
        public static Mask Of(SKPath path, SKRect bounds)
        {
            var (left, top) = ((int)Math.Floor(bounds.Left), (int)Math.Floor(bounds.Top));
            var info = new SKImageInfo((int)Math.Ceiling(bounds.Right) - left + 1, (int)Math.Ceiling(bounds.Bottom) - top + 1, SKColorType.Alpha8, SKAlphaType.Premul);
            using var bitmap = new SKBitmap(info);
            bitmap.Erase(SKColors.Transparent);
            using var canvas = new SKCanvas(bitmap);
            using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
            canvas.Translate(-left, -top);
            canvas.DrawPath(path, paint);
            return new Mask(SKImage.FromBitmap(bitmap), left, top);
        }
    }
}
