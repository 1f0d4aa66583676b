using System.Buffers.Binary;

namespace Publish.Fonts.OpenType;

/// <summary>What the tables head, hhea, maxp, OS/2 and post say of a face, in font units. Field names are those of the OpenType specification 1.9.</summary>
internal sealed record FontTables
{
    // OS/2.fsSelection.
    private const int ItalicBit = 1 << 0;
    private const int UseTypographicMetricsBit = 1 << 7;
    private const int ObliqueBit = 1 << 9;

    /// <summary>Required in every face that can be printed; outlines are asked for apart.</summary>
    private static readonly string[] Required = ["head", "hhea", "hmtx", "maxp", "cmap"];

    public int UnitsPerEm { get; private init; }
    public uint CheckSum { get; private init; }
    public GlyphExtents BoundingBox { get; private init; }
    public int GlyphCount { get; private init; }
    public int Ascender { get; private init; }
    public int Descender { get; private init; }
    public int LineGap { get; private init; }
    public int? CapHeight { get; private init; }
    public int? XHeight { get; private init; }
    public int Weight { get; private init; }
    public bool Italic { get; private init; }
    public int EmbeddingBits { get; private init; }
    public int FamilyClass { get; private init; }
    public double ItalicAngle { get; private init; }
    public int UnderlinePosition { get; private init; }
    public int UnderlineThickness { get; private init; }
    public int StrikeoutPosition { get; private init; }
    public int StrikeoutThickness { get; private init; }
    public bool FixedPitch { get; private init; }
    public int HorizontalMetricCount { get; private init; }

    /// <summary>Reads the tables.</summary>
    /// <param name="file">The face.</param>
    /// <param name="problem">What is wrong, in words that end a sentence beginning "the file …"; null where nothing is.</param>
    public static FontTables? Read(SfntFile file, out string? problem)
    {
        problem = Check(file);
        if (problem is not null) return null;
        var head = file.Table("head");
        var hhea = file.Table("hhea");
        var os2 = file.Table("OS/2");
        var post = file.Table("post");
        var hasOs2 = os2.Length >= 78;
        var hasPost = post.Length >= 16;
        var selection = hasOs2 ? Unsigned(os2, 62) : 0;
        var macStyle = Unsigned(head, 44);
        var unitsPerEm = Unsigned(head, 18);
        var typographic = hasOs2 && (selection & UseTypographicMetricsBit) != 0;
        var angle = hasPost ? BinaryPrimitives.ReadInt32BigEndian(post[4..]) / 65536.0 : 0;
        var heights = os2.Length >= 90 && Unsigned(os2, 0) >= 2;
        return new FontTables
        {
            UnitsPerEm = unitsPerEm,
            CheckSum = BinaryPrimitives.ReadUInt32BigEndian(head[8..]),
            BoundingBox = new(Signed(head, 36), Signed(head, 38), Signed(head, 40), Signed(head, 42)),
            GlyphCount = Unsigned(file.Table("maxp"), 4),
            Ascender = typographic ? Signed(os2, 68) : Signed(hhea, 4),
            Descender = typographic ? Signed(os2, 70) : Signed(hhea, 6),
            LineGap = typographic ? Signed(os2, 72) : Signed(hhea, 8),
            CapHeight = heights && Signed(os2, 88) > 0 ? Signed(os2, 88) : null,
            XHeight = heights && Signed(os2, 86) > 0 ? Signed(os2, 86) : null,
            Weight = hasOs2 ? Math.Clamp(Unsigned(os2, 4), 1, 1000) : (macStyle & 1) != 0 ? 700 : 400,
            Italic = hasOs2 ? (selection & (ItalicBit | ObliqueBit)) != 0 : (macStyle & 2) != 0,
            EmbeddingBits = hasOs2 ? Unsigned(os2, 8) : 0,
            FamilyClass = hasOs2 ? Unsigned(os2, 30) >> 8 : 0,
            ItalicAngle = Math.Abs(angle) < 90 ? angle : 0,
            UnderlinePosition = hasPost && Signed(post, 8) != 0 ? Signed(post, 8) : -unitsPerEm / 10,
            UnderlineThickness = hasPost && Signed(post, 10) > 0 ? Signed(post, 10) : unitsPerEm / 20,
            StrikeoutPosition = hasOs2 && Signed(os2, 28) > 0 ? Signed(os2, 28) : unitsPerEm / 4,
            StrikeoutThickness = hasOs2 && Signed(os2, 26) > 0 ? Signed(os2, 26) : unitsPerEm / 20,
            FixedPitch = hasPost && BinaryPrimitives.ReadUInt32BigEndian(post[12..]) != 0,
            HorizontalMetricCount = Unsigned(hhea, 34),
        };
    }

    private static string? Check(SfntFile file)
    {
        foreach (var tag in Required)
            if (!file.Has(tag)) return $"has no table '{tag}'";
        if (!file.Has("glyf") && !file.Has("CFF ") && !file.Has("CFF2"))
            return "has no outlines that can be printed (neither 'glyf' nor 'CFF')";
        if (file.Has("glyf") && !file.Has("loca")) return "has no table 'loca'";
        if (file.Table("head").Length < 54) return "has a broken table 'head'";
        if (file.Table("hhea").Length < 36) return "has a broken table 'hhea'";
        if (file.Table("maxp").Length < 6) return "has a broken table 'maxp'";
        if (Unsigned(file.Table("head"), 18) is < 16 or > 16384) return "states an impossible number of units to the em";
        if (Unsigned(file.Table("maxp"), 4) == 0) return "has no glyphs";
        var metrics = Unsigned(file.Table("hhea"), 34);
        if (metrics == 0 || file.Table("hmtx").Length < 4 * metrics) return "has a broken table 'hmtx'";
        return null;
    }

    private static int Unsigned(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(table[offset..]);

    private static int Signed(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table[offset..]);
}
