using System.Collections.Immutable;
using Publish.Document;
using Publish.Epub.Content;

namespace Publish.Epub.Tests;

/// <summary>Chapters and notes too long for old devices.</summary>
public class LongDocumentTests
{
    private const int Limit = 20;

    private static readonly Lazy<Written> Divided = new(() => Written.Of(Long(), settings: new EpubSettings { Profile = Written.Profile("compat") with { LargestDocument = Limit } }));

    // 120 paragraphs of about 500 characters with a note each, a heading at every twentieth, links from each paragraph to the one forty further on.
    private static Book Long()
    {
        var ordinal = 1;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var i = 0; i < 120; i++)
        {
            if (i % 20 == 0)
            {
                blocks.Add(new Heading([new Text($"Heading {i / 20}")], 2) { Ordinal = ordinal++ });
            }

            var note = new Note($"n{i}", NoteSeries.Editor, i + 1, [new Paragraph([new Text($"Note {i}: {Words(200)}")]) { Ordinal = ordinal++ }]);
            blocks.Add(new Paragraph([new Text($"Paragraph {i}. {Words(400)}"), new NoteCall(note, false), new CrossReference([new Text("there")], $"p{(i + 40) % 120}", ReferenceForm.Text)]) { Id = $"p{i}", Ordinal = ordinal++ });
        }

        return new Book(new Metadata("long", "Long", "en"), [new Section(SectionKind.Chapter, Matter.Body, [new Text("Chapter")], blocks.ToImmutable(), []) { NavigationTitle = "Chapter", Ordinal = 0 }], []);
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat("words in a row, ", length / 16)) + "end.";

    [Fact]
    public void No_document_is_longer_than_the_readers_bear()
    {
        var spine = Divided.Value.Spine().Where(f => f != "cover.xhtml").ToList();
        Assert.True(spine.Count > 6);
        Assert.All(spine, f => Assert.InRange(Divided.Value.Files["EPUB/" + f].Length, 1, Limit * 1000));
        var titles = spine.Select(f => Divided.Value.Xml(f).Descendants(Written.Xhtml + "title").Single().Value).ToList();
        Assert.Equal(titles.Distinct(), titles);
    }

    [Fact]
    public void Nothing_is_lost_and_every_link_and_note_still_leads_where_it_did()
    {
        var epub = Divided.Value;
        var whole = Written.Of(Long(), settings: new EpubSettings { Profile = Written.Profile("compat") with { LargestDocument = 0 } });
        Assert.Equal(Paragraphs(whole), Paragraphs(epub));
        var links = 0;
        foreach (var file in epub.Spine())
        {
            foreach (var link in epub.Xml(file).Descendants(Written.Xhtml + "a").Where(a => (string?)a.Attribute("class") is "xref" or "noteref" || (string?)a.Attribute("role") == "doc-backlink"))
            {
                links++;
                var target = ((string)link.Attribute("href")!).Split('#');
                Assert.Single(epub.Xml(target[0].Length == 0 ? file : target[0]).Descendants(), e => (string?)e.Attribute("id") == target[1]);
            }
        }

        Assert.Equal(360, links);
        Assert.Empty(EpubLint.EpubLinter.Check(epub.Result.Bytes).Where(f => f.Code != "EPL048"));
    }

    [Fact]
    public void A_heading_is_never_left_alone_at_the_end()
    {
        foreach (var file in Divided.Value.Spine().Where(f => f.StartsWith("chapter", StringComparison.Ordinal)))
        {
            var last = Divided.Value.Xml(file).Descendants(Written.Xhtml + "section").First().Elements().Last();
            Assert.Equal("p", last.Name.LocalName);
        }
    }

    [Fact]
    public void A_short_section_stays_whole() => Assert.Single(DocumentDivision.Of([TortureBook.P("short")], 1000));

    private static List<string> Paragraphs(Written epub) =>
        [.. epub.Spine().Where(f => f.StartsWith("chapter", StringComparison.Ordinal) || f.StartsWith("notes", StringComparison.Ordinal)).SelectMany(f => epub.Xml(f).Descendants(Written.Xhtml + "p").Select(p => p.Value))];
}
