using Publish.Document;

namespace Publish.Manuscript.Tests;

public class HyphenationTests
{
    [Fact]
    public void A_book_says_how_its_words_are_hyphenated_by_language()
    {
        var book = Read("hyphenation:\n  en: [Da-la-dier, Kirov]\n  fr: pa-tri-moine, Blum\n");
        Assert.Equal(["en", "fr"], book.Hyphenation.Keys);
        Assert.Equal(["Da-la-dier", "Kirov"], book.Hyphenation["en"]);
        Assert.Equal(["pa-tri-moine", "Blum"], book.Hyphenation["fr"]);
    }

    [Fact]
    public void A_plain_list_is_of_the_books_own_language() => Assert.Equal(["Ki-rov"], Read("hyphenation: [Ki-rov]\n").Hyphenation["en-GB"]);

    private static Book Read(string hyphenation)
    {
        var files = MemoryFiles.Of(("book.yaml", "title: A\nlanguage: en-GB\n" + hyphenation + "matter: { body: [ chapter: a.md ] }\n"), ("a.md", "# A\n\nText.\n"));
        var result = ManuscriptReader.Read(files, new ReaderSettings { FolderName = "a" });
        Assert.Empty(result.Diagnostics);
        return result.Book!;
    }
}
