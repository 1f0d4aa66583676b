using System.Text;
using System.Xml.Linq;
using Publish.Document;
using Publish.Testing;

namespace Publish.Epub.Tests;

/// <summary>Content documents, contents and package.</summary>
public class DocumentTests
{
    private readonly Written epub = Written.Torture();

    [Fact]
    public void The_chapter_is_what_it_should_be() => Snapshot.Matches(epub.Text("chapter-1.xhtml") + "\n\n" + epub.Text("notes.xhtml"));

    [Fact]
    public void The_package_and_contents_are_what_they_should_be() => Snapshot.Matches(epub.Text("package.opf") + "\n\n" + epub.Text("nav.xhtml"));

    [Fact]
    public void Titles_differ_headings_have_no_gaps_and_all_first_and_second_are_in_the_contents()
    {
        var titles = epub.Spine().Select(f => epub.Xml(f).Descendants(Written.Xhtml + "title").Single().Value).ToList();
        Assert.Equal(titles.Distinct(), titles);
        var contents = epub.Xml("nav.xhtml").Descendants(Written.Xhtml + "nav").First(n => n.Attribute(Written.Ops + "type")?.Value == "toc").Descendants(Written.Xhtml + "a").Select(a => a.Attribute("href")!.Value).ToList();
        foreach (var file in epub.Spine().Where(f => f != "nav.xhtml"))
        {
            var last = 0;
            foreach (var heading in epub.Xml(file).Descendants().Where(e => e.Name.LocalName is ['h', >= '1' and <= '6']))
            {
                var level = heading.Name.LocalName[1] - '0';
                Assert.True(level <= last + 1, $"{file}: h{level} after h{last}");
                last = level;
                Assert.True(level > 2 || contents.Any(c => c.Split('#')[0] == file && (level == 1 || c.EndsWith("#" + heading.Attribute("id")?.Value, StringComparison.Ordinal))), $"{file}: “{heading.Value}” is not in the contents");
            }
        }

        var spine = epub.Spine().ToList();
        var places = contents.Select(c => spine.IndexOf(c.Split('#')[0])).ToList();
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Dashes_stay_with_the_word_before_them_and_the_text_stays_pure()
    {
        var chapter = epub.Xml("chapter-1.xhtml");
        foreach (var text in chapter.DescendantNodes().OfType<XText>().Where(t => t.Value.Contains('—', StringComparison.Ordinal)))
        {
            Assert.Contains(text.Ancestors(), a => a.Attribute("class")?.Value == "nb");
        }

        Assert.DoesNotContain("\u00AD", epub.Text("chapter-1.xhtml"), StringComparison.Ordinal);
        Assert.DoesNotContain("\u2060", epub.Text("chapter-1.xhtml"), StringComparison.Ordinal);
        Assert.Contains("To be or not—to be1—that is the question.", Flat(chapter.Descendants().First(e => e.Value.StartsWith("To be", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_gives_printed_pages_and_without_them_numbers()
    {
        Assert.Contains("Trotsky, Leon, 2", Flat(epub.Xml("index.xhtml").Root!), StringComparison.Ordinal);
        Assert.Contains("Trotsky, Leon, 1", Flat(Written.Of(TortureBook.Make()).Xml("index.xhtml").Root!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stylesheet_leaves_the_readers_choices_alone()
    {
        var css = epub.Text("style.css");
        Assert.DoesNotMatch("(^|[\\s;{])(position:\\s*fixed|text-wrap[-\\w]*:[^;}]*pretty|font-size:\\s*[\\d.]+(px|pt)|line-height:\\s*[\\d.]+(px|pt|em))", css);
        Assert.DoesNotMatch("(^|[},])\\s*body[^{]*\\{[^}]*(font-family|color|background|text-align)", css);
        Assert.DoesNotContain("!important", css, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_ISBN_is_reported_and_left_out()
    {
        var book = TortureBook.Make();
        book = book with { Metadata = book.Metadata with { Isbns = book.Metadata.Isbns.SetItem("epub", "9780306406158") } };
        var written = Written.Of(book);
        Assert.Contains(written.Result.Diagnostics, d => d.Code == "EPB004");
        Assert.DoesNotContain("9780306406158", written.Text("package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_without_words_moving_pictures_and_notes_too_long_to_pop_up_are_reported()
    {
        var lengthy = new Note("long", NoteSeries.Editor, 1, [TortureBook.P(new string('x', 5001))]);
        var book = new Book(new Metadata("faults", "Faults", "en"), [new Section(SectionKind.Chapter, Matter.Body, [new Text("I")],
        [
            TortureBook.P("Said.", new NoteCall(lengthy, false)),
            new Figure(new Picture("still.png", "", null), null),
            new Figure(new Picture("moving.gif", "What moves", null), null),
        ], []) { NavigationTitle = "I" }], []);
        var written = Written.Of(book, pictures: picture => new EpubPicture(picture.Path.EndsWith(".gif", StringComparison.Ordinal) ? "image/gif" : "image/png", TortureBook.Png) { Moves = picture.Path.EndsWith(".gif", StringComparison.Ordinal) });
        Assert.Equal(["EPB001", "EPB011", "EPB005"], written.Result.Diagnostics.Select(d => d.Code));
        Assert.Contains("""<meta property="schema:accessibilityHazard">unknown</meta>""", written.Text("package.opf"), StringComparison.Ordinal);
        Assert.DoesNotContain("alternativeText", written.Text("package.opf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-AT", "Anmerkungen", "Seite 2", "Zurück zu Verweis 1")]
    [InlineData("fr", "Notes", "page 2", "Retour à l’appel 1")]
    [InlineData("eo", "Notes", "page 2", "Back to reference 1")]
    public void What_the_EPUB_says_itself_is_in_the_books_language(string language, string notes, string page, string back)
    {
        var book = TortureBook.Make();
        var written = Written.Of(book with { Metadata = book.Metadata with { Language = language } }, TortureBook.Pages(book));
        Assert.Equal(notes, written.Xml("notes.xhtml").Descendants(Written.Xhtml + "h1").Single().Value);
        Assert.Contains(written.Elements("pagebreak"), p => p.Element.Attribute("aria-label")!.Value == page);
        Assert.Contains(written.Elements("backlink"), b => b.Element.Attribute("aria-label")!.Value == back);
    }

    [Fact]
    public void A_picture_keeps_its_room_before_it_comes()
    {
        var book = new Book(new Metadata("room", "Room", "en"), [new Section(SectionKind.Chapter, Matter.Body, [new Text("I")],
        [
            new Figure(new Picture("a.png", "Its own size", null), null),
            new Figure(new Picture("b.png", "A share", new(400, null)), null),
            new Figure(new Picture("c.png", "A length", new(null, Length.FromPoints(22))), null),
            TortureBook.P("In a line ", new InlineImage(new Picture("d.png", "small", null)), "."),
        ], []) { NavigationTitle = "I" }], []);
        var written = Written.Of(book, pictures: _ => new EpubPicture("image/png", TortureBook.Png) { Size = (320, 200) });
        Assert.Equal(["width: 20em; aspect-ratio: 320 / 200", "width: 40%; aspect-ratio: 320 / 200", "width: 2em; aspect-ratio: 320 / 200", null], written.Xml("chapter-1.xhtml").Descendants(Written.Xhtml + "img").Select(i => (string?)i.Attribute("style")));
    }

    private static string Flat(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.DescendantNodes().OfType<XText>())
        {
            text.Append(node.Value);
        }

        return text.ToString();
    }
}
