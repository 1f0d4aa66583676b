using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>What stands between an index's headwords and their pages.</summary>
public static class IndexPunctuation
{
    /// <summary>
    /// A headword with the comma before its pages. In American English the comma stands inside a closing quotation mark (The Chicago Manual of Style, 17th edition, 6.9): <c>“Apparatus,” 2</c>;
    /// elsewhere after it.
    /// </summary>
    /// <param name="term">The headword.</param>
    /// <param name="language">The book's language (BCP 47).</param>
    public static ImmutableArray<Inline> WithComma(ImmutableArray<Inline> term, string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return string.Equals(language, "en-US", StringComparison.OrdinalIgnoreCase) && term is [.. var before, Text { Value: [.. var word, '”'] } last]
            ? [.. before, last with { Value = word + ",”" }]
            : [.. term, new Text(",")];
    }
}
