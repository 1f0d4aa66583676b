namespace Publish.Imaging;

/// <summary>How the data of a <see cref="PrintPicture"/> is packed.</summary>
public enum PictureEncoding
{
    /// <summary>Samples row by row, each row beginning a byte, nothing packed.</summary>
    Samples,

    /// <summary>A JPEG file (DCTDecode).</summary>
    Jpeg,

    /// <summary>A zlib stream of rows with PNG filters (FlateDecode with Predictor 15, Colors, BitsPerComponent and Columns as given).</summary>
    PngRows,
}

/// <summary>A picture ready for a PDF: one image object and, where it is transparent, a soft mask.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Color">Colour space of the samples; with a <see cref="Palette"/>, of its entries.</param>
/// <param name="BitsPerComponent">1, 2, 4 or 8.</param>
/// <param name="Encoding">How the data is packed.</param>
/// <param name="Data">The data.</param>
public sealed record PrintPicture(int Width, int Height, PictureColor Color, int BitsPerComponent, PictureEncoding Encoding, ReadOnlyMemory<byte> Data)
{
    /// <summary>Entries of a palette, one or three bytes each as <see cref="Color"/> says; samples are then indexes (Indexed colour space). Empty for none.</summary>
    public ReadOnlyMemory<byte> Palette { get; init; }

    /// <summary>Opacity, 8 bits a pixel, row by row, 0 transparent; empty for an opaque picture.</summary>
    public ReadOnlyMemory<byte> Alpha { get; init; }

    /// <summary>Whether samples are inverted (CMYK JPEGs by Adobe's convention): Decode [1 0 1 0 1 0 1 0].</summary>
    public bool Inverted { get; init; }

    /// <summary>The ICC profile of the samples; empty for the device's own (sRGB).</summary>
    public ReadOnlyMemory<byte> Profile { get; init; }

    /// <summary>Components of a sample: 1 with a palette.</summary>
    public int Channels => !Palette.IsEmpty ? 1 : Color switch { PictureColor.Gray => 1, PictureColor.Rgb => 3, _ => 4 };
}
