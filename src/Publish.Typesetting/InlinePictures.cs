using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Text;

namespace Publish.Typesetting;

/// <summary>Sizes pictures that stand in lines: as wide as asked for, otherwise their own size, never wider than the measure nor taller than three lines unless asked for.</summary>
internal sealed class InlinePictures(IPictures pictures, StyleSheet sheet) : IInlinePictures
{
    private const int PrintPixelsPerInch = 300;

    /// <inheritdoc />
    public SizedPicture? Find(InlineImage image)
    {
        if (pictures.Find(image.Picture) is not { } picture)
        {
            return null;
        }

        var page = sheet.Page("body", Styles.Pages.PageSide.Right);
        var pixels = Math.Max(1, picture.PixelWidth);
        var lines = Math.Max(1, picture.PixelHeight);
        var own = Length.FromPoints(72).Scale(pixels, (int)Math.Clamp(picture.PixelsPerInch ?? PrintPixelsPerInch, 72, 2400));
        var width = image.Picture.Width switch
        {
            { PerMille: { } share } => page.TextWidth.Scale(share, 1000),
            { Absolute: { } length } => length,
            _ => own,
        };
        width = Length.Min(width, page.TextWidth);
        var height = width.Scale(lines, pixels);
        var most = image.Picture.Width is null ? page.Leading * 3 : page.TextHeight / 2;
        return height <= most ? new SizedPicture(picture, width, height) : new SizedPicture(picture, most.Scale(pixels, lines), most);
    }
}
