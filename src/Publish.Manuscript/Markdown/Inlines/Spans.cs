using Markdig.Syntax.Inlines;

namespace Publish.Manuscript;

/// <summary>A bracketed span, <c>[text]{.class}</c>.</summary>
internal sealed class BracketedSpan : ContainerInline
{
    public required AttributeList Attributes { get; init; }
}

/// <summary>A call of a note, <c>[^label]</c>.</summary>
internal sealed class CallOfNote : LeafInline
{
    public required string Label { get; init; }
}

/// <summary>A note written where it is called, <c>^[text]</c>.</summary>
internal sealed class InlineNote : ContainerInline
{
    public AttributeList Attributes { get; init; } = AttributeList.Empty;
}
