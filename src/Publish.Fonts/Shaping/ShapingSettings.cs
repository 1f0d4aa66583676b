namespace Publish.Fonts;

/// <summary>What a run of text is shaped by, besides its face.</summary>
/// <param name="Script">ISO 15924 code of its script, as "Latn".</param>
/// <param name="Language">BCP 47 tag of its language, as "en-US"; empty for none. Some faces set a language's own forms (locl).</param>
/// <param name="Features">Features asked for.</param>
public readonly record struct ShapingSettings(string Script, string Language, FontFeatures Features)
{
    /// <summary>Whether it runs from right to left, whatever its script; glyphs come in visual order all the same. A script that does so by itself needs no word.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>Latin script, no language, the shaper's own features.</summary>
    public static ShapingSettings Latin { get; } = new("Latn", "", FontFeatures.None);
}
