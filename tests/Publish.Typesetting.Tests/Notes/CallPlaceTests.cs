using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Tests.Flow;

namespace Publish.Typesetting.Tests.Notes;

/// <summary>Notes called from everywhere that words stand: each begins on the page of its call, wherever that comes to stand.</summary>
public class CallPlaceTests
{
    private const string Sentence = "The court that was asked for never sat, though the papers were ready and the witnesses had come a long way to be heard. ";

    [Theory]
    [InlineData("quotation")]
    [InlineData("heading")]
    [InlineData("cell")]
    [InlineData("caption")]
    [InlineData("table caption")]
    [InlineData("item")]
    [InlineData("verse")]
    [InlineData("title")]
    [InlineData("one line")]
    public void A_note_begins_on_the_page_of_its_call(string from)
    {
        var first = SmallBook.LinesOfFirstPage();
        for (var lines = first - 6; lines < first + 2; lines++)
        {
            var book = new SmallBook();
            NoteCall Call() => book.Note(Sentence + Sentence);
            ImmutableArray<Inline> Words() => [new Document.Text("Heard"), Call()];
            Block Place() => from switch
            {
                "quotation" => book.Numbered(new BlockQuotation([book.Paragraph([new Document.Text(Sentence), Call()])], null)),
                "heading" => book.Numbered(new Heading(Words(), 2)),
                "cell" => book.Numbered(new Table([new TableColumn(ColumnAlignment.Left, null)], [], [new TableRow([new TableCell([book.Paragraph([.. Words()])])])], null)),
                "caption" => book.Numbered(new Figure(new Picture("none.png", "", null), book.Numbered(new Caption(Words())))),
                "table caption" => book.Table([ColumnAlignment.Left], null, book.Row("cell")) with { Caption = book.Numbered(new Caption(Words())) },
                "item" => book.Numbered(new ItemList(ListMarker.Bullet, 1, true, [book.Numbered(new ListItem([book.Paragraph([.. Words()])]))])),
                "verse" => book.Numbered(new Verse([book.Numbered(new Stanza([book.Numbered(new VerseLine(Words(), 0))]))])),
                "title" => book.Paragraph("A title has it."),
                _ => book.Paragraph([new Document.Text("One"), Call(), new Document.Text(", two"), Call(), new Document.Text(", three"), Call(), new Document.Text(".")]),
            };
            Block[] blocks = [.. Enumerable.Range(0, lines).Select(_ => book.Paragraph("A line.")), Place(), .. Enumerable.Range(0, 6).Select(_ => book.Paragraph(Sentence))];
            var section = new Section(SectionKind.Chapter, Matter.Body, from == "title" ? Words() : SmallBook.Words("One"), [.. blocks], []) { Id = "one", NavigationTitle = "One" };
            var result = book.Add(section).Set();
            var places = result.Pages.Destinations.ToDictionary(d => d.Id, d => d.PageIndex, StringComparer.Ordinal);
            var notes = places.Where(p => p.Key.StartsWith("note-", StringComparison.Ordinal)).ToList();
            Assert.Equal(from == "one line" ? 3 : 1, notes.Count);
            Assert.All(notes, n => Assert.Equal(places["call-" + n.Key["note-".Length..]], n.Value));
        }
    }

    [Fact]
    public void A_row_is_divided_where_the_notes_of_both_its_cells_can_stand_on_the_pages_of_their_calls()
    {
        // The left cell calls its second note after some lines, the right one its only note after others: that one comes third, wherever it stands.
        var late = 0;
        for (var left = 4; left < 60; left += 9)
        {
            for (var right = 1; right < 60; right += 9)
            {
                var (book, table) = DividedRow(left, right);
                var result = book.Chapter("One", book.Paragraph("A line."), table, book.Paragraph(Sentence)).Set();
                var places = result.Pages.Destinations.ToDictionary(d => d.Id, d => d.PageIndex, StringComparer.Ordinal);
                var notes = places.Where(p => p.Key.StartsWith("note-", StringComparison.Ordinal)).ToList();
                Assert.Equal(3, notes.Count);
                if (notes.TrueForAll(n => places["call-" + n.Key["note-".Length..]] == n.Value))
                {
                    continue;
                }

                // Only where a page would have to end far too high, as both notes take room on it too, and then it is said.
                late++;
                Assert.Contains(result.Diagnostics, d => d.Code == "TYP105");
            }
        }

        Assert.InRange(late, 1, 25);
    }

    private static (SmallBook Book, Table Table) DividedRow(int left, int right)
    {
        var book = new SmallBook();
        Paragraph Calling(string word) => book.Paragraph(new Document.Text(word), book.Note(Sentence));
        var first = new TableCell([Calling("First"), .. Enumerable.Range(0, left).Select(_ => book.Paragraph("A line.")), Calling("Second"), .. Enumerable.Range(left, 120 - left).Select(_ => book.Paragraph("A line."))]);
        var second = new TableCell([.. Enumerable.Range(0, right).Select(_ => book.Paragraph("Beside.")), Calling("Third"), book.Paragraph("Beside.")]);
        return (book, book.Numbered(new Table([new TableColumn(ColumnAlignment.Left, null), new TableColumn(ColumnAlignment.Left, null)], [], [new TableRow([first, second])], null)));
    }

    [Fact]
    public void A_note_called_far_down_in_a_row_higher_than_a_page_begins_on_the_page_of_that_line()
    {
        var book = new SmallBook();
        var cell = new TableCell([book.Paragraph(new Document.Text("First"), book.Note(Sentence)), .. Enumerable.Range(0, 60).Select(_ => book.Paragraph("A line.")), book.Paragraph(new Document.Text("Last"), book.Note(Sentence)), book.Paragraph("End.")]);
        var table = book.Numbered(new Table([new TableColumn(ColumnAlignment.Left, null), new TableColumn(ColumnAlignment.Left, null)], [], [new TableRow([cell, new TableCell([book.Paragraph("Beside")])])], null));
        var result = book.Chapter("One", book.Paragraph("A line."), table, book.Paragraph(Sentence)).Set();
        var places = result.Pages.Destinations.ToDictionary(d => d.Id, d => d.PageIndex, StringComparer.Ordinal);
        var notes = places.Where(p => p.Key.StartsWith("note-", StringComparison.Ordinal)).OrderBy(p => p.Value).ToList();
        Assert.Equal(2, notes.Count);
        Assert.True(notes[0].Value < notes[1].Value);
        Assert.All(notes, n => Assert.Equal(places["call-" + n.Key["note-".Length..]], n.Value));
    }

    [Fact]
    public void A_note_called_from_a_head_that_stands_again_stands_once()
    {
        var book = new SmallBook();
        var head = new TableRow([new TableCell([book.Paragraph(new Document.Text("Head"), book.Note(Sentence))])]);
        var table = book.Numbered(new Table([new TableColumn(ColumnAlignment.Left, null)], [head], [.. Enumerable.Range(0, 60).Select(_ => book.Row("cell"))], null));
        var pages = book.Chapter("One", table).Set().Pages;
        var call = pages.Destinations.Single(d => d.Id.StartsWith("call-", StringComparison.Ordinal)).PageIndex;
        Assert.Equal(call, pages.Destinations.Single(d => d.Id.StartsWith("note-", StringComparison.Ordinal)).PageIndex);
        Assert.True(pages.Pages.Count(p => p.Items.OfType<Display.GlyphRun>().Any(r => r.Text.Trim() == "Head")) > 1, "the head stands again");
        Assert.Single(pages.Pages, p => SmallBook.TextOf(p).Contains("court", StringComparison.Ordinal));
    }
}
