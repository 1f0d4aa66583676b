using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Text;

/// <summary>Characters of one look, one face, one language and one structure element.</summary>
/// <param name="Start">Offset of the first character in <see cref="StyledText.Characters"/>.</param>
/// <param name="Length">How many UTF-16 units.</param>
/// <param name="Style">Their look.</param>
/// <param name="Face">The face that has them: the style's own or, where it lacks a character, a fallback.</param>
/// <param name="Size">Font size, reduced for superiors and inferiors drawn by hand.</param>
/// <param name="Rise">Rise of the baseline.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Structure">What they are content of.</param>
public sealed record StyledRun(
    int Start,
    int Length,
    CharacterStyle Style,
    FontFace Face,
    Length Size,
    Length Rise,
    string Language,
    StructureReference Structure)
{
    /// <summary>Where the first character stands in the model; null for generated text (note numbers, page references, bullets).</summary>
    public TextPosition? Source { get; init; }

    /// <summary>
    /// What a click on it leads to: a <see cref="Document.Link"/>, a <see cref="CrossReference"/> or a <see cref="NoteCall"/>; null for plain text.
    /// </summary>
    public Inline? Link { get; init; }

    /// <summary>The picture the run's one U+FFFC stands for; null for text.</summary>
    public SizedPicture? Picture { get; init; }

    /// <summary>False where words of this run are never hyphenated (code, links, display types).</summary>
    public bool Hyphenate { get; init; } = true;

    /// <summary>Its embedding level (UAX #9): even runs from left to right, odd from right to left.</summary>
    public byte Level { get; init; }

    /// <summary>Whether it runs from right to left.</summary>
    public bool RightToLeft => (Level & 1) != 0;

    /// <summary>Offset just after the last character.</summary>
    public int End => Start + Length;
}
