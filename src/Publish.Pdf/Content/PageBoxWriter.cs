using Publish.Document;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Content;

/// <summary>Writes the boxes of a page (ISO 32000-1, 14.11.2): media ⊇ bleed ⊇ trim. The trim box is always said, so that a press need not guess.</summary>
internal static class PageBoxWriter
{
    /// <summary>Writes them into a page.</summary>
    public static void Write(DictionaryWriter page, PageBoxes boxes)
    {
        var geometry = new PageGeometry(boxes);
        var trim = boxes.Bleed + boxes.Slug;
        Box(page, "MediaBox"u8, geometry, Length.Zero, Length.Zero, Length.Zero);
        if (trim > Length.Zero)
        {
            Box(page, "BleedBox"u8, geometry, boxes.Slug, boxes.Slug, boxes.Slug);
        }

        Box(page, "TrimBox"u8, geometry, geometry.Left + boxes.Slug, trim, geometry.Right + boxes.Slug);
    }

    private static void Box(DictionaryWriter page, ReadOnlySpan<byte> name, PageGeometry geometry, Length left, Length inset, Length right)
    {
        using var box = page.Array(name);
        box.Scaled(left.Scaled);
        box.Scaled(inset.Scaled);
        box.Scaled((geometry.Width - right).Scaled);
        box.Scaled((geometry.Height - inset).Scaled);
    }
}
