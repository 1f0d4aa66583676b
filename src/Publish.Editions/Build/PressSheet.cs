using Publish.Document;
using Publish.Printers;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;

namespace Publish.Editions;

/// <summary>Makes typeset pages ready for a printer: empty pages at the end, bleed, marks. The text isn't touched.</summary>
internal static class PressSheet
{
    // Marks are as long as this, and keep this distance from the bleed.
    private static readonly Length MarkLength = Length.FromPoints(12);
    private static readonly Length MarkGap = Length.FromPoints(4);
    private static readonly Length MarkThickness = Length.FromPoints(0.25);
    private static readonly Length Slug = Length.FromPoints(20);

    /// <summary>The pages with empty ones at the end, so that there are as many as a printer wants.</summary>
    public static PageSet Rounded(PageSet pages, PageRule rule)
    {
        var count = rule.Round(pages.Pages.Length, pages.Pages.Length > 0 && pages.Pages[^1].IsBlank);
        if (count <= pages.Pages.Length || pages.Pages.IsEmpty)
        {
            return pages;
        }

        var more = pages.Pages.ToBuilder();
        var map = pages.Map.Pages.ToBuilder();
        while (more.Count < count)
        {
            var last = more[^1];
            var number = last.Number + 1;
            var label = Folio.Label(number, last.FolioStyle);
            more.Add(new DisplayPage(more.Count, number, last.FolioStyle, label, more.Count % 2 == 0 ? PageSide.Recto : PageSide.Verso, last.Boxes, [], []) { TextBlock = last.TextBlock });
            map.Add(new MappedPage(label, null));
        }

        return pages with { Pages = more.ToImmutable(), Map = pages.Map with { Pages = map.ToImmutable() } };
    }

    /// <summary>The pages with room for bleed and marks around the trim, and the marks.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="plan">The edition.</param>
    /// <param name="printer">Its printer; null for none.</param>
    public static PageSet Surrounded(PageSet pages, EditionPlan plan, PrinterProfile? printer)
    {
        if (plan.Bleed is null && !plan.Marks)
        {
            return pages;
        }

        // Marks are on every plate there is, that of an ink of its own as well.
        return pages with { Pages = [.. pages.Pages.Select(page => Surround(page, plan, printer, InkColor.Registration))] };
    }

    private static DisplayPage Surround(DisplayPage page, EditionPlan plan, PrinterProfile? printer, InkColor color)
    {
        var bleed = plan.Bleed ?? Length.Zero;
        var boxes = page.Boxes with { Bleed = bleed, Slug = plan.Marks ? Slug : Length.Zero };
        if (printer is { BleedsAtSpine: false })
        {
            boxes = page.Side == PageSide.Recto ? boxes with { BleedLeft = Length.Zero } : boxes with { BleedRight = Length.Zero };
        }

        var items = page.Items.Select(item => item is PlacedPicture picture ? Bled(picture, boxes) : item);
        return page with { Boxes = boxes, Items = [.. plan.Marks ? items.Concat(Marks(boxes, color)) : items] };
    }

    // A picture that stands on an edge reaches on to the bleed. It grows a little, so that nothing of it is pulled out of shape.
    private static PlacedPicture Bled(PlacedPicture picture, PageBoxes boxes)
    {
        var area = picture.Clip ?? picture.Area;
        var near = Length.FromPoints(1);
        var left = area.X <= near ? boxes.BleedLeft ?? boxes.Bleed : Length.Zero;
        var right = area.Right >= boxes.TrimWidth - near ? boxes.BleedRight ?? boxes.Bleed : Length.Zero;
        var top = area.Y <= near ? boxes.Bleed : Length.Zero;
        var bottom = area.Bottom >= boxes.TrimHeight - near ? boxes.Bleed : Length.Zero;
        if (left == Length.Zero && right == Length.Zero && top == Length.Zero && bottom == Length.Zero)
        {
            return picture;
        }

        if (picture.Clip is not null)
        {
            return picture.Covering(new Rect(area.X - left, area.Y - top, area.Width + left + right, area.Height + top + bottom));
        }

        var width = Length.Max(area.Width + left + right, (area.Height + top + bottom).Scale(area.Width.Scaled, area.Height.Scaled));
        var height = width.Scale(area.Height.Scaled, area.Width.Scaled);
        var spareX = width - area.Width - left - right;
        var spareY = height - area.Height - top - bottom;
        return picture with { Area = new Rect(area.X - left - (spareX / 2), area.Y - top - (spareY / 2), width, height) };
    }

    private static IEnumerable<DisplayItem> Marks(PageBoxes boxes, InkColor color)
    {
        var mark = StructureReference.ArtifactOf(ArtifactKind.PrinterMark);
        Rule Line(Length x, Length y, Length width, Length height) => new(mark, new Rect(x, y, width, height), color);
        var half = MarkThickness / 2;
        var (left, right) = ((boxes.BleedLeft ?? boxes.Bleed) + MarkGap, (boxes.BleedRight ?? boxes.Bleed) + MarkGap);
        var off = boxes.Bleed + MarkGap;
        foreach (var y in new[] { Length.Zero, boxes.TrimHeight })
        {
            yield return Line(-left - MarkLength, y - half, MarkLength, MarkThickness);
            yield return Line(boxes.TrimWidth + right, y - half, MarkLength, MarkThickness);
        }

        foreach (var x in new[] { Length.Zero, boxes.TrimWidth })
        {
            yield return Line(x - half, -off - MarkLength, MarkThickness, MarkLength);
            yield return Line(x - half, boxes.TrimHeight + off, MarkThickness, MarkLength);
        }

        // Where plates must lie on each other: a cross in the middle of each edge.
        var arm = MarkLength / 2;
        foreach (var (x, y) in new[]
        {
            (boxes.TrimWidth / 2, -off - arm),
            (boxes.TrimWidth / 2, boxes.TrimHeight + off + arm),
            (-left - arm, boxes.TrimHeight / 2),
            (boxes.TrimWidth + right + arm, boxes.TrimHeight / 2),
        })
        {
            yield return Line(x - arm, y - half, MarkLength, MarkThickness);
            yield return Line(x - half, y - arm, MarkThickness, MarkLength);
        }
    }
}
