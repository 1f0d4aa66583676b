using System.Collections.Immutable;

namespace Publish.Document;

/// <summary>A piece of a section that stands on its own lines.</summary>
public abstract record Block : Node
{
    /// <summary>
    /// Its number in document order, unique in the book (notes included, each after the block that calls it); set by the reader.
    /// <see cref="PageMap"/> and the source positions of a display list name text by this number.
    /// </summary>
    public int Ordinal { get; init; }
}

/// <summary>A block whose content is running text. These are the leaves to which page positions refer.</summary>
/// <param name="Content">The text.</param>
public abstract record TextBlock(ImmutableArray<Inline> Content) : Block;

/// <summary>A paragraph.</summary>
public sealed record Paragraph(ImmutableArray<Inline> Content) : TextBlock(Content)
{
    /// <summary>True where it goes on after a display (quotation, verse) inside the same paragraph of thought: set without indent.</summary>
    public bool Continued { get; init; }

    /// <summary>Its number in an edition that counts its paragraphs, as printed in the margin beside its first line; null for none.</summary>
    public string? Number { get; init; }
}

/// <summary>A heading inside a section.</summary>
/// <param name="Content">The words.</param>
/// <param name="Level">2 to 6: the section's own title is level 1.</param>
public sealed record Heading(ImmutableArray<Inline> Content, int Level) : TextBlock(Content);

/// <summary>One line of verse.</summary>
/// <param name="Content">The words.</param>
/// <param name="Indent">Indent in steps (a step is one leading space of the manuscript, half an em on the page by default).</param>
public sealed record VerseLine(ImmutableArray<Inline> Content, int Indent) : TextBlock(Content);

/// <summary>The words under a picture or above a table.</summary>
public sealed record Caption(ImmutableArray<Inline> Content) : TextBlock(Content);

/// <summary>The words that name the source of a quotation or an epigraph.</summary>
public sealed record Attribution(ImmutableArray<Inline> Content) : TextBlock(Content);

/// <summary>The term of a definition list.</summary>
public sealed record Term(ImmutableArray<Inline> Content) : TextBlock(Content);

/// <summary>A quotation set off from the text.</summary>
/// <param name="Blocks">What is quoted.</param>
/// <param name="Attribution">Who said it; null where the manuscript doesn't set it apart.</param>
public sealed record BlockQuotation(ImmutableArray<Block> Blocks, Attribution? Attribution) : Block;

/// <summary>An epigraph.</summary>
/// <param name="Blocks">What is quoted.</param>
/// <param name="Attribution">Who said it.</param>
public sealed record Epigraph(ImmutableArray<Block> Blocks, Attribution? Attribution) : Block;

/// <summary>A poem or a passage of verse.</summary>
/// <param name="Stanzas">Its stanzas, one or more.</param>
public sealed record Verse(ImmutableArray<Stanza> Stanzas) : Block;

/// <summary>Lines of verse that stand together.</summary>
/// <param name="Lines">One or more.</param>
public sealed record Stanza(ImmutableArray<VerseLine> Lines) : Block;

/// <summary>What a part of a letter or document is.</summary>
public enum LetterPartKind
{
    /// <summary>Salutation.</summary>
    Opener,

    /// <summary>Closing words.</summary>
    Closer,

    /// <summary>Who signs.</summary>
    Signature,

    /// <summary>Place and date.</summary>
    Dateline,
}

/// <summary>Part of a letter or document: set apart, usually flush right.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="Blocks">Its words.</param>
public sealed record LetterPart(LetterPartKind Kind, ImmutableArray<Block> Blocks) : Block;

/// <summary>How the items of a list are marked.</summary>
public enum ListMarker
{
    /// <summary>A bullet.</summary>
    Bullet,

    /// <summary>1, 2, 3.</summary>
    Decimal,

    /// <summary>a, b, c.</summary>
    LowerAlpha,

    /// <summary>A, B, C.</summary>
    UpperAlpha,

    /// <summary>i, ii, iii.</summary>
    LowerRoman,

    /// <summary>I, II, III.</summary>
    UpperRoman,

    /// <summary>No mark: the house style shows the item by its indent.</summary>
    None,
}

/// <summary>A list with a mark or number before each item.</summary>
/// <param name="Marker">How items are marked.</param>
/// <param name="Start">The first number (1 unless the manuscript says so).</param>
/// <param name="Tight">True where items stand close, false where each is a paragraph.</param>
/// <param name="Items">One or more.</param>
public sealed record ItemList(ListMarker Marker, int Start, bool Tight, ImmutableArray<ListItem> Items) : Block;

/// <summary>An item of a list.</summary>
/// <param name="Blocks">What it holds.</param>
public sealed record ListItem(ImmutableArray<Block> Blocks) : Block;

/// <summary>Terms with what they mean.</summary>
/// <param name="Entries">One or more.</param>
public sealed record DefinitionList(ImmutableArray<DefinitionEntry> Entries) : Block;

/// <summary>One or more terms and their definitions.</summary>
/// <param name="Terms">One or more.</param>
/// <param name="Definitions">Each a run of blocks.</param>
public sealed record DefinitionEntry(ImmutableArray<Term> Terms, ImmutableArray<ListItem> Definitions) : Block;

/// <summary>A picture that stands by itself, with its caption.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Caption">The caption; null where there is none.</param>
public sealed record Figure(Picture Picture, Caption? Caption) : Block;

/// <summary>Code or other literal lines.</summary>
/// <param name="Value">The characters, lines divided by line feeds.</param>
public sealed record CodeBlock(string Value) : Block;

/// <summary>A change of scene or subject, shown by an ornament or white space.</summary>
public sealed record ThematicBreak : Block;

/// <summary>Blocks that belong together under a class (in <see cref="Node.Classes"/>) the house style knows.</summary>
/// <param name="Blocks">What it holds.</param>
public sealed record Division(ImmutableArray<Block> Blocks) : Block;

/// <summary>What a list of contents lists.</summary>
public enum ContentsKind
{
    /// <summary>Sections and headings.</summary>
    Sections,

    /// <summary>Figures that have a caption.</summary>
    Figures,

    /// <summary>Tables that have a caption.</summary>
    Tables,
}

/// <summary>The table of contents, or a list of figures or tables, made by each edition from the book's sections and headings, or captions.</summary>
/// <param name="Depth">Heading levels shown: 1 = sections only.</param>
public sealed record ContentsList(int Depth) : Block
{
    /// <summary>What it lists.</summary>
    public ContentsKind Of { get; init; }

    /// <summary>The captions of a list of figures or tables, each with the identifier of its figure or table, in the order of the book.</summary>
    public static IEnumerable<(string Id, Caption Caption)> Captions(Book book, ContentsKind kind)
    {
        if (kind == ContentsKind.Sections)
        {
            yield break;
        }

        foreach (var block in Walk.Blocks(book))
        {
            if (block is Figure { Id: { } figure, Caption: { } under } && kind == ContentsKind.Figures)
            {
                yield return (figure, under);
            }
            else if (block is Table { Id: { } table, Caption: { } above } && kind == ContentsKind.Tables)
            {
                yield return (table, above);
            }
        }
    }
}

/// <summary>The index, its entries already gathered and sorted; each edition prints its own locators.</summary>
/// <param name="Entries">Headwords in order.</param>
public sealed record IndexList(ImmutableArray<IndexEntry> Entries) : Block;
