using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Styles;

/// <summary>
/// The one mapping from the document model to elements and classes. The EPUB writes these elements, the typesetter asks the stylesheet
/// for their styles; so a rule of the house style means the same thing in both.
/// </summary>
/// <remarks>
/// <see cref="DefinitionEntry"/> has no element: its terms and definitions stand in the dl. <see cref="Text"/> has none either (<see cref="Of(Node)"/> gives
/// an empty name for both).
/// </remarks>
public static class ElementNames
{
    private static readonly ImmutableArray<string> NoClasses = [];

    private static readonly ImmutableArray<ElementName> ContentsEntries = [.. Enumerable.Range(1, 6).Select(level => new ElementName("p", ["contents-entry", Level(level)]))];

    private static readonly ImmutableArray<ElementName> IndexEntries = [.. Enumerable.Range(1, 4).Select(level => new ElementName("p", ["index-entry", Level(level)]))];

    /// <summary>The root: a StyledElement with this name and no parent.</summary>
    public static ElementName Root { get; } = new("body");

    /// <summary>The title of a section (level 1 heading).</summary>
    public static ElementName SectionTitle { get; } = new("h1");

    /// <summary>The line under the title of a section.</summary>
    public static ElementName SectionSubtitle { get; } = new("p", ["subtitle"]);

    /// <summary>The number of a note before its text.</summary>
    public static ElementName NoteNumber { get; } = new("span", ["note-number"]);

    /// <summary>The number of a paragraph, in the margin.</summary>
    public static ElementName ParagraphNumber { get; } = new("span", ["paragraph-number"]);

    /// <summary>The heading between groups of the index (a letter).</summary>
    public static ElementName IndexGroup { get; } = new("p", ["index-group"]);

    /// <summary>"see", "see also" in the index.</summary>
    public static ElementName IndexSee { get; } = new("i", ["see"]);

    /// <summary>The page number in a line of the contents.</summary>
    public static ElementName ContentsPage { get; } = new("span", ["contents-page"]);

    /// <summary>The words "continued" on later pages of a table or index.</summary>
    public static ElementName Continued { get; } = new("p", ["continued-line"]);

    /// <summary>An entry of the contents: a paragraph of class contents-entry and level-1 … level-6, of class front, body or back too.</summary>
    /// <param name="level">1 for a section at the top, 2 for one inside it or a heading of level 2, and so on.</param>
    /// <param name="kind">The section's kind; null for a heading.</param>
    public static ElementName ContentsEntry(int level, SectionKind? kind)
    {
        var entry = ContentsEntries[Math.Clamp(level, 1, 6) - 1];
        return kind is { } k ? entry with { Classes = entry.Classes.Add(KindName(k)) } : entry;
    }

    /// <summary>An entry of the index: a paragraph of class index-entry and level-1 … level-4.</summary>
    public static ElementName IndexEntry(int level) => IndexEntries[Math.Clamp(level, 1, 4) - 1];

    /// <summary>A section: <c>section</c> with its kind, as "half-title", "chapter", "note-on-the-text", and its matter, "front", "body", "back".</summary>
    public static ElementName Of(Section section) =>
        new("section", Classes(section, [KindName(section.Kind), section.Matter switch { Matter.Front => "front", Matter.Body => "body", _ => "back" }]));

    /// <summary>A note: <c>div.note</c> with its series, "editor", "author", "source".</summary>
    public static ElementName Of(Note note) =>
        new("div", Classes(note, ["note", note.Series switch { NoteSeries.Author => "author", NoteSeries.Source => "source", _ => "editor" }]));

    /// <summary>The caption of a table or of a figure.</summary>
    public static ElementName Of(Caption caption, bool ofTable) => new(ofTable ? "caption" : "figcaption", Classes(caption));

    /// <summary>A cell of a table; its alignment is a class: "left", "center", "right".</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inHead">Whether it stands in a row of headings.</param>
    /// <param name="alignment">The column's alignment.</param>
    public static ElementName Of(TableCell cell, bool inHead, ColumnAlignment alignment) => new(
        inHead ? "th" : "td",
        alignment switch
        {
            ColumnAlignment.Left => Classes(cell, ["left"]),
            ColumnAlignment.Center => Classes(cell, ["center"]),
            ColumnAlignment.Right => Classes(cell, ["right"]),
            _ => Classes(cell),
        });

    /// <summary>A definition in a definition list: <c>dd</c>. (In other lists an item is <c>li</c>.)</summary>
    public static ElementName Definition(ListItem item) => new("dd", Classes(item));

    /// <summary>Element and classes of any node; an empty name for nodes that have no element.</summary>
    public static ElementName Of(Node node) => node switch
    {
        Section section => Of(section),
        Note note => Of(note),
        Block block => OfBlock(block),
        Inline inline => OfInline(inline),
        _ => new("", NoClasses),
    };

    /// <summary>A kind of section as a class and a file name: "half-title", "note-on-the-text".</summary>
    public static string KindName(SectionKind kind) => kind switch
    {
        SectionKind.HalfTitle => "half-title",
        SectionKind.TitlePage => "title-page",
        SectionKind.Imprint => "imprint",
        SectionKind.Dedication => "dedication",
        SectionKind.Epigraph => "epigraph",
        SectionKind.Frontispiece => "frontispiece",
        SectionKind.Contents => "contents",
        SectionKind.ListOfFigures => "list-of-figures",
        SectionKind.ListOfTables => "list-of-tables",
        SectionKind.Foreword => "foreword",
        SectionKind.Preface => "preface",
        SectionKind.Introduction => "introduction",
        SectionKind.NoteOnTheText => "note-on-the-text",
        SectionKind.Part => "part",
        SectionKind.Chapter => "chapter",
        SectionKind.Afterword => "afterword",
        SectionKind.Appendix => "appendix",
        SectionKind.Chronology => "chronology",
        SectionKind.DramatisPersonae => "dramatis-personae",
        SectionKind.Notes => "notes",
        SectionKind.Bibliography => "bibliography",
        SectionKind.Index => "index",
        SectionKind.Colophon => "colophon",
        _ => "section",
    };

    private static ElementName OfBlock(Block block) => block switch
    {
        Paragraph { Continued: true } p => new("p", Classes(p, ["continued"])),
        Paragraph p => new("p", Classes(p)),
        Heading h => new(h.Level switch { <= 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" }, Classes(h)),
        VerseLine l => new("p", Classes(l, ["line"])),
        Caption c => Of(c, false),
        Attribution a => new("p", Classes(a, ["attribution"])),
        Term t => new("dt", Classes(t)),
        BlockQuotation q => new("blockquote", Classes(q)),
        Epigraph e => new("blockquote", Classes(e, ["epigraph"])),
        Verse v => new("div", Classes(v, ["verse"])),
        Stanza s => new("div", Classes(s, ["stanza"])),
        LetterPart l => new("div", Classes(l, [l.Kind switch
        {
            LetterPartKind.Opener => "opener",
            LetterPartKind.Closer => "closer",
            LetterPartKind.Signature => "signature",
            _ => "dateline",
        }])),
        ItemList { Marker: ListMarker.Bullet } l => new("ul", Classes(l, l.Tight ? ["tight"] : NoClasses)),
        ItemList { Marker: ListMarker.None } l => new("ul", Classes(l, l.Tight ? ["unmarked", "tight"] : ["unmarked"])),
        ItemList l => new("ol", Classes(l, l.Tight ? ["tight"] : NoClasses)),
        ListItem i => new("li", Classes(i)),
        DefinitionList d => new("dl", Classes(d)),
        DefinitionEntry => new("", NoClasses),
        Table t => new("table", Classes(t)),
        TableRow r => new("tr", Classes(r)),
        TableCell c => new("td", Classes(c)),
        Figure f => new("figure", Classes(f)),
        CodeBlock c => new("pre", Classes(c)),
        ThematicBreak t => new("hr", Classes(t)),
        Division d => new("div", Classes(d)),
        ContentsList c => new("div", Classes(c, ["contents-list"])),
        IndexList i => new("div", Classes(i, ["index-list"])),
        _ => new("div", Classes(block)),
    };

    private static ElementName OfInline(Inline inline) => inline switch
    {
        Text => new("", NoClasses),
        Emphasis e => new("em", Classes(e)),
        Strong s => new("strong", Classes(s)),
        SmallCaps s => new("span", Classes(s, ["smallcaps"])),
        Superscript s => new("sup", Classes(s)),
        Subscript s => new("sub", Classes(s)),
        Strikeout s => new("s", Classes(s)),
        Foreign f => new("i", Classes(f, ["foreign"])),
        WorkTitle t => new("cite", Classes(t)),
        Abbreviation a => new("abbr", Classes(a)),
        Link l => new("a", Classes(l)),
        CrossReference r => new("a", Classes(r, ["xref"])),
        NoteCall n => new("a", Classes(n, ["noteref"])),
        IndexMark m => new("span", Classes(m, ["index-mark"])),
        SourcePageMark m => new("span", Classes(m, ["source-page"])),
        EmendedText e => new("span", Classes(e, ["emendation"])),
        Code c => new("code", Classes(c)),
        InlineImage i => new("img", Classes(i)),
        LineBreak b => new("br", Classes(b)),
        _ => new("span", Classes(inline)),
    };

    private static ImmutableArray<string> Classes(Node node) => node.Classes.IsDefaultOrEmpty ? NoClasses : node.Classes;

    private static ImmutableArray<string> Classes(Node node, ImmutableArray<string> own) => node.Classes.IsDefaultOrEmpty ? own : own.AddRange(node.Classes);

    private static string Level(int level) => "level-" + level.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
