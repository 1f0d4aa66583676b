using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Pictures;

/// <summary>Writes pictures as image objects (ISO 32000-1, 8.9.5), each once however often it is drawn.</summary>
internal static class PictureWriter
{
    /// <summary>Writes one under <paramref name="number"/>.</summary>
    public static void Write(ObjectTable objects, ObjectReference number, PdfPicture picture)
    {
        var mask = picture.Alpha is null ? default : objects.Reserve();
        using (var image = picture.Coding == PictureCoding.Jpeg ? objects.Stream(number, picture.Data) : objects.DeflatedStream(number, picture.Data))
        {
            Common(image, picture.Width, picture.Height, picture.Space, picture.BitsPerComponent);
            if (picture.Coding == PictureCoding.Jpeg)
            {
                image.Name("Filter"u8, "DCTDecode"u8);
            }

            if (picture.Inverted)
            {
                using var decode = image.Array("Decode"u8);
                for (var i = 0; i < 4; i++)
                {
                    decode.Integer(1);
                    decode.Integer(0);
                }
            }

            if (!mask.IsNone)
            {
                image.Reference("SMask"u8, mask);
            }
        }

        if (picture.Alpha is { } alpha)
        {
            using var image = objects.DeflatedStream(mask, alpha);
            Common(image, picture.Width, picture.Height, ColorSpace.Gray, 8);
        }
    }

    private static void Common(DictionaryWriter image, int width, int height, ColorSpace space, int bits)
    {
        image.Name("Type"u8, "XObject"u8);
        image.Name("Subtype"u8, "Image"u8);
        image.Integer("Width"u8, width);
        image.Integer("Height"u8, height);
        image.Name("ColorSpace"u8, space switch { ColorSpace.Gray => "DeviceGray"u8, ColorSpace.Rgb => "DeviceRGB"u8, _ => "DeviceCMYK"u8 });
        image.Integer("BitsPerComponent"u8, bits);
    }
}
