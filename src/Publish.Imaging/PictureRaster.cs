using NetVips;
using Publish.Document;
using Publish.Imaging.Conversion;

namespace Publish.Imaging;

/// <summary>Makes one picture ready to be shown in a drawing.</summary>
public static class PictureRaster
{
    /// <summary>A picture as an upright JPEG in sRGB; what can be seen through becomes white.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="pixelWidth">Width it is sampled down to.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <returns>Null where it can't be decoded.</returns>
    public static byte[]? ToJpeg(ImageResource image, int pixelWidth, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            if (ImageConverter.Decode(image, PictureColor.Rgb, pixelWidth, default) is { } samples)
            {
                return VipsDecoder.EncodeJpeg(samples.OnPaper());
            }

            diagnostics.Add(ImageConverter.Broken(image, null));
        }
        catch (VipsException e)
        {
            diagnostics.Add(ImageConverter.Broken(image, e));
        }

        return null;
    }
}
