using Publish.Document;
using Publish.Editions.Tests.Accessibility;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>The structure of the screen edition is the model: its words in order, its parts in number, its notes linked both ways.</summary>
public sealed class StructureTests(FirstBook first, TortureBook torture) : IClassFixture<FirstBook>, IClassFixture<TortureBook>
{
    public static TheoryData<string> Books => ["first", "torture"];

    [Theory]
    [MemberData(nameof(Books))]
    public void No_rule_of_accessibility_is_broken(string book)
    {
        var file = Read(book);
        var barriers = AccessibilityRules.Judge(file);
        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void The_words_in_reading_order_are_the_models(string book)
    {
        var file = Read(book);
        var difference = ModelText.Difference(ModelText.Of(BookOf(book)), ModelText.Words(file.Root.Text));
        Assert.True(difference is null, difference);
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Poppler_reads_the_same_words(string book)
    {
        // Poppler shows a word that a line's end divides in its pieces, the hyphen one of them, and doesn't put the number of a note's call next to its word.
        var lines = ExternalTool.Require("pdfinfo").Run("-struct-text", PathOf(book)).Output.Split('\n').Select(line => line.Trim()).Where(line => line is ['"', _, .., '"']).Select(line => line[1..^1]);
        var found = Squeezed(string.Concat(lines));
        var file = Read(book);
        Assert.Equal(Squeezed(file.Root.Text), found);
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void A_browser_is_led_to_the_right_pages(string book)
    {
        var read = PdfJs.Read(PathOf(book));
        read.Verdict.MustPass();
        var file = Read(book);
        var headings = file.Elements.Where(element => element.IsHeading).Select(heading => (Words: Squeezed(heading.Text), heading.Texts.First().Page)).ToList();
        foreach (var entry in read.Outline)
        {
            var title = Squeezed(entry.Title);
            var places = headings.Where(heading => heading.Words.StartsWith(title, StringComparison.Ordinal)).Select(heading => heading.Page).ToList();
            Assert.True(places.Count == 0 || places.Contains(entry.Page ?? 0), $"“{entry.Title}” leads to page {entry.Page}, its heading is on {string.Join(", ", places)}");
        }

        var notes = file.Elements.Where(element => element.Type == "Note").ToList();
        Assert.NotEmpty(notes);
        foreach (var note in notes)
        {
            var target = note.Texts.First().Page;
            Assert.Equal(target, file.Destinations[note.Id!]);
            Assert.Contains(read.Pages.SelectMany(page => page.Links), link => link.Page == target && link.Contents.StartsWith("Note", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Its_parts_are_as_many_as_the_models(string name)
    {
        var book = BookOf(name);
        var blocks = Walk.Blocks(book).ToList();
        var sections = Walk.Sections(book).ToList();
        var file = Read(name);
        var elements = file.Elements.ToList();
        var inlines = sections.SelectMany(section => Walk.Inlines(section.Title)).Concat(blocks.OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content))).ToList();

        Assert.Equal(sections.Count(section => !section.Title.IsEmpty) + blocks.OfType<Heading>().Count(), elements.Count(element => element.IsHeading));
        Assert.Equal(sections.Count, Count("Sect") + Count("Part"));
        Assert.Equal(Walk.Notes(book).Count(), Count("Note"));
        Assert.Equal(inlines.OfType<NoteCall>().Count(), elements.Count(element => element.Type == "Reference" && element.Elements.All(kid => kid.Type == "Link")) - Count("TOCI"));
        Assert.Equal(blocks.Count(block => block is ItemList or DefinitionList), Count("L"));
        Assert.Equal(blocks.OfType<ItemList>().Sum(list => list.Items.Length) + blocks.OfType<DefinitionList>().Sum(list => list.Entries.Length), Count("LI"));
        Assert.Equal(blocks.OfType<Table>().Count(), Count("Table"));
        Assert.Equal(blocks.OfType<TableRow>().Count(), Count("TR"));
        Assert.Equal(blocks.OfType<TableCell>().Count(), Count("TD") + Count("TH"));
        Assert.Equal(blocks.OfType<Table>().Sum(table => table.Head.Sum(row => row.Cells.Length)), Count("TH"));
        Assert.Equal(blocks.OfType<Figure>().Count(figure => !figure.Picture.Decorative || figure.Caption is not null) + inlines.OfType<InlineImage>().Count(image => !image.Picture.Decorative), Count("Figure"));
        Assert.Equal(blocks.OfType<Caption>().Count(), Count("Caption"));
        Assert.Equal(blocks.Count(block => block is BlockQuotation or Epigraph), Count("BlockQuote"));
        Assert.Equal(blocks.OfType<ContentsList>().Count(), elements.Count(element => element.Type == "TOC"));
        Assert.Equal(blocks.OfType<IndexList>().Count(), Count("Index"));

        int Count(string type) => elements.Count(element => element.Type == type);
    }

    [Fact]
    public void Foreign_words_say_their_language()
    {
        var file = Read("torture");
        foreach (var (language, words) in new[] { ("fr", "mot juste"), ("grc", "ἐν ἀρχῇ ἦν ὁ λόγος"), ("ru", "слово о полку Игореве"), ("ja", "文学史書籍"), ("la", "arma virumque cano"), ("fr", "Les sanglots longs") })
        {
            Assert.Contains(file.Elements, element => element.Language == language && element.Text.Contains(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pictures_say_what_they_show()
    {
        var file = Read("torture");
        var figures = file.Elements.Where(element => element.Type == "Figure").Select(figure => figure.Alternative).ToList();
        Assert.Contains("TIFF, CMYK.", figures);
        Assert.Contains("a red disc", figures);
        Assert.DoesNotContain(null, figures);
    }

    [Fact]
    public void Header_cells_have_scope_and_spans_are_said()
    {
        var file = Read("torture");
        var cells = file.Elements.Where(element => element.Type is "TH" or "TD").ToList();
        Assert.All(cells.Where(cell => cell.Type == "TH"), cell => Assert.Equal("Column", cell.Attributes["Scope"]));
        Assert.Contains(cells, cell => cell.Attributes.TryGetValue("ColSpan", out var span) && span == "2");
    }

    private TaggedFile Read(string book) => book == "first" ? first.Tagged : torture.Tagged;

    private string PathOf(string book) => book == "first" ? first.PathOf("screen") : torture.PathOf("screen");

    private Book BookOf(string book) => book == "first" ? first.Book : torture.Report.Book!;

    // Without white space, and without hyphens: those of line ends are in one and not in the other.
    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u00AD' or '\u2060')));
}
