namespace Publish.Imaging;

/// <summary>What an edition in PDF can print.</summary>
/// <param name="Color">
/// Its colours. Gray: black ink only. Rgb: gray and RGB. Cmyk: gray and CMYK. Where a picture has others they are converted.
/// </param>
public sealed record PrintPictureSettings(PictureColor Color)
{
    /// <summary>
    /// Pixels across that the picture's place can use at the edition's resolution. A picture with more than a fifth as many again is sampled down to it, one of
    /// black and white alone to four times as many; an SVG is drawn at twice as many. Null: pictures keep their pixels, and an SVG is drawn at 600 pixels per inch of its own size.
    /// </summary>
    public int? PixelWidth { get; init; }

    /// <summary>Quality (1–100) of JPEG for tones that were sampled down, where it packs them much better; null to keep every sample.</summary>
    public int? JpegQuality { get; init; }

    /// <summary>Whether transparent pixels are laid on white paper, for editions that must not have transparency.</summary>
    public bool OnPaper { get; init; }

    /// <summary>The most ink a pixel may have, in percent of one plate (400 is all there is); null for no limit.</summary>
    public int? InkLimit { get; init; }

    /// <summary>The ICC profile of the press, for pictures converted to CMYK; empty for the library's own.</summary>
    public ReadOnlyMemory<byte> CmykProfile { get; init; }
}
