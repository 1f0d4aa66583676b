namespace Publish.Document.Tests;

public class WalkTests
{
    private static readonly Note _note = new("a", NoteSeries.Editor, 1, [new Paragraph([new Text("inside")]) { Ordinal = 3 }]);

    private static readonly Book _book = new(
        new("id", "Title", "en"),
        [
            new(SectionKind.Chapter, Matter.Body, [new Text("One")], [new BlockQuotation([new Paragraph([new Text("a"), new NoteCall(_note, false)]) { Ordinal = 2 }], new([new Text("who")]) { Ordinal = 4 }) { Ordinal = 1 }, new Paragraph([new NoteCall(_note, true)]) { Ordinal = 5 }], []),
        ],
        []);

    [Fact]
    public void Blocks_come_in_reading_order_with_notes_after_their_call() =>
        Assert.Equal([1, 2, 3, 4, 5], Walk.Blocks(_book).Select(block => block.Ordinal));

    [Fact]
    public void A_note_called_twice_is_one_note() => Assert.Same(_note, Assert.Single(Walk.Notes(_book)));

    [Fact]
    public void Flat_text_holds_characters_and_no_marks() =>
        Assert.Equal("a b\nc\uFFFCd", PlainText.Of([new Text("a "), new Emphasis([new Text("b")]), new LineBreak(), new Code("c"), new InlineImage(new("p", "", null)), new IndexMark(["x"], IndexRange.Point), new NoteCall(_note, false), new Text("d")]));

    [Fact]
    public void The_dump_shows_notes_under_the_block_that_calls_them() =>
        Assert.Equal("Chapter (Body) \"One\"\n  BlockQuotation\n    Paragraph \"a<note 1>\"\n      Note 1 Editor [a]\n        Paragraph \"inside\"\n    Attribution \"who\"\n  Paragraph \"<note 1 again>\"\n", BookDump.Of(_book));

    [Fact]
    public void Codes_of_diagnostics_are_unique() =>
        Assert.Equal(DiagnosticCatalogue.All.Count, DiagnosticCatalogue.All.Select(kind => kind.Code).Distinct().Count());
}
