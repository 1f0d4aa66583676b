using System.Globalization;
using Publish.Typesetting.Hyphenation;

namespace Publish.Typesetting.Tests.Hyphenation;

public class HyphenatorTests
{
    public static TheoryData<string> Languages() =>
        ["en-us", "en-gb", "de-1996", "de-1901", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "fi", "pl", "cs", "sk", "hu", "ru", "uk", "el", "el-polyton", "grc", "la"];

    /// <summary>
    /// 10,000 words a language, as npm's "hyphen" 1.14.1 hyphenates them (tests/tools/hyphenate.mjs) with its own copy of the patterns; of Portuguese and German it has
    /// other versions and was given ours.
    /// </summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Agrees_with_an_independent_implementation(string language)
    {
        var (hyphens, differences) = Compare(language, language is "pt" or "de-1996" or "de-1901" ? language + '+' : language);
        Assert.True(hyphens > 10_000, $"{hyphens} hyphens");
        Assert.True(differences.Count == 0, $"{differences.Count}: {string.Join("; ", differences.Take(5))}");
    }

    /// <summary>
    /// What another version of the patterns changes, in words of 10,000. npm's Portuguese has 120 patterns more (ô after consonants, vowels in hiatus); of its German ones
    /// (36,709 and 36,397, ours 35,056 and 34,762 of 2021-02-26) 4,935 and 4,214 aren't in ours, and 3,282 and 2,579 of ours not in them.
    /// </summary>
    [Theory]
    [InlineData("pt", 160)]
    [InlineData("de-1996", 1583)]
    [InlineData("de-1901", 1329)]
    public void Differs_only_by_the_version_of_the_patterns(string language, int words) => Assert.Equal(words, Compare(language, language).Differences.Count);

    private static (int Hyphens, List<string> Differences) Compare(string language, string section)
    {
        var assets = new RepositoryAssets();
        var hyphenator = new HyphenationPatterns(assets).For(language)!;
        Assert.Equal(language, hyphenator.Language);
        var bits = Bits(section);
        var next = 0;
        var hyphens = 0;
        var differences = new List<string>();
        var points = new int[20];
        foreach (var word in MadeUpWords.Of(assets, language))
        {
            var count = hyphenator.Find(word, points);
            var expected = Enumerable.Range(1, word.Length - 1).Where(at => bits(next + at - 1)).Where(at => at >= hyphenator.LeftMinimum && at <= word.Length - hyphenator.RightMinimum).ToList();
            next += word.Length - 1;
            hyphens += expected.Count;
            if (!points.Take(count).SequenceEqual(expected))
                differences.Add($"{word}: {string.Join(',', points.Take(count))}, not {string.Join(',', expected)}");
        }

        return (hyphens, differences);
    }

    /// <summary>For each place after a word's first letter whether a hyphen may stand there, words one after the other.</summary>
    private static Func<int, bool> Bits(string language)
    {
        var head = $"# {language} ";
        var lines = TestData.Lines("HyphensByNpmHyphen.txt").ToList();
        var at = lines.FindIndex(l => l.StartsWith(head, StringComparison.Ordinal));
        var count = int.Parse(lines[at][head.Length..], CultureInfo.InvariantCulture);
        var bytes = Convert.FromBase64String(lines[at + 1]);
        return i => i < count ? (bytes[i >> 3] & (1 << (i & 7))) != 0 : throw new InvalidDataException("other words than those of the file");
    }
}
