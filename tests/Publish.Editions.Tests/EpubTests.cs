using Publish.Document;
using Publish.EpubLint;
using Publish.Manuscript;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>The EPUBs of the books of this repository, as built, before every judge there is.</summary>
public sealed class EpubTests(FirstBook first, TortureBook torture) : IClassFixture<FirstBook>, IClassFixture<TortureBook>
{
    public static TheoryData<string> Books => ["first", "torture"];

    [Theory]
    [MemberData(nameof(Books))]
    public void EpubCheck_has_nothing_to_say(string book) => ((IReadOnlyList<Verdict>)[EpubCheck.Validate(PathOf(book)), EpubCheckTs.Validate(PathOf(book))]).MustPass();

    [Theory]
    [MemberData(nameof(Books))]
    public void Ace_has_nothing_to_say(string book) => Ace.Validate(PathOf(book)).MustPass();

    /// <summary>
    /// foliate-js and epub.js: every call of a note opens it and comes back, every entry of the contents and the list of pages is turned to and shows what it names; what stands around a page's mark, a
    /// dash, an ellipsis, small capitals is found.
    /// </summary>
    [Theory]
    [MemberData(nameof(Books))]
    public void Every_note_opens_and_leads_back_contents_and_pages_are_reached_and_phrases_are_found(string book)
    {
        Assert.NotEmpty(PrintedPages.Phrases(PathOf(book), 24));
        Assert.Empty(EpubFaults.InReaders(PathOf(book), PrintOf(book), BookOf(book), 24));
    }

    /// <summary>Five sizes of text, three widths, the book's style on and off: nothing stands out sideways or is cut off. Pictures of all, light and dark, are kept.</summary>
    [Theory]
    [MemberData(nameof(Books))]
    public void Nothing_stands_out_at_any_size_and_width(string book) => Reflow.Validate(PathOf(book), RepositoryRoot.Combine("tests", "artifacts", "epub", book + "-book")).MustPass();

    [Theory]
    [MemberData(nameof(Books))]
    public void The_page_list_leads_to_the_words_that_begin_the_pages(string book)
    {
        Assert.Empty(PrintedPages.Wrong(PrintOf(book), PathOf(book)));
        Assert.Empty(PrintedPages.Missing(PrintOf(book), PathOf(book)));
        var labels = PrintedPages.Listed(PathOf(book)).Select(entry => entry.Label).ToList();
        Assert.True(labels.Count > 30);
        Assert.Equal(labels.Distinct(), labels);
    }

    /// <summary>A picture may have a printed page for itself: the list leads to the picture, wherever the words around it are printed, and to nothing else.</summary>
    [Fact]
    public void The_page_of_a_picture_alone_is_led_to_by_the_picture()
    {
        var book = new EditedBook(RepositoryRoot.Combine("tests", "books", "torture"), "title: Plates\nlanguage: en-GB\nmodified: 2026-11-01T00:00:00Z\nmatter: { body: [ chapter: plates.md ] }\neditions:\n  print: { format: pdf, trim: 5.5in x 8.5in }\n  epub: { format: epub, pages: print }\n");
        var words = string.Join(' ', Enumerable.Repeat("Words before and after a plate.", 60));
        book.Files["plates.md"] = System.Text.Encoding.UTF8.GetBytes($"# Plates\n\n{words}\n\n![A disc.](pictures/png-gray.png){{.full-page}}\n\n{words}\n");
        var report = BookBuild.Run(new BuildRequest(book, new FolderAssets(RepositoryRoot.Combine("assets"))) { FolderName = "plates", Producer = "Publish" });
        using var scratch = new ScratchFolder();
        string Written(string edition) => scratch.Write(edition, report.Editions.Single(e => e.Plan.Name == edition).File.Data.ToArray());
        var (pdf, epub) = (Written("print"), Written("epub"));
        Assert.Single(PrintedPages.Listed(epub), page => page.IsPicture);
        Assert.Empty(PrintedPages.Wrong(pdf, epub));
        Assert.Empty(PrintedPages.Missing(pdf, epub));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void The_text_of_each_document_is_the_models(string book)
    {
        // What the first book's colophon says of the pages is added when they are made.
        foreach (var (name, model, shown) in SpineText.Compare(PathOf(book), book == "first" ? first.Book : torture.Report.Book!).Where(document => book != "first" || document.Name != "colophon.xhtml"))
        {
            Assert.Equal(name + "\n" + model, name + "\n" + shown);
        }
    }

    /// <summary>What it says of its pages in the colophon is what its list of pages was made from.</summary>
    [Fact]
    public void The_colophon_has_the_fingerprint_of_the_pages()
    {
        var (_, model, shown) = SpineText.Compare(PathOf("first"), first.Book).Single(document => document.Name == "colophon.xhtml");
        var facts = model.IndexOf("Fingerprint of the text ", StringComparison.Ordinal);
        Assert.True(facts >= 0);
        var end = model.IndexOf('.', facts) + 1;
        Assert.StartsWith(model[..end] + " Of the printed pages ", shown, StringComparison.Ordinal);
        Assert.EndsWith(model[end..], shown, StringComparison.Ordinal);

        static string Said(string label) => string.Join(' ', Walk.Blocks(Colophon.WithPages(new FirstBook().Book, new PageMap("print", [new(label, new(3, 0))]))).OfType<TextBlock>().Select(b => PlainText.Of(b.Content)));
        Assert.NotEqual(Said("1"), Said("2"));
    }

    [Fact]
    public void Our_own_linter_finds_only_what_the_copy_text_has() =>
        Assert.Equal(["EPL080 EPUB/note-on-the-text.xhtml"], EpubLinter.Check(File.ReadAllBytes(PathOf("first"))).Select(finding => finding.Code + " " + finding.Span.File));

    [Fact]
    public void Our_own_linter_finds_only_what_the_torture_is() => Assert.Empty(EpubLinter.Check(File.ReadAllBytes(PathOf("torture"))));

    private Book BookOf(string book) => book == "first" ? first.Book : torture.Report.Book!;

    private string PathOf(string book) => book == "first" ? first.PathOf("epub") : torture.PathOf("epub");

    private string PrintOf(string book) => book == "first" ? first.PathOf("print") : torture.PathOf("print");
}
