using System.Text;
using System.Text.RegularExpressions;
using Publish.Document;
using Publish.Testing.Judges;
using UglyToad.PdfPig;

namespace Publish.Editions.Tests;

/// <summary>The first book, from its folder to finished files, as independent readers see them.</summary>
public sealed partial class FirstBookTests(FirstBook built)
{
    [Fact]
    public void It_builds_without_an_error() =>
        Assert.DoesNotContain(built.Report.Diagnostics, d => d.Severity == Severity.Error);

    [Fact]
    public void It_has_four_editions() =>
        Assert.Equal(["print", "screen", "epub", "cover"], built.Report.Editions.Select(e => e.Plan.Name));

    [Fact]
    public void A_second_build_gives_the_same_bytes() =>
        Assert.Equal(built.Report.Editions.Select(e => e.File.Sha256()), FirstBook.Build().Editions.Select(e => e.File.Sha256()));

    [Fact]
    public void The_print_pdf_passes_its_judges() => EditionJudges.OfPdf(built.PathOf("print"), blackOnly: true).MustPass();

    [Fact]
    public void The_screen_pdf_passes_its_judges() => EditionJudges.OfPdf(built.PathOf("screen"), blackOnly: false, flavour: "ua1").MustPass();

    [Fact]
    public void The_screen_pdf_is_for_good_too() => VeraPdf.Validate("2a", built.PathOf("screen"))[0].MustPass();

    [Fact]
    public void The_cover_is_as_wide_as_its_pages_ask_for_and_passes_its_judges()
    {
        EditionJudges.OfPdf(built.PathOf("cover"), blackOnly: false).MustPass();
        var pages = built.Report.Editions.Single(e => e.Plan.Name == "print").Pages!.Value;
        var trim = Poppler.Info(built.PathOf("cover"), "-box")["TrimBox"].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(72 * (5.5 + (0.0025 * (pages + (pages % 2))) + 5.5), trim[2] - trim[0], 0.02);
    }

    [Fact]
    public void The_epub_passes_its_judges() => EditionJudges.OfEpub(built.PathOf("epub")).MustPass();

    [Fact]
    public void The_print_pdf_gives_back_the_statement_word_by_word()
    {
        // Note calls, running heads, folios and notes stand between; every word of the statement must follow the one before.
        var words = Words(string.Join(' ', Paragraphs().Select(p => PlainText.Of(p.Content))));
        var found = Words(Poppler.Text(built.PathOf("print"), "-layout"));
        var at = 0;
        foreach (var word in words)
        {
            var next = found.IndexOf(word, at);
            Assert.True(next >= 0, $"“{word}” is missing after “{found[Math.Max(0, at - 1)]}”");
            at = next + 1;
        }
    }

    [Fact]
    public void Every_note_starts_on_the_page_of_its_call()
    {
        using var pdf = PdfDocument.Open(built.PathOf("print"));
        var pages = pdf.GetPages().Select(page => Squeezed(string.Concat(page.Letters.Select(l => l.Value)))).ToArray();
        var paragraphs = Paragraphs().Concat(Walk.Blocks(built.Book).OfType<TextBlock>()).Distinct();
        var calls = paragraphs.SelectMany(p => Walk.Inlines(p.Content).OfType<NoteCall>().Select(call => (Paragraph: p, call.Note))).DistinctBy(c => c.Note.Number).ToArray();

        Assert.Equal(47, calls.Length);
        foreach (var (paragraph, note) in calls)
        {
            var start = Squeezed(note.Number + PlainText.Of(((TextBlock)note.Blocks[0]).Content));
            start = start[..Math.Min(18, start.Length)];
            var before = Squeezed(TextBefore(paragraph.Content, note)) + note.Number;
            // Few characters, since a page may break in the line's own words before the call.
            before = before[Math.Max(0, before.Length - note.Number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - 4)..];
            var page = Array.FindIndex(pages, text => text.Contains(start, StringComparison.Ordinal));
            Assert.True(page >= 0, $"note {note.Number} is on no page: {start}");
            Assert.True(pages[page].Contains(before, StringComparison.Ordinal), $"note {note.Number} is on page {page + 1}, its call “{before}” is not");
        }
    }

    private static string TextBefore(IEnumerable<Inline> content, Note note)
    {
        var text = new StringBuilder();
        foreach (var inline in Walk.Inlines([.. content]))
        {
            switch (inline)
            {
                case NoteCall call when ReferenceEquals(call.Note, note):
                    return text.ToString();
                case NoteCall call:
                    text.Append(call.Note.Number);
                    break;
                case Text t:
                    text.Append(t.Value);
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    private IEnumerable<Paragraph> Paragraphs() =>
        Walk.Blocks(built.Book).OfType<Paragraph>().Where(p => p.Id is { } id && ParagraphId().IsMatch(id));

    private static List<string> Words(string text) => [.. WordPattern().Matches(text).Select(m => m.Value)];

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '\u00AD' and not '-'));

    [GeneratedRegex("^p[0-9]+[ab]?$")]
    private static partial Regex ParagraphId();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex WordPattern();
}
