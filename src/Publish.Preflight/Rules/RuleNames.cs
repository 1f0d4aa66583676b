using System.Collections.Immutable;

namespace Publish.Preflight.Rules;

/// <summary>The names of all rules.</summary>
internal static class RuleNames
{
    /// <summary>Those of every file, those of PDF/X (<c>x-…</c>), those of printers; in the order of reports.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "readable", "encryption", "fonts", "same-size", "trim", "rotation", "black-text",
        "x-version", "x-claim", "x-output-intent", "x-id", "x-title", "x-dates", "x-trapped", "x-xmp", "x-boxes", "x-scripts", "x-forms", "x-attachments", "x-annotations",
        "x-opi", "x-postscript", "x-transfer", "x-halftone", "x-lzw", "x-transparency", "x-jpx", "x-layers", "x-streams", "x-bits", "x-media-management", "x-blending", "x-color",
        "profile-age", "standard", "output-intent", "bleed", "marks", "gutter", "margins", "rgb", "cmyk", "icc", "spot", "text-on-black", "ink",
        "resolution", "line-art", "waste", "hairlines", "page-count", "page-multiple", "last-blank", "annotations", "bookmarks", "transparency", "size",
    ];
}
