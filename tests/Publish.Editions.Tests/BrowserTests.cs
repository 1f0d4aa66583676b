using System.Text.RegularExpressions;
using Publish.Document;
using Publish.Editions.Tests.Accessibility;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>The screen editions in a browser's own viewer, each opened once: what it shows as text, where it leads, what its search finds.</summary>
public sealed class BrowserTests(FirstBook first, TortureBook torture)
{
    private static readonly Dictionary<string, (PdfViewer Shown, IReadOnlyDictionary<string, int> Phrases)> _opened = [];

    public static TheoryData<string> Books => ["first", "torture"];

    [Theory]
    [MemberData(nameof(Books))]
    public void Nothing_goes_wrong(string book) => Open(book).Shown.Verdict.MustPass();

    [Theory]
    [MemberData(nameof(Books))]
    public void The_text_over_the_pages_is_the_models(string book)
    {
        var shown = Open(book).Shown;
        using var file = TaggedFile.Read(PathOf(book));
        var page = 0;
        var text = file.Root.TextBy(part => TextOf(part, shown, ref page));
        var difference = ModelText.Difference(ModelText.Of(BookOf(book)), ModelText.Words(Whole(text)));
        Assert.True(difference is null, difference);
    }

    // The torture book has few paragraphs of several lines.
    [Theory]
    [InlineData("first", 100)]
    [InlineData("torture", 20)]
    public void Its_search_finds_phrases_across_line_ends(string book, int least)
    {
        var (shown, phrases) = Open(book);
        Assert.True(phrases.Count >= least, $"only {phrases.Count} phrases run over a line's end");
        var missed = phrases.Where(phrase => !shown.Found[phrase.Key].Contains(phrase.Value)).Select(phrase => $"page {phrase.Value}: {phrase.Key}").ToList();
        Assert.True(missed.Count == 0, $"{missed.Count} of {phrases.Count} phrases were not found:\n{string.Join('\n', missed)}");
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Every_link_leads_to_its_page(string book)
    {
        var shown = Open(book).Shown;
        using var file = TaggedFile.Read(PathOf(book));
        var clicked = 0;
        foreach (var page in shown.Pages)
        {
            var links = file.Annotations.Where(annotation => annotation.Page == page.Number).ToDictionary(annotation => annotation.Number, annotation => file.Text(annotation.Annotation, "Dest"));
            Assert.Equal(links.Keys.Order(), page.Links.Select(link => (long)link.Number).Order());
            foreach (var link in page.Links)
            {
                var destination = links[link.Number];
                Assert.Equal(destination is null, link.Outside);
                Assert.Equal(destination is null ? null : file.Destinations[destination], link.Page);
                clicked++;
            }
        }

        Assert.True(clicked > 50);
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Outline_and_labels_lead_to_their_pages(string book)
    {
        var shown = Open(book).Shown;
        using var file = TaggedFile.Read(PathOf(book));
        Assert.NotEmpty(shown.Outline);
        foreach (var entry in shown.Outline)
        {
            var title = Squeezed(entry.Title);
            var places = file.Elements.Where(element => element.IsHeading && Squeezed(element.Text).StartsWith(title, StringComparison.Ordinal)).Select(heading => heading.Texts.First().Page).ToList();
            Assert.True(places.Count == 0 || places.Contains(entry.Page ?? 0), $"“{entry.Title}” leads to page {entry.Page}, its heading is on {string.Join(", ", places)}");
        }

        // As the model's page map has them, each once.
        Assert.Equal(shown.Pages.Count, shown.Labels.Count);
        Assert.All(shown.Labels, label => Assert.Equal(label.Number, label.Page));
    }

    // After a slash or a dash a line may end where no space is: the viewer shows the line's end there.
    private static string Whole(string text) => Regex.Replace(text, @"(?<=\S[/—–])\s*\n(?=\w)", "");

    private (PdfViewer Shown, IReadOnlyDictionary<string, int> Phrases) Open(string book)
    {
        lock (_opened)
        {
            if (!_opened.TryGetValue(book, out var opened))
            {
                var phrases = Phrases(book);
                _opened[book] = opened = (PdfViewer.Open(PathOf(book), phrases.Keys), phrases);
            }

            return opened;
        }
    }

    // What a line's end divides: two words before it and two behind it, as the model writes them. A page's first line has its running head before it, a page's last its notes after it.
    private Dictionary<string, int> Phrases(string book)
    {
        var paragraphs = Walk.Blocks(BookOf(book)).OfType<Paragraph>().Select(paragraph => string.Join(' ', ModelText.Words(PlainText.Of(paragraph.Content)))).ToList();
        var text = string.Join('\n', paragraphs);
        var phrases = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in PdfJs.Read(PathOf(book)).Pages)
        {
            var lines = page.Text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            for (var i = 0; i + 1 < lines.Count; i++)
            {
                if (lines[i].Length < 2 || lines[i + 1].Length < 2)
                {
                    continue;
                }

                var (before, last, next, after) = (lines[i][^2], lines[i][^1], lines[i + 1][0], lines[i + 1][1]);
                var phrase = last.EndsWith('-') ? $"{before} {last[..^1]}{next} {after}" : $"{before} {last} {next} {after}";
                if (text.Contains(phrase, StringComparison.Ordinal))
                {
                    phrases.TryAdd(phrase, page.Number);
                }
            }
        }

        // All words that are divided, and enough of the others.
        var step = phrases.Count < 400 ? 1 : 4;
        return phrases.Where((phrase, i) => i % step == 0 || !text.Contains(phrase.Key.Split(' ')[1] + " ", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    // A hyphen at a line's end stands, for who knows ActualText, for the rest of its word, and that rest for the space behind it, or for nothing where a note's number follows. The viewer has a text for each page.
    private static string TextOf(TaggedText part, PdfViewer shown, ref int page)
    {
        var words = shown.Pages[part.Page - 1].Marks.GetValueOrDefault(part.Mcid, "");
        var turned = part.Page != page ? "\n" : "";
        page = part.Page;
        return part is { InSpan: true } && words.Trim() is "-" or "‐" && !part.Text.StartsWith('-') && !part.Text.StartsWith('‐') ? ""
            : part is { InSpan: true, Text: " " or "\u2060" } ? words.TrimStart() + part.Text
            : turned + words;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u00AD' or '\u2060')));

    private string PathOf(string book) => book == "first" ? first.PathOf("screen") : torture.PathOf("screen");

    private Book BookOf(string book) => book == "first" ? first.Book : torture.Report.Book!;
}
