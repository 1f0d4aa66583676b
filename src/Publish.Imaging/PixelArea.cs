namespace Publish.Imaging;

/// <summary>A rectangle in a drawing, in pixels, y down.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct PixelArea(double X, double Y, double Width, double Height);
