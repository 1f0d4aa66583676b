using Publish.Covers.Design;
using Publish.Covers.Raster;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Styles;
using Publish.Typesetting.Display;

namespace Publish.Covers;

/// <summary>
/// Designs a book's cover from its metadata, the stylesheet and, where there is one, a picture. One design serves the wrap-around sheet of the printed book and
/// the front that stands for the EPUB.
/// </summary>
/// <param name="book">The book.</param>
/// <param name="style">The house style, for print.</param>
/// <param name="fonts">The fonts.</param>
/// <param name="images">The book's pictures.</param>
public sealed class CoverMaker(Book book, StyleSheet style, FontLibrary fonts, ImageLibrary images)
{
    /// <summary>What is wrong with the colour that the book names; null for nothing.</summary>
    public Diagnostic? ColorFault()
    {
        if (book.Cover.Color is not { } name || CoverStyle.Knows(style, name))
        {
            return null;
        }

        var colors = CoverStyle.ColorsOf(style);
        return StyleDiagnostics.UnknownCoverColor.At(
            book.Cover.ColorSpan, $"the house style has no colour '{name}' for covers", colors.Length == 0 ? $"add a rule section.cover.{name}" : "its colours: " + string.Join(", ", colors));
    }

    /// <summary>The wrap-around cover: one page, trimmed to back, spine and front.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="edition">The printed edition inside it, whose ISBN it bears; null for none.</param>
    /// <returns>Null where the stylesheet's face isn't there.</returns>
    public PageSet? Wrap(CoverSheet sheet, string? edition)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (CoverStyle.Of(style, fonts, book, sheet.TrimWidth) is not { } look)
        {
            return null;
        }

        var text = CoverText.Of(book, edition);
        var inks = look.Inks(screen: false);
        var canvas = new CoverCanvas();
        var front = sheet.TrimWidth + sheet.Spine;
        var all = new Rect(-sheet.Bleed, -sheet.Bleed, sheet.Width + (sheet.Bleed * 2), sheet.TrimHeight + (sheet.Bleed * 2));
        var (back, spine) = (new BackPanel(look, text, inks, sheet), new SpinePanel(look, text, inks, sheet));
        var panel = new FrontPanel(look, text, inks, sheet.TrimWidth, sheet.TrimHeight);
        List<Rect> clear = [.. back.Clear, .. spine.Clear.Select(r => Moved(r, sheet.TrimWidth)), .. panel.Clear.Select(r => Moved(r, front))];
        Ground.Draw(canvas, look, inks, all, sheet.TrimWidth, front + (sheet.TrimWidth / 2), sheet.TrimHeight / 2, clear);
        back.Draw(canvas);
        canvas.MoveTo(sheet.TrimWidth);
        spine.Draw(canvas);
        canvas.MoveTo(front);
        DrawFront(canvas, panel, sheet.TrimWidth, sheet.TrimHeight, sheet.Bleed);
        canvas.MoveTo(Length.Zero);
        TrimMarks.Draw(canvas, sheet);
        return Pages(canvas, new PageBoxes(sheet.Width, sheet.TrimHeight, sheet.Bleed, sheet.Slug));
    }

    /// <summary>The front alone, in the colours of screens.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <returns>Null where the stylesheet's face isn't there.</returns>
    public PageSet? Front(Length width, Length height)
    {
        if (CoverStyle.Of(style, fonts, book, width) is not { } look)
        {
            return null;
        }

        var canvas = new CoverCanvas();
        var inks = look.Inks(screen: true);
        var panel = new FrontPanel(look, CoverText.Of(book, null), inks, width, height);
        Ground.Draw(canvas, look, inks, new Rect(Length.Zero, Length.Zero, width, height), width, width / 2, height / 2, panel.Clear);
        DrawFront(canvas, panel, width, height, Length.Zero);
        return Pages(canvas, new PageBoxes(width, height, Length.Zero, Length.Zero));
    }

    /// <summary>The front as a picture for the EPUB and for shops: JPEG in sRGB, 1600 × 2560 pixels, the ratio they ask for.</summary>
    /// <param name="diagnostics">What is wrong with a picture is added.</param>
    /// <returns>Null where the stylesheet's face isn't there.</returns>
    public byte[]? FrontPicture(ICollection<Diagnostic> diagnostics) =>
        Front(Length.FromPoints(400), Length.FromPoints(640)) is { } front ? FrontRaster.ToJpeg(front.Pages[0], 1600, diagnostics) : null;

    private void DrawFront(CoverCanvas canvas, FrontPanel panel, Length width, Length height, Length bleed)
    {
        var finished = book.Cover.Front is { } front ? images.Find(front) : null;
        var picture = finished ?? (book.Cover.Picture is { } behind ? images.Find(behind) : null);
        var whole = finished is null && picture is not null && FrontPanel.StandsWhole(picture, width, height);
        if (picture is not null && !whole)
        {
            // The left edge is the fold, where nothing runs over.
            canvas.Picture(picture, Length.Zero, -bleed, width + bleed, height + (bleed * 2));
        }

        if (finished is null)
        {
            panel.Draw(canvas, onPicture: picture is not null && !whole, whole ? picture : null);
        }
    }

    private static Rect Moved(Rect area, Length by) => area with { X = area.X + by };

    private static PageSet Pages(CoverCanvas canvas, PageBoxes boxes)
    {
        var page = new DisplayPage(0, 1, FolioStyle.Decimal, "1", Typesetting.Display.PageSide.Recto, boxes, canvas.Items(), []);
        var structure = new StructureTree([new StructureElement(-1, StructureRole.Document, 0)]);
        return new PageSet([page], structure, [], [], new PageMap("", [new MappedPage("1", null)]));
    }
}
