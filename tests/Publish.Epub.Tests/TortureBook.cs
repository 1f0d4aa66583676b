using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;

namespace Publish.Epub.Tests;

/// <summary>A book that uses every construct of the model.</summary>
internal static class TortureBook
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    private static readonly RepositoryAssets Assets = new();

    public static readonly Note First = new("one", NoteSeries.Editor, 1, [new Paragraph([T("The first note, on "), new WorkTitle([T("Hamlet")]), T(".")]) { Ordinal = 21 }]);

    private static readonly Note Nested = new("nested", NoteSeries.Editor, 3, [new Paragraph([T("Called in a note.")]) { Ordinal = 33 }]);

    private static readonly Note Long = new("long", NoteSeries.Author, 1, [
        new BlockQuotation([new Paragraph([T("It begins with a quotation,")]) { Ordinal = 30 }], null) { Ordinal = 29 },
        new ItemList(ListMarker.Decimal, 3, true, [new ListItem([new Paragraph([T("three"), new NoteCall(Nested, false)]) { Ordinal = 32 }]) { Ordinal = 31 }]),
    ]);

    private static readonly Emendation Mended = new("E1", "p1", "p1", 1, "a ", "teh", " b", "the", false, EmendationClass.Misprint, Certainty.High, false, "a misprint", SourceSpan.None);

    public static Text T(string value) => new(value);

    public static Book Book(string language = "en-GB") => new(
        new Metadata("torture", "The Torture & Other <Tests>", language)
        {
            Subtitle = "A Book",
            Contributors = [new Contributor("Ann Author", "Author, Ann", "aut"), new Contributor("Ed Itor", "Itor, Ed", "edt")],
            Publisher = "The House",
            Published = "2026",
            Work = "https://example.org/torture",
            Description = "All there is.",
            Subjects = [new Subject("BISAC", "HIS032000", "History"), new Subject(null, null, "Tests")],
            Source = "The Gazette, 1 May 1947",
            Series = new Series("Tests", "7"),
            Isbns = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("epub", "9780306406157")]),
            Modified = new DateTimeOffset(2026, 5, 6, 7, 8, 10, TimeSpan.Zero),
        },
        [
            Section(SectionKind.HalfTitle, Matter.Front, "Half-title", false, 1, [new Division([P(2, "The Torture", "title")]) { Classes = ["half-title"], Ordinal = 3 }]),
            Section(SectionKind.TitlePage, Matter.Front, "Title page", false, 4, [new Division([P(5, "Ann Author", "author"), P(6, "The Torture", "title")]) { Classes = ["title-page"], Ordinal = 7 }]),
            Section(SectionKind.Contents, Matter.Front, "Contents", true, 8, [new ContentsList(2) { Ordinal = 9 }]) with { Listed = false },
            Section(SectionKind.Introduction, Matter.Front, "Introduction", true, 10, [P(11, "An introduction — with a spaced dash.")]),
            Section(SectionKind.Part, Matter.Body, "Part One", true, 12, []) with { Sections = [Chapter(), Second()] },
            Section(SectionKind.Index, Matter.Back, "Index", true, 90, [Index()]),
            Section(SectionKind.Colophon, Matter.Back, "Colophon", true, 92, [P(93, "Set in EB Garamond.")]),
        ],
        [new EditionPlan("epub", EditionFormat.Epub)]);

    /// <summary>Pages: one begins in the middle of a word of paragraph 22, one at a heading, one in a list, one in a table cell, one at a title.</summary>
    public static PageMap Pages { get; } = new("print",
    [
        new MappedPage("i", new TextPosition(2, 0)),
        new MappedPage("ii", null),
        new MappedPage("iii", new TextPosition(5, 0)),
        new MappedPage("1", new TextPosition(14, 0)),
        new MappedPage("2", new TextPosition(22, 14)),
        new MappedPage("3", new TextPosition(34, 0)),
        new MappedPage("4", new TextPosition(42, 4)),
        new MappedPage("5", new TextPosition(61, 0)),
        new MappedPage("6", new TextPosition(71, 0)),
    ])
    {
        Isbn = "9780306406157",
    };

    public static EpubResult Write(Book? book = null, PageMap? pages = null, EpubSettings? settings = null)
    {
        var diagnostics = new List<Diagnostic>();
        var parts = new EpubParts(HouseFiles.EpubCss(Assets, "classic", diagnostics), picture => picture.Path == "dot.png" ? new EpubPicture("image/png", Dot) : null)
        {
            Fonts = FontLibrary.Load(Assets, diagnostics),
            Assets = Assets,
            Cover = PlainCover.Jpeg,
        };
        Assert.Empty(diagnostics);
        return EpubWriter.Write(book ?? Book(), pages ?? Pages, parts, settings ?? new EpubSettings());
    }

    private static Section Chapter() => Section(SectionKind.Chapter, Matter.Body, "One: <Beginnings>", true, 14,
    [
        new Epigraph([P(15, "An epigraph.")], new Attribution([T("Somebody")]) { Ordinal = 16 }) { Ordinal = 17 },
        new LetterPart(LetterPartKind.Dateline, [P(18, "Coyoacán, 18 April 1947")]) { Ordinal = 19 },
        new Paragraph([T("Words"), new NoteCall(First, false), T(" with "), new Emphasis([T("stress")]), T(", "), new Strong([T("strength")]), T(" & "), new Foreign([T("mots français")]) { Language = "fr" },
            T("—and a dash—so."), new IndexMark(["dashes"], IndexRange.Point) { Id = "ix-1" }, new LineBreak(), T("Next.")]) { Ordinal = 20, Id = "P1:a" },
        new Paragraph([T("The quick brown fox"), new NoteCall(Long, false), T(" jumps."), new NoteCall(First, true)]) { Ordinal = 22 },
        new BlockQuotation([P(24, "Quoted.")], new Attribution([T("By one")]) { Ordinal = 25 }) { Ordinal = 23 },
        new Paragraph([T("goes on "), new EmendedText([T("the")], Mended), T(" "), new SmallCaps([T("nasa")]), new Superscript([T("2")]), new Subscript([T("3")]), new Strikeout([T("x")]), new Code("a<b"), T(" "),
            new Link([T("link")], "https://example.org/?a=1&b=2"), T(" "), new CrossReference([], "two", ReferenceForm.Page), T(" "), new CrossReference([T("see two")], "two", ReferenceForm.Text),
            new CrossReference([], "two", ReferenceForm.Title), new Abbreviation([T("G.P.U.")], "State Political Directorate"), new SourcePageMark("6"), new StyledSpan([T("s")]) { Classes = ["odd"] },
            new InlineImage(new Picture("dot.png", "a dot", null))]) { Ordinal = 26, Continued = true },
        new Heading([T("A heading")], 2) { Ordinal = 34 },
        new Heading([T("Too deep")], 4) { Ordinal = 35 },
        new Verse([new Stanza([new VerseLine([T("A line of verse")], 0) { Ordinal = 38 }, new VerseLine([T("indented")], 2) { Ordinal = 39 }]) { Ordinal = 37 }]) { Ordinal = 36 },
        new ItemList(ListMarker.LowerRoman, 2, true, [new ListItem([P(41, "first")]) { Ordinal = 40 }, new ListItem([new Paragraph([T("and second")]) { Ordinal = 42 }]) { Ordinal = 43 }]) { Ordinal = 44 },
        new ItemList(ListMarker.Bullet, 1, false, [new ListItem([P(46, "loose"), new ItemList(ListMarker.None, 1, true, [new ListItem([P(49, "inner")]) { Ordinal = 48 }]) { Ordinal = 47 }]) { Ordinal = 45 }]) { Ordinal = 50 },
        new DefinitionList([new DefinitionEntry([new Term([T("term")]) { Ordinal = 52 }], [new ListItem([P(54, "meaning")]) { Ordinal = 53 }]) { Ordinal = 51 }]) { Ordinal = 55 },
        new Table([new TableColumn(ColumnAlignment.Left, null), new TableColumn(ColumnAlignment.Right, null)],
            [new TableRow([Cell(57, "Year"), Cell(58, "Sum")]) { Ordinal = 56 }], [new TableRow([Cell(60, "1947"), Cell(61, "12.50")]) { Ordinal = 59 }], new Caption([T("A table")]) { Ordinal = 62 }) { Ordinal = 63 },
        new Figure(new Picture("dot.png", "A dot", new PictureWidth(500, null)), new Caption([T("The dot")]) { Ordinal = 64 }) { Ordinal = 65 },
        new CodeBlock("if (a < b)\n  go();") { Ordinal = 66 },
        new ThematicBreak { Ordinal = 67 },
        new Division([P(69, "A division.")]) { Ordinal = 68, Classes = ["source-line"] },
    ]);

    private static Section Second() => Section(SectionKind.Chapter, Matter.Body, "Two", true, 71, [new Paragraph([new IndexMark(["dashes"], IndexRange.Point) { Id = "ix-2" }, T("The end.")]) { Ordinal = 72 }]) with { Id = "two" };

    private static IndexList Index() => new([
        new IndexEntry([T("dashes")], "dashes", [new IndexLocator("ix-1", "ix-2")], [new IndexEntry([new Emphasis([T("em")])], "em", [new IndexLocator("ix-2", null)], [], null, [])], null, []),
        new IndexEntry([T("rules")], "rules", [], [], "dashes", []),
    ])
    {
        Ordinal = 91,
    };

    private static TableCell Cell(int ordinal, string text) => new([P(ordinal, text)]) { Ordinal = ordinal + 1000 };

    private static Paragraph P(int ordinal, string text, params string[] classes) => new([T(text)]) { Ordinal = ordinal, Classes = [.. classes] };

    private static Section Section(SectionKind kind, Matter matter, string name, bool titled, int ordinal, ImmutableArray<Block> blocks) =>
        new(kind, matter, titled ? [T(name)] : [], blocks, []) { NavigationTitle = name, Listed = titled, Ordinal = ordinal };
}
