using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>Marks in the slug: where the sheet is cut, and where it is folded for the spine.</summary>
internal static class TrimMarks
{
    // What runs over the bleed ends there.
    private static void ClearSlug(CoverCanvas canvas, CoverSheet sheet)
    {
        if (sheet.Slug <= Length.Zero)
        {
            return;
        }

        var white = InkColor.Gray(1000);
        var edge = sheet.Bleed + sheet.Slug;
        canvas.Fill(-edge, -edge, sheet.Width + (edge * 2), sheet.Slug, white);
        canvas.Fill(-edge, sheet.TrimHeight + sheet.Bleed, sheet.Width + (edge * 2), sheet.Slug, white);
        canvas.Fill(-edge, -sheet.Bleed, sheet.Slug, sheet.TrimHeight + (sheet.Bleed * 2), white);
        canvas.Fill(sheet.Width + sheet.Bleed, -sheet.Bleed, sheet.Slug, sheet.TrimHeight + (sheet.Bleed * 2), white);
    }

    /// <summary>Draws them, on every plate; nothing where the sheet has no room for marks.</summary>
    public static void Draw(CoverCanvas canvas, CoverSheet sheet)
    {
        ClearSlug(canvas, sheet);
        var gap = Length.FromPoints(3);
        var length = sheet.Slug - gap;
        if (length <= Length.Zero)
        {
            return;
        }

        var weight = Length.FromPoints(0.25);
        var half = weight / 2;
        var reach = sheet.Bleed + gap;
        Length[] columns = [Length.Zero, sheet.TrimWidth, sheet.TrimWidth + sheet.Spine, sheet.Width];
        foreach (var x in columns.Distinct())
        {
            canvas.Fill(x - half, -reach - length, weight, length, InkColor.Registration, ArtifactKind.PrinterMark);
            canvas.Fill(x - half, sheet.TrimHeight + reach, weight, length, InkColor.Registration, ArtifactKind.PrinterMark);
        }

        foreach (var y in new[] { Length.Zero, sheet.TrimHeight })
        {
            canvas.Fill(-reach - length, y - half, length, weight, InkColor.Registration, ArtifactKind.PrinterMark);
            canvas.Fill(sheet.Width + reach, y - half, length, weight, InkColor.Registration, ArtifactKind.PrinterMark);
        }
    }
}
