using System.Text;
using Publish.Pdf.Content;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Interactive;

/// <summary>Writes link annotations (ISO 32000-1, 12.5.6.5): no border, printed like all else, described in words, and content of the structure.</summary>
internal static class LinkAnnotations
{
    // "Print": PDF/A asks that every annotation shows on paper what it shows on a screen.
    private const int PrintFlag = 4;

    /// <summary>Writes one.</summary>
    /// <param name="objects">The file's objects.</param>
    /// <param name="number">Its number.</param>
    /// <param name="link">The link.</param>
    /// <param name="geometry">Its page's geometry.</param>
    /// <param name="structParent">Its key in the tree that leads back to the structure; −1 in an untagged file.</param>
    public static void Write(ObjectTable objects, ObjectReference number, LinkArea link, PageGeometry geometry, int structParent)
    {
        using var annotation = objects.Dictionary(number);
        annotation.Name("Type"u8, "Annot"u8);
        annotation.Name("Subtype"u8, "Link"u8);
        using (var rectangle = annotation.Array("Rect"u8))
        {
            rectangle.Thousandths(PageGeometry.Thousandths(geometry.X(link.Area.X)));
            rectangle.Thousandths(PageGeometry.Thousandths(geometry.Y(link.Area.Bottom)));
            rectangle.Thousandths(PageGeometry.Thousandths(geometry.X(link.Area.Right)));
            rectangle.Thousandths(PageGeometry.Thousandths(geometry.Y(link.Area.Y)));
        }

        using (var border = annotation.Array("Border"u8))
        {
            border.Integer(0);
            border.Integer(0);
            border.Integer(0);
        }

        annotation.Integer("F"u8, PrintFlag);
        annotation.OptionalText("Contents"u8, link.Description);
        if (structParent >= 0)
        {
            annotation.Integer("StructParent"u8, structParent);
        }

        if (link.DestinationId is { } id)
        {
            annotation.Bytes("Dest"u8, Destinations.Name(id));
            return;
        }

        using var action = annotation.Dictionary("A"u8);
        action.Name("S"u8, "URI"u8);
        action.Bytes("URI"u8, Encoding.ASCII.GetBytes(Escaped(link.Uri ?? "")));
    }

    // URIs are ASCII (ISO 32000-1, 12.6.4.7): what is not is escaped as UTF-8 (RFC 3987, 3.1).
    private static string Escaped(string uri)
    {
        var result = new StringBuilder(uri.Length);
        foreach (var rune in uri.EnumerateRunes())
        {
            if (rune.Value is > 0x20 and < 0x7F)
            {
                result.Append((char)rune.Value);
                continue;
            }

            foreach (var b in Encoding.UTF8.GetBytes(rune.ToString()))
            {
                result.Append('%').Append((char)Strings.HexDigit(b >> 4)).Append((char)Strings.HexDigit(b & 15));
            }
        }

        return result.ToString();
    }
}
