using Publish.Imaging;

namespace Publish.Epub.Tests;

/// <summary>A cover without a design: how covers are designed is another room's matter.</summary>
internal static class PlainCover
{
    public static byte[] Jpeg { get; } = Draw();

    private static byte[] Draw()
    {
        using var drawing = new RasterDrawing(1600, 2560);
        drawing.Fill(new PixelArea(0, 0, 1600, 2560), 0x911721);
        return drawing.ToJpeg();
    }
}
