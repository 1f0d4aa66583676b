namespace Publish.Document;

/// <summary>What sort of fault an emendation mends.</summary>
public enum EmendationClass
{
    /// <summary>A wrong letter.</summary>
    Misprint,

    /// <summary>A spelling.</summary>
    Spelling,

    /// <summary>Punctuation.</summary>
    Punctuation,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>Illegible or guessed.</summary>
    Conjecture,

    /// <summary>Text that was lost.</summary>
    MissingText,

    /// <summary>Made regular.</summary>
    Regularisation,

    /// <summary>A hyphen at a line's end.</summary>
    Hyphenation,
}

/// <summary>How sure the editor is.</summary>
public enum Certainty
{
    /// <summary>Beyond doubt.</summary>
    High,

    /// <summary>Probable.</summary>
    Medium,

    /// <summary>Possible.</summary>
    Low,
}

/// <summary>
/// One change to the copy-text, as data: reading text = copy-text + emendations, and back. The locus is an exact quotation with
/// its context (W3C Web Annotation, TextQuoteSelector): prefix + original + suffix occurs exactly once in the copy-text.
/// </summary>
/// <param name="Id">Its identifier, as "E1".</param>
/// <param name="ParagraphId">The paragraph of the edition it stands in.</param>
/// <param name="CopyParagraph">The paragraph of the copy-text.</param>
/// <param name="Line">The line of the copy-text file.</param>
/// <param name="Prefix">What stands before it there.</param>
/// <param name="Original">What the copy-text reads.</param>
/// <param name="Suffix">What stands after it.</param>
/// <param name="Corrected">What the edition prints; may be empty.</param>
/// <param name="BreaksParagraph">True where the edition begins a new paragraph after it.</param>
/// <param name="Class">The sort of fault.</param>
/// <param name="Certainty">How sure the editor is.</param>
/// <param name="Conjecture">True where it is to be marked as a conjecture.</param>
/// <param name="Reason">Why.</param>
/// <param name="Span">Where the record stands.</param>
public sealed record Emendation(
    string Id,
    string ParagraphId,
    string CopyParagraph,
    int Line,
    string Prefix,
    string Original,
    string Suffix,
    string Corrected,
    bool BreaksParagraph,
    EmendationClass Class,
    Certainty Certainty,
    bool Conjecture,
    string Reason,
    SourceSpan Span);

/// <summary>A reading of the copy-text that is doubtful and was left standing.</summary>
/// <param name="Id">Its identifier, as "Q2".</param>
/// <param name="ParagraphId">Where it stands.</param>
/// <param name="Reading">The exact words of the text.</param>
/// <param name="Doubt">What is doubtful.</param>
/// <param name="Listed">Whether it is printed in the list of readings left standing.</param>
/// <param name="Span">Where the record stands.</param>
public sealed record Query(string Id, string ParagraphId, string Reading, string Doubt, bool Listed, SourceSpan Span);
