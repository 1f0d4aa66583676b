using System.Text;

namespace Publish.Typesetting.Tests.Hyphenation;

/// <summary>Words put together from the pieces of a language's patterns by a fixed rule: what tests/tools/hyphenate.mjs had hyphenated by another program.</summary>
internal static class MadeUpWords
{
    private const int Count = 10_000;

    /// <summary>The words of a language, the same ones on every run.</summary>
    public static IEnumerable<string> Of(RepositoryAssets assets, string language)
    {
        var pieces = Pieces(assets, language);
        var state = 1U;
        var word = new StringBuilder();
        for (var i = 0; i < Count; i++)
        {
            var length = 5 + Below(12);
            word.Clear();
            while (word.Length < length)
                word.Append(pieces[Below(pieces.Count)]);
            yield return word.ToString(0, Math.Min(word.Length, 20));
        }

        int Below(int limit)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            return (int)((state >> 8) % (uint)limit);
        }
    }

    private static List<string> Pieces(RepositoryAssets assets, string language)
    {
        Assert.True(assets.TryRead($"hyphenation/{language}.txt", out var data));
        var lines = Encoding.UTF8.GetString(data.Span).Split('\n');
        if (lines.FirstOrDefault(l => l.StartsWith("patterns ", StringComparison.Ordinal)) is { } other)
            return Pieces(assets, other["patterns ".Length..^".txt".Length]);
        return [.. lines.SkipWhile(l => l != "patterns").Skip(1).Select(p => string.Concat(p.Where(c => !char.IsAsciiDigit(c) && c != '.'))).Where(p => p.Length > 0 && p.All(char.IsLetter))];
    }
}
