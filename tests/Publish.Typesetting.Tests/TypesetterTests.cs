using System.Globalization;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;

namespace Publish.Typesetting.Tests;

/// <summary>A small book, whole, from the model to the display list, with the real style and faces.</summary>
public class TypesetterTests
{
    private const string Sentence = "The court that was asked for never sat, though the papers were ready and the witnesses had come a long way to be heard. ";

    private static readonly TypesetResult Result = Set(1);

    private static TypesetResult Set(int parallelism) => Set(Sample(), parallelism);

    private static TypesetResult Set(Book book, int parallelism)
    {
        var assets = new RepositoryAssets();
        var plan = new EditionPlan("print", EditionFormat.Pdf);
        return Typesetter.Set(
            book, StyleSheet.Load(assets, "classic", StyleMedium.Print, [], plan), FontLibrary.Load(assets, []), new HyphenationPatterns(assets), new NoPictures(), new TypesettingSettings(plan) { Parallelism = parallelism });
    }

    private static Book Sample()
    {
        var ordinal = 0;
        var number = 0;
        Paragraph Plain(int sentences) => new([new Document.Text(string.Concat(Enumerable.Repeat(Sentence, sentences)).Trim())]) { Ordinal = ++ordinal };
        Paragraph Noted(int sentences)
        {
            var paragraph = ++ordinal;
            var note = new Note("n", NoteSeries.Editor, ++number, [Plain(1 + (number % 7))]);
            return new Paragraph([new Document.Text(string.Concat(Enumerable.Repeat(Sentence, sentences)).Trim()), new NoteCall(note, false), new Document.Text(" And so on.")]) { Ordinal = paragraph };
        }

        Section Chapter(string id, int paragraphs) =>
            new(SectionKind.Chapter, Matter.Body, [new Document.Text(id)], [.. Enumerable.Range(0, paragraphs).Select(i => i % 2 == 0 ? (Block)Noted(3) : Plain(4))], [])
            {
                Id = id,
                Ordinal = ++ordinal,
                NavigationTitle = id,
            };
        var contents = new Section(SectionKind.Contents, Matter.Front, [new Document.Text("Contents")], [new ContentsList(1) { Ordinal = ++ordinal }], []) { Id = "contents", Ordinal = ++ordinal, Listed = false, NavigationTitle = "Contents" };
        return new Book(new Metadata("sample", "Sample", "en-US"), [contents, Chapter("One", 30), Chapter("Two", 24), Chapter("Three", 3)], []);
    }

    [Fact]
    public void Every_note_starts_on_the_page_of_its_call()
    {
        var pages = Result.Pages.Destinations.ToDictionary(d => d.Id, d => d.PageIndex, StringComparer.Ordinal);
        var notes = pages.Where(p => p.Key.StartsWith("note-", StringComparison.Ordinal)).ToList();
        Assert.Equal(29, notes.Count);
        Assert.All(notes, n => Assert.Equal(pages["call-" + n.Key["note-".Length..]], n.Value));
    }

    [Fact]
    public void Text_stands_inside_the_text_block()
    {
        var slack = Length.FromPoints(8);
        foreach (var page in Result.Pages.Pages)
        {
            foreach (var run in page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.None))
            {
                Assert.InRange(run.X.Scaled, (page.TextBlock.X - slack).Scaled, page.TextBlock.Right.Scaled);
                Assert.InRange((run.X + run.Width).Scaled, page.TextBlock.X.Scaled, (page.TextBlock.Right + slack).Scaled);
                Assert.InRange(run.Baseline.Scaled, page.TextBlock.Y.Scaled, page.TextBlock.Bottom.Scaled);
            }
        }
    }

    [Fact]
    public void The_body_begins_with_page_1_on_a_recto_and_blank_pages_are_blank()
    {
        var first = Result.Pages.Pages.First(p => p is { Label: "1" });
        Assert.Equal(PageSide.Recto, first.Side);
        Assert.All(Result.Pages.Pages.Where(p => p.TextBlock.Width > Length.Zero && !p.Items.OfType<GlyphRun>().Any(r => r.Structure.Artifact == ArtifactKind.None)), p => Assert.True(p.IsBlank));
    }

    [Fact]
    public void The_contents_print_the_folios_of_the_chapters()
    {
        var openings = Result.Pages.Destinations.ToDictionary(d => d.Id, d => Result.Pages.Pages[d.PageIndex].Label, StringComparer.Ordinal);
        var words = string.Concat(Result.Pages.Pages[0].Items.OfType<GlyphRun>().Select(r => r.Text));
        foreach (var id in new[] { "One", "Two", "Three" })
        {
            Assert.Contains(id + openings[id], words, StringComparison.Ordinal);
        }

        Assert.Equal(2, Result.Passes);
    }

    [Fact]
    public void Every_page_of_text_is_mapped_in_order()
    {
        var starts = Result.Pages.Map.Pages.Where(p => p.Label.All(char.IsAsciiDigit) && p.Start is not null).Select(p => p.Start!.Value).ToList();
        Assert.True(starts.Count > 8);
        Assert.Equal(starts.Count, starts.Distinct().Count());
    }

    [Fact]
    public void One_thread_or_two_give_the_same_pages()
    {
        static string Print(TypesetResult result) => string.Join('\n', result.Pages.Pages.SelectMany(p => p.Items.OfType<GlyphRun>().Select(r => string.Create(CultureInfo.InvariantCulture, $"{p.Index} {r.X.Scaled} {r.Baseline.Scaled} {r.Text} {r.Structure.Element}"))));
        Assert.Equal(Print(Result), Print(Set(2)));
    }

    [Fact]
    public void Numbers_of_paragraphs_stand_in_the_outer_margin_beside_their_first_lines()
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 5)).Trim();
        var chapter = new Section(
            SectionKind.Chapter,
            Matter.Body,
            [new Document.Text("One")],
            [.. Enumerable.Range(1, 30).Select(i => new Paragraph([new Document.Text($"Number {i}. {text}")]) { Ordinal = i, Number = i % 10 == 0 ? null : i.ToString(CultureInfo.InvariantCulture) })],
            [])
        {
            Id = "one",
            Ordinal = 100,
            NavigationTitle = "One",
        };
        var pages = Set(new Book(new Metadata("sample", "Sample", "en-US"), [chapter], []), 1).Pages.Pages;

        var seen = new List<int>();
        foreach (var page in pages)
        {
            foreach (var number in page.Items.OfType<GlyphRun>().Where(run => run.Structure.Artifact == ArtifactKind.Layout))
            {
                var outside = page.Side == PageSide.Recto ? number.X > page.TextBlock.Right : number.X + number.Width < page.TextBlock.X;
                Assert.True(outside, $"{number.Text} on page {page.Label} stands at {number.X}");
                Assert.Contains(page.Items.OfType<GlyphRun>(), run => run.Baseline == number.Baseline && run.Text.StartsWith("Number", StringComparison.Ordinal));
                seen.Add(int.Parse(number.Text, CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(Enumerable.Range(1, 30).Where(i => i % 10 != 0), seen);
    }

    private sealed class NoPictures : IPictures
    {
        public ImageResource? Find(Picture picture) => null;
    }
}
