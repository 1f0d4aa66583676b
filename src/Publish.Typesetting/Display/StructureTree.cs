using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Display;

/// <summary>What an element of the structure is. Names are the standard structure types of ISO 32000-1, 14.8.4.</summary>
public enum StructureRole
{
    /// <summary>The root.</summary>
    Document,

    /// <summary>A part or a large division.</summary>
    Part,

    /// <summary>A section.</summary>
    Sect,

    /// <summary>A division without a meaning of its own.</summary>
    Div,

    /// <summary>A quotation set off.</summary>
    BlockQuote,

    /// <summary>A caption.</summary>
    Caption,

    /// <summary>The contents.</summary>
    TOC,

    /// <summary>An entry of the contents.</summary>
    TOCI,

    /// <summary>The index.</summary>
    Index,

    /// <summary>A heading of level 1 to 6.</summary>
    H1,

    /// <summary>Level 2.</summary>
    H2,

    /// <summary>Level 3.</summary>
    H3,

    /// <summary>Level 4.</summary>
    H4,

    /// <summary>Level 5.</summary>
    H5,

    /// <summary>Level 6.</summary>
    H6,

    /// <summary>A paragraph.</summary>
    P,

    /// <summary>A list.</summary>
    L,

    /// <summary>An item.</summary>
    LI,

    /// <summary>Its bullet, number or term.</summary>
    Lbl,

    /// <summary>Its body.</summary>
    LBody,

    /// <summary>A table.</summary>
    Table,

    /// <summary>The head rows of a table.</summary>
    THead,

    /// <summary>The body rows of a table.</summary>
    TBody,

    /// <summary>A row.</summary>
    TR,

    /// <summary>A heading cell.</summary>
    TH,

    /// <summary>A cell.</summary>
    TD,

    /// <summary>A run of text with something of its own (language, alternative).</summary>
    Span,

    /// <summary>A quotation in a line.</summary>
    Quote,

    /// <summary>A note.</summary>
    Note,

    /// <summary>A reference to a note or another place.</summary>
    Reference,

    /// <summary>Code.</summary>
    Code,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A picture.</summary>
    Figure,
}

/// <summary>The logical structure of a typeset book, made from the model.</summary>
/// <param name="Elements">Every element; the first is the Document, and a parent stands before its children.</param>
public sealed record StructureTree(ImmutableArray<StructureElement> Elements);

/// <summary>An element of the structure.</summary>
/// <param name="Parent">Index of its parent; −1 for the root.</param>
/// <param name="Role">What it is.</param>
/// <param name="Sequence">Place in reading order among its siblings and its parent's own content.</param>
public sealed record StructureElement(int Parent, StructureRole Role, int Sequence)
{
    /// <summary>Unique identifier (notes need one); null for none.</summary>
    public string? Id { get; init; }

    /// <summary>Language where it differs from its parent's.</summary>
    public string? Language { get; init; }

    /// <summary>What someone who can't see it is told (pictures).</summary>
    public string? AlternativeText { get; init; }

    /// <summary>Words that replace its content when read.</summary>
    public string? ActualText { get; init; }

    /// <summary>What it stands for in full (abbreviations).</summary>
    public string? Expansion { get; init; }

    /// <summary>A title.</summary>
    public string? Title { get; init; }

    /// <summary>The block of the model it shows; −1 for none.</summary>
    public int BlockOrdinal { get; init; } = -1;

    /// <summary>Columns a cell covers.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows a cell covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>True for a heading cell of a row, false for one of a column (where <see cref="Role"/> is TH).</summary>
    public bool HeadsRow { get; init; }

    /// <summary>How the items of a list are marked (where <see cref="Role"/> is L).</summary>
    public ListMarker? ListNumbering { get; init; }

    /// <summary>For a Reference, the index of the Note it calls, and for a Note the Reference that calls it first; −1 for none.</summary>
    public int Counterpart { get; init; } = -1;
}
