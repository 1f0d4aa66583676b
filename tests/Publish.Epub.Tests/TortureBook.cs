using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Epub.Tests;

/// <summary>A book that uses every construct of the model, small enough to be read.</summary>
internal static class TortureBook
{
    // A picture of one grey pixel.
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private static readonly Emendation Emended = new("E1", "p1", "p1", 7, "to ", "bee", " or", "be", false, EmendationClass.Misprint, Certainty.High, false, "a misprint", SourceSpan.None);

    public static readonly Note First = Note("first", NoteSeries.Editor, P("Said in a letter of ", E("May 1940"), "; called twice."));
    public static readonly Note Second = Note("second", NoteSeries.Editor, new BlockQuotation([P("A note that begins with a quotation.")], null), P("And has a second block, with a note of its own.", new NoteCall(Note("inner", NoteSeries.Editor, P("The inner note, called in a note.")), false)));
    public static readonly Note Authors = Note("authors", NoteSeries.Author, P("The author’s own note.")) with { Id = "own-note" };

    public static Book Make()
    {
        var ordinal = 0;
        return new Book(Data(), [.. Sections().Select(s => Numbered(s, ref ordinal))], []);
    }

    public static TestFiles Files() => new(new() { ["pictures/A plate.png"] = Png });

    /// <summary>Pages that begin at a title, inside a paragraph, in a word, in a list, in a table, at a heading.</summary>
    public static PageMap Pages(Book book)
    {
        var blocks = Walk.Blocks(book).OfType<TextBlock>().ToList();
        var chapter = Walk.Sections(book).First(s => s.Kind == SectionKind.Chapter);
        int Of(string start) => blocks.First(b => PlainText.Of(b.Content).StartsWith(start, StringComparison.Ordinal)).Ordinal;
        return new PageMap("print",
        [
            new("i", new(Of("A Torture"), 0)),
            new("ii", null),
            new("iii", new(Walk.Sections(book).First(s => s.Kind == SectionKind.Contents).Ordinal, 0)),
            new("v", new(Walk.Sections(book).First(s => s.Kind == SectionKind.Introduction).Ordinal, 0)),
            new("1", new(chapter.Ordinal, 0)),
            new("2", new(Of("To be or"), 14)),
            new("3", new(Of("second item"), 0)),
            new("4", new(Of("cell b"), 5)),
            new("5", new(Of("A heading of the third"), 0)),
            new("6", new(Of("a line set in"), 0)),
        ]);
    }

    public static Paragraph P(params object[] content) => new(Inlines(content));

    public static Note Note(string label, NoteSeries series, params Block[] blocks) => new(label, series, 1, [.. blocks]);

    private static Metadata Data() => new("torture", "A Torture Book", "en-US")
    {
        Subtitle = "Every Construct & <More>",
        Contributors = [new("Ada Author", "Author, Ada", "aut"), new("Ed Editor", "Editor, Ed", "edt"), new("Tina Transcriber", "Transcriber, Tina", "trc")],
        Modified = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Publisher = "The Press",
        Published = "2026",
        Work = "https://example.org/torture",
        Isbns = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("epub", "9780306406157"),
        Description = "A book that uses everything.",
        Subjects = [new("BISAC", "HIS032000", "HISTORY / Russia"), new(null, null, "testing")],
        Source = "The Paper, 5 May 1947",
        Rights = "Public domain",
        Series = new("Trials", "3"),
    };

    private static IEnumerable<Section> Sections() =>
    [
        S(SectionKind.HalfTitle, Matter.Front, "", [new Division([P("A Torture Book") with { Classes = ["title"] }]) { Classes = ["half-title"] }]) with { NavigationTitle = "Half-title", Listed = false },
        S(SectionKind.TitlePage, Matter.Front, "", [P("Ada Author") with { Classes = ["author"] }, P("A Torture Book") with { Classes = ["title"] }]) with { NavigationTitle = "Title page", Listed = false },
        S(SectionKind.Imprint, Matter.Front, "", [P("Public domain. ", new Link([T("Source")], "https://example.org/a?b=c&d=e"))]) with { NavigationTitle = "Imprint", Listed = false },
        S(SectionKind.Contents, Matter.Front, "Contents", [new ContentsList(2)]) with { Listed = false },
        S(SectionKind.Introduction, Matter.Front, "Introduction", [new Epigraph([P("All is said.")], new Attribution([T("La Bruyère")])), P("See ", new CrossReference([], "ch1", ReferenceForm.Title), ", page ", new CrossReference([], "p1", ReferenceForm.Page), ", ", new CrossReference([T("the words")], "emendation-e1", ReferenceForm.Text), ", and the ", new CrossReference([T("author’s note")], "own-note", ReferenceForm.Text), ".")]),
        S(SectionKind.Part, Matter.Body, "Part One", [P("Words before the chapters.")]) with
        {
            Sections =
            [
                S(SectionKind.Chapter, Matter.Body, "I", Chapter()) with { Id = "ch1", Subtitle = [T("In which everything happens")] },
                S(SectionKind.Chapter, Matter.Body, "II", [P("Called again.", new NoteCall(First, true), " And the author’s.", new NoteCall(Authors, false))]),
            ],
        },
        S(SectionKind.Part, Matter.Body, "Part Two", []) with { Sections = [S(SectionKind.Chapter, Matter.Body, "I", [new Heading([T("Straight to the third level")], 4), P("Another first chapter.")])] },
        S(SectionKind.Index, Matter.Back, "Index", [new IndexList([new IndexEntry([T("Trotsky, Leon")], "trotsky", [new("ix-1", null), new("ix-2", "ix-3")], [new IndexEntry([T("exile of")], "exile", [new("ix-2", null)], [], null, [])], null, ["Sedova, Natalia"]), new IndexEntry([E("Zinoviev")], "zinoviev", [], [], "Trotsky, Leon", [])])]),
        S(SectionKind.Colophon, Matter.Back, "", [P("Set with care.")]) with { NavigationTitle = "Colophon" },
    ];

    private static ImmutableArray<Block> Chapter() =>
    [
        new LetterPart(LetterPartKind.Dateline, [P("Coyoacán, 18 April 1947")]),
        P("To ", new EmendedText([T("be")], Emended) { Id = "emendation-e1" }, " or not—to be", new NoteCall(First, false), "—that is the ques\u00ADtion", new IndexMark(["Trotsky, Leon"], IndexRange.Point) { Id = "ix-1" }, ". <Angle> & \"straight\".") with { Id = "p1" },
        P("Forms: ", E("emphasis"), "—", new Strong([T("strong")]), ", ", new SmallCaps([T("small caps")]), " ", new Superscript([T("up")]), new Subscript([T("down")]), " ", new Strikeout([T("out")]), " ", new Foreign([T("mot juste")]) { Language = "fr" }, " ", new WorkTitle([T("Hamlet")]), " ", new Abbreviation([T("USSR")], "Union of Soviet Socialist Republics"), " ", new StyledSpan([T("styled")]) { Classes = ["nocase"] }, " ", new Code("x < y"), new SourcePageMark("6"), new LineBreak(), "after a break ", new InlineImage(new("pictures/A plate.png", "a plate", null)), "."),
        new BlockQuotation([P("Quoted."), P("Twice.")], new Attribution([T("A source")])),
        P("went on after it.") with { Continued = true },
        new Verse([new Stanza([new VerseLine([T("A line of verse,")], 0), new VerseLine([T("a line set in")], 2)]), new Stanza([new VerseLine([T("and a second stanza.")], 0)])]),
        new ItemList(ListMarker.LowerRoman, 3, true, [new ListItem([P("first item")]), new ListItem([P("second item"), new ItemList(ListMarker.Bullet, 1, true, [new ListItem([P("inner")])])])]),
        new ItemList(ListMarker.None, 1, true, [new ListItem([P("unmarked")])]),
        new DefinitionList([new DefinitionEntry([new Term([T("term")])], [new ListItem([P("definition")]), new ListItem([P("another")])])]),
        new Table([new(ColumnAlignment.Left, 300), new(ColumnAlignment.Right, 700)], [new TableRow([new TableCell([P("Head")]), new TableCell([P("Other")])])], [new TableRow([new TableCell([P("cell a")]), new TableCell([P("cell b")])]), new TableRow([new TableCell([P("wide")]) { ColumnSpan = 2 }])], new Caption([T("A table")])),
        new Heading(T("A heading of the second level", new NoteCall(Second, false)), 2),
        new Heading([T("A heading of the third level")], 3) { Id = "third" },
        new Figure(new("pictures/A plate.png", "A grey plate", new(700, null)), new Caption([T("The plate.")])),
        new Figure(new("pictures/A plate.png", "", null) { Decorative = true }, null),
        new CodeBlock("if (a < b)\n    return;"),
        new ThematicBreak(),
        P("Range starts", new IndexMark(["x"], IndexRange.Start) { Id = "ix-2" }, " and ends.", new IndexMark(["x"], IndexRange.End) { Id = "ix-3" }),
        new LetterPart(LetterPartKind.Signature, [P("Natalia")]),
    ];

    private static Section S(SectionKind kind, Matter matter, string title, ImmutableArray<Block> blocks) =>
        new(kind, matter, title.Length == 0 ? [] : [T(title)], blocks, []) { NavigationTitle = title };

    private static Text T(string value) => new(value);

    private static ImmutableArray<Inline> T(string value, Inline after) => [T(value), after];

    private static Emphasis E(string value) => new([T(value)]);

    private static ImmutableArray<Inline> Inlines(object[] content) => [.. content.Select(c => c as Inline ?? T((string)c))];

    // Numbers as the reader gives them. Notes keep theirs: no page begins in a note.
    private static Section Numbered(Section section, ref int ordinal)
    {
        var own = ordinal++;
        var blocks = Numbered(section.Blocks, ref ordinal);
        var inner = ImmutableArray.CreateBuilder<Section>();
        foreach (var s in section.Sections)
        {
            inner.Add(Numbered(s, ref ordinal));
        }

        return section with { Ordinal = own, Blocks = blocks, Sections = inner.ToImmutable() };
    }

    private static ImmutableArray<T> Numbered<T>(ImmutableArray<T> blocks, ref int ordinal)
        where T : Block
    {
        var numbered = ImmutableArray.CreateBuilder<T>();
        foreach (var block in blocks)
        {
            Block copy = block with { Ordinal = ordinal++ };
            copy = copy switch
            {
                BlockQuotation q => q with { Blocks = Numbered(q.Blocks, ref ordinal), Attribution = q.Attribution is { } a ? a with { Ordinal = ordinal++ } : null },
                Epigraph e => e with { Blocks = Numbered(e.Blocks, ref ordinal) },
                Verse v => v with { Stanzas = Numbered(v.Stanzas, ref ordinal) },
                Stanza s => s with { Lines = Numbered(s.Lines, ref ordinal) },
                LetterPart l => l with { Blocks = Numbered(l.Blocks, ref ordinal) },
                ItemList l => l with { Items = Numbered(l.Items, ref ordinal) },
                ListItem i => i with { Blocks = Numbered(i.Blocks, ref ordinal) },
                Table t => t with { Head = Numbered(t.Head, ref ordinal), Body = Numbered(t.Body, ref ordinal) },
                TableRow r => r with { Cells = Numbered(r.Cells, ref ordinal) },
                TableCell c => c with { Blocks = Numbered(c.Blocks, ref ordinal) },
                Division d => d with { Blocks = Numbered(d.Blocks, ref ordinal) },
                _ => copy,
            };
            numbered.Add((T)copy);
        }

        return numbered.ToImmutable();
    }
}
