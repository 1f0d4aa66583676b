using System.Text;
using CsCheck;
using Publish.Document;

namespace Publish.Fonts.Tests;

public class FontFileTests
{
    private static (IReadOnlyList<FontFace> Faces, List<Diagnostic> Diagnostics) Read(byte[] data)
    {
        var diagnostics = new List<Diagnostic>();
        return (FontFile.Read("fonts/x/x.ttf", data, diagnostics), diagnostics);
    }

    [Fact]
    public void Metrics_come_from_the_right_tables()
    {
        var face = House.Regular;
        Assert.Equal("EB Garamond", face.FamilyName);
        Assert.Equal("EBGaramond-Regular", face.PostScriptName);
        Assert.Equal("Regular", face.StyleName);
        Assert.Equal((1000, 400, false, false), (face.UnitsPerEm, face.Weight, face.Italic, face.IsCff));
        Assert.Equal((1007, -298, 0), (face.Ascender, face.Descender, face.LineGap));
        Assert.Equal((650, 400), (face.CapHeight, face.XHeight));
        Assert.True(House.Italic.Italic);
        Assert.True(House.Italic.ItalicAngle < 0);
        Assert.Equal(0, face.ItalicAngle);
        Assert.True(House.Mono.FixedPitch);
        Assert.False(face.FixedPitch);
        Assert.Equal(House.Mono.AdvanceOf(House.Mono.GlyphOf('i')), House.Mono.AdvanceOf(House.Mono.GlyphOf('W')));
        Assert.True(face.UnderlinePosition < 0 && face.UnderlineThickness > 0);
        Assert.Equal(0, face.GlyphOf(0x1F600));
        Assert.Equal(0, face.AdvanceOf(ushort.MaxValue));
        Assert.Equal(default, face.ExtentsOf(face.GlyphOf(' ')));
    }

    [Theory]
    [InlineData(0, EmbeddingRights.Installable, true)]
    [InlineData(2, EmbeddingRights.Restricted, false)]
    [InlineData(4, EmbeddingRights.PreviewAndPrint, true)]
    [InlineData(8, EmbeddingRights.Editable, true)]
    [InlineData(6, EmbeddingRights.PreviewAndPrint, true)]
    [InlineData(0x200, EmbeddingRights.Installable, false)]
    public void Embedding_rights_are_those_of_fsType(int bits, EmbeddingRights rights, bool allowed)
    {
        var face = Assert.Single(Read(Sfnt.WithEmbeddingBits(House.Mono.Data.ToArray(), (ushort)bits)).Faces);
        Assert.Equal((rights, allowed), (face.EmbeddingRights, face.EmbeddingAllowed));
    }

    [Fact]
    public void A_collection_has_all_its_faces_and_each_can_be_taken_out()
    {
        var mono = House.Mono.Data.ToArray();
        var (faces, diagnostics) = Read(Sfnt.Collection(mono, House.Italic.Data.ToArray(), Sfnt.WithEmbeddingBits(mono, 0x100)));
        Assert.Empty(diagnostics);
        Assert.Equal(["JetBrainsMono-Regular", "EBGaramond-Italic", "JetBrainsMono-Regular"], faces.Select(f => f.PostScriptName));
        Assert.Equal(House.Shape(House.Italic, "office"), House.Shape(faces[1], "office"));
        Assert.Equal(House.Italic.Subset([40]).Data, faces[1].Subset([40]).Data);
        var whole = faces[2].Subset([40]);
        Assert.True(whole.IsWhole);
        var (again, problems) = Read(whole.Data);
        Assert.Empty(problems);
        Assert.Equal(House.Mono.ExtentsOf(40), Assert.Single(again).ExtentsOf(40));
    }

    [Fact]
    public void A_variable_font_is_pinned_at_each_weight()
    {
        var (faces, diagnostics) = Read(House.TestFont("Variable.ttf"));
        Assert.Empty(diagnostics);
        Assert.Equal([100, 200, 300, 400, 500, 600, 700, 800, 900], faces.Select(f => f.Weight));
        var widths = faces.Select(f => f.AdvanceOf(f.GlyphOf('n'))).ToList();
        Assert.True(widths[8] > widths[0]);
        Assert.All(faces, f => Assert.False(Sfnt.Tables(f.Data.ToArray()).ContainsKey("fvar")));
        var subset = faces[8].Subset([faces[8].GlyphOf('n')]);
        var again = Assert.Single(Read(Sfnt.Wrapped(subset, faces[8].Data.ToArray())).Faces);
        Assert.Equal(widths[8], again.AdvanceOf(subset.Glyphs[0]));
    }

    [Theory]
    [InlineData("COLR")]
    [InlineData("SVG ")]
    [InlineData("CBDT")]
    [InlineData("sbix")]
    public void A_colour_font_is_refused(string table)
    {
        var (faces, diagnostics) = Read(Sfnt.With(House.Mono.Data.ToArray(), table, new byte[16]));
        Assert.Empty(faces);
        Assert.Equal("FNT004", Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("glyf", "has no outlines that can be printed")]
    [InlineData("loca", "has no table 'loca'")]
    [InlineData("head", "has no table 'head'")]
    [InlineData("hmtx", "has no table 'hmtx'")]
    [InlineData("cmap", "has no table 'cmap'")]
    public void A_missing_table_is_named(string table, string message)
    {
        var (faces, diagnostics) = Read(Sfnt.With(House.Mono.Data.ToArray(), table, null));
        Assert.Empty(faces);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("FNT003", diagnostic.Code);
        Assert.StartsWith("fonts/x/x.ttf: warning FNT003: the file " + message, diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is too short")]
    [InlineData("not a font at all", "is not an OpenType font")]
    [InlineData("wOF2 and what follows", "is a web font")]
    [InlineData("ttcf\0\u0001\0\0\u007f\0\0\0\0\0", "is a collection cut short")]
    [InlineData("OTTO\0\0\0\0\0\0\0\0\0", "has a broken table directory")]
    public void What_is_no_font_is_said(string bytes, string message)
    {
        var (faces, diagnostics) = Read(Encoding.Latin1.GetBytes(bytes));
        Assert.Empty(faces);
        Assert.Contains(message, Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_cut_short_is_refused()
    {
        var data = House.Mono.Data.ToArray();
        Assert.Empty(Read(data[..(data.Length / 2)]).Faces);
    }

    [Theory]
    [InlineData("JetBrainsMono")]
    [InlineData("NameKeyedCff.otf")]
    [InlineData("CidKeyedCff.otf")]
    [InlineData("Variable.ttf")]
    public void Mutated_fonts_never_crash(string name)
    {
        var original = name == "JetBrainsMono" ? House.Mono.Data.ToArray() : House.TestFont(name);
        var tables = Sfnt.Tables(original);
        var tags = tables.Keys.ToArray();
        Gen.Select(Gen.Int[0, tags.Length - 1], Gen.Int[0, 10_000], Gen.Byte, Gen.Int[1, 6]).Sample(
            (table, at, value, run) =>
            {
                var mutated = new SortedDictionary<string, byte[]>(tables, StringComparer.Ordinal);
                var bytes = tables[tags[table]].ToArray();
                for (var i = 0; i < run && bytes.Length > 0; i++) bytes[(at + i) % Math.Min(bytes.Length, 400)] = (byte)((value + (i * 77)) & 0xFF);
                mutated[tags[table]] = bytes;
                foreach (var face in Read(Sfnt.Build(mutated)).Faces)
                {
                    var glyphs = House.Shape(face, "office 文学 AV 1938");
                    foreach (var glyph in glyphs)
                    {
                        _ = face.ExtentsOf(glyph.Glyph);
                        _ = face.ProtrusionOf(glyph.Glyph);
                    }
                    var subset = face.Subset([.. glyphs.Select(g => g.Glyph)]);
                    Assert.Equal(glyphs.Select(g => g.Glyph).Distinct().Count(), subset.Glyphs.Length);
                    Assert.NotEmpty(face.SubsetForWeb([0x61, 0x62]));
                }
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public void Mutated_directories_never_crash()
    {
        var original = House.TestFont("Variable.ttf");
        var collection = Sfnt.Collection(original, original);
        Gen.Select(Gen.Bool, Gen.Int[0, 300], Gen.Byte.Array[1, 4]).Sample(
            (single, at, bytes) =>
            {
                var mutated = (single ? original : collection).ToArray();
                bytes.CopyTo(mutated, at);
                var (faces, diagnostics) = Read(mutated);
                Assert.True(faces.Count > 0 || diagnostics.Count > 0);
                foreach (var face in faces) _ = House.Shape(face, "Hail");
            },
            iter: 300,
            threads: 1);
    }
}
