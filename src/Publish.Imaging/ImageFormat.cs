namespace Publish.Imaging;

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
