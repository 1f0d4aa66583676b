namespace Publish.Typesetting.Text.Words;

/// <summary>What happens where a line ends inside a word.</summary>
internal enum WordBreakKind : byte
{
    /// <summary>By the patterns or exceptions of its language; a hyphen is set.</summary>
    Hyphen,

    /// <summary>At a discretionary hyphen of the text (U+00AD); a hyphen is set.</summary>
    Discretionary,

    /// <summary>After a hyphen of the text.</summary>
    TextHyphen,

    /// <summary>After a dash, an ellipsis or other mark that joins words.</summary>
    Dash,

    /// <summary>In an address, or after a slash.</summary>
    Address,

    /// <summary>Between characters that need no mark (ideographs, U+200B).</summary>
    Plain,
}

/// <summary>A place inside a word where a line may end.</summary>
/// <param name="Offset">Offset of the first character of the next line.</param>
/// <param name="Kind">What happens there.</param>
/// <param name="Avoid">What makes it worse than others of its kind.</param>
internal readonly record struct WordBreak(int Offset, WordBreakKind Kind, WordBreakAvoid Avoid);

/// <summary>What makes a place to break a word worse than others.</summary>
[Flags]
internal enum WordBreakAvoid : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A word with a capital: most are names.</summary>
    Name = 1,

    /// <summary>Few letters stand on one side.</summary>
    ShortFragment = 2,

    /// <summary>Between two figures of a range, say.</summary>
    Together = 4,

    /// <summary>A part of a compound that has a hyphen already.</summary>
    Compound = 8,
}
