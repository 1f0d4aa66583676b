using System.Buffers.Binary;
using System.Collections.Immutable;
using Publish.Fonts.Native;
using Publish.Fonts.OpenType;

namespace Publish.Fonts.Subsetting;

/// <summary>Cuts parts out of faces, by HarfBuzz.</summary>
internal static unsafe class Subsetter
{
    // hb_subset_flags_t.
    private const uint NoHinting = 0x1;
    private const uint NotdefOutline = 0x40;
    private const uint NoLayoutClosure = 0x200;

    /// <summary>What an embedded TrueType program of a CID font must have (ISO 32000-1, 9.9, table 126): all else is dropped.</summary>
    private static readonly string[] KeptForPdf = ["glyf", "head", "hhea", "hmtx", "loca", "maxp", "CFF "];

    /// <summary>A subset for a PDF.</summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">Ids of glyphs, sorted and distinct.</param>
    /// <returns>Null where HarfBuzz can't cut this face.</returns>
    public static FontSubset? ForPdf(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        var input = HarfBuzz.SubsetInputCreate();
        if (input == 0) return null;
        HarfBuzz.SubsetInputSetFlags(input, NoHinting | NotdefOutline | NoLayoutClosure);
        var wanted = HarfBuzz.SubsetInputGlyphSet(input);
        foreach (var glyph in glyphs)
            if (glyph < face.GlyphCount) HarfBuzz.SetAdd(wanted, glyph);
        var dropped = HarfBuzz.SubsetInputSet(input, SubsetSet.DropTable);
        foreach (var tag in face.File.Tags)
            if (Array.IndexOf(KeptForPdf, tag) < 0) HarfBuzz.SetAdd(dropped, HarfBuzz.Tag(tag));
        var plan = HarfBuzz.SubsetPlanCreate(face.Native.Face, input);
        HarfBuzz.SubsetInputDestroy(input);
        if (plan == 0) return null;
        var map = HarfBuzz.SubsetPlanOldToNew(plan);
        var ids = ImmutableArray.CreateBuilder<ushort>(glyphs.Length);
        foreach (var glyph in glyphs)
        {
            var id = HarfBuzz.MapGet(map, glyph);
            ids.Add(id == HarfBuzz.Invalid ? (ushort)0 : (ushort)id);
        }
        var result = HarfBuzz.SubsetPlanExecute(plan);
        HarfBuzz.SubsetPlanDestroy(plan);
        GC.KeepAlive(face);
        if (result == 0) return null;
        var data = BytesOf(result);
        HarfBuzz.FaceDestroy(result);
        if (SfntFile.Open(data, 0, out _) is not { } file || file.Table("maxp") is not { Length: >= 6 } limits) return null;
        int count = BinaryPrimitives.ReadUInt16BigEndian(limits[4..]);
        if (face.IsCff) data = CffTable.ForCidFont(data, count);
        return data.Length == 0 ? null : new FontSubset(data, ids.MoveToImmutable(), SubsetTag.Of(face, glyphs), count, face.IsCff, false);
    }

    /// <summary>A subset for a browser: a font of its own with its character map, names and layout.</summary>
    /// <param name="face">The face.</param>
    /// <param name="codePoints">Characters it must have.</param>
    /// <param name="features">Tags of the features kept besides those a browser always applies.</param>
    /// <returns>Null where HarfBuzz can't cut this face.</returns>
    public static byte[]? ForWeb(FontFace face, IEnumerable<int> codePoints, IEnumerable<string> features)
    {
        var input = HarfBuzz.SubsetInputCreate();
        if (input == 0) return null;
        HarfBuzz.SubsetInputSetFlags(input, NoHinting | NotdefOutline);
        var wanted = HarfBuzz.SubsetInputUnicodeSet(input);
        foreach (var codePoint in codePoints) HarfBuzz.SetAdd(wanted, (uint)codePoint);
        var kept = HarfBuzz.SubsetInputSet(input, SubsetSet.LayoutFeature);
        foreach (var feature in features) HarfBuzz.SetAdd(kept, HarfBuzz.Tag(feature));
        // Copyright, licence and its address stay with the font (SIL OFL 1.1, condition 2).
        var names = HarfBuzz.SubsetInputSet(input, SubsetSet.NameId);
        foreach (uint id in (ReadOnlySpan<uint>)[0, 13, 14, 16, 17]) HarfBuzz.SetAdd(names, id);
        var result = HarfBuzz.Subset(face.Native.Face, input);
        HarfBuzz.SubsetInputDestroy(input);
        GC.KeepAlive(face);
        if (result == 0) return null;
        var data = BytesOf(result);
        HarfBuzz.FaceDestroy(result);
        return data.Length == 0 ? null : data;
    }

    /// <summary>A face's own bytes as a font file.</summary>
    public static byte[] BytesOf(nint face)
    {
        var blob = HarfBuzz.FaceReferenceBlob(face);
        var data = HarfBuzz.BlobGetData(blob, out var length);
        var bytes = new ReadOnlySpan<byte>(data, (int)length).ToArray();
        HarfBuzz.BlobDestroy(blob);
        return bytes;
    }
}
