using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Publish.Document;

namespace Publish.Fonts.Tests;

public class SubsetTests
{
    private static ushort[] GlyphsOf(FontFace face, string text, params FontFeature[] features) =>
        [.. House.Shape(face, text, features).Select(g => g.Glyph)];

    private static FontFace Read(byte[] data)
    {
        var diagnostics = new List<Diagnostic>();
        var faces = FontFile.Read("test.ttf", data, diagnostics);
        Assert.Empty(diagnostics);
        return Assert.Single(faces);
    }

    [Fact]
    public void A_subset_keeps_outlines_and_widths_under_new_ids()
    {
        var face = House.Regular;
        ushort[] glyphs = [.. GlyphsOf(face, "The office of Émile Żółć, 1938", new FontFeature("onum", 1)), .. GlyphsOf(face, "leon", new FontFeature("smcp", 1))];
        var subset = face.Subset(glyphs);
        var sorted = glyphs.Distinct().Order().ToArray();
        var again = Read(Sfnt.Wrapped(subset, face.Data.ToArray()));
        Assert.False(subset.IsWhole);
        Assert.False(subset.IsCff);
        Assert.InRange(subset.Data.Length, 1000, 12_000);
        Assert.Equal(again.GlyphCount, subset.GlyphCount);
        Assert.Equal(sorted.Length, subset.Glyphs.Length);
        Assert.True(subset.Glyphs.SequenceEqual(subset.Glyphs.Order()));
        for (var i = 0; i < sorted.Length; i++)
        {
            Assert.Equal(face.AdvanceOf(sorted[i]), again.AdvanceOf(subset.Glyphs[i]));
            Assert.Equal(face.ExtentsOf(sorted[i]), again.ExtentsOf(subset.Glyphs[i]));
        }
        Assert.Equal(face.ExtentsOf(0), again.ExtentsOf(0));
        Assert.Equal(["glyf", "head", "hhea", "hmtx", "loca", "maxp"], Sfnt.Tables(subset.Data).Keys);
    }

    [Theory]
    [InlineData("NameKeyedCff.otf", "office AV leon 1938")]
    [InlineData("CidKeyedCff.otf", "文学歴史AB")]
    public void A_cff_subset_is_a_bare_table_with_the_same_outlines(string file, string text)
    {
        var original = House.TestFont(file);
        var face = Read(original);
        Assert.True(face.IsCff);
        var glyphs = GlyphsOf(face, text);
        Assert.DoesNotContain((ushort)0, glyphs);
        var subset = face.Subset(glyphs);
        var sorted = glyphs.Distinct().Order().ToArray();
        Assert.True(subset.IsCff);
        Assert.Equal(1, subset.Data[0]); // major version of CFF
        Assert.True(subset.Data.Length < original.Length / 2 || subset.Data.Length < 5000);
        var again = Read(Sfnt.Wrapped(subset, original));
        for (var i = 0; i < sorted.Length; i++) Assert.Equal(face.ExtentsOf(sorted[i]), again.ExtentsOf(subset.Glyphs[i]));
    }

    [Fact]
    public void The_characters_of_a_cid_keyed_subset_are_numbered_as_its_glyphs()
    {
        var face = Read(House.TestFont("CidKeyedCff.otf"));
        var subset = face.Subset(GlyphsOf(face, "文AB"));
        Assert.Equal([1, 2, 3], subset.Glyphs.Select(g => (int)g));
        // Format 1, one range: from 1, and the rest after it.
        Assert.True(subset.Data.AsSpan().IndexOf((ReadOnlySpan<byte>)[1, 0, 1, (byte)(subset.GlyphCount - 2)]) > 0);
    }

    [Fact]
    public void A_composite_brings_its_parts()
    {
        var glyph = House.Regular.GlyphOf('Å');
        var subset = House.Regular.Subset([glyph]);
        Assert.True(subset.GlyphCount >= 2);
        var again = Read(Sfnt.Wrapped(subset, House.Regular.Data.ToArray()));
        Assert.Equal(House.Regular.ExtentsOf(glyph), again.ExtentsOf(subset.Glyphs[0]));
    }

    [Fact]
    public void The_tag_tells_face_and_glyphs_and_is_stable()
    {
        ushort[] glyphs = [70, 36, 37, 36];
        var one = House.Regular.Subset(glyphs);
        Assert.Matches("^[A-Z]{6}$", one.Tag);
        Assert.Equal(one.Tag, House.Regular.Subset([36, 37, 70]).Tag);
        Assert.Equal(one.Data, House.Regular.Subset([36, 37, 70]).Data);
        Assert.NotEqual(one.Tag, House.Regular.Subset([36, 37]).Tag);
        Assert.NotEqual(one.Tag, House.Italic.Subset(glyphs).Tag);
        Assert.Equal("VFMHWU", House.Mono.Subset([1, 2, 3]).Tag);
    }

    [Fact]
    public void Glyphs_the_face_lacks_become_notdef() => Assert.Equal([1, 0], House.Regular.Subset([House.Regular.GlyphOf('n'), 65000]).Glyphs.Select(g => (int)g));

    [Fact]
    public void A_face_that_may_not_be_cut_is_embedded_whole()
    {
        var data = Sfnt.WithEmbeddingBits(House.Regular.Data.ToArray(), 0x100);
        var face = Read(data);
        Assert.False(face.SubsettingAllowed);
        var subset = face.Subset([40, 41]);
        Assert.True(subset.IsWhole);
        Assert.Equal(data, subset.Data);
        Assert.Equal([40, 41], subset.Glyphs.Select(g => (int)g));
    }

    [Fact]
    public void A_web_subset_is_a_font_with_its_layout_and_licence()
    {
        var data = House.Regular.SubsetForWeb("office Leon 1938 Тé".Select(c => (int)c));
        var face = Read(data);
        Assert.InRange(data.Length, 5_000, 60_000);
        Assert.Equal("EB Garamond", face.FamilyName);
        Assert.Equal([0, 1, 4, 5], House.Shape(face, "office").Select(g => g.Cluster));
        Assert.NotEqual(face.GlyphOf('n'), House.Shape(face, "n", new FontFeature("smcp", 1))[0].Glyph);
        Assert.NotEqual(face.GlyphOf('3'), House.Shape(face, "3", new FontFeature("onum", 1), new FontFeature("pnum", 1))[0].Glyph);
        Assert.NotEqual(face.GlyphOf('3'), House.Shape(face, "3", new FontFeature("sups", 1))[0].Glyph);
        Assert.Equal(0, face.GlyphOf('z'));
        Assert.Contains("Open Font License", Encoding.BigEndianUnicode.GetString(Sfnt.Tables(data)["name"]), StringComparison.Ordinal);
        foreach (var text in (string[])["office", "Leon 1938"])
            Assert.Equal(House.Shape(House.Regular, text).Sum(g => g.Advance), House.Shape(face, text).Sum(g => g.Advance));
    }

    [Fact]
    public void A_web_subset_is_the_same_twice_and_without_a_feature_smaller()
    {
        var text = "office Leon 1938".Select(c => (int)c).ToArray();
        Assert.Equal(House.Regular.SubsetForWeb(text), House.Regular.SubsetForWeb(text.Reverse()));
        Assert.True(House.Regular.SubsetForWeb(text, features: []).Length < House.Regular.SubsetForWeb(text).Length);
    }

    [Fact]
    public void Woff_unpacks_to_the_same_tables()
    {
        var text = "office".Select(c => (int)c).ToArray();
        var font = House.Regular.SubsetForWeb(text);
        var woff = House.Regular.SubsetForWeb(text, WebFontFormat.Woff);
        Assert.True(woff.Length < font.Length);
        Assert.Equal("wOFF", Encoding.ASCII.GetString(woff, 0, 4));
        Assert.Equal(woff.Length, BinaryPrimitives.ReadInt32BigEndian(woff.AsSpan(8)));
        var tables = Sfnt.Tables(font);
        Assert.Equal(tables.Count, BinaryPrimitives.ReadUInt16BigEndian(woff.AsSpan(12)));
        for (var i = 0; i < tables.Count; i++)
        {
            var entry = woff.AsSpan(44 + (20 * i));
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            var packed = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            var bytes = woff[offset..(offset + packed)];
            if (packed < length)
            {
                using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
                using var target = new MemoryStream();
                zlib.CopyTo(target);
                bytes = target.ToArray();
            }
            Assert.Equal(tables[Encoding.Latin1.GetString(entry[..4])], bytes);
        }
    }
}
