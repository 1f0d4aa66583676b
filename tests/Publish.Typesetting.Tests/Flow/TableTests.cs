using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Tables on the page: read from the display list.</summary>
public class TableTests
{
    private static readonly ImmutableArray<ColumnAlignment> Three = [ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Right];

    private static TypesetResult LongTable(string? css = null)
    {
        var book = new SmallBook();
        var rows = Enumerable.Range(1, 70).Select(i => book.Row($"{i} May 1940", i % 3 == 0 ? "The commission heard the witnesses who had come from abroad and took down what they had to say of the whole affair" : "Heard", $"{i * 7}")).ToArray();
        return book.Chapter("One", book.Paragraph("A table."), book.Table(Three, book.Row("Date", "Event", "No."), rows)).Set([], css);
    }

    [Fact]
    public void Rules_are_horizontal_and_as_wide_as_the_table()
    {
        var rules = LongTable().Pages.Pages.SelectMany(p => p.Items.OfType<Rule>()).ToList();
        Assert.True(rules.Count >= 6);
        Assert.All(rules, r => Assert.True(r.Area.Height < Length.FromPoints(1)));
        Assert.Single(rules.Select(r => r.Area.Width).Distinct());
    }

    [Fact]
    public void The_head_stands_again_on_every_page_and_is_read_once()
    {
        var pages = LongTable().Pages.Pages.Where(p => p.Items.OfType<Rule>().Any()).ToList();
        Assert.True(pages.Count > 1);
        Assert.All(pages, p => Assert.Single(SmallBook.RunsOf(p, "Event")));
        Assert.Single(pages, p => SmallBook.RunsOf(p, "Event").Any(r => r.Structure.Artifact == ArtifactKind.None));
    }

    [Fact]
    public void A_style_may_say_that_the_table_goes_on()
    {
        var pages = LongTable("table { -publish-continued: \"continued\"; }").Pages.Pages.Where(p => p.Items.OfType<Rule>().Any()).ToList();
        Assert.Empty(SmallBook.RunsOf(pages[0], "continued"));
        Assert.All(pages.Skip(1), p => Assert.Single(SmallBook.RunsOf(p, "continued")));
        Assert.Empty(LongTable().Pages.Pages.SelectMany(p => SmallBook.RunsOf(p, "continued")));
    }

    [Fact]
    public void A_date_never_turns_over_nor_is_a_word_parted()
    {
        var runs = LongTable().Pages.Pages.SelectMany(p => p.Items.OfType<GlyphRun>()).Where(r => r.Structure.Artifact == ArtifactKind.None).ToList();
        Assert.Equal(70, runs.Count(r => r.Text.Trim().EndsWith(" May 1940", StringComparison.Ordinal)));
        Assert.All(runs, r => Assert.False(r.EndsInHyphen));
    }

    [Fact]
    public void Numbers_flush_right_end_on_one_edge()
    {
        var page = LongTable().Pages.Pages.First(p => p.Items.OfType<Rule>().Any());
        var ends = page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.None && r.Text.Trim().All(char.IsAsciiDigit) && r.Text.Trim().Length > 0).Select(r => (r.X + r.Width).Points).ToList();
        Assert.True(ends.Count > 5);
        Assert.All(ends, e => Assert.Equal(ends[0], e, 0.05));
    }

    [Fact]
    public void Numbers_with_fractions_stand_on_their_point()
    {
        var book = new SmallBook();
        var table = book.Table([ColumnAlignment.Left, ColumnAlignment.Right], book.Row("Town", "Share"), book.Row("Oslo", "7.25"), book.Row("Paris", "12"), book.Row("Prinkipo", "103.5"));
        var page = book.Chapter("One", table).Set().Pages.Pages.Single(p => p.Items.OfType<Rule>().Any());
        double PointOf(string number)
        {
            var run = SmallBook.RunsOf(page, number).Single();
            var glyph = run.Glyphs.FirstOrDefault(g => g.Cluster < run.Text.Length && run.Text[g.Cluster] == '.');
            return glyph == default ? (run.X + run.Width).Points : (run.X + new Length(glyph.X)).Points;
        }

        Assert.Equal(PointOf("7.25"), PointOf("103.5"), 0.05);
        Assert.Equal(PointOf("7.25"), PointOf("12"), 0.4);
    }

    [Fact]
    public void Rows_stay_whole_and_follow_each_other()
    {
        foreach (var page in LongTable().Pages.Pages)
        {
            var rules = page.Items.OfType<Rule>().OrderBy(r => r.Area.Y.Scaled).ToList();
            if (rules.Count == 0)
            {
                continue;
            }

            var runs = page.Items.OfType<GlyphRun>().Where(r => r.Baseline > rules[0].Area.Y && r.Baseline < rules[^1].Area.Bottom).ToList();
            Assert.All(runs.GroupBy(r => r.Baseline), line => Assert.True(line.Select(r => r.X).Distinct().Count() == line.Count(), "two words on one place"));
            Assert.All(runs, r => Assert.True(r.Baseline < page.TextBlock.Bottom));

            // The first line under the head begins a row: it has a date.
            var first = runs.Where(r => r.Baseline > rules[1].Area.Y).MinBy(r => r.Baseline.Scaled)!;
            Assert.EndsWith("May 1940", first.Text.Trim(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_row_higher_than_the_page_is_parted_and_nothing_is_lost()
    {
        var book = new SmallBook();
        var words = string.Join(' ', Enumerable.Range(1, 1400).Select(i => $"w{i}"));
        var result = book.Chapter("One", book.Table([ColumnAlignment.Left, ColumnAlignment.Left], null, book.Row("First", words), book.Row("Second", "short"))).Set();
        var text = string.Join(' ', result.Pages.Pages.Select(SmallBook.TextOf)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1400, text.Count(w => w[0] == 'w' && w.Length > 1 && char.IsAsciiDigit(w[1])));
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == Severity.Error);
        Assert.All(result.Pages.Pages, p => Assert.All(p.Items.OfType<GlyphRun>(), r => Assert.True(r.Structure.Artifact != ArtifactKind.None || r.Baseline < p.TextBlock.Bottom)));
    }

    [Fact]
    public void A_note_called_in_a_cell_stands_at_the_foot_of_its_page()
    {
        var book = new SmallBook();
        var cell = new TableCell([book.Paragraph(new Document.Text("Here"), book.Note("The note says so."))]);
        var table = book.Numbered(new Table([], [], [new TableRow([book.Numbered(cell)])], null));
        var result = book.Chapter("One", book.Paragraph("Before."), table).Set();
        var places = result.Pages.Destinations.ToDictionary(d => d.Id, d => d.PageIndex, StringComparer.Ordinal);
        Assert.Equal(places["call-e1"], places["note-e1"]);
    }

    [Fact]
    public void Headings_of_one_line_stand_on_the_last_line_of_those_that_turn_over()
    {
        var book = new SmallBook();
        var long1 = string.Join(' ', Enumerable.Repeat("Something said at length", 6));
        var table = book.Table([ColumnAlignment.Left, ColumnAlignment.Left], book.Row("Short", string.Join(' ', Enumerable.Repeat("A long heading", 7))), book.Row(long1, long1));
        var page = book.Chapter("One", table).Set().Pages.Pages.Single(p => p.Items.OfType<Rule>().Any());
        var rule = page.Items.OfType<Rule>().OrderBy(r => r.Area.Y.Scaled).ElementAt(1).Area.Y;
        var head = page.Items.OfType<GlyphRun>().Where(r => r.Baseline < rule && r.Structure.Artifact == ArtifactKind.None && r.Baseline > page.Items.OfType<Rule>().Min(x => x.Area.Y)).ToList();
        Assert.True(head.Select(r => r.Baseline).Distinct().Count() > 1);
        Assert.Equal(head.Max(r => r.Baseline), SmallBook.RunsOf(page, "Short").Single().Baseline);
    }
}
