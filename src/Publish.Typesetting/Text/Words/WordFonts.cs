using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Text.Directions;

namespace Publish.Typesetting.Text.Words;

/// <summary>Every way words are set in a book, found by face, style and language. Safe to use from several threads.</summary>
internal sealed class WordFonts(HyphenationPatterns patterns)
{
    private readonly ConcurrentDictionary<(FontFace Face, FontFeatures Features, string Language, bool Uppercase, bool RightToLeft), WordFont> fonts = new();
    private readonly ConcurrentDictionary<(CharacterStyle Style, bool Superior), FontFeatures> features = new();
    private readonly ConcurrentDictionary<string, bool> missing = new(StringComparer.Ordinal);

    /// <summary>Languages for which there were no patterns, one diagnostic for each, in order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
    [
        .. missing.Keys.Order(StringComparer.Ordinal).Select(language => TypesettingDiagnostics.NoPatterns.At(
            SourceSpan.None, $"there are no hyphenation patterns for '{language}'", "add a file to assets/hyphenation, or set the language's words without hyphens")),
    ];

    /// <summary>How many shaped words are kept.</summary>
    public int WordCount => fonts.Values.Sum(static f => f.WordCount);

    /// <summary>The way the words of a run are set.</summary>
    public WordFont For(StyledRun run) =>
        fonts.GetOrAdd(
            (run.Face, FeaturesOf(run), run.Language, run.Style.Uppercase, run.RightToLeft),
            static (key, self) => new WordFont(key.Face, key.Features, key.Language, key.Uppercase, self.HyphenatorOf, key.RightToLeft),
            this);

    /// <summary>The OpenType features that a style asks for.</summary>
    /// <param name="style">The style.</param>
    /// <param name="superior">Whether superior figures are the face's own (sups).</param>
    public static FontFeatures FeaturesOf(CharacterStyle style, bool superior)
    {
        var result = FontFeatures.None
            .With(style.Figures.OldStyle ? "onum" : "lnum")
            .With(style.Figures.Tabular ? "tnum" : "pnum");
        if (style.Caps != CapsVariant.Normal)
            result = result.With("smcp");
        if (style.Caps == CapsVariant.AllSmallCaps)
            result = result.With("c2sc");
        if (!style.Ligatures || style.LetterSpacing > 0)
            result = result.With("liga", 0).With("clig", 0);
        if (style.DiscretionaryLigatures && style.LetterSpacing <= 0)
            result = result.With("dlig");
        if (superior)
            result = result.With("sups");
        foreach (var feature in style.Features)
        {
            if (feature.StartsWith('-') && FontFeature.IsTag(feature[1..]))
                result = result.With(feature[1..], 0);
            else if (FontFeature.IsTag(feature))
                result = result.With(feature);
        }

        return result;
    }

    // Superiors drawn by hand are smaller than the style's size; those of the face are as large.
    private FontFeatures FeaturesOf(StyledRun run) =>
        features.GetOrAdd((run.Style, run.Style.Superior && run.Size == run.Style.Size), static key => FeaturesOf(key.Style, key.Superior));

    // Scripts that know no hyphen at a line's end.
    private static bool IsNeverHyphenated(string language)
    {
        var cut = language.IndexOf('-', StringComparison.Ordinal);
        return EmbeddingLevels.RunsRightToLeft(language) || (cut < 0 ? language : language[..cut]).ToLowerInvariant() is "zh" or "ja" or "ko" or "th" or "my" or "km" or "lo" or "bo" or "mul" or "und" or "zxx";
    }

    private Hyphenator? HyphenatorOf(string language)
    {
        var result = patterns.For(language);
        if (result is null && !IsNeverHyphenated(language))
            missing.TryAdd(language, true);
        return result;
    }
}
