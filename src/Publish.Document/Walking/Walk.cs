using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Publish.Document;

/// <summary>Visits the tree in reading order. A note is visited right after the text block that calls it first.</summary>
public static class Walk
{
    // Stages ask for the notes and blocks of a book several times, and builds for those of sections that stayed as they were.
    private static readonly ConditionalWeakTable<Section, Found> FoundNotes = [];
    private static readonly ConditionalWeakTable<Section, Listed> FoundBlocks = [];

    /// <summary>Every section, outermost first, in order.</summary>
    public static IEnumerable<Section> Sections(Book book) => book.Sections.SelectMany(SelfAndInner);

    /// <summary>Every block of a book in reading order, blocks of notes included after the block that calls them.</summary>
    public static IEnumerable<Block> Blocks(Book book) => Sections(book).SelectMany(section => NotesOf(section.Title).SelectMany(n => Blocks(n.Blocks)).Concat(Blocks(section)));

    /// <summary>Every block of a section in reading order, without its title and the sections inside it, notes included. They are looked for once.</summary>
    public static ImmutableArray<Block> Blocks(Section section) => FoundBlocks.GetValue(section, static of => new Listed([.. Blocks(of.Blocks)])).Blocks;

    /// <summary>The blocks and all inside them, in reading order, notes included.</summary>
    public static IEnumerable<Block> Blocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            yield return block;
            if (block is TextBlock text)
            {
                foreach (var note in NotesOf(text.Content))
                {
                    foreach (var inner in Blocks(note.Blocks))
                    {
                        yield return inner;
                    }
                }

                continue;
            }

            foreach (var inner in Blocks(Children(block)))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The blocks directly inside a block, in reading order.</summary>
    public static IEnumerable<Block> Children(Block block) => block switch
    {
        BlockQuotation q => q.Attribution is { } a ? q.Blocks.Append(a) : q.Blocks,
        Epigraph e => e.Attribution is { } a ? e.Blocks.Append(a) : e.Blocks,
        Verse v => v.Stanzas,
        Stanza s => s.Lines,
        LetterPart l => l.Blocks,
        ItemList l => l.Items,
        ListItem i => i.Blocks,
        DefinitionList d => d.Entries,
        DefinitionEntry e => e.Terms.Cast<Block>().Concat(e.Definitions),
        Table t => (t.Caption is { } c ? ImmutableArray.Create<Block>(c) : []).Concat(t.Head).Concat(t.Body),
        TableRow r => r.Cells,
        TableCell c => c.Blocks,
        Figure f => f.Caption is { } c ? [c] : [],
        Division d => d.Blocks,
        _ => [],
    };

    /// <summary>Every inline, containers before what they hold; does not enter notes.</summary>
    public static IEnumerable<Inline> Inlines(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            yield return inline;
            if (inline is InlineContainer container)
            {
                foreach (var inner in Inlines(container.Content))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The notes called in running text, in order, each at its first call.</summary>
    public static ImmutableArray<Note> NotesOf(ImmutableArray<Inline> inlines)
    {
        // Most text calls none: nothing is made for it.
        var notes = ImmutableArray<Note>.Empty;
        Gather(inlines, ref notes);
        return notes;
    }

    /// <summary>Every note of a book in order of its first call (a note called inside a note follows it).</summary>
    public static IEnumerable<Note> Notes(Book book) => Sections(book).SelectMany(section => Notes(section));

    /// <summary>Every note of a section in order of its first call, without those of the sections inside it. They are looked for once.</summary>
    public static ImmutableArray<Note> Notes(Section section) => FoundNotes.GetValue(section, static of => new Found([.. NotesOf(of.Title).SelectMany(SelfAndCalled), .. NotesIn(of.Blocks)])).Notes;

    private static IEnumerable<Note> NotesIn(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is TextBlock text)
            {
                foreach (var called in NotesOf(text.Content))
                {
                    foreach (var note in SelfAndCalled(called))
                    {
                        yield return note;
                    }
                }

                continue;
            }

            foreach (var note in NotesIn(Children(block)))
            {
                yield return note;
            }
        }
    }

    private static void Gather(ImmutableArray<Inline> inlines, ref ImmutableArray<Note> notes)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case NoteCall { Repeated: false } call:
                    notes = notes.Add(call.Note);
                    break;
                case InlineContainer container:
                    Gather(container.Content, ref notes);
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<Note> SelfAndCalled(Note note) => NotesIn(note.Blocks).Prepend(note);

    private static IEnumerable<Section> SelfAndInner(Section section) => section.Sections.SelectMany(SelfAndInner).Prepend(section);

    private sealed record Found(ImmutableArray<Note> Notes);

    private sealed record Listed(ImmutableArray<Block> Blocks);
}
