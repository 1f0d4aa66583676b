using Publish.Imaging;

namespace Publish.Epub.Tests;

/// <summary>A cover without a design: how covers are designed is another room's matter.</summary>
internal static class PlainCover
{
    public static byte[] Jpeg { get; } = SvgRaster.ToJpeg("""<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2560"><rect width="1600" height="2560" fill="#911721"/></svg>""");
}
