using CsCheck;

namespace Publish.Fonts.Tests;

public class ShapingTests
{
    private static int Width(IEnumerable<ShapedGlyph> glyphs) => glyphs.Sum(g => g.Advance);

    [Fact]
    public void Office_has_a_ligature_that_covers_its_letters()
    {
        var glyphs = House.Shape(House.Regular, "office");
        Assert.Equal([0, 1, 4, 5], glyphs.Select(g => g.Cluster));
        Assert.Equal(6, House.Shape(House.Regular, "office", new FontFeature("liga", 0)).Count);
    }

    [Fact]
    public void Small_capitals_are_other_glyphs_and_narrower_than_capitals()
    {
        var small = House.Shape(House.Regular, "leon", new FontFeature("smcp", 1));
        var plain = House.Shape(House.Regular, "leon");
        var capitals = House.Shape(House.Regular, "LEON");
        Assert.All(small.Zip(plain), pair => Assert.NotEqual(pair.Second.Glyph, pair.First.Glyph));
        Assert.True(Width(small) < Width(capitals));
        Assert.True(House.Regular.ExtentsOf(small[1].Glyph).Top < House.Regular.CapHeight);
        var all = House.Shape(House.Regular, "LEON", new FontFeature("smcp", 1), new FontFeature("c2sc", 1));
        Assert.Equal(small.Select(g => House.Regular.ExtentsOf(g.Glyph)), all.Select(g => House.Regular.ExtentsOf(g.Glyph)));
    }

    [Fact]
    public void Figures_come_in_four_forms()
    {
        var old = House.Shape(House.Regular, "1234567890", new FontFeature("onum", 1), new FontFeature("pnum", 1));
        var lining = House.Shape(House.Regular, "1234567890", new FontFeature("lnum", 1), new FontFeature("tnum", 1));
        Assert.True(House.Regular.ExtentsOf(old[2].Glyph).Bottom < -100, "an old-style three goes below the line");
        Assert.True(House.Regular.ExtentsOf(lining[2].Glyph).Bottom > -50, "a lining three stands on it");
        Assert.Single(lining.Select(g => g.Advance).Distinct());
        Assert.True(old.Select(g => g.Advance).Distinct().Count() > 3);
    }

    [Fact]
    public void Superior_figures_are_glyphs_of_their_own()
    {
        var superior = House.Shape(House.Regular, "12", new FontFeature("sups", 1));
        Assert.All(superior, g => Assert.True(House.Regular.ExtentsOf(g.Glyph).Bottom > House.Regular.XHeight / 2));
    }

    [Theory]
    [InlineData("AV")]
    [InlineData("To")]
    [InlineData("Y.")]
    public void Pairs_are_kerned(string pair) =>
        Assert.NotEqual(Width(House.Shape(House.Regular, pair, new FontFeature("kern", 0))), Width(House.Shape(House.Regular, pair)));

    [Theory]
    [InlineData("Троцкий", "Cyrl", "ru")]
    [InlineData("ἀλήθεια", "Grek", "el")]
    [InlineData("Żółć", "Latn", "pl")]
    public void Other_scripts_have_their_glyphs(string text, string script, string language)
    {
        var glyphs = House.Shape(House.Regular, text, script, language);
        Assert.Equal(text.Length, glyphs.Count);
        Assert.DoesNotContain(glyphs, g => g.Glyph == 0);
    }

    [Fact]
    public void A_combining_mark_composes_or_stands_over_its_letter()
    {
        var composed = House.Shape(House.Regular, "e\u0301");
        Assert.Equal([House.Regular.GlyphOf('é')], composed.Select(g => g.Glyph));
        var placed = House.Shape(House.Regular, "x\u0301");
        Assert.Equal(2, placed.Count);
        Assert.All(placed, g => Assert.Equal(0, g.Cluster));
        Assert.Equal(0, placed[1].Advance);
        Assert.NotEqual(0, placed[1].OffsetX);
    }

    [Fact]
    public void Soft_hyphens_and_joiners_leave_no_glyph() =>
        Assert.Equal(2, House.Shape(House.Regular, "a\u00AD\u200Bb").Count);

    [Fact]
    public void A_language_sets_its_own_forms()
    {
        // Turkish tells i from ı: no ligature may swallow the dot.
        Assert.Single(House.Shape(House.Regular, "fi", "Latn", "en"));
        Assert.Equal(2, House.Shape(House.Regular, "fi", "Latn", "tr").Count);
    }

    [Fact]
    public void Hebrew_runs_from_right_to_left()
    {
        var glyphs = House.Shape(House.Regular, "אב", "Hebr", "he");
        Assert.Equal([1, 0], glyphs.Select(g => g.Cluster));
    }

    [Fact]
    public void A_piece_counts_its_clusters_from_its_start()
    {
        var whole = new List<ShapedGlyph>();
        House.Regular.Shape("an office", 3, 6, ShapingSettings.Latin, whole);
        Assert.Equal(House.Shape(House.Regular, "office"), whole);
    }

    [Fact]
    public void Results_are_added_at_the_end()
    {
        var glyphs = House.Shape(House.Regular, "ab");
        House.Regular.Shape("c", ShapingSettings.Latin, glyphs);
        House.Regular.Shape("", ShapingSettings.Latin, glyphs);
        Assert.Equal(3, glyphs.Count);
        Assert.Equal(House.Regular.GlyphOf('c'), glyphs[2].Glyph);
    }

    [Fact]
    public void Every_character_belongs_to_a_cluster_and_widths_are_those_of_the_glyphs() =>
        Gen.String[Gen.Char["abcfilortAVTW .,-'’“”éüßœ0123ﬁ\u0301\u00AD\u200D\uD83Dαβж"], 0, 24].Sample(text =>
        {
            var glyphs = House.Shape(House.Regular, text);
            var clusters = glyphs.Select(g => g.Cluster).ToList();
            return clusters.TrueForAll(c => c >= 0 && c < text.Length)
                && clusters.SequenceEqual(clusters.Order())
                && (glyphs.Count == 0 || clusters[0] == 0)
                && glyphs.TrueForAll(g => g.Glyph < House.Regular.GlyphCount);
        });

    [Fact]
    public void Threads_agree()
    {
        string[] words = ["office", "Trotsky", "AV", "fjord", "1938", "revolution", "x\u0301"];
        var expected = words.Select(w => House.Shape(House.Regular, w)).ToList();
        Parallel.For(0, 64, i => Assert.Equal(expected[i % words.Length], House.Shape(House.Regular, words[i % words.Length])));
    }

    [Fact]
    public void Equal_sets_of_features_are_one_object()
    {
        var one = FontFeatures.Of(new FontFeature("smcp", 1), new FontFeature("kern", 0));
        var other = FontFeatures.None.With("kern", 0).With("smcp", 0).With("smcp");
        Assert.Same(one, other);
        Assert.Equal("kern=0,smcp=1", one.ToString());
        Assert.Same(FontFeatures.None, FontFeatures.Of());
        Assert.Throws<ArgumentException>(() => FontFeatures.Of(new FontFeature("small", 1)));
    }

    [Fact]
    public void Features_are_known()
    {
        Assert.All(["smcp", "c2sc", "onum", "pnum", "lnum", "tnum", "sups", "kern", "liga"], tag => Assert.True(House.Regular.HasFeature(tag), tag));
        Assert.False(House.Regular.HasFeature("zzzz"));
        Assert.False(House.Mono.HasFeature("smcp"));
    }
}
