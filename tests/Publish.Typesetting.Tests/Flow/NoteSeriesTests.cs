using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Two series of notes, numbering by page, notes at the end of chapters and of the book.</summary>
public class NoteSeriesTests
{
    private const string Filler = "The court that was asked for never sat, though the papers were ready and the witnesses had come a long way to be heard by it. ";

    private static SmallBook TwoSeries(NoteNumbering numbering, int paragraphs = 24)
    {
        var book = new SmallBook { Numbering = numbering };
        var blocks = Enumerable.Range(0, paragraphs).Select(i => (Block)book.Paragraph(
            new Document.Text(string.Concat(Enumerable.Repeat(Filler, 2)).Trim()),
            book.Note($"editor {i} says so", NoteSeries.Editor),
            new Document.Text(" And again."),
            book.Note($"author {i} says so", NoteSeries.Author))).ToArray();
        return book.Chapter("One", blocks);
    }

    [Fact]
    public void The_authors_notes_stand_above_the_editors_with_white_between()
    {
        foreach (var page in TwoSeries(NoteNumbering.Book).Set().Pages.Pages)
        {
            var authors = page.Items.OfType<GlyphRun>().Where(r => r.Text.StartsWith("author", StringComparison.Ordinal)).ToList();
            var editors = page.Items.OfType<GlyphRun>().Where(r => r.Text.StartsWith("editor", StringComparison.Ordinal)).ToList();
            if (authors.Count == 0 || editors.Count == 0)
            {
                continue;
            }

            var gap = editors.Min(r => r.Baseline) - authors.Max(r => r.Baseline);
            Assert.True(gap >= Length.FromPoints(16), $"page {page.Label}: {gap}");
            Assert.True(editors.Max(r => r.Baseline) < page.TextBlock.Bottom);
        }
    }

    [Fact]
    public void Every_note_of_both_series_starts_on_its_calls_page()
    {
        var places = TwoSeries(NoteNumbering.Book).Set().Pages.Destinations.ToDictionary(d => d.Id, d => d.PageIndex, StringComparer.Ordinal);
        var notes = places.Where(p => p.Key.StartsWith("note-", StringComparison.Ordinal)).ToList();
        Assert.Equal(48, notes.Count);
        Assert.All(notes, n => Assert.Equal(places["call-" + n.Key["note-".Length..]], n.Value));
    }

    [Fact]
    public void Numbers_by_page_begin_with_one_on_every_page_and_signs_with_an_asterisk()
    {
        var result = TwoSeries(NoteNumbering.Page).Set();
        Assert.DoesNotContain(result.Diagnostics, d => d.Code == "TYP110");
        Assert.InRange(result.Passes, 2, 5);
        var seen = 0;
        foreach (var page in result.Pages.Pages)
        {
            string[] Labels(string who) => [.. page.Items.OfType<GlyphRun>().Where(r => r.Text.StartsWith(who, StringComparison.Ordinal))
                .OrderBy(r => r.Baseline.Scaled)
                .Select(r => page.Items.OfType<GlyphRun>().Where(l => l.X < r.X && (l.Baseline - r.Baseline).Scaled is > -600_000 and <= 0).MaxBy(l => l.X.Scaled)?.Text.Trim() ?? "")];
            var editors = Labels("editor");
            var authors = Labels("author");
            Assert.Equal(Enumerable.Range(1, editors.Length).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), editors);
            Assert.Equal(new[] { "*", "†", "‡", "§", "‖", "¶", "**", "††" }.Take(authors.Length), authors);
            seen += editors.Length + authors.Length;
        }

        Assert.Equal(48, seen);
    }

    [Fact]
    public void Notes_of_a_chapter_stand_at_its_end_under_a_heading()
    {
        var result = TwoSeries(NoteNumbering.Chapter).Chapter("Two", []).Set([], ".note.editor { -publish-note-place: chapter; }");
        var last = result.Pages.Pages.Last(p => p.Items.OfType<GlyphRun>().Any(r => r.Text.StartsWith("editor", StringComparison.Ordinal)));
        var first = result.Pages.Pages.First(p => p.Items.OfType<GlyphRun>().Any(r => r.Text.StartsWith("editor", StringComparison.Ordinal)));
        Assert.Contains(result.Pages.Pages, p => SmallBook.RunsOf(p, "Notes").Any(r => r.Structure.Artifact == ArtifactKind.None));
        Assert.True(first.Index <= last.Index);
        Assert.DoesNotContain(result.Pages.Pages.Where(p => p.Index > first.Index), p => p.Items.OfType<GlyphRun>().Any(r => r.Text.StartsWith("author", StringComparison.Ordinal)));
        Assert.Equal(24, result.Pages.Pages.Sum(p => p.Items.OfType<GlyphRun>().Count(r => r.Text.StartsWith("editor", StringComparison.Ordinal))));
    }

    [Fact]
    public void Notes_of_the_book_stand_in_a_section_of_their_own_whose_heads_name_the_pages()
    {
        var result = TwoSeries(NoteNumbering.Book, 40).Set([], ".note { -publish-note-place: book; }");
        var pages = result.Pages.Pages.Where(p => p.Items.OfType<GlyphRun>().Any(r => r.Structure.Artifact == ArtifactKind.RunningHead && r.Text.StartsWith("Notes to page", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(pages);
        var calls = result.Pages.Destinations.Where(d => d.Id.StartsWith("call-", StringComparison.Ordinal)).ToDictionary(d => d.Id["call-".Length..], d => result.Pages.Pages[d.PageIndex].Label, StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var head = page.Items.OfType<GlyphRun>().Single(r => r.Structure.Artifact == ArtifactKind.RunningHead).Text;
            var own = result.Pages.Destinations.Where(d => d.PageIndex == page.Index && d.Id.StartsWith("note-", StringComparison.Ordinal)).Select(d => calls[d.Id["note-".Length..]]).ToList();
            Assert.Contains(own[0], head, StringComparison.Ordinal);
            Assert.EndsWith(own[^1], head, StringComparison.Ordinal);
        }

        Assert.Contains(result.Pages.Outline, o => o.Title == "Notes");
        Assert.Equal(80, result.Pages.Destinations.Count(d => d.Id.StartsWith("note-", StringComparison.Ordinal)));
    }
}
