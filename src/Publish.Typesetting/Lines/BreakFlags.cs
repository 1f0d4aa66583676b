namespace Publish.Typesetting.Lines;

/// <summary>What a place where a line may end is like.</summary>
[Flags]
internal enum BreakFlags : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The line ends with a hyphen, inserted or of the text.</summary>
    Hyphen = 1,

    /// <summary>The hyphen is not in the text.</summary>
    Inserted = 2,

    /// <summary>The line must end here.</summary>
    Forced = 4,

    /// <summary>The end of the paragraph.</summary>
    Final = 8,
}
