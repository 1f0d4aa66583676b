using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>Pages of a made-up book with long and short notes, on the display list: grid, level spreads, openings, what the page stage says of them.</summary>
public class SetPagesTests
{
    private const string Sentence = "The court that was asked for never sat, though the papers were ready and the witnesses had come a long way to be heard. ";

    private static readonly Length Body = Length.FromPoints(11);

    private static readonly TypesetResult Result = Set();

    private static TypesetResult Set()
    {
        var assets = new RepositoryAssets();
        var plan = new EditionPlan("print", EditionFormat.Pdf);
        return Typesetter.Set(Sample(), StyleSheet.Load(assets, "classic", StyleMedium.Print, [], plan), FontLibrary.Load(assets, []), new HyphenationPatterns(assets), new NoPictures(), new TypesettingSettings(plan));
    }

    private static Book Sample()
    {
        var chance = new Chance(3);
        var ordinal = 0;
        var number = 0;
        SourceSpan Next() => SourceSpan.At("chapter.md", ++ordinal, 1);
        Document.Text Words(int sentences) => new(string.Concat(Enumerable.Repeat(Sentence, sentences))[chance.Below(20)..].Trim());
        Paragraph Plain() => new([Words(1 + chance.Below(6))]) { Span = Next(), Ordinal = ordinal };
        Block Some(int i)
        {
            if (i % 3 != 0)
            {
                return i % 11 == 1 ? new BlockQuotation([Plain()], null) { Span = Next(), Ordinal = ordinal } : Plain();
            }

            var span = Next();
            var own = ordinal;
            var note = new Note("n", NoteSeries.Editor, ++number, [.. Enumerable.Range(0, number % 9 == 0 ? 5 : 1).Select(_ => Plain())]) { Span = span };
            return new Paragraph([Words(3), new NoteCall(note, false), new Document.Text(" And so on.")]) { Span = span, Ordinal = own };
        }

        Section Chapter(string id, int paragraphs) =>
            new(SectionKind.Chapter, Matter.Body, [new Document.Text(id)], [.. Enumerable.Range(0, paragraphs).Select(Some)], []) { Id = id, Span = Next(), Ordinal = ordinal, NavigationTitle = id };
        return new Book(new Metadata("sample", "Sample", "en-US"), [Chapter("One", 90), Chapter("Two", 40), Chapter("Three", 20), Chapter("Four", 5)], []);
    }

    private static IEnumerable<GlyphRun> Text(DisplayPage page) => page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.None);

    /// <summary>Runs of the body's own size that stand on the line.</summary>
    private static IEnumerable<GlyphRun> Lines(DisplayPage page) => Text(page).Where(r => r.Size == Body);

    [Fact]
    public void Every_line_of_the_body_stands_on_the_grid()
    {
        var leading = Length.FromPoints(14).Scaled;
        foreach (var page in Result.Pages.Pages.Where(p => !p.IsBlank))
        {
            var offsets = Lines(page).Select(r => (r.Baseline - page.TextBlock.Y).Scaled % leading).Distinct().ToList();
            Assert.True(offsets.Count <= 1, $"page {page.Label}: {string.Join(' ', offsets)}");
        }
    }

    [Fact]
    public void The_last_baselines_of_facing_pages_agree()
    {
        var pages = Result.Pages.Pages;
        var spreads = 0;
        for (var i = 1; i + 1 < pages.Length; i += 2)
        {
            if (Result.Report[i].Last || Result.Report[i].Blank || Result.Report[i + 1].Last || Result.Report[i + 1].Blank)
            {
                continue;
            }

            spreads++;
            Assert.Equal(Text(pages[i]).Max(r => r.Baseline), Text(pages[i + 1]).Max(r => r.Baseline));
        }

        Assert.True(spreads > 5);
    }

    [Fact]
    public void A_note_that_goes_on_is_marked_by_a_rule_as_wide_as_the_text()
    {
        var marked = 0;
        foreach (var page in Result.Pages.Pages)
        {
            var goesOn = page.Index > 0 && Result.Report[page.Index - 1].Charges.Any(c => c.Charge.Cause == PageCause.NoteSplit);
            var rules = page.Items.OfType<Display.Rule>().Count(r => r.Area.Width == page.TextBlock.Width);
            Assert.Equal(goesOn ? 1 : 0, rules);
            marked += rules;
        }

        Assert.True(marked > 0);
    }

    [Fact]
    public void Typst_2722_chapters_open_on_rectos_and_the_versos_between_are_truly_blank()
    {
        var pages = Result.Pages.Pages;
        foreach (var id in new[] { "One", "Two", "Three", "Four" })
        {
            var opening = pages[Result.Pages.Destinations.First(d => d.Id == id).PageIndex];
            Assert.Equal(PageSide.Recto, opening.Side);
        }

        foreach (var blank in Result.Report.Where(r => r.Blank))
        {
            Assert.Equal(PageSide.Verso, blank.Side);
            Assert.Empty(pages[blank.Index].Items);
        }

        Assert.Contains(Result.Report, r => r.Blank);
        Assert.Equal(Enumerable.Range(1, pages.Length), pages.Select(p => p.Number));
    }

    [Fact]
    public void The_report_says_where_each_page_starts_and_why_it_costs_what_it_costs()
    {
        foreach (var page in Result.Report.Where(r => !r.Blank))
        {
            Assert.NotEqual(SourceSpan.None, page.Span);
            Assert.True(page.TextLines + page.NoteLines <= page.Lines + 1, $"page {page.Label}");
            Assert.All(page.Charges, c => Assert.NotEqual(SourceSpan.None, c.Span));
        }

        Assert.Contains(Result.Report, r => r.NoteLines > 0 && r.SplitNotes > 0);
        Assert.Contains(Result.Report.SelectMany(r => r.Changed), c => c.Lines != c.BestLines);
        Assert.Equal(Result.Report.SelectMany(r => r.Changed).Count(), Result.Report.SelectMany(r => r.Charges).Count(c => c.Charge.Cause == PageCause.Variant));
        Assert.Equal(Result.Report.Sum(r => r.Charges.Sum(c => c.Charge.Cost)), Result.Report.Sum(r => r.Cost));
    }

    private sealed class NoPictures : IPictures
    {
        public ImageResource? Find(Picture picture) => null;
    }
}
