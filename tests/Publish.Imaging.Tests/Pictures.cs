using System.Text;
using NetVips;
using Publish.Document;

namespace Publish.Imaging.Tests;

/// <summary>Pictures made on the spot.</summary>
internal static class Pictures
{
    /// <summary>A colour gradient, three bands.</summary>
    public static byte[] Gradient(int width, int height)
    {
        var rgb = new byte[3 * width * height];
        for (var i = 0; i < width * height; i++)
            (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = ((byte)(i % width * 255 / width), (byte)(i / width * 255 / height), 100);
        return rgb;
    }

    /// <summary>Samples that don't pack, always the same.</summary>
    public static byte[] Noise(int width, int height)
    {
        var data = new byte[width * height * 3];
        var state = 1u;
        for (var i = 0; i < data.Length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            data[i] = (byte)(state >> 24);
        }

        return data;
    }

    public static Image Rgb(int width, int height) => Image.NewFromMemoryCopy<byte>(Gradient(width, height), width, height, 3, Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    public static Image Gray(int width, int height) => Rgb(width, height).ExtractBand(0).Copy(interpretation: Enums.Interpretation.Bw);

    public static byte[] Jpeg(int width, int height) => Rgb(width, height).JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None);

    public static byte[] GrayJpeg(int width, int height) => Gray(width, height).JpegsaveBuffer(keep: Enums.ForeignKeep.None);

    public static byte[] CmykJpeg(int width, int height) => Rgb(width, height).IccTransform("cmyk", inputProfile: "srgb").JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.Icc);

    public static byte[] ProgressiveJpeg(int width, int height) => Rgb(width, height).JpegsaveBuffer(interlace: true, keep: Enums.ForeignKeep.None);

    /// <summary>A JPEG that says that it lies on its side.</summary>
    public static byte[] TurnedJpeg(int width, int height, int orientation) =>
        Rgb(width, height).Mutate(m => m.Set(GValue.GIntType, "orientation", orientation)).JpegsaveBuffer(keep: Enums.ForeignKeep.Exif);

    public static byte[] Tiff(int width, int height) => Rgb(width, height).TiffsaveBuffer(keep: Enums.ForeignKeep.None, xres: 300 / 25.4, yres: 300 / 25.4);

    public static byte[] WebP(int width, int height, bool lossless) => Rgb(width, height).WebpsaveBuffer(lossless: lossless, keep: Enums.ForeignKeep.None);

    public static byte[] Gif(int width, int height) => Rgb(width, height).GifsaveBuffer(keep: Enums.ForeignKeep.None);

    public static byte[] Svg(string inside, string attributes = "width=\"40\" height=\"30\"") =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" {attributes}>{inside}</svg>");

    public static ImageResource Open(byte[] data, string path = "picture")
    {
        var diagnostics = new List<Diagnostic>();
        var resource = ImageInspector.Inspect(path, data, diagnostics);
        Assert.Empty(diagnostics);
        return Assert.IsType<ImageResource>(resource);
    }

    public static Diagnostic Refused(byte[] data, string path = "picture")
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Null(ImageInspector.Inspect(path, data, diagnostics));
        return Assert.Single(diagnostics);
    }

    public static PrintPicture Print(ImageResource image, PictureColor color, int? width = null, bool onPaper = false)
    {
        var diagnostics = new List<Diagnostic>();
        var picture = ImageConverter.ForPdf(image, new PrintPictureSettings(color) { PixelWidth = width, OnPaper = onPaper }, diagnostics);
        Assert.DoesNotContain(diagnostics, d => d.Severity != Severity.Note);
        return Assert.IsType<PrintPicture>(picture);
    }
}
