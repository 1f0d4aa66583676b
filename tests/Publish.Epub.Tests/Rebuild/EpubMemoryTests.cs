using Publish.Document;

namespace Publish.Epub.Tests.Rebuild;

/// <summary>Files written after a change beside files written for the first time.</summary>
public sealed class EpubMemoryTests
{
    private readonly EpubMemory _memory = new(EpubWriter.FileMemory());
    private readonly BookMemory _books = new();

    [Fact]
    public void Nothing_changed_and_no_document_is_written_again()
    {
        var first = Write(TortureBook.Make(), TortureBook.Pages(TortureBook.Make()));
        var again = Write(TortureBook.Make(), TortureBook.Pages(TortureBook.Make()));

        Assert.Equal(first, again);

        // All but the cover, the contents, and what has something to say or shows the whole book.
        Assert.InRange(_memory.Found, _memory.Kept, _memory.Kept);
        Assert.True(_memory.Kept > 8, $"{_memory.Kept} documents are kept");
    }

    [Theory]
    [InlineData("compat")]
    [InlineData("kobo")]
    public void Whatever_of_the_book_changes_the_file_is_that_of_a_first_build(string profile)
    {
        var pages = TortureBook.Pages(TortureBook.Make());
        foreach (var (what, change) in Changes())
        {
            foreach (var book in new[] { TortureBook.Make(), change(TortureBook.Make()), TortureBook.Make() })
            {
                Assert.True(First(book, pages, profile).SequenceEqual(Write(book, pages, profile)), what);
            }
        }

        Assert.True(_memory.Found > 50, $"{_memory.Found} documents were found");
    }

    [Fact]
    public void Whatever_of_the_pages_changes_the_file_is_that_of_a_first_build()
    {
        var book = TortureBook.Make();
        var pages = TortureBook.Pages(book);
        Write(book, pages);
        for (var i = 0; i < pages.Pages.Length; i++)
        {
            if (pages.Pages[i].Start is not { } start)
            {
                continue;
            }

            PageMap[] others =
            [
                pages with { Pages = pages.Pages.RemoveAt(i) },
                pages with { Pages = pages.Pages.SetItem(i, pages.Pages[i] with { Label = "x" }) },
                pages with { Pages = pages.Pages.SetItem(i, pages.Pages[i] with { Start = start with { Offset = start.Offset + 3 } }) },
                pages with { Pages = pages.Pages.SetItem(i, pages.Pages[i] with { Start = start with { BlockOrdinal = start.BlockOrdinal + 1 } }) },
            ];
            foreach (var other in others)
            {
                Assert.Equal(First(book, other), Write(book, other));
            }
        }

        Assert.Equal(First(book, null), Write(book, null));
    }

    [Fact]
    public void Documents_that_are_gone_are_forgotten()
    {
        var book = TortureBook.Make();
        Write(book, null);
        var kept = _memory.Kept;
        for (var i = 0; i < 3; i++)
        {
            Write(book with { Sections = book.Sections[..2] }, null);
        }

        Assert.InRange(_memory.Kept, 1, 3);
        Assert.True(kept > 3);
    }

    private static IEnumerable<(string What, Func<Book, Book> Change)> Changes()
    {
        for (var i = 0; i < TortureBook.Make().Sections.Length; i++)
        {
            var at = i;
            yield return ($"section {at} is gone", book => book with { Sections = book.Sections.RemoveAt(at) });
            yield return ($"section {at} has another title", book => book with { Sections = book.Sections.SetItem(at, book.Sections[at] with { Title = [new Text("Another")], NavigationTitle = "Another" }) });
            yield return ($"section {at} begins otherwise", book => book with { Sections = book.Sections.SetItem(at, book.Sections[at] with { Blocks = book.Sections[at].Blocks.Insert(0, TortureBook.P("Another beginning.") with { Ordinal = 5_000 }) }) });
            yield return ($"section {at} has an identifier", book => book with { Sections = book.Sections.SetItem(at, book.Sections[at] with { Id = "another-id" }) });
            yield return ($"section {at} ends earlier", book => book with { Sections = book.Sections.SetItem(at, book.Sections[at] with { Blocks = book.Sections[at].Blocks is { Length: > 0 } blocks ? blocks.RemoveAt(blocks.Length - 1) : [] }) });
        }

        yield return ("another language", book => book with { Metadata = book.Metadata with { Language = "de" } });
        yield return ("notes numbered through", book => book with { NoteNumbering = NoteNumbering.Book });
    }

    private static byte[] First(Book book, PageMap? pages, string profile = "compat") => Written.Of(book, pages, new EpubSettings { Profile = Written.Profile(profile) }).Result.Bytes;

    private byte[] Write(Book book, PageMap? pages, string profile = "compat")
    {
        _memory.Turn();
        return Written.Of(_books.Keep(book), pages, new EpubSettings { Profile = Written.Profile(profile), Memory = _memory }).Result.Bytes;
    }
}
