using Publish.Document;
using Inline = Publish.Document.Inline;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>What a token of running text is.</summary>
internal enum TokenKind
{
    /// <summary>Characters of the buffer.</summary>
    Text,

    /// <summary>The start of a container, whose empty shape the token carries.</summary>
    Open,

    /// <summary>The end of the innermost container.</summary>
    Close,

    /// <summary>An inline without content of its own: a mark, an image, a line break, code.</summary>
    Atom,

    /// <summary>A call of a note that is still to be made.</summary>
    Call,
}

/// <summary>A token of running text. Runs of text lie in one buffer, so that punctuation can be looked at across them.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the buffer.</param>
/// <param name="Length">Characters in the buffer.</param>
/// <param name="From">Offset in the source where it begins.</param>
/// <param name="To">Offset in the source of its last character.</param>
/// <param name="Shape">The container without content, or the finished atom.</param>
internal record struct Token(TokenKind Kind, int Start, int Length, int From, int To, Inline? Shape)
{
    /// <summary>What is called, for <see cref="TokenKind.Call"/>.</summary>
    public PendingCall? Call { get; init; }
}

/// <summary>A call of a note.</summary>
/// <param name="Defined">The note it calls; null for a note written in place.</param>
/// <param name="InPlace">The note written in place.</param>
/// <param name="Span">Where it is called.</param>
internal sealed record PendingCall(DefinedNote? Defined, InlineNote? InPlace, SourceSpan Span)
{
    /// <summary>The call, once its note is made.</summary>
    public NoteCall? Made { get; set; }
}
