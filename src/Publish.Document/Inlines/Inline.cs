using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>A piece of running text.</summary>
public abstract record Inline : Node;

/// <summary>An inline that holds other inlines.</summary>
/// <param name="Content">What it holds.</param>
public abstract record InlineContainer(ImmutableArray<Inline> Content) : Inline;

/// <summary>Characters, in NFC, as they are to be read: typographic quotes, dashes and ellipses are already in place.</summary>
/// <param name="Value">The characters. May hold U+00AD (discretionary hyphen) and U+00A0.</param>
public sealed record Text(string Value) : Inline;

/// <summary>Stressed words (italic in roman text, roman in italic).</summary>
public sealed record Emphasis(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>Strongly stressed words (bold).</summary>
public sealed record Strong(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>Words in small capitals.</summary>
public sealed record SmallCaps(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>Superior characters.</summary>
public sealed record Superscript(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>Inferior characters.</summary>
public sealed record Subscript(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>Words struck through.</summary>
public sealed record Strikeout(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>Words of another language; <see cref="Node.Language"/> says which.</summary>
public sealed record Foreign(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>The title of a work (italic in roman text).</summary>
public sealed record WorkTitle(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>An abbreviation or a set of initials.</summary>
/// <param name="Content">As printed.</param>
/// <param name="Expansion">In full, where the editor gave it.</param>
public sealed record Abbreviation(ImmutableArray<Inline> Content, string? Expansion) : InlineContainer(Content);

/// <summary>Words with a class that only the house style knows.</summary>
public sealed record StyledSpan(ImmutableArray<Inline> Content) : InlineContainer(Content);

/// <summary>A link out of the book.</summary>
/// <param name="Content">What is read.</param>
/// <param name="Target">An absolute http, https or mailto URI.</param>
public sealed record Link(ImmutableArray<Inline> Content, string Target) : InlineContainer(Content);

/// <summary>What a cross-reference prints.</summary>
public enum ReferenceForm
{
    /// <summary>The words given in the manuscript.</summary>
    Text,

    /// <summary>The label of the target's page ("12", "xiv"); in an EPUB the words given, or the printed page.</summary>
    Page,

    /// <summary>Page and line of the target as "12.7"; in an EPUB as <see cref="Page"/>.</summary>
    PageAndLine,

    /// <summary>The target's title.</summary>
    Title,

    /// <summary>The target's number.</summary>
    Number,
}

/// <summary>A reference to another place in the book.</summary>
/// <param name="Content">The words given; empty where the form makes them.</param>
/// <param name="TargetId">The <see cref="Node.Id"/> of the target; checked to exist.</param>
/// <param name="Form">What it prints.</param>
public sealed record CrossReference(ImmutableArray<Inline> Content, string TargetId, ReferenceForm Form) : InlineContainer(Content);

/// <summary>The place where a note is called. The note lives here, at its (first) call.</summary>
/// <param name="Note">The note.</param>
/// <param name="Repeated">True at a second call of the same note; <paramref name="Note"/> is then the same object as at the first.</param>
public sealed record NoteCall(Note Note, bool Repeated) : Inline;

/// <summary>Where an index term is spoken of. Prints nothing. <see cref="Node.Id"/> is always set.</summary>
/// <param name="Terms">Headword and sub-headings, outermost first.</param>
/// <param name="Range">Whether it opens or closes a range.</param>
public sealed record IndexMark(ImmutableArray<string> Terms, IndexRange Range) : Inline;

/// <summary>Whether an index mark stands for a place or an end of a range.</summary>
public enum IndexRange
{
    /// <summary>A single place.</summary>
    Point,

    /// <summary>A range starts here.</summary>
    Start,

    /// <summary>A range ends here.</summary>
    End,
}

/// <summary>Where a page of the source edition begins. Prints nothing unless the house style says so.</summary>
/// <param name="Label">That page's number in the source.</param>
public sealed record SourcePageMark(string Label) : Inline;

/// <summary>Words the edition changed. <see cref="InlineContainer.Content"/> is what it prints; the record says what the copy-text reads.</summary>
/// <param name="Content">What the edition prints; may be empty.</param>
/// <param name="Record">The emendation.</param>
public sealed record EmendedText(ImmutableArray<Inline> Content, Emendation Record) : InlineContainer(Content);

/// <summary>Code or another literal.</summary>
/// <param name="Value">The characters, exactly.</param>
public sealed record Code(string Value) : Inline;

/// <summary>A picture in a line of text.</summary>
/// <param name="Picture">The picture.</param>
public sealed record InlineImage(Picture Picture) : Inline;

/// <summary>A line break the editor asks for.</summary>
public sealed record LineBreak : Inline;
