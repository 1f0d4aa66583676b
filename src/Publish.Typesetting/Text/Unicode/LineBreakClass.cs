namespace Publish.Typesetting.Text.Unicode;

/// <summary>
/// Line break classes of Unicode Standard Annex #14, resolved by its rule LB1 (ambiguous, surrogate and unknown characters are AL, CJ is NS, South-East
/// Asian letters are AL or CM), and split where a rule asks for East Asian width or for unassigned pictographs. The order is that of <see cref="LineBreakData"/>.
/// </summary>
internal enum LineBreakClass : byte
{
    /// <summary>Mandatory break.</summary>
    BK,

    /// <summary>Carriage return.</summary>
    CR,

    /// <summary>Line feed.</summary>
    LF,

    /// <summary>Next line.</summary>
    NL,

    /// <summary>Space.</summary>
    SP,

    /// <summary>Zero width space.</summary>
    ZW,

    /// <summary>Word joiner.</summary>
    WJ,

    /// <summary>Zero width joiner.</summary>
    ZWJ,

    /// <summary>Combining mark.</summary>
    CM,

    /// <summary>Non-breaking ("glue").</summary>
    GL,

    /// <summary>Close punctuation.</summary>
    CL,

    /// <summary>Close parenthesis, not wide.</summary>
    CP,

    /// <summary>Exclamation or interrogation.</summary>
    EX,

    /// <summary>Infix numeric separator.</summary>
    IS,

    /// <summary>Symbol that allows a break after it (the slash).</summary>
    SY,

    /// <summary>Open punctuation, not wide.</summary>
    OP,

    /// <summary>Quotation.</summary>
    QU,

    /// <summary>Non-starter.</summary>
    NS,

    /// <summary>Break opportunity before and after (the em dash).</summary>
    B2,

    /// <summary>Contingent break opportunity.</summary>
    CB,

    /// <summary>Break after.</summary>
    BA,

    /// <summary>Hyphen.</summary>
    HY,

    /// <summary>Break before.</summary>
    BB,

    /// <summary>Hebrew letter.</summary>
    HL,

    /// <summary>Inseparable (leaders, the ellipsis).</summary>
    IN,

    /// <summary>Alphabetic.</summary>
    AL,

    /// <summary>Numeric.</summary>
    NU,

    /// <summary>Prefix numeric.</summary>
    PR,

    /// <summary>Postfix numeric.</summary>
    PO,

    /// <summary>Ideographic.</summary>
    ID,

    /// <summary>Emoji base.</summary>
    EB,

    /// <summary>Emoji modifier.</summary>
    EM,

    /// <summary>Hangul leading consonant.</summary>
    JL,

    /// <summary>Hangul vowel.</summary>
    JV,

    /// <summary>Hangul trailing consonant.</summary>
    JT,

    /// <summary>Hangul syllable of two.</summary>
    H2,

    /// <summary>Hangul syllable of three.</summary>
    H3,

    /// <summary>Regional indicator.</summary>
    RI,

    /// <summary>Open punctuation of East Asian width.</summary>
    OPW,

    /// <summary>Close parenthesis of East Asian width.</summary>
    CPW,

    /// <summary>Ideographic, an unassigned pictograph.</summary>
    EPN,
}
