namespace Publish.Imaging;

/// <summary>The colours of a picture's samples, or those an edition can print.</summary>
public enum PictureColor
{
    /// <summary>Gray: 0 is black.</summary>
    Gray,

    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Cyan, magenta, yellow, black inks.</summary>
    Cmyk,
}
