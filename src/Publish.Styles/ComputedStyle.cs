using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Styles;

/// <summary>How lines end.</summary>
public enum TextAlignment
{
    /// <summary>Both edges even.</summary>
    Justify,

    /// <summary>Flush left, ragged right.</summary>
    Left,

    /// <summary>Flush right.</summary>
    Right,

    /// <summary>Centred.</summary>
    Center,
}

/// <summary>Where a block must, may or must not begin or end a page (CSS Fragmentation, break-before, break-after).</summary>
public enum PageBreak
{
    /// <summary>Anywhere.</summary>
    Auto,

    /// <summary>Not here.</summary>
    Avoid,

    /// <summary>On a new page.</summary>
    Page,

    /// <summary>On a new right-hand page.</summary>
    Recto,

    /// <summary>On a new left-hand page.</summary>
    Verso,
}

/// <summary>Small capitals and their like (CSS Fonts, font-variant-caps).</summary>
public enum CapsVariant
{
    /// <summary>As typed.</summary>
    Normal,

    /// <summary>Lower case as small capitals (OpenType smcp).</summary>
    SmallCaps,

    /// <summary>Both cases as small capitals (smcp, c2sc).</summary>
    AllSmallCaps,
}

/// <summary>Forms of figures (CSS Fonts, font-variant-numeric).</summary>
/// <param name="OldStyle">onum; otherwise lnum.</param>
/// <param name="Tabular">tnum; otherwise pnum.</param>
public readonly record struct FigureVariant(bool OldStyle, bool Tabular);

/// <summary>What decides the look of characters.</summary>
public sealed record CharacterStyle
{
    /// <summary>Families in order of preference.</summary>
    public ImmutableArray<string> Families { get; init; } = ["EB Garamond"];

    /// <summary>Font size.</summary>
    public Length Size { get; init; } = Length.FromPoints(11);

    /// <summary>100 … 900.</summary>
    public int Weight { get; init; } = 400;

    /// <summary>Italic.</summary>
    public bool Italic { get; init; }

    /// <summary>Small capitals.</summary>
    public CapsVariant Caps { get; init; }

    /// <summary>Forms of figures.</summary>
    public FigureVariant Figures { get; init; } = new(true, false);

    /// <summary>Common ligatures (liga, clig).</summary>
    public bool Ligatures { get; init; } = true;

    /// <summary>Discretionary ligatures (dlig).</summary>
    public bool DiscretionaryLigatures { get; init; }

    /// <summary>Superior forms where the face has them (sups), otherwise raised and reduced.</summary>
    public bool Superior { get; init; }

    /// <summary>Further OpenType features by tag, as "case", "frac", "-kern" (CSS font-feature-settings), sorted.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>Space added after each character, in thousandths of an em; above zero it drops ligatures.</summary>
    public int LetterSpacing { get; init; }

    /// <summary>Everything in capitals (text-transform: uppercase).</summary>
    public bool Uppercase { get; init; }

    /// <summary>Rise of the baseline, in thousandths of the size.</summary>
    public int BaselineShift { get; init; }

    /// <summary>The ink.</summary>
    public StyleColor Color { get; init; } = StyleColor.Black;

    /// <summary>A rule under the text.</summary>
    public bool Underline { get; init; }

    /// <summary>A rule through the text.</summary>
    public bool LineThrough { get; init; }
}

/// <summary>The computed style of a node: everything in lengths and plain values, inheritance done.</summary>
public sealed record ComputedStyle
{
    /// <summary>The look of its characters.</summary>
    public CharacterStyle Characters { get; init; } = new();

    /// <summary>From baseline to baseline.</summary>
    public Length Leading { get; init; } = Length.FromPoints(14);

    /// <summary>How lines end.</summary>
    public TextAlignment Alignment { get; init; }

    /// <summary>Indent of the first line; negative hangs.</summary>
    public Length TextIndent { get; init; }

    /// <summary>White above. Adjoining white of two blocks collapses to the larger.</summary>
    public Length MarginTop { get; init; }

    /// <summary>White below.</summary>
    public Length MarginBottom { get; init; }

    /// <summary>White at the left, inside the measure.</summary>
    public Length MarginLeft { get; init; }

    /// <summary>White at the right, inside the measure.</summary>
    public Length MarginRight { get; init; }

    /// <summary>Whether words may be hyphenated.</summary>
    public bool Hyphenate { get; init; } = true;

    /// <summary>Points, hyphens and quotes hang in the margin (CSS hanging-punctuation taken further).</summary>
    public bool OpticalMargins { get; init; } = true;

    /// <summary>Greatest expansion or contraction of a line's glyphs, in ten-thousandths (200 = ±2 %); 0 for none.</summary>
    public int Expansion { get; init; } = 200;

    /// <summary>Where it begins.</summary>
    public PageBreak BreakBefore { get; init; }

    /// <summary>What follows it.</summary>
    public PageBreak BreakAfter { get; init; }

    /// <summary>True where it should stay on one page.</summary>
    public bool KeepTogether { get; init; }

    /// <summary>Fewest lines at the foot of a page.</summary>
    public int Orphans { get; init; } = 2;

    /// <summary>Fewest lines at the head of a page.</summary>
    public int Widows { get; init; } = 2;

    /// <summary>The type area it belongs to (CSS page property): "front", "body", "display" …; null to inherit.</summary>
    public string? Page { get; init; }

    /// <summary>Columns.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Space between columns.</summary>
    public Length ColumnGap { get; init; }

    /// <summary>Generated text before the content (CSS ::before content, plain strings only); null for none.</summary>
    public string? Before { get; init; }

    /// <summary>Generated text after the content; null for none.</summary>
    public string? After { get; init; }

    /// <summary>Not shown.</summary>
    public bool Hidden { get; init; }

    /// <summary>Widths of rules above and below (border-top, border-bottom); zero for none.</summary>
    public Length RuleAbove { get; init; }

    /// <summary>Width of the rule below.</summary>
    public Length RuleBelow { get; init; }

    /// <summary>Ink of the rule above (border-top-color); null for that of the characters.</summary>
    public StyleColor? RuleAboveColor { get; init; }

    /// <summary>Ink of the rule below; null for that of the characters.</summary>
    public StyleColor? RuleBelowColor { get; init; }

    /// <summary>White between content and rule above (padding-top).</summary>
    public Length PaddingTop { get; init; }

    /// <summary>White between content and rule below (padding-bottom).</summary>
    public Length PaddingBottom { get; init; }

    /// <summary>House-style properties of our own (<c>-publish-*</c>), raw, by name in order.</summary>
    public ImmutableSortedDictionary<string, string> Custom { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
