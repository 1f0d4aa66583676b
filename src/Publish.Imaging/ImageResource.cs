namespace Publish.Imaging;

/// <summary>A picture file that was looked at: its kind and size are known, its pixels not yet decoded. Compared by identity; one object for one file.</summary>
/// <param name="Path">The path in the book.</param>
/// <param name="Data">The file, whole.</param>
/// <param name="Format">What the bytes are (not what the name says).</param>
/// <param name="PixelWidth">Width in pixels, after orientation.</param>
/// <param name="PixelHeight">Height in pixels, after orientation.</param>
public sealed record ImageResource(string Path, ReadOnlyMemory<byte> Data, ImageFormat Format, int PixelWidth, int PixelHeight)
{
    /// <summary>Pixels per inch that the file states; null where it states none.</summary>
    public double? PixelsPerInch { get; init; }

    /// <inheritdoc />
    public bool Equals(ImageResource? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>Formats of pictures.</summary>
public enum ImageFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>TIFF.</summary>
    Tiff,

    /// <summary>GIF.</summary>
    Gif,

    /// <summary>SVG.</summary>
    Svg,
}
