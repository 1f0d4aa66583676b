namespace Publish.Manuscript;

/// <summary>The quotation marks of a language.</summary>
/// <param name="Open">Opening.</param>
/// <param name="Close">Closing.</param>
/// <param name="InnerOpen">Opening, inside a quotation.</param>
/// <param name="InnerClose">Closing, inside a quotation.</param>
internal sealed record QuotationMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    private static readonly QuotationMarks _english = new("“", "”", "‘", "’");
    private static readonly QuotationMarks _low = new("„", "“", "‚", "‘");
    private static readonly QuotationMarks _french = new("«\u00A0", "\u00A0»", "“", "”") { SpacedPunctuation = true };
    private static readonly QuotationMarks _guillemets = new("«", "»", "“", "”");
    private static readonly QuotationMarks _polish = new("„", "”", "«", "»");
    private static readonly QuotationMarks _russian = new("«", "»", "„", "“");
    private static readonly QuotationMarks _swedish = new("”", "”", "’", "’");
    private static readonly QuotationMarks _swiss = new("«", "»", "‹", "›");

    /// <summary>Whether a space typed before double punctuation is kept from breaking, as in French.</summary>
    public bool SpacedPunctuation { get; init; }

    /// <summary>The marks of a language (CLDR's delimiters); English ones where it isn't known.</summary>
    public static QuotationMarks Of(string language) => language switch
    {
        "de-CH" or "de-LI" or "fr-CH" or "it-CH" => _swiss,
        _ => LanguageTag.Primary(language) switch
        {
            "de" or "cs" or "sk" or "sl" or "is" or "lt" or "et" or "bg" or "da" or "hr" => _low,
            "fr" => _french,
            "es" or "it" or "ca" or "nb" or "no" or "nn" or "el" => _guillemets,
            "pl" or "ro" or "hu" => _polish,
            "ru" or "uk" or "be" => _russian,
            "sv" or "fi" => _swedish,
            _ => _english,
        },
    };
}
