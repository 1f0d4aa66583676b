using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>A note of some text.</summary>
/// <param name="Note">The note.</param>
/// <param name="Around">The note that calls it; null where the text does.</param>
/// <param name="Weight">About how many bytes its blocks are as XHTML.</param>
internal readonly record struct FoundNote(Note Note, Note? Around, long Weight);

/// <summary>An identifier of some text.</summary>
/// <param name="Id">As the book has it.</param>
/// <param name="Safe">As an EPUB can have it.</param>
/// <param name="Position">Where in the text it is; of what stands in a note, where that is called.</param>
/// <param name="In">The note it stands in; null for none.</param>
internal readonly record struct FoundAnchor(string Id, string Safe, TextPosition Position, Note? In);

/// <summary>What some text says for the plan of a book, in order: found by looking at nothing else, when it is asked for.</summary>
internal sealed class BlockFacts
{
    private readonly ImmutableArray<Block> _blocks;
    private readonly Section? _titled;
    private List<FoundNote>? _notes;
    private List<FoundAnchor>? _anchors;
    private List<Heading>? _headings;

    private BlockFacts(ImmutableArray<Block> blocks, Section? titled)
    {
        (_blocks, _titled) = (blocks, titled);
    }

    /// <summary>The notes, each at every first call.</summary>
    public List<FoundNote> Notes => _notes ??= FindNotes();

    /// <summary>The identifiers.</summary>
    public List<FoundAnchor> Anchors => _anchors ??= FindAnchors();

    /// <summary>The headings outside notes.</summary>
    public List<Heading> Headings => _headings ??= [.. HeadingsIn(_blocks)];

    /// <summary>Of blocks.</summary>
    public static BlockFacts Of(ImmutableArray<Block> blocks) => new(blocks, null);

    /// <summary>Of the title and subtitle of a section.</summary>
    public static BlockFacts OfTitles(Section section) => new([], section);

    private static IEnumerable<Heading> HeadingsIn(IEnumerable<Block> blocks) => blocks.SelectMany(b => b is Heading h ? [h] : HeadingsIn(Walk.Children(b)));

    private List<FoundNote> FindNotes()
    {
        var notes = new List<FoundNote>();
        if (_titled is { } section)
        {
            foreach (var note in Walk.NotesOf(section.Title).Concat(Walk.NotesOf(section.Subtitle)))
            {
                notes.Add(new FoundNote(note, null, WeightOf(note)));
                Find(note.Blocks, note);
            }
        }

        Find(_blocks, null);
        return notes;

        void Find(IEnumerable<Block> blocks, Note? around)
        {
            foreach (var block in blocks)
            {
                if (block is TextBlock text)
                {
                    foreach (var note in Walk.NotesOf(text.Content))
                    {
                        notes.Add(new FoundNote(note, around, WeightOf(note)));
                        Find(note.Blocks, note);
                    }
                }

                Find(Walk.Children(block), around);
            }
        }
    }

    private static long WeightOf(Note note) => note.Blocks.Sum(DocumentDivision.Weight);

    private List<FoundAnchor> FindAnchors()
    {
        var anchors = new List<FoundAnchor>();
        if (_titled is { } section)
        {
            Inlines(section.Title, section.Ordinal, 0);
            Inlines(section.Subtitle, section.Ordinal, 0);
        }

        Blocks(_blocks);
        return anchors;

        void Add(string? id, TextPosition position, Note? note)
        {
            if (id is not null)
            {
                anchors.Add(new FoundAnchor(id, BookPlan.SafeId(id), position, note));
            }
        }

        void Blocks(IEnumerable<Block> blocks)
        {
            foreach (var block in blocks)
            {
                Add(block.Id, new TextPosition(block.Ordinal, 0), null);
                if (block is TextBlock text)
                {
                    Inlines(text.Content, block.Ordinal, 0);
                }

                Blocks(Walk.Children(block));
            }
        }

        int Inlines(ImmutableArray<Inline> inlines, int ordinal, int offset)
        {
            foreach (var inline in inlines)
            {
                Add(BookPlan.IdOf(inline), new TextPosition(ordinal, offset), null);
                switch (inline)
                {
                    case Text t:
                        offset += t.Value.Length;
                        break;
                    case Code c:
                        offset += c.Value.Length;
                        break;
                    case LineBreak or InlineImage:
                        offset++;
                        break;
                    case InlineContainer container:
                        offset = Inlines(container.Content, ordinal, offset);
                        break;
                    case NoteCall { Repeated: false } call:
                        InNote(call.Note, new TextPosition(ordinal, offset));
                        break;
                    default:
                        break;
                }
            }

            return offset;
        }

        // What stands in a note is on the page of its call.
        void InNote(Note note, TextPosition position)
        {
            foreach (var block in note.Blocks)
            {
                InNoteBlock(block, note, position);
            }
        }

        void InNoteBlock(Block block, Note note, TextPosition position)
        {
            Add(block.Id, position, note);
            if (block is TextBlock text)
            {
                foreach (var inline in Walk.Inlines(text.Content))
                {
                    Add(BookPlan.IdOf(inline), position, note);
                    if (inline is NoteCall { Repeated: false } call)
                    {
                        InNote(call.Note, position);
                    }
                }
            }

            foreach (var child in Walk.Children(block))
            {
                InNoteBlock(child, note, position);
            }
        }
    }
}
