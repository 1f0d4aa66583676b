using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Publish.Document;

namespace Publish.Typesetting.Hyphenation;

/// <summary>
/// The hyphenation patterns of all languages, each read from the assets when first asked for. Safe to use from several threads.
/// </summary>
public sealed class HyphenationPatterns
{
    private const string Folder = "hyphenation/";

    private readonly IAssets assets;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> exceptions;
    private readonly Lazy<Dictionary<string, string>> aliases;
    private readonly ConcurrentDictionary<string, Lazy<Hyphenator?>> byLanguage = new(StringComparer.Ordinal);

    /// <summary>The patterns in <paramref name="assets"/>, folder <c>hyphenation</c>.</summary>
    public HyphenationPatterns(IAssets assets)
        : this(assets, ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal))
    {
    }

    private HyphenationPatterns(IAssets assets, ImmutableSortedDictionary<string, ImmutableArray<string>> exceptions)
    {
        this.assets = assets;
        this.exceptions = exceptions;
        aliases = new(ReadAliases);
    }

    /// <summary>The same with the words of a book that its editor wants hyphenated in a certain way.</summary>
    /// <param name="words">By language (BCP 47): words with all the hyphens they may have ("gra-vi-ta-tion"); one without hyphens is never hyphenated.</param>
    public HyphenationPatterns With(IReadOnlyDictionary<string, ImmutableArray<string>> words)
    {
        var all = exceptions;
        foreach (var (language, list) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            var key = FileOf(language) ?? Lower(language);
            all = all.SetItem(key, all.TryGetValue(key, out var before) ? before.AddRange(list) : list);
        }

        return new(assets, all);
    }

    /// <summary>The hyphenator of a language, or of the language it is hyphenated as; null where there are no patterns for it.</summary>
    /// <param name="language">BCP 47, in any case: "en-US", "de", "fr-CA".</param>
    public Hyphenator? For(string language) =>
        byLanguage.GetOrAdd(language, static (tag, self) => new Lazy<Hyphenator?>(() => self.Load(tag)), this).Value;

    private static string Lower(string language) => language.ToLowerInvariant().Replace('_', '-');

    private Hyphenator? Load(string language)
    {
        if (FileOf(language) is not { } name)
            return null;
        if (!string.Equals(name, language, StringComparison.Ordinal))
            return For(name);
        var hyphenator = Hyphenator.Parse(name, Read(name + ".txt")!, file => Read(file) ?? "");
        return exceptions.TryGetValue(name, out var words) ? hyphenator.With(words) : hyphenator;
    }

    /// <summary>The longest part of the tag that has a file or an alias.</summary>
    private string? FileOf(string language)
    {
        for (var tag = Lower(language); tag.Length > 0;)
        {
            if (aliases.Value.TryGetValue(tag, out var other))
                return other;
            if (assets.TryRead(Folder + tag + ".txt", out _))
                return tag;
            var cut = tag.LastIndexOf('-');
            if (cut < 0)
                break;
            tag = tag[..cut];
        }

        return null;
    }

    private Dictionary<string, string> ReadAliases()
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (Read("aliases.txt") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(' ') is [var tag, var other])
                result[tag] = other;
        }

        return result;
    }

    private string? Read(string file) => assets.TryRead(Folder + file, out var data) ? Encoding.UTF8.GetString(data.Span) : null;
}
