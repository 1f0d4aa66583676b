using Publish.Document;

namespace Publish.Typesetting.Text;

/// <summary>What a mark in text is.</summary>
public enum MarkKind
{
    /// <summary>A note is called; the characters from Offset to End are its number.</summary>
    NoteCall,

    /// <summary>An index term is spoken of.</summary>
    IndexMark,

    /// <summary>A page of the source edition begins.</summary>
    SourcePage,

    /// <summary>Emended words, from Offset to End (which may be the same).</summary>
    Emendation,

    /// <summary>A place with an identifier (a span, a link target), from Offset to End.</summary>
    Anchor,
}

/// <summary>Something between or around characters that pages and references must know the place of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Offset in <see cref="StyledText.Characters"/>.</param>
/// <param name="End">Offset just after what it covers; <paramref name="Offset"/> where it covers nothing.</param>
/// <param name="Node">The inline: a <see cref="NoteCall"/>, <see cref="IndexMark"/>, <see cref="SourcePageMark"/>, <see cref="EmendedText"/> or any inline with an identifier.</param>
/// <param name="Id">Identifier of the place: <see cref="Node.Id"/>, for emended words without one "emendation-" and the lower-case id of the record; null for note calls.</param>
/// <param name="Element">The structure element made for it (Reference of a note call); −1 for none.</param>
public sealed record TextMark(MarkKind Kind, int Offset, int End, Inline Node, string? Id, int Element);
