namespace Publish.Document.Tests;

public class BookMemoryTests
{
    [Fact]
    public void What_stays_as_it_was_is_the_same_object()
    {
        var memory = new BookMemory();
        var first = memory.Keep(Read("first", "second"));
        var second = memory.Keep(Read("first", "changed"));

        Assert.Same(first.Sections[0], second.Sections[0]);
        Assert.NotSame(first.Sections[1], second.Sections[1]);
        Assert.Same(first.Sections[1].Blocks[1], second.Sections[1].Blocks[1]);
        Assert.Equal("changed", PlainText.Of(((Paragraph)second.Sections[1].Blocks[0]).Content).Trim('\uFFFC'));
    }

    [Fact]
    public void A_place_that_moved_is_another_node()
    {
        var memory = new BookMemory();
        var first = memory.Keep(Read("first", "second"));
        var second = memory.Keep(Read("first", "second", line: 2));

        Assert.NotSame(first.Sections[0], second.Sections[0]);
        Assert.Equal(2, second.Sections[0].Blocks[0].Span.Line);
    }

    // The note is called first in one section, which stays, and again in the other, which doesn't.
    [Fact]
    public void A_note_that_is_called_again_stays_one_note()
    {
        var memory = new BookMemory();
        memory.Keep(Read("first", "second"));
        var book = memory.Keep(Read("first", "changed"));

        var calls = book.Sections.SelectMany(section => Walk.Blocks(section.Blocks)).OfType<Paragraph>().SelectMany(p => p.Content).OfType<NoteCall>().ToArray();
        Assert.Equal([false, true], calls.Select(call => call.Repeated));
        Assert.Same(calls[0].Note, calls[1].Note);
    }

    private static Book Read(string first, string second, int line = 1)
    {
        var note = new Note("n", NoteSeries.Editor, 1, [new Paragraph([new Text("said")]) { Ordinal = 3, Classes = ["small"] }]);
        return new Book(
            new("id", "Title", "en"),
            [
                Section(1, new Paragraph([new Text(first), new NoteCall(note, Repeated: false)]) { Ordinal = 2, Span = SourceSpan.At("a.md", line, 1) }),
                Section(4, new Paragraph([new Text(second), new NoteCall(note, Repeated: true)]) { Ordinal = 5 }, new Verse([new Stanza([new VerseLine([new Emphasis([new Text("a line")])], 0) { Ordinal = 8 }]) { Ordinal = 7 }]) { Ordinal = 6 }),
            ],
            []);
    }

    private static Section Section(int ordinal, params Block[] blocks) => new(SectionKind.Chapter, Matter.Body, [new Text("A title")], [.. blocks], []) { Ordinal = ordinal };
}
