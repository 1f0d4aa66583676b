using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Plays and verse on the page.</summary>
public class DramaTests
{
    private static ImmutableArray<Inline> Said(string who, string words) => [new SmallCaps([new Document.Text(who)]), new Document.Text(". " + words)];

    private static Verse Poem(SmallBook book, params ImmutableArray<Inline>[] lines) =>
        book.Numbered(new Verse([book.Numbered(new Stanza([.. lines.Select(l => book.Numbered(new VerseLine(l, 0)))]))]));

    private static Length LeftOf(DisplayPage page, string begins) => page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.None).First(r => r.Text.StartsWith(begins, StringComparison.Ordinal)).X;

    [Fact]
    public void Speakers_hang_alike_in_prose_and_verse_and_no_white_parts_the_speeches()
    {
        var book = new SmallBook();
        Paragraph Prose(string who) => book.Paragraph([.. Said(who, "I have seen nothing.")]);
        var page = book.Chapter(
            "Act",
            Prose("Bernardo"),
            Poem(book, Said("Marcellus", "Horatio says it is but our fantasy,"), SmallBook.Words("And will not let belief take hold of him")),
            Prose("Horatio"),
            book.Paragraph(new Emphasis([new Document.Text("Enter a ghost.")])),
            Prose("Francisco"),
            Poem(book, Said("Horace", "Sit down a while;"), SmallBook.Words("And let us once again assail your ears")),
            Prose("Claudius")).Set().Pages.Pages.Single(p => !p.IsBlank);
        Assert.Equal(LeftOf(page, "Bernardo").Points, LeftOf(page, "Marcellus").Points, 0.5);
        Assert.Equal(LeftOf(page, "And will").Points, LeftOf(page, "And let").Points, 0.5);
        Assert.InRange((LeftOf(page, "And will") - LeftOf(page, "Marcellus")).Points, 10, 13);
        Assert.True(LeftOf(page, "Enter") > LeftOf(page, "And will"));
        var baselines = page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.None && r.Text != "Act").Select(r => r.Baseline).Distinct().Order().ToList();
        Assert.All(baselines.Zip(baselines.Skip(1)), p => Assert.Equal(Length.FromPoints(14), p.Second - p.First));
    }

    [Fact]
    public void A_speaker_alone_on_a_line_never_ends_a_page()
    {
        var first = SmallBook.LinesOfFirstPage();
        for (var lines = first - 4; lines < first + 3; lines++)
        {
            var book = new SmallBook();
            Paragraph Prose(string who) => book.Paragraph([.. Said(who, "I have.")]);
            Block[] blocks = [.. Enumerable.Range(0, lines).Select(_ => Prose("Horatio")), book.Paragraph(new SmallCaps([new Document.Text("Hamlet")]), new Document.Text(".")), Poem(book, SmallBook.Words("Why, let the strucken deer go weep,"), SmallBook.Words("The hart ungalled play;")), .. Enumerable.Range(0, 9).Select(_ => Prose("Horatio"))];
            var pages = book.Chapter("Act", blocks).Set().Pages.Pages;
            Assert.Equal(pages.Single(p => SmallBook.TextOf(p).Contains("Hamlet", StringComparison.OrdinalIgnoreCase)).Index, pages.Single(p => SmallBook.TextOf(p).Contains("deer", StringComparison.Ordinal)).Index);
        }
    }

    [Fact]
    public void A_page_rather_ends_with_a_speech_than_with_the_directions_under_a_scenes_heading()
    {
        var first = SmallBook.LinesOfFirstPage();
        int Parted(int cost)
        {
            var parted = 0;
            for (var lines = first - 7; lines < first + 1; lines++)
            {
                var book = new SmallBook();
                Paragraph Prose(string who) => book.Paragraph([.. Said(who, "I have.")]);
                Block[] blocks = [.. Enumerable.Range(0, lines).Select(_ => Prose("Horatio")), book.Heading("Scene"), book.Paragraph("Another room."), book.Paragraph(new Emphasis([new Document.Text("Enter a ghost.")])), Prose("Hamlet"), .. Enumerable.Range(0, 9).Select(_ => Prose("Horatio"))];
                var pages = book.Chapter("Act", blocks).Set([], $"@page {{ -publish-cost-direction: {cost}; }}").Pages.Pages;
                int PageOf(string words) => pages.Single(p => SmallBook.TextOf(p).Contains(words, StringComparison.OrdinalIgnoreCase)).Index;
                Assert.Equal(PageOf("Scene"), PageOf("Another room"));
                parted += PageOf("Scene") == PageOf("Hamlet") ? 0 : 1;
            }

            return parted;
        }

        Assert.True(Parted(1200) < Parted(0));
    }

    [Fact]
    public void A_poem_is_centred_on_its_longest_line()
    {
        var book = new SmallBook();
        var page = book.Chapter("One", book.Paragraph("Before."), Poem(book, SmallBook.Words("How doth the little crocodile"), SmallBook.Words("Improve"))).Set().Pages.Pages.Single(p => !p.IsBlank);
        var line = page.Items.OfType<GlyphRun>().Single(r => r.Text.StartsWith("How doth", StringComparison.Ordinal));
        var white = line.X - page.TextBlock.X;
        Assert.Equal(white.Points, (page.TextBlock.Right - line.X - line.Width).Points, 1.0);
        Assert.Equal(line.X.Points, LeftOf(page, "Improve").Points, 0.5);
    }
}
