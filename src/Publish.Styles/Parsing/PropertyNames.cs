using System.Collections.Frozen;

namespace Publish.Styles.Parsing;

/// <summary>Names of properties that are neither applied one by one nor a mistake.</summary>
internal static class PropertyNames
{
    /// <summary>Properties that only a reading system or only the page's furniture uses: known, and without effect on a computed style.</summary>
    public static FrozenSet<string> Ignored { get; } = new[]
    {
        "-epub-hyphens", "-webkit-hyphens", "adobe-hyphenate", "-webkit-column-break-inside", "-webkit-column-count", "background", "background-color", "border-collapse", "border-spacing",
        "border-left-width", "border-right-width", "border-left-style", "border-right-style", "border-left-color", "border-right-color",
        "border-image-outset", "border-image-repeat", "border-image-slice", "border-image-source", "border-image-width",
        "box-sizing", "caption-side", "clear", "color-scheme", "column-fill", "column-width", "content", "counter-increment", "counter-reset", "direction", "float", "font-kerning",
        "font-stretch", "font-variant-east-asian", "hanging-punctuation", "height", "list-style", "list-style-image", "list-style-position", "list-style-type", "max-height", "max-width", "min-height",
        "min-width", "object-fit", "overflow", "overflow-wrap", "quotes", "string-set", "text-align-last", "text-rendering", "text-decoration-color", "text-decoration-style", "text-underline-offset",
        "unicode-bidi", "visibility", "white-space", "width", "word-break", "word-spacing", "filter", "image-rendering",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Our own properties, given on raw in <see cref="ComputedStyle.Custom"/>.</summary>
    public static FrozenSet<string> Own { get; } = new[]
    {
        "-publish-cover-colors", "-publish-cover-field", "-publish-cover-paper", "-publish-cover-pattern", "-publish-cover-pattern-tint", "-publish-cover-ornament", "-publish-spine-reads",
        "-publish-sink", "-publish-ornament", "-publish-marker", "-publish-marker-gap", "-publish-leader", "-publish-verse-step", "-publish-turnover", "-publish-lead-in", "-publish-shrink-to-widest",
        "-publish-row-gap", "-publish-note-place", "-publish-notes-title", "-publish-continued", "-publish-picture-resolution", "-publish-bleed", "-publish-index-group",
    }.ToFrozenSet(StringComparer.Ordinal);
}
