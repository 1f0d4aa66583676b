using Publish.Document;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Structure;

/// <summary>The attributes of an element that its role asks for (ISO 32000-1, 14.8.5): spans and scope of cells, numbering of lists, the box of a picture.</summary>
internal static class ElementAttributes
{
    /// <summary>Writes them, if there are any.</summary>
    /// <param name="dictionary">The element.</param>
    /// <param name="element">What it is.</param>
    /// <param name="inLine">Whether it stands in a line of text.</param>
    /// <param name="pdf20">Whether the file is PDF 2.0, where a list of terms says that it is one (ISO 32000-2, table 382).</param>
    /// <param name="box">For a picture its box on the page in thousandths of a point: left, bottom, right, top; null for none.</param>
    public static void Write(DictionaryWriter dictionary, StructureElement element, bool inLine, bool pdf20, (long Left, long Bottom, long Right, long Top)? box)
    {
        switch (element.Role)
        {
            case StructureRole.TH:
            case StructureRole.TD when element.ColumnSpan > 1 || element.RowSpan > 1:
                using (var attributes = dictionary.Dictionary("A"u8))
                {
                    attributes.Name("O"u8, "Table"u8);
                    if (element.Role == StructureRole.TH)
                    {
                        attributes.Name("Scope"u8, element.HeadsRow ? "Row"u8 : "Column"u8);
                    }

                    if (element.ColumnSpan > 1)
                    {
                        attributes.Integer("ColSpan"u8, element.ColumnSpan);
                    }

                    if (element.RowSpan > 1)
                    {
                        attributes.Integer("RowSpan"u8, element.RowSpan);
                    }
                }

                break;
            case StructureRole.L when element.ListNumbering is not null || pdf20:
                using (var attributes = dictionary.Dictionary("A"u8))
                {
                    attributes.Name("O"u8, "List"u8);
                    attributes.Name("ListNumbering"u8, element.ListNumbering is { } marker ? NumberingName(marker) : "Description"u8);
                }

                break;
            case StructureRole.Figure when box is var (left, bottom, right, top):
                using (var attributes = dictionary.Dictionary("A"u8))
                {
                    attributes.Name("O"u8, "Layout"u8);
                    attributes.Name("Placement"u8, inLine ? "Inline"u8 : "Block"u8);
                    using var area = attributes.Array("BBox"u8);
                    area.Thousandths(left);
                    area.Thousandths(bottom);
                    area.Thousandths(right);
                    area.Thousandths(top);
                }

                break;
            default:
                break;
        }
    }

    private static ReadOnlySpan<byte> NumberingName(ListMarker marker) => marker switch
    {
        ListMarker.Bullet => "Disc"u8,
        ListMarker.Decimal => "Decimal"u8,
        ListMarker.LowerAlpha => "LowerAlpha"u8,
        ListMarker.UpperAlpha => "UpperAlpha"u8,
        ListMarker.LowerRoman => "LowerRoman"u8,
        ListMarker.UpperRoman => "UpperRoman"u8,
        _ => "None"u8,
    };
}
