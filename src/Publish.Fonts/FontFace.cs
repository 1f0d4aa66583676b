using System.Buffers.Binary;
using Publish.Fonts.Native;
using Publish.Fonts.OpenType;

namespace Publish.Fonts;

/// <summary>
/// A face of a font: one style of one family, read from an OpenType file (TrueType or CFF outlines). Compared by identity. All lengths are in font
/// units, y up. Any thread may use it.
/// </summary>
public sealed partial class FontFace
{
    private readonly NativeFont _native;
    private readonly SfntFile _file;
    private readonly FontTables _tables;
    private readonly FontNames _names;
    private readonly ReadOnlyMemory<byte> _horizontalMetrics;
    private readonly bool _variable;

    internal FontFace(ReadOnlyMemory<byte> data, int index, string path, SfntFile file, FontTables tables)
    {
        Data = data;
        Index = index;
        Path = path;
        _file = file;
        _tables = tables;
        _names = FontNames.Read(file.Table("name"));
        _native = new NativeFont(data, index);
        _horizontalMetrics = file.Memory("hmtx");
        _variable = file.Has("fvar");
        FamilyName = _names.Family.Length == 0 ? System.IO.Path.GetFileNameWithoutExtension(path) : _names.Family;
        IsCff = !file.Has("glyf");
        CapHeight = tables.CapHeight ?? TopOf('H') ?? tables.UnitsPerEm * 7 / 10;
        XHeight = tables.XHeight ?? TopOf('x') ?? tables.UnitsPerEm / 2;
    }

    /// <summary>The file, whole.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Which face of the file: other than 0 only in a collection.</summary>
    public int Index { get; }

    /// <summary>Where it was read: relative to the folder of assets or of the book.</summary>
    public string Path { get; }

    /// <summary>The family it belongs to (name table: typographic family, else family).</summary>
    public string FamilyName { get; }

    /// <summary>Its style in words, as "Bold Italic".</summary>
    public string StyleName => _names.Style;

    /// <summary>Its PostScript name, as "EBGaramond-Bold": printable ASCII without delimiters.</summary>
    public string PostScriptName => _names.PostScript;

    /// <summary>100 … 900 (OS/2.usWeightClass).</summary>
    public int Weight => _tables.Weight;

    /// <summary>Italic or oblique (OS/2.fsSelection).</summary>
    public bool Italic => _tables.Italic;

    /// <summary>All characters are equally wide (post.isFixedPitch).</summary>
    public bool FixedPitch => _tables.FixedPitch;

    /// <summary>The class of its design (OS/2.sFamilyClass, high byte): 1–5 and 7 have serifs, 8 has none, 10 is a script; 0 says nothing.</summary>
    public int FamilyClass => _tables.FamilyClass;

    /// <summary>Font units to the em.</summary>
    public int UnitsPerEm => _tables.UnitsPerEm;

    /// <summary>Height of the line above the baseline: OS/2.sTypoAscender where the face says USE_TYPO_METRICS, else hhea.ascender.</summary>
    public int Ascender => _tables.Ascender;

    /// <summary>Depth of the line below the baseline, negative: from the same table as <see cref="Ascender"/>.</summary>
    public int Descender => _tables.Descender;

    /// <summary>White between lines: from the same table as <see cref="Ascender"/>.</summary>
    public int LineGap => _tables.LineGap;

    /// <summary>Height of capitals (OS/2.sCapHeight, else measured on H).</summary>
    public int CapHeight { get; }

    /// <summary>Height of lower-case letters (OS/2.sxHeight, else measured on x).</summary>
    public int XHeight { get; }

    /// <summary>Degrees from the vertical, counter-clockwise: negative for letters that lean to the right (post.italicAngle).</summary>
    public double ItalicAngle => _tables.ItalicAngle;

    /// <summary>The box around all outlines (head).</summary>
    public GlyphExtents BoundingBox => _tables.BoundingBox;

    /// <summary>Where an underline's middle lies; negative is below the baseline (post, else a tenth of the em).</summary>
    public int UnderlinePosition => _tables.UnderlinePosition;

    /// <summary>How thick an underline is (post, else a twentieth of the em).</summary>
    public int UnderlineThickness => _tables.UnderlineThickness;

    /// <summary>Where the top of a line through the text lies (OS/2).</summary>
    public int StrikeoutPosition => _tables.StrikeoutPosition;

    /// <summary>How thick a line through the text is (OS/2).</summary>
    public int StrikeoutThickness => _tables.StrikeoutThickness;

    /// <summary>Outlines are CFF (cubic); otherwise TrueType (quadratic).</summary>
    public bool IsCff { get; }

    /// <summary>How many glyphs it has.</summary>
    public int GlyphCount => _tables.GlyphCount;

    /// <summary>What its maker allows.</summary>
    public EmbeddingRights EmbeddingRights => (_tables.EmbeddingBits & 0xF) switch
    {
        0 => EmbeddingRights.Installable,
        var bits when (bits & 8) != 0 => EmbeddingRights.Editable,
        var bits when (bits & 4) != 0 => EmbeddingRights.PreviewAndPrint,
        var bits when (bits & 2) != 0 => EmbeddingRights.Restricted,
        _ => EmbeddingRights.Installable,
    };

    /// <summary>Whether outlines may be embedded in a document at all (fsType: not restricted, not bitmaps only).</summary>
    public bool EmbeddingAllowed => EmbeddingRights != EmbeddingRights.Restricted && (_tables.EmbeddingBits & 0x200) == 0;

    /// <summary>Whether a part of it may be embedded; otherwise only the whole (fsType, bit 8).</summary>
    public bool SubsettingAllowed => (_tables.EmbeddingBits & 0x100) == 0;

    /// <summary>The face for tests and reports: its PostScript name.</summary>
    public override string ToString() => PostScriptName;

    internal NativeFont Native => _native;

    internal SfntFile File => _file;

    internal uint CheckSum => _tables.CheckSum;

    /// <summary>The glyph of a character before any feature; 0 (.notdef) where the face has none.</summary>
    public ushort GlyphOf(int codePoint)
    {
        var found = HarfBuzz.FontGetNominalGlyph(_native.Font, unchecked((uint)codePoint), out var glyph);
        GC.KeepAlive(this);
        return found != 0 && glyph < (uint)GlyphCount ? (ushort)glyph : (ushort)0;
    }

    /// <summary>How far a glyph moves the pen (hmtx); 0 for an id the face doesn't have.</summary>
    public int AdvanceOf(ushort glyph)
    {
        if (glyph >= GlyphCount) return 0;
        if (!_variable)
            return BinaryPrimitives.ReadUInt16BigEndian(_horizontalMetrics.Span[(4 * Math.Min(glyph, _tables.HorizontalMetricCount - 1))..]);
        var advance = HarfBuzz.FontGetGlyphHorizontalAdvance(_native.Font, glyph);
        GC.KeepAlive(this);
        return advance;
    }

    /// <summary>The box around a glyph's outline; empty for a glyph without one.</summary>
    public GlyphExtents ExtentsOf(ushort glyph)
    {
        var found = HarfBuzz.FontGetGlyphExtents(_native.Font, glyph, out var e);
        GC.KeepAlive(this);
        return found == 0 ? default : unchecked(new GlyphExtents(e.BearingX, e.BearingY + e.Height, e.BearingX + e.Width, e.BearingY));
    }

    private int? TopOf(char character)
    {
        var glyph = GlyphOf(character);
        return glyph == 0 || ExtentsOf(glyph).Top <= 0 ? null : ExtentsOf(glyph).Top;
    }
}
