using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Tests.Text;

public class WordBreaksTests
{
    private static readonly HyphenationPatterns Patterns = new(new RepositoryAssets());

    [Theory]
    [InlineData("well-known", "well-|known")]
    [InlineData("e-mail", "e-mail")]
    [InlineData("never—mind", "never—|mind")]
    [InlineData("never—“mind", "never—|“mind")]
    [InlineData("mind”—never", "mind”—|never")]
    [InlineData("—never", "—never")]
    [InlineData("never—", "never—")]
    [InlineData("1914–1918", "1914–|1918")]
    [InlineData("and/or", "and/|or")]
    [InlineData("1/2", "1/2")]
    [InlineData("a/b", "a/b")]
    [InlineData("word(s)", "word(s)")]
    [InlineData("L.D.", "L.D.")]
    [InlineData("-5", "-5")]
    [InlineData("co\u00ADop", "co\u00AD|op")]
    [InlineData("http://example.org/a-b/page.html", "http://|example|.org/|a|-b/|page|.html")]
    public void Marks_break_where_a_book_wants_it(string word, string expected) => Assert.Equal(expected, Broken(word, null));

    [Theory]
    [InlineData("en-US", "hyphenation,", "hy|phen|ation,")]
    [InlineData("en-US", "“doesn’t", "“doesn’t")]
    [InlineData("en-GB", "photography", "pho|to|graphy")]
    [InlineData("de", "Schifffahrtsgesellschaft", "Schiff|fahrts|ge|sell|schaft")]
    [InlineData("fr", "l’orthographe", "l’or|tho|graphe")]
    [InlineData("ru", "правописание", "пра|во|пи|са|ние")]
    public void Words_are_hyphenated_in_their_language(string language, string word, string expected) => Assert.Equal(expected, Broken(word, Patterns.For(language)));

    [Fact]
    public void Names_and_compounds_are_broken_unwillingly()
    {
        Assert.All(Find("Trotskyism", Patterns.For("en-US")), b => Assert.True((b.Avoid & WordBreakAvoid.Name) != 0));
        Assert.All(Find("anti-communism", Patterns.For("en-US")).Where(b => b.Kind == WordBreakKind.Hyphen), b => Assert.True((b.Avoid & WordBreakAvoid.Compound) != 0));
        Assert.Contains(Find("communism", Patterns.For("en-US")), b => b.Avoid == WordBreakAvoid.None);
    }

    [Fact]
    public void An_address_breaks_before_a_hyphen_unwillingly() =>
        Assert.Equal(["/|None", "/|None", "-|Together"], Find("example.org/a/b-long", null).Where(b => b.Offset > 11).Select(b => $"{(b.Avoid == WordBreakAvoid.None ? '/' : '-')}|{b.Avoid}"));

    [Fact]
    public void A_book_may_have_its_own_hyphens_and_a_missing_language_has_none()
    {
        var own = Patterns.With(new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>> { ["en-US"] = ["man-u-script", "typography"] });
        Assert.Equal("man|u|script", Broken("manuscript", own.For("en-us")));
        Assert.Equal("typography", Broken("typography", own.For("en")));
        Assert.Null(Patterns.For("xx"));
    }

    [Theory]
    [InlineData("J.", "Smith", "Never")]
    [InlineData("p.", "12", "Never")]
    [InlineData("p.", "xii", "Never")]
    [InlineData("5", "km", "Never")]
    [InlineData("10", "000", "Never")]
    [InlineData("word", "—", "Never")]
    [InlineData("word", "…", "Never")]
    [InlineData("word", "…and", "Free")]
    [InlineData("mot", "?", "Never")]
    [InlineData("«", "mot", "Never")]
    [InlineData("mot", "»", "Never")]
    [InlineData("Mr.", "Wolff", "Avoid")]
    [InlineData("18", "April", "Avoid")]
    [InlineData("no", "Wolff", "Free")]
    [InlineData("Louis", "XIV,", "Avoid")]
    [InlineData("Henry", "VIII’s", "Avoid")]
    [InlineData("Then", "I", "Free")]
    [InlineData("and", "II", "Free")]
    [InlineData("My", "Xerxes", "Free")]
    [InlineData("word", "’tis", "Free")]
    public void Spaces_part_what_may_be_parted(string before, string after, string expected) =>
        Assert.Equal(expected, SpaceRules.Between(WordTraitReader.Of(before, "en"), WordTraitReader.Of(after, "en"), false).ToString());

    [Fact]
    public void Languages_keep_their_little_words()
    {
        Assert.Equal(SpaceBreak.Never, SpaceRules.Between(WordTraitReader.Of("v", "cs"), WordTraitReader.Of("Praze", "cs"), false));
        Assert.Equal(SpaceBreak.Free, SpaceRules.Between(WordTraitReader.Of("v", "en"), WordTraitReader.Of("Praze", "en"), false));
        Assert.Equal(SpaceBreak.Avoid, SpaceRules.Between(WordTraitReader.Of("François", "fr"), WordTraitReader.Of("Ier", "fr"), false));
        Assert.Equal(SpaceBreak.Avoid, SpaceRules.Between(WordTraitReader.Of("Karl", "de"), WordTraitReader.Of("I.", "de"), false));
        Assert.Equal(SpaceBreak.Never, SpaceRules.Between(WordTraitReader.Of("он", "ru"), WordTraitReader.Of("же", "ru"), false));
    }

    [Theory]
    [InlineData("hyphenation,", 0, 11)]
    [InlineData("“Hyphenation.”", 1, 11)]
    [InlineData("‘tis", 1, 3)]
    [InlineData("hyphenation", 0, 0)]
    [InlineData("hyphen-ation,", 0, 0)]
    [InlineData("don’t,", 0, 0)]
    [InlineData("naïve,", 0, 0)]
    [InlineData("(hyphenation),", 0, 0)]
    [InlineData("“www.”", 0, 0)]
    [InlineData("Mailto:”", 0, 0)]
    [InlineData("I,", 0, 0)]
    [InlineData("...", 0, 0)]
    public void What_stands_in_marks_is_broken_as_by_itself(string word, int start, int length)
    {
        Assert.Equal((start, length), WordBreaks.Inside(word));
        var hyphenator = Patterns.For("en-us");
        if (length > 0)
            Assert.Equal(Find(word, hyphenator), Find(word.Substring(start, length), hyphenator).Select(place => place with { Offset = place.Offset + start }));
    }

    private static List<WordBreak> Find(string word, Hyphenator? hyphenator)
    {
        var result = new List<WordBreak>();
        WordBreaks.Find(word, hyphenator, result);
        return result;
    }

    private static string Broken(string word, Hyphenator? hyphenator)
    {
        foreach (var place in Find(word, hyphenator).AsEnumerable().Reverse())
            word = word.Insert(place.Offset, "|");
        return word;
    }
}
