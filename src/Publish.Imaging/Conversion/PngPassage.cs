using Publish.Imaging.Inspection;

namespace Publish.Imaging.Conversion;

/// <summary>Puts a PNG's own compressed rows into a PDF, which reads PNG filters (ISO 32000-1, 7.4.4.4): nothing is packed again, and palettes stay palettes.</summary>
internal static class PngPassage
{
    /// <summary>The picture as it is; null where it must be decoded.</summary>
    public static PrintPicture? AsItIs(ImageResource image, PictureColor color)
    {
        var png = image.Png!;
        if (png.Interlaced || png.BitDepth == 16 || image.HasAlpha || image.Orientation != 1) return null;
        var palette = png.ColorType == 3 ? PaletteIn(png, color) : default;
        switch (png.ColorType)
        {
            case 0:
                break;
            case 2 when color == PictureColor.Rgb && !png.HasForeignProfile:
                break;
            case 3 when !palette.IsEmpty && !png.HasForeignProfile:
                break;
            default:
                return null;
        }
        var packed = PngRows.Packed(image.Data, png);
        var whole = image.RowsAreWhole ?? PngRows.AreWhole(packed, png);
        image.RowsAreWhole = whole;
        if (!whole) return null;
        var isGray = png.ColorType == 0 || (png.ColorType == 3 && palette.Length * 3 == png.Palette.Length);
        return new PrintPicture(image.PixelWidth, image.PixelHeight, isGray ? PictureColor.Gray : PictureColor.Rgb, png.BitDepth, PictureEncoding.PngRows, packed) { Palette = palette };
    }

    /// <summary>The palette in the edition's colours: gray entries where all are gray or the edition has only black; empty where it can't be had.</summary>
    private static ReadOnlyMemory<byte> PaletteIn(PngHeader png, PictureColor color)
    {
        var gray = GrayScale.FromRgb(png.Palette.Span);
        if (color == PictureColor.Gray) return gray;
        for (var i = 0; i < gray.Length; i++)
        {
            var entry = png.Palette.Span.Slice(3 * i, 3);
            if (entry[0] != entry[1] || entry[0] != entry[2]) return color == PictureColor.Rgb ? png.Palette : default;
        }
        return gray;
    }
}
