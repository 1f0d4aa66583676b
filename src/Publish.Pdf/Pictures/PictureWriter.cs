using Publish.Imaging;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Pictures;

/// <summary>Writes pictures as image objects (ISO 32000-1, 8.9.5), each once however often it is drawn.</summary>
internal static class PictureWriter
{
    /// <summary>Writes one under <paramref name="number"/>.</summary>
    public static void Write(ObjectTable objects, ObjectReference number, PrintPicture picture)
    {
        var mask = picture.Alpha.IsEmpty ? default : objects.Reserve();
        var profile = picture.Profile.IsEmpty ? default : objects.Reserve();
        using (var image = picture.Encoding == PictureEncoding.Samples ? objects.DeflatedStream(number, picture.Data) : objects.Stream(number, picture.Data))
        {
            Common(image, picture.Width, picture.Height, picture.BitsPerComponent);
            WriteSpace(image, picture, profile);
            WriteFilter(image, picture);
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

        if (!mask.IsNone)
        {
            using var image = objects.DeflatedStream(mask, picture.Alpha);
            Common(image, picture.Width, picture.Height, 8);
            image.Name("ColorSpace"u8, "DeviceGray"u8);
        }

        if (!profile.IsNone)
        {
            using var stream = objects.DeflatedStream(profile, picture.Profile);
            stream.Integer("N"u8, Components(picture.Color));
        }
    }

    private static void WriteFilter(DictionaryWriter image, PrintPicture picture)
    {
        switch (picture.Encoding)
        {
            case PictureEncoding.Jpeg:
                image.Name("Filter"u8, "DCTDecode"u8);
                break;
            case PictureEncoding.PngRows:
                image.Name("Filter"u8, "FlateDecode"u8);
                using (var parameters = image.Dictionary("DecodeParms"u8))
                {
                    parameters.Integer("Predictor"u8, 15);
                    parameters.Integer("Colors"u8, picture.Channels);
                    parameters.Integer("BitsPerComponent"u8, picture.BitsPerComponent);
                    parameters.Integer("Columns"u8, picture.Width);
                }

                break;
            default:
                break;
        }
    }

    private static void WriteSpace(DictionaryWriter image, PrintPicture picture, ObjectReference profile)
    {
        if (picture.Palette.IsEmpty)
        {
            if (profile.IsNone)
            {
                image.Name("ColorSpace"u8, Device(picture.Color));
            }
            else
            {
                using var space = image.Array("ColorSpace"u8);
                space.Name("ICCBased"u8);
                space.Reference(profile);
            }

            return;
        }

        using var indexed = image.Array("ColorSpace"u8);
        indexed.Name("Indexed"u8);
        if (profile.IsNone)
        {
            indexed.Name(Device(picture.Color));
        }
        else
        {
            using var based = indexed.Array();
            based.Name("ICCBased"u8);
            based.Reference(profile);
        }

        indexed.Integer((picture.Palette.Length / Components(picture.Color)) - 1);
        indexed.Hexadecimal(picture.Palette.Span);
    }

    private static int Components(PictureColor color) => color switch { PictureColor.Gray => 1, PictureColor.Rgb => 3, _ => 4 };

    private static ReadOnlySpan<byte> Device(PictureColor color) =>
        color switch { PictureColor.Gray => "DeviceGray"u8, PictureColor.Rgb => "DeviceRGB"u8, _ => "DeviceCMYK"u8 };

    private static void Common(DictionaryWriter image, int width, int height, int bits)
    {
        image.Name("Type"u8, "XObject"u8);
        image.Name("Subtype"u8, "Image"u8);
        image.Integer("Width"u8, width);
        image.Integer("Height"u8, height);
        image.Integer("BitsPerComponent"u8, bits);
    }
}
