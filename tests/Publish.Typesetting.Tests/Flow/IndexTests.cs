using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>The index in two columns.</summary>
public class IndexTests
{
    private static TypesetResult Index(int headwords, int subentries, string? css = null)
    {
        var book = new SmallBook();
        IndexEntry Entry(string term, ImmutableArray<IndexEntry> inner, string? see = null) => new(SmallBook.Words(term), term.ToLowerInvariant(), [], inner, see, []);
        var entries = Enumerable.Range(0, headwords).Select(i => Entry(
            $"{(char)('A' + (i * 26 / headwords))}term{i}",
            i == headwords / 2 ? [.. Enumerable.Range(0, subentries).Select(s => Entry($"sub{s:000}", []))] : [],
            i == 1 ? "Aterm0" : null)).ToImmutableArray();
        var list = book.Numbered(new IndexList(entries));
        return book.Add(new Section(SectionKind.Index, Matter.Back, SmallBook.Words("Index"), [list], []) { NavigationTitle = "Index" }).Set([], css);
    }

    private static List<GlyphRun> Column(DisplayPage page, int column)
    {
        var middle = page.TextBlock.X + (page.TextBlock.Width / 2);
        return [.. page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.None && r.Text != "Index" && (column == 0 ? r.X < middle : r.X >= middle)).OrderBy(r => r.Baseline.Scaled)];
    }

    [Fact]
    public void Columns_of_the_last_page_end_nearly_level()
    {
        var last = Index(120, 0).Pages.Pages.Last(p => !p.IsBlank);
        var left = Column(last, 0)[^1].Baseline;
        var right = Column(last, 1)[^1].Baseline;
        Assert.InRange((left - right).Points, -0.1, 23);
    }

    [Fact]
    public void Lines_of_both_columns_stand_level()
    {
        foreach (var page in Index(150, 20).Pages.Pages.Where(p => !p.IsBlank))
        {
            var step = Length.FromPoints(11);
            var rest = Column(page, 0).Concat(Column(page, 1)).Select(r => (r.Baseline - page.TextBlock.Y).Scaled % step.Scaled).Distinct().ToList();
            Assert.True(rest.Count <= 1, string.Join(' ', rest));
        }
    }

    [Fact]
    public void Sub_entries_that_go_on_overleaf_say_whose_they_are_and_are_read_once()
    {
        var result = Index(10, 400);
        var continued = result.Pages.Pages.Where(p => p.Items.OfType<GlyphRun>().Any(r => r.Text.Contains("(continued)", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(continued);
        Assert.All(continued, p => Assert.Equal(PageSide.Verso, p.Side));
        Assert.All(continued, p => Assert.All(p.Items.OfType<GlyphRun>().Where(r => r.Text.Contains("(continued)", StringComparison.Ordinal)), r => Assert.Equal(ArtifactKind.Layout, r.Structure.Artifact)));
        Assert.Equal(400, result.Pages.Pages.Sum(p => p.Items.OfType<GlyphRun>().Count(r => r.Text.StartsWith("sub", StringComparison.Ordinal))));
    }

    [Fact]
    public void Nothing_falls_out_of_the_columns()
    {
        foreach (var page in Index(150, 200).Pages.Pages)
        {
            Assert.All(page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact is ArtifactKind.None or ArtifactKind.Layout), r => Assert.InRange(r.Baseline.Scaled, page.TextBlock.Y.Scaled, page.TextBlock.Bottom.Scaled));
        }
    }

    [Fact]
    public void A_letter_over_its_group_never_ends_a_column()
    {
        var pages = Index(220, 3, ".index-list { -publish-index-group: letter; }").Pages.Pages.Where(p => !p.IsBlank).ToList();
        Assert.Equal(26, pages.Sum(p => p.Items.OfType<GlyphRun>().Count(r => r.Text.Trim().Length == 1 && r.Structure.Artifact == ArtifactKind.None)));
        Assert.All(pages, p => Assert.All([0, 1], c => Assert.True(Column(p, c) is not [.., var last] || last.Text.Trim().Length > 1)));
        Assert.DoesNotContain(Index(100, 3).Pages.Pages, p => p.Items.OfType<GlyphRun>().Any(r => r.Text.Trim() == "B"));
    }

    [Fact]
    public void See_is_italic()
    {
        var run = Index(40, 0).Pages.Pages.SelectMany(p => p.Items.OfType<GlyphRun>()).Single(r => r.Text.Trim() == "See");
        Assert.True(run.Face.Italic);
    }
}
