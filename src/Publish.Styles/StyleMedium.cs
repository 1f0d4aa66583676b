namespace Publish.Styles;

/// <summary>What a house style is read for. Files that begin with <c>print-</c> or <c>epub-</c> are for one medium, all others for both.</summary>
public enum StyleMedium
{
    /// <summary>Typeset pages.</summary>
    Print,

    /// <summary>A reading system.</summary>
    Epub,
}
