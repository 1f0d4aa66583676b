using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Running heads: they name marks of the page and never touch the folio.</summary>
public class RunningHeadTests
{
    private const string Filler = "The court that was asked for never sat, though the papers were ready and the witnesses had come a long way to be heard by it. ";

    private static TypesetResult Book(string title, string? shortTitle, string? css)
    {
        var book = new SmallBook();
        var blocks = Enumerable.Range(0, 40).Select(i => i % 8 == 3 ? (Block)book.Heading($"Heading {i}", $"h{i}") : book.Paragraph(string.Concat(Enumerable.Repeat(Filler, 3)).Trim())).ToArray();
        book.Chapter(title, blocks);
        book.Sections[0] = book.Sections[0] with { ShortTitle = shortTitle };
        return book.Set([], css);
    }

    private static IEnumerable<(DisplayPage Page, GlyphRun Head)> Heads(TypesetResult result) =>
        result.Pages.Pages.SelectMany(p => p.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.RunningHead).Select(r => (p, r)));

    [Theory]
    [InlineData("A short one")]
    [InlineData("On the manner in which the commission that was asked for by nobody at all came in the end to sit")]
    [InlineData("Onthemannerinwhichthecommissionthatwasaskedforbynobodyatallcameintheendtositwithoutaspace")]
    public void They_never_touch_the_folio(string title)
    {
        foreach (var page in Book(title, null, null).Pages.Pages)
        {
            var heads = page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.RunningHead).ToList();
            var folios = page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.Folio).ToList();
            foreach (var folio in folios.Where(f => heads.Any(h => h.Baseline == f.Baseline)))
            {
                Assert.All(heads, h => Assert.True(h.X > folio.X + folio.Width + Length.FromPoints(4) || h.X + h.Width + Length.FromPoints(4) < folio.X));
            }

            Assert.All(heads, h => Assert.True(h.X >= page.TextBlock.X));
        }
    }

    [Fact]
    public void A_long_title_ends_in_an_ellipsis_unless_it_has_a_short_one()
    {
        const string Long = "On the manner in which the commission that was asked for by nobody at all came in the end to sit";
        Assert.Contains(Heads(Book(Long, null, null)), h => h.Head.Text.EndsWith('…'));
        Assert.All(Heads(Book(Long, "The commission", null)), h => Assert.DoesNotContain("…", h.Head.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void They_name_the_first_or_the_last_heading_of_the_page_or_the_one_in_force()
    {
        const string Css = """
            @page body:left { @top-center { content: string(heading-title); } }
            @page body:right { @top-center { content: string(heading-title, last); } }
            """;
        var result = Book("One", null, Css);
        var inForce = "One";
        var checkedPages = 0;
        foreach (var page in result.Pages.Pages)
        {
            var own = result.Pages.Destinations.Where(d => d.PageIndex == page.Index && d.Id.StartsWith('h')).OrderBy(d => d.Y.Scaled).Select(d => "Heading " + d.Id[1..]).ToList();
            if (page.Items.OfType<GlyphRun>().FirstOrDefault(r => r.Structure.Artifact == ArtifactKind.RunningHead) is { } head)
            {
                checkedPages++;
                Assert.Equal(page.Side == PageSide.Verso ? own.FirstOrDefault() ?? inForce : own.LastOrDefault() ?? inForce, head.Text.Trim());
            }

            inForce = own.LastOrDefault() ?? inForce;
        }

        Assert.True(checkedPages > 4);
    }
}
