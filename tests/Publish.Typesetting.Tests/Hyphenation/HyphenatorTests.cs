using System.Globalization;
using Publish.Typesetting.Hyphenation;

namespace Publish.Typesetting.Tests.Hyphenation;

public class HyphenatorTests
{
    // npm's copy has other patterns for these: vowels in hiatus in Portuguese, another version in German. The most words in 10,000 that may come out differently.
    private static readonly Dictionary<string, int> OtherPatterns = new(StringComparer.Ordinal) { ["pt"] = 400, ["de-1996"] = 3000, ["de-1901"] = 3000 };

    public static TheoryData<string> Languages() =>
        ["en-us", "en-gb", "de-1996", "de-1901", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "fi", "pl", "cs", "sk", "hu", "ru", "uk", "el", "el-polyton", "grc", "la"];

    /// <summary>10,000 words a language, as npm's "hyphen" 1.14.1 hyphenates them with its own copy of the patterns (tests/tools/hyphenate.mjs).</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Agrees_with_an_independent_implementation(string language)
    {
        var assets = new RepositoryAssets();
        var hyphenator = new HyphenationPatterns(assets).For(language)!;
        Assert.Equal(language, hyphenator.Language);
        var bits = Bits(language);
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

        Assert.True(hyphens > 10_000, $"{hyphens} hyphens");
        if (OtherPatterns.TryGetValue(language, out var most))
            Assert.InRange(differences.Count, 1, most);
        else
            Assert.True(differences.Count == 0, $"{differences.Count}: {string.Join("; ", differences.Take(5))}");
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
