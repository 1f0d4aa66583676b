using System.Text;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Fonts;

/// <summary>
/// Writes an embedded font: a composite font with Identity-H whose one descendant has the subset as its program (ISO 32000-1, 9.7). TrueType outlines go in as
/// they are, PostScript outlines as their bare CFF table.
/// </summary>
internal static class FontWriter
{
    /// <summary>Writes the font under <paramref name="number"/>.</summary>
    /// <param name="objects">The file's objects.</param>
    /// <param name="font">The font.</param>
    /// <param name="number">Number of the composite font.</param>
    /// <param name="withCidSet">Whether to list the CIDs the subset has (PDF/A-1 asks for it, later parts don't).</param>
    public static void Write(ObjectTable objects, EmbeddedFont font, ObjectReference number, bool withCidSet)
    {
        var name = Encoding.UTF8.GetBytes(font.Name);
        var descendant = objects.Reserve();
        var descriptor = objects.Reserve();
        var program = objects.Reserve();
        var toUnicode = objects.Reserve();
        var isCff = font.Subset.IsCff;

        using (var type0 = objects.Dictionary(number))
        {
            type0.Name("Type"u8, "Font"u8);
            type0.Name("Subtype"u8, "Type0"u8);
            type0.Name("BaseFont"u8, name);
            type0.Name("Encoding"u8, "Identity-H"u8);
            using (var descendants = type0.Array("DescendantFonts"u8))
            {
                descendants.Reference(descendant);
            }

            type0.Reference("ToUnicode"u8, toUnicode);
        }

        var map = isCff || !font.HasSecondCodes ? default : objects.Reserve();
        using (var cid = objects.Dictionary(descendant))
        {
            cid.Name("Type"u8, "Font"u8);
            cid.Name("Subtype"u8, isCff ? "CIDFontType0"u8 : "CIDFontType2"u8);
            cid.Name("BaseFont"u8, name);
            using (var system = cid.Dictionary("CIDSystemInfo"u8))
            {
                system.Bytes("Registry"u8, "Adobe"u8);
                system.Bytes("Ordering"u8, "Identity"u8);
                system.Integer("Supplement"u8, 0);
            }

            cid.Reference("FontDescriptor"u8, descriptor);
            if (!isCff)
            {
                if (map.IsNone)
                {
                    cid.Name("CIDToGIDMap"u8, "Identity"u8);
                }
                else
                {
                    cid.Reference("CIDToGIDMap"u8, map);
                }
            }

            WidthArray.Write(cid, font);
        }

        if (!map.IsNone)
        {
            using var stream = objects.DeflatedStream(map, font.CidToGlyphMap());
        }

        WriteDescriptor(objects, font, descriptor, program, name, withCidSet);
        WriteProgram(objects, font, program);
        using (objects.DeflatedStream(toUnicode, ToUnicodeMap.Write(font)))
        {
        }
    }

    private static void WriteProgram(ObjectTable objects, EmbeddedFont font, ObjectReference program)
    {
        if (font.Subset.IsCff)
        {
            using var cff = objects.DeflatedStream(program, font.Subset.Data);
            cff.Name("Subtype"u8, "CIDFontType0C"u8);
            return;
        }

        using var trueType = objects.DeflatedStream(program, font.Subset.Data);
        trueType.Integer("Length1"u8, font.Subset.Data.Length);
    }

    private static void WriteDescriptor(ObjectTable objects, EmbeddedFont font, ObjectReference number, ObjectReference program, byte[] name, bool withCidSet)
    {
        var face = font.Use.Face;
        int Em(int units) => (int)((units * 1000L + (Math.Sign(units) * (face.UnitsPerEm / 2))) / face.UnitsPerEm);
        var cidSet = withCidSet ? objects.Reserve() : default;
        using (var descriptor = objects.Dictionary(number))
        {
            descriptor.Name("Type"u8, "FontDescriptor"u8);
            descriptor.Name("FontName"u8, name);
            descriptor.Integer("Flags"u8, Flags(font));
            using (var box = descriptor.Array("FontBBox"u8))
            {
                box.Integer(Em(face.BoundingBox.Left));
                box.Integer(Em(face.BoundingBox.Bottom));
                box.Integer(Em(face.BoundingBox.Right));
                box.Integer(Em(face.BoundingBox.Top));
            }

            descriptor.Thousandths("ItalicAngle"u8, (long)Math.Round(face.ItalicAngle * 1000, MidpointRounding.AwayFromZero));
            descriptor.Integer("Ascent"u8, Em(face.Ascender));
            descriptor.Integer("Descent"u8, Em(face.Descender));
            descriptor.Integer("CapHeight"u8, Em(face.CapHeight));
            descriptor.Integer("XHeight"u8, Em(face.XHeight));
            descriptor.Integer("StemV"u8, StemOf(face.Weight));
            descriptor.Reference(font.Subset.IsCff ? "FontFile3"u8 : "FontFile2"u8, program);
            if (!cidSet.IsNone)
            {
                descriptor.Reference("CIDSet"u8, cidSet);
            }
        }

        if (!cidSet.IsNone)
        {
            using var stream = objects.DeflatedStream(cidSet, CidSet(font.CidCount));
        }
    }

    // No table of a font says how thick its stems are; readers use the number only to fake a font that isn't embedded. The usual guess from the weight:
    // 50 + (weight / 65)², 88 for regular, 166 for bold.
    private static int StemOf(int weight) => 50 + (weight * weight / 4225);

    // Table 123. Symbolic, because the codes are no standard encoding's.
    private static int Flags(EmbeddedFont font)
    {
        var face = font.Use.Face;
        var flags = 1 << 2;
        flags |= face.FixedPitch ? 1 : 0;
        flags |= face.FamilyClass is (>= 1 and <= 5) or 7 ? 1 << 1 : 0;
        flags |= face.FamilyClass == 10 ? 1 << 3 : 0;
        flags |= face.Italic ? 1 << 6 : 0;
        return flags;
    }

    private static byte[] CidSet(int count)
    {
        var bits = new byte[(count + 7) / 8];
        for (var cid = 0; cid < count; cid++)
        {
            bits[cid >> 3] |= (byte)(0x80 >> (cid & 7));
        }

        return bits;
    }
}
