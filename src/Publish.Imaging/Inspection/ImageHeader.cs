namespace Publish.Imaging.Inspection;

/// <summary>What the header of a picture says, before orientation is applied.</summary>
/// <param name="Format">The format.</param>
/// <param name="Width">Width in pixels as stored.</param>
/// <param name="Height">Height in pixels as stored.</param>
internal sealed record ImageHeader(ImageFormat Format, long Width, long Height)
{
    public PictureColor Color { get; init; } = PictureColor.Rgb;
    public int BitsPerComponent { get; init; } = 8;
    public bool HasAlpha { get; init; }
    public int Orientation { get; init; } = 1;
    public bool IsLossy { get; init; }
    public int FrameCount { get; init; } = 1;
    public double? PixelsPerInch { get; init; }
    public JpegHeader? Jpeg { get; init; }
    public PngHeader? Png { get; init; }

    /// <summary>For an SVG: whether it draws letters by fonts.</summary>
    public bool HasText { get; init; }
}

/// <summary>What came of reading a header: the header, or what is wrong.</summary>
/// <param name="Header">The header; null where something is wrong.</param>
/// <param name="Problem">What is wrong, in words that end a sentence beginning "the picture …"; null where nothing is.</param>
/// <param name="Refused">True where the file is whole but must not be used (an SVG with a script).</param>
internal readonly record struct HeaderResult(ImageHeader? Header, string? Problem, bool Refused = false)
{
    public static HeaderResult Broken(string problem) => new(null, problem);

    public static implicit operator HeaderResult(ImageHeader header) => new(header, null);
}
