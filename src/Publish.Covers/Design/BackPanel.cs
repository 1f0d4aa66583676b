using Publish.Covers.Barcodes;
using Publish.Covers.Lettering;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>The back: a label with the blurb, the barcode at the foot beside the spine, publisher and price opposite.</summary>
internal sealed class BackPanel(CoverStyle style, CoverText text, CoverInks inks, CoverSheet sheet)
{
    private readonly Length _unit = sheet.TrimWidth / 396;

    private Length Units(int tenths) => _unit.Scale(tenths, 10);

    /// <summary>Where the ground is left plain: behind the price.</summary>
    public IReadOnlyList<Rect> Clear => PriceLine() is { } line ? [PriceBox(line)] : [];

    /// <summary>Draws it.</summary>
    public void Draw(CoverCanvas canvas)
    {
        var box = sheet.Barcode;
        var boxTop = sheet.TrimHeight - box.Inset - box.Height;
        var hasBox = text.Isbn is not null || sheet.ReservesBarcode;
        var labelWidth = FrontPanel.LabelWidth(sheet.TrimWidth);
        var top = FrontPanel.LabelTop(sheet.TrimHeight);
        var room = (hasBox ? boxTop - Units(200) : sheet.TrimHeight - top) - top;
        if (text.Blurb.Length > 0)
        {
            DrawBlurb(canvas, labelWidth, top, room);
        }

        if (hasBox)
        {
            var x = sheet.TrimWidth - box.Inset - box.Width;
            if (text.Isbn is { } isbn)
            {
                BarcodePainter.Draw(canvas, style, isbn, text.IsbnAsWritten ?? isbn, text.Price?.AddOn, x, boxTop, box.Width, box.Height);
            }
            else
            {
                canvas.Fill(x, boxTop, box.Width, box.Height, InkColor.Gray(1000));
            }
        }

        if (PriceLine() is { } price)
        {
            var area = PriceBox(price);
            canvas.Text(price, area.X + Units(120), area.Bottom - Units(90), inks.Paper);
        }
    }

    private LetterLine? PriceLine() => text.Price is { } price ? style.Letters("price").Line(price.Printed) : null;

    private Rect PriceBox(LetterLine line)
    {
        var height = style.Letters("price").CapHeight + Units(180);
        return new Rect((sheet.TrimWidth - FrontPanel.LabelWidth(sheet.TrimWidth)) / 2, sheet.TrimHeight - sheet.Barcode.Inset - height, line.Width + Units(240), height);
    }

    private void DrawBlurb(CoverCanvas canvas, Length labelWidth, Length top, Length room)
    {
        var measure = labelWidth - Units(720);
        var category = text.Category is { } words ? Lines.Break(words, style.Letters("category"), measure, even: true).Lines : [];
        var categoryLeading = style.Letters("category").Size.Scale(style.Leading("category"), 1000);
        var head = Units(360) + (categoryLeading * category.Count) + Units(category.Count > 0 ? 200 : 0);
        var foot = Units(360);
        var (paragraphs, leading, space) = FitBlurb(measure, room - head - foot);
        var height = head + foot + (leading * paragraphs.Sum(p => p.Count)) + (space * (paragraphs.Count - 1));
        var x = (sheet.TrimWidth - labelWidth) / 2;
        Label.Draw(canvas, inks, _unit, x, top, labelWidth, height);

        var left = x + Units(360);
        var y = top + Units(360);
        for (var i = 0; i < category.Count; i++)
        {
            canvas.Text(category[i], left, y + style.Letters("category").CapHeight + (categoryLeading * i), inks.Field);
        }

        y = top + head;
        foreach (var paragraph in paragraphs)
        {
            foreach (var line in paragraph)
            {
                canvas.Text(line, left, y + leading.Scale(75, 100), inks.Text);
                y += leading;
            }

            y += space;
        }
    }

    private (List<List<LetterLine>> Paragraphs, Length Leading, Length Space) FitBlurb(Length measure, Length room)
    {
        var full = style.Letters("blurb");
        for (var share = 100; ; share -= 3)
        {
            var letters = full.At(full.Size.Scale(share, 100));
            var leading = letters.Size.Scale(style.Leading("blurb"), 1000);
            var paragraphs = text.Blurb.Select(p => Lines.Break(p, letters, measure, even: false).Lines).ToList();
            if (share <= 55 || (leading * paragraphs.Sum(p => p.Count)) + (leading / 2 * (paragraphs.Count - 1)) <= room)
            {
                return (paragraphs, leading, leading / 2);
            }
        }
    }
}
