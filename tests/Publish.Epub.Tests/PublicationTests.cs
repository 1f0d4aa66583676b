using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Publish.Document;
using Publish.Epub.Content;
using Publish.Epub.Package;

namespace Publish.Epub.Tests;

public sealed class PublicationTests
{
    private static readonly Lazy<EpubResult> Result = new(() => TortureBook.Write());
    private static readonly Lazy<Publication> Shared = new(() => new Publication(Result.Value.Bytes));

    [Fact]
    public void NothingIsWrongWithTheBook() => Assert.Empty(Result.Value.Diagnostics);

    [Fact]
    public void TheSameBookGivesTheSameBytes() => Assert.Equal(Result.Value.Bytes, TortureBook.Write(TortureBook.Book()).Bytes);

    [Fact]
    public void TheContainerBeginsWithItsMediaTypeStored()
    {
        var bytes = Result.Value.Bytes;
        Assert.Equal<byte[]>([0x50, 0x4B, 3, 4, 10, 0, 0, 0, 0, 0], bytes[..10]);
        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(bytes, 30, 28));
        Assert.Equal(["mimetype", "META-INF/container.xml"], Shared.Value.Names.Take(2));
        Assert.Equal(Shared.Value.Names.Skip(2).Order(StringComparer.Ordinal), Shared.Value.Names.Skip(2));
        Assert.All(Shared.Value.Names.Skip(2), n => Assert.Matches("^EPUB/([a-z]+/)?[a-z0-9-]+\\.[a-z0-9]+$", n));
    }

    [Fact]
    public void EveryEntryHasPlainFlagsAndTheManuscriptsTime()
    {
        var bytes = Result.Value.Bytes;
        var entries = 0;
        for (var at = 0; BitConverter.ToUInt32(bytes, at) == 0x04034B50; entries++)
        {
            Assert.Equal(0, BitConverter.ToUInt16(bytes, at + 6));
            Assert.Equal(BitConverter.ToUInt16(bytes, at + 8) == 0 ? 10 : 20, BitConverter.ToUInt16(bytes, at + 4));
            Assert.Equal((7 << 11) | (8 << 5) | 5, BitConverter.ToUInt16(bytes, at + 10));
            Assert.Equal((46 << 9) | (5 << 5) | 6, BitConverter.ToUInt16(bytes, at + 12));
            Assert.Equal(0, BitConverter.ToUInt16(bytes, at + 28));
            at += 30 + BitConverter.ToUInt16(bytes, at + 26) + BitConverter.ToInt32(bytes, at + 18);
        }

        Assert.Equal(Shared.Value.Names.Count, entries);
    }

    [Fact]
    public void EveryNoteIsCalledAndEveryCallComesBack()
    {
        var book = Shared.Value;
        var calls = book.OfType("noteref").ToList();
        var notes = book.OfType("footnote").ToList();
        Assert.Equal(3, notes.Count);
        Assert.Equal(4, calls.Count);
        foreach (var (file, call) in calls)
        {
            var target = ((string)call.Attribute("href")!).Split('#');
            Assert.Equal("notes.xhtml", target[0].Length == 0 ? file : target[0]);
            var note = book.ById("notes.xhtml", target[1]);
            Assert.Equal("footnote", (string?)note.Attribute(Publication.Ops + "type"));
            Assert.DoesNotContain(call.Nodes(), n => n is XElement);
        }

        foreach (var (_, note) in notes)
        {
            var back = note.Descendants().First(e => (string?)e.Attribute("role") == "doc-backlink");
            Assert.Same(back, note.Descendants(Publication.Html + "a").First());
            var target = ((string)back.Attribute("href")!).Split('#');
            var call = book.ById(target[0].Length == 0 ? "notes.xhtml" : target[0], target[1]);
            Assert.Equal(back.Value, call.Value);
            Assert.EndsWith("#" + (string)note.Attribute("id")!, (string)call.Attribute("href")!, StringComparison.Ordinal);
        }

        Assert.Equal(["1", "A1", "2"], notes.Select(n => n.Element.Descendants().First(e => (string?)e.Attribute("role") == "doc-backlink").Value));
    }

    [Fact]
    public void PagesAreMarkedAtTheirFirstWholeWord()
    {
        var markers = Shared.Value.OfType("pagebreak").ToList();
        var listed = Shared.Value.OfType("page-list").Single().Element.Descendants(Publication.Html + "a").ToList();
        Assert.Equal(["i", "iii", "1", "2", "3", "4", "5", "6"], listed.Select(a => a.Value));
        Assert.Equal(listed.Count, markers.Count);
        Assert.Equal("brown fox", After("2").Trim()[..9]);
        Assert.Equal("second", After("4"));
        Assert.Equal("12.50", After("5"));
        Assert.Equal("h2", ((XElement)Marker("3").NodesAfterSelf().First(n => n is XElement)).Name.LocalName);
        Assert.Equal("h1", ((XElement)Marker("6").NodesAfterSelf().First(n => n is XElement)).Name.LocalName);
        Assert.All(markers, m => Assert.Empty(m.Element.Nodes()));

        XElement Marker(string label) => markers.Single(m => (string)m.Element.Attribute("aria-label")! == "page " + label).Element;
        string After(string label) => string.Concat(Marker(label).NodesAfterSelf().TakeWhile(n => n is XText).Select(n => ((XText)n).Value));
    }

    [Theory]
    [InlineData("one two three", 6, 4)]
    [InlineData("one two three", 3, 4)]
    [InlineData("one two three", 4, 4)]
    [InlineData("don’t stop", 4, 0)]
    [InlineData("a (bracket) b", 2, 2)]
    [InlineData("end", 99, 3)]
    public void AMarkerStandsBeforeAWord(string text, int offset, int expected) => Assert.Equal(expected, ContentWriter.WordStart(text, offset));

    [Fact]
    public void IdsAreUniqueAndCanBeSelected()
    {
        foreach (var (name, document) in Shared.Value.Documents.Where(d => d.Key.EndsWith(".xhtml", StringComparison.Ordinal)))
        {
            var ids = document.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ToList();
            Assert.Equal(ids.Distinct().Count(), ids.Count);
            Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9-]*$", id));
            foreach (var link in document.Descendants(Publication.Html + "a").Select(a => (string)a.Attribute("href")!).Where(h => !h.StartsWith("http", StringComparison.Ordinal)))
            {
                var parts = link.Split('#');
                var target = parts[0].Length == 0 ? name : parts[0];
                Assert.Contains(target, Shared.Value.Documents.Keys);
                if (parts.Length > 1)
                {
                    Assert.NotNull(Shared.Value.ById(target, parts[1]));
                }
            }
        }
    }

    [Fact]
    public void EveryDocumentHasItsLanguageAndATitleOfItsOwn()
    {
        var pages = Shared.Value.Documents.Where(d => d.Key.EndsWith(".xhtml", StringComparison.Ordinal)).Select(d => d.Value.Root!).ToList();
        Assert.All(pages, p => Assert.Equal("en-GB", (string?)p.Attribute("lang")));
        Assert.All(pages, p => Assert.Equal("en-GB", (string?)p.Attribute(XNamespace.Xml + "lang")));
        var titles = pages.Select(p => p.Descendants(Publication.Html + "title").Single().Value).ToList();
        Assert.Equal(titles.Distinct().Count(), titles.Count);
        foreach (var page in pages)
        {
            var last = 0;
            foreach (var heading in page.Descendants().Where(e => e.Name.LocalName is { Length: 2 } n && n[0] == 'h' && char.IsAsciiDigit(n[1])))
            {
                var level = heading.Name.LocalName[1] - '0';
                Assert.True(level <= last + 1, heading.ToString());
                last = level;
            }
        }
    }

    [Fact]
    public void TheContentsReachEverySectionAndHeading()
    {
        var toc = Shared.Value.OfType("toc").Single(t => t.Element.Name.LocalName == "nav").Element;
        Assert.Equal(["Introduction", "Part One", "One: <Beginnings>", "A heading", "Two", "Index", "Colophon", "Notes"], toc.Descendants(Publication.Html + "a").Select(a => a.Value));
        Assert.Equal(["bodymatter", "cover", "endnotes", "introduction", "titlepage", "toc"], Shared.Value.OfType("landmarks").Single().Element.Descendants(Publication.Html + "a").Select(a => (string)a.Attribute(Publication.Ops + "type")!).Order());
    }

    [Fact]
    public void TheTextIsTheModelsAndDashesAreKeptByMarkUp()
    {
        var chapter = Shared.Value.Documents["chapter-1.xhtml"];
        var paragraph = chapter.Descendants().Single(e => (string?)e.Attribute("id") == "p1-a");
        Assert.Equal("Words1 with stress, strength & mots français—and a dash—so.Next.", paragraph.Value);
        Assert.Contains(paragraph.Descendants(Publication.Html + "span"), s => (string?)s.Attribute("class") == "nb" && s.Value == "dash—");
        Assert.DoesNotContain('\u2060', chapter.Root!.Value);
        var foreign = paragraph.Descendants(Publication.Html + "i").Single();
        Assert.Equal(("fr", "fr"), ((string?)foreign.Attribute("lang"), (string?)foreign.Attribute(XNamespace.Xml + "lang")));
        Assert.Equal("6", chapter.Descendants(Publication.Html + "a").First(a => (string?)a.Attribute("class") == "xref").Value);
    }

    [Fact]
    public void TheIndexGivesPrintedPages()
    {
        var links = Shared.Value.Documents["index.xhtml"].Descendants(Publication.Html + "a").Select(a => (a.Value, (string)a.Attribute("href")!)).ToList();
        (string, string)[] expected = [("1–6", "chapter-1.xhtml#ix-1"), ("6", "chapter-2.xhtml#ix-2"), ("dashes", "#index-dashes")];
        Assert.Equal(expected, links);
    }

    [Fact]
    public void ThePackageSaysWhatIsTrue()
    {
        var package = Shared.Value.Documents["package.opf"];
        var meta = package.Descendants().Where(e => e.Name.LocalName == "meta").ToLookup(e => (string?)e.Attribute("property") ?? "", e => e.Value);
        Assert.Equal("2026-05-06T07:08:10Z", Assert.Single(meta["dcterms:modified"]));
        Assert.Contains("pageBreakMarkers", meta["schema:accessibilityFeature"]);
        Assert.Contains("alternativeText", meta["schema:accessibilityFeature"]);
        Assert.Empty(meta["dcterms:conformsTo"]);
        Assert.StartsWith("urn:uuid:", package.Descendants().First(e => e.Name.LocalName == "identifier").Value, StringComparison.Ordinal);
        Assert.Single(package.Descendants(), e => e.Name.LocalName == "title");
        Assert.Equal(Shared.Value.Names.Where(n => n.StartsWith("EPUB/", StringComparison.Ordinal) && n != "EPUB/package.opf").Select(n => n[5..]).Order(StringComparer.Ordinal),
            package.Descendants().Where(e => e.Name.LocalName == "item").Select(e => (string)e.Attribute("href")!).Order(StringComparer.Ordinal));
        var plain = new Publication(TortureBook.Write(pages: new PageMap("print", [])).Bytes).Documents["package.opf"];
        Assert.DoesNotContain(plain.Descendants(), e => e.Value == "pageNavigation");
        Assert.DoesNotContain(plain.Descendants(), e => (string?)e.Attribute("property") == "source-of");
    }

    [Theory]
    [InlineData("9780306406157", true)]
    [InlineData("9780306406158", false)]
    [InlineData("097522980X", true)]
    [InlineData("0975229801", false)]
    [InlineData("123", false)]
    public void AnIsbnIsAddedUp(string isbn, bool good) => Assert.Equal(good, Identifier.IsIsbn(isbn));

    [Fact]
    public void ABadIsbnIsSaid()
    {
        var book = TortureBook.Book();
        book = book with { Metadata = book.Metadata with { Isbns = ImmutableSortedDictionary<string, string>.Empty.Add("epub", "9780306406158") } };
        Assert.Equal("EPB004", Assert.Single(TortureBook.Write(book).Diagnostics).Code);
    }

    [Fact]
    public void AUuidIsMadeAsTheStandardSays() =>
        // RFC 9562, appendix A.4: version 5 of www.example.com in the name space of DNS.
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), Identifier.Version5(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));
}
