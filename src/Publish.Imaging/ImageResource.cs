using Publish.Imaging.Inspection;

namespace Publish.Imaging;

/// <summary>A picture file that was looked at: its kind and size are known, its pixels not yet decoded. Compared by identity; one object for one file.</summary>
/// <param name="Path">The path in the book.</param>
/// <param name="Data">The file, whole.</param>
/// <param name="Format">What the bytes are (not what the name says).</param>
/// <param name="PixelWidth">Width in pixels, after orientation. Of an SVG: its width in CSS pixels (1/96 in), rounded up.</param>
/// <param name="PixelHeight">Height in pixels, after orientation.</param>
public sealed record ImageResource(string Path, ReadOnlyMemory<byte> Data, ImageFormat Format, int PixelWidth, int PixelHeight)
{
    // 0 not yet looked at, 1 whole, −1 not: one number, so that no thread sees half of an answer.
    private volatile int _rows;

    /// <summary>Pixels per inch that the file states; null where it states none.</summary>
    public double? PixelsPerInch { get; init; }

    /// <summary>Colours of its samples; a palette counts as RGB.</summary>
    public PictureColor Color { get; init; } = PictureColor.Rgb;

    /// <summary>Bits of one sample.</summary>
    public int BitsPerComponent { get; init; } = 8;

    /// <summary>Whether pixels may be transparent.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>How the pixels must be turned to stand upright (Exif 2.3, tag Orientation): 1 is upright.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Whether the format keeps only an approximation (JPEG, lossy WebP).</summary>
    public bool IsLossy { get; init; }

    /// <summary>The frames or pages it has; more than one in a moving GIF or WebP.</summary>
    public int FrameCount { get; init; } = 1;

    /// <summary>What the header of a JPEG says; null for other formats.</summary>
    internal JpegHeader? Jpeg { get; init; }

    /// <summary>What the header of a PNG says; null for other formats.</summary>
    internal PngHeader? Png { get; init; }

    /// <summary>Whether the rows of a PNG were found whole; null before anyone looked. Editions share the answer; threads that race find the same.</summary>
    internal bool? RowsAreWhole
    {
        get => _rows == 0 ? null : _rows > 0;
        set => _rows = value switch { null => 0, true => 1, false => -1 };
    }

    /// <inheritdoc />
    public bool Equals(ImageResource? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
