using Publish.Typesetting.Display;

namespace Publish.Pdf.Pictures;

/// <summary>How the samples of a picture are coded.</summary>
public enum PictureCoding
{
    /// <summary>One after the other, row by row, eight or sixteen bits each.</summary>
    Samples,

    /// <summary>A baseline or progressive JPEG file.</summary>
    Jpeg,
}

/// <summary>A picture ready to go into a PDF.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Space">Colour space of the samples.</param>
/// <param name="BitsPerComponent">8 or 16.</param>
/// <param name="Coding">How <paramref name="Data"/> is coded.</param>
/// <param name="Data">The samples or the file.</param>
public sealed record PdfPicture(int Width, int Height, ColorSpace Space, int BitsPerComponent, PictureCoding Coding, ReadOnlyMemory<byte> Data)
{
    /// <summary>True where high samples mean little ink: CMYK JPEGs written by Adobe's convention.</summary>
    public bool Inverted { get; init; }

    /// <summary>How solid each pixel is, eight bits each, row by row; null for a picture solid throughout.</summary>
    public ReadOnlyMemory<byte>? Alpha { get; init; }
}
