using Publish.Document;
using Publish.Editions.Tests.Accessibility;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>The structure of the screen edition is the model: its words in order, its parts in number, its notes linked both ways.</summary>
public sealed class StructureTests(FirstBook first, TortureBook torture)
{
    public static TheoryData<string> Books => ["first", "torture"];

    [Theory]
    [MemberData(nameof(Books))]
    public void No_rule_of_accessibility_is_broken(string book)
    {
        using var file = Read(book);
        var barriers = AccessibilityRules.Judge(file);
        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void It_says_what_the_model_says(string book)
    {
        using var file = Read(book);
        var barriers = ModelRules.Judge(file, BookOf(book));
        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    [Fact]
    public void What_stands_under_an_entry_of_the_contents_is_a_list_inside_the_list()
    {
        using var file = Read("torture");
        var contents = file.Elements.First(element => element.Type == "TOC");
        var levels = new SortedSet<int>();
        void Look(TaggedElement list, int level)
        {
            Assert.Contains(list.Elements, kid => kid.Type == "TOCI");
            levels.Add(level);
            foreach (var inner in list.Elements.Where(kid => kid.Type == "TOC"))
            {
                Look(inner, level + 1);
            }
        }

        Look(contents, 1);
        Assert.Equal([1, 2, 3], levels);
        Assert.Equal(StructureReport.EntriesOf(torture.Report.Book!).Count, contents.SelfAndInner.Count(element => element.Type == "TOCI"));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Poppler_reads_the_same_words(string book)
    {
        using var file = Read(book);
        Assert.Equal(StructureReport.Squeezed(file.Root.Text), StructureReport.PopplersText(PathOf(book)));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void A_browser_is_led_to_the_right_pages(string book)
    {
        var read = PdfJs.Read(PathOf(book));
        read.Verdict.MustPass();
        using var file = Read(book);
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
        using var file = Read(name);
        var elements = file.Elements.ToList();
        var inlines = sections.SelectMany(section => Walk.Inlines(section.Title)).Concat(blocks.OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content))).ToList();

        Assert.All(StructureReport.Counts(file, book), count => Assert.Equal((count.What, count.Model), (count.What, count.File)));
        Assert.Equal(sections.Count, Count("Sect") + Count("Part"));
        Assert.Equal(inlines.OfType<NoteCall>().Count(), elements.Count(element => element.Type == "Reference" && element.Elements.All(kid => kid.Type == "Link")) - Count("TOCI"));
        Assert.Equal(blocks.OfType<ItemList>().Sum(list => list.Items.Length) + blocks.OfType<DefinitionList>().Sum(list => list.Entries.Length), Count("LI"));
        Assert.Equal(blocks.OfType<TableRow>().Count(), Count("TR"));
        Assert.Equal(blocks.OfType<TableCell>().Count(), Count("TD") + Count("TH"));
        Assert.Equal(blocks.OfType<Table>().Sum(table => table.Head.Sum(row => row.Cells.Length) + (table.HeadsRows ? table.Body.Length : 0)), Count("TH"));
        Assert.Equal(blocks.OfType<Caption>().Count(), Count("Caption"));
        Assert.Equal(blocks.OfType<ContentsList>().Count(), Count("TOC") - elements.Where(element => element.Type == "TOC").SelectMany(list => list.Elements).Count(kid => kid.Type == "TOC"));
        Assert.Equal(blocks.OfType<IndexList>().Count(), Count("Index"));

        int Count(string type) => elements.Count(element => element.Type == type);
    }

    [Fact]
    public void Foreign_words_say_their_language()
    {
        using var file = Read("torture");
        foreach (var (language, words) in new[] { ("fr", "mot juste"), ("grc", "ἐν ἀρχῇ ἦν ὁ λόγος"), ("ru", "слово о полку Игореве"), ("ja", "文学史書籍"), ("la", "arma virumque cano"), ("fr", "Les sanglots longs") })
        {
            Assert.Contains(file.Elements, element => element.Language == language && element.Text.Contains(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pictures_say_what_they_show()
    {
        using var file = Read("torture");
        var figures = file.Elements.Where(element => element.Type == "Figure").Select(figure => figure.Alternative).ToList();
        Assert.Contains("TIFF, CMYK.", figures);
        Assert.Contains("a red disc", figures);
        Assert.DoesNotContain(null, figures);
    }

    [Fact]
    public void Header_cells_have_scope_and_spans_are_said()
    {
        using var file = Read("torture");
        var cells = file.Elements.Where(element => element.Type is "TH" or "TD").ToList();
        Assert.Equal(["Monday", "Tuesday", "Wednesday", "Thursday"], cells.Where(cell => cell is { Type: "TH" } && cell.Attributes["Scope"] == "Row").Select(cell => cell.Text.Trim()));
        Assert.All(cells.Where(cell => cell is { Type: "TH" } && cell.Attributes["Scope"] != "Row"), cell => Assert.Equal("Column", cell.Attributes["Scope"]));
        Assert.Contains(cells, cell => cell.Attributes.TryGetValue("ColSpan", out var span) && span == "2");
    }

    private TaggedFile Read(string book) => TaggedFile.Read(PathOf(book));

    private string PathOf(string book) => book == "first" ? first.PathOf("screen") : torture.PathOf("screen");

    private Book BookOf(string book) => book == "first" ? first.Book : torture.Report.Book!;

    private static string Squeezed(string text) => StructureReport.Squeezed(text);
}
