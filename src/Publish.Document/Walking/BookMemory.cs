using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Publish.Document;

/// <summary>
/// Remembers the last book that was read, and puts its nodes in the place of those that are read again and are the same, place and number included. So what an
/// edit left as it was is the same object from build to build, and stages can keep what they made of it. The book that comes out equals the one that goes in.
/// </summary>
/// <remarks>
/// A node is the same where its record says so once its parts are: the lists that records compare by identity are brought together first. A list that this class
/// doesn't know makes a node look changed, never unchanged. What is put in or taken out changes the numbers of all that follows: the same is looked for at the same place only.
/// </remarks>
public sealed class BookMemory
{
    private readonly Dictionary<Note, Note> _notes = new(ReferenceEqualityComparer.Instance);
    private Book? _last;

    /// <summary>The book, made of the last one's nodes as far as they are the same; it takes the last one's place.</summary>
    public Book Keep(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (_last is { } last)
        {
            book = book with { Sections = List(book.Sections, last.Sections, Of) };
            _notes.Clear();
        }

        return _last = book;
    }

    private static ImmutableArray<T> List<T>(ImmutableArray<T> fresh, ImmutableArray<T>? before, Func<T, T?, T> merge)
        where T : class
    {
        if (fresh.IsDefaultOrEmpty)
        {
            return !fresh.IsDefault && before is { IsDefault: false, IsEmpty: true } nothing ? nothing : fresh;
        }

        var old = before is { IsDefault: false } known ? known : [];
        var same = fresh.Length == old.Length;
        T[]? merged = null;
        for (var i = 0; i < fresh.Length; i++)
        {
            var one = merge(fresh[i], i < old.Length ? old[i] : null);
            same &= i < old.Length && ReferenceEquals(one, old[i]);
            if (!ReferenceEquals(one, fresh[i]))
            {
                (merged ??= [.. fresh])[i] = one;
            }
        }

        return same ? old : merged is null ? fresh : ImmutableCollectionsMarshal.AsImmutableArray(merged);
    }

    private static ImmutableArray<string> Words(ImmutableArray<string> fresh, ImmutableArray<string>? before) =>
        before is { IsDefault: false } old && !fresh.IsDefault && fresh.SequenceEqual(old, StringComparer.Ordinal) ? old : fresh;

    private static TNode Settled<TNode>(TNode merged, Node? old)
        where TNode : Node
    {
        if (old is not TNode same)
        {
            return merged;
        }

        if (merged.Classes != old.Classes && Words(merged.Classes, old.Classes) == old.Classes)
        {
            merged = merged with { Classes = old.Classes };
        }

        return merged.Equals(same) ? same : merged;
    }

    private Section Of(Section fresh, Section? old)
    {
        if (ReferenceEquals(fresh, old))
        {
            Known(fresh);
            return fresh;
        }

        return Settled(
            fresh with
            {
                Title = List(fresh.Title, old?.Title, Of),
                Subtitle = List(fresh.Subtitle, old?.Subtitle, Of),
                Blocks = List(fresh.Blocks, old?.Blocks, Of),
                Sections = List(fresh.Sections, old?.Sections, Of),
            },
            old);
    }

    // Another section may call its notes again.
    private void Known(Section section)
    {
        foreach (var note in Walk.Notes(section))
        {
            _notes[note] = note;
        }

        foreach (var inner in section.Sections)
        {
            Known(inner);
        }
    }

    private Block Of(Block fresh, Block? old) => Settled(
        fresh switch
        {
            TextBlock text => text with { Content = List(text.Content, (old as TextBlock)?.Content, Of) },
            BlockQuotation quotation => quotation with
            {
                Blocks = List(quotation.Blocks, (old as BlockQuotation)?.Blocks, Of),
                Attribution = Of(quotation.Attribution, (old as BlockQuotation)?.Attribution),
            },
            Epigraph epigraph => epigraph with
            {
                Blocks = List(epigraph.Blocks, (old as Epigraph)?.Blocks, Of),
                Attribution = Of(epigraph.Attribution, (old as Epigraph)?.Attribution),
            },
            Verse verse => verse with { Stanzas = List(verse.Stanzas, (old as Verse)?.Stanzas, Same) },
            Stanza stanza => stanza with { Lines = List(stanza.Lines, (old as Stanza)?.Lines, Same) },
            LetterPart part => part with { Blocks = List(part.Blocks, (old as LetterPart)?.Blocks, Of) },
            ItemList list => list with { Items = List(list.Items, (old as ItemList)?.Items, Same) },
            ListItem item => item with { Blocks = List(item.Blocks, (old as ListItem)?.Blocks, Of) },
            DefinitionList list => list with { Entries = List(list.Entries, (old as DefinitionList)?.Entries, Same) },
            DefinitionEntry entry => entry with
            {
                Terms = List(entry.Terms, (old as DefinitionEntry)?.Terms, Same),
                Definitions = List(entry.Definitions, (old as DefinitionEntry)?.Definitions, Same),
            },
            Table table => Of(table, old as Table),
            TableRow row => row with { Cells = List(row.Cells, (old as TableRow)?.Cells, Same) },
            TableCell cell => cell with { Blocks = List(cell.Blocks, (old as TableCell)?.Blocks, Of) },
            Figure figure => figure with { Caption = Of(figure.Caption, (old as Figure)?.Caption) },
            Division division => division with { Blocks = List(division.Blocks, (old as Division)?.Blocks, Of) },
            IndexList index => index with { Entries = List(index.Entries, (old as IndexList)?.Entries, Of) },
            _ => fresh,
        },
        old);

    private Table Of(Table fresh, Table? old) => fresh with
    {
        Columns = old is not null && fresh.Columns.SequenceEqual(old.Columns) ? old.Columns : fresh.Columns,
        Head = List(fresh.Head, old?.Head, Same),
        Body = List(fresh.Body, old?.Body, Same),
        Caption = Of(fresh.Caption, old?.Caption),
    };

    private IndexEntry Of(IndexEntry fresh, IndexEntry? old)
    {
        var merged = fresh with
        {
            Term = List(fresh.Term, old?.Term, Of),
            Locators = old is not null && fresh.Locators.SequenceEqual(old.Locators) ? old.Locators : fresh.Locators,
            Entries = List(fresh.Entries, old?.Entries, Of),
            SeeAlso = Words(fresh.SeeAlso, old?.SeeAlso),
        };
        return merged.Equals(old) ? old : merged;
    }

    private TBlock Same<TBlock>(TBlock fresh, TBlock? old)
        where TBlock : Block => (TBlock)Of((Block)fresh, old);

    [return: NotNullIfNotNull(nameof(fresh))]
    private TBlock? Of<TBlock>(TBlock? fresh, TBlock? old)
        where TBlock : TextBlock => fresh is null ? null : (TBlock)Of((Block)fresh, old);

    private Inline Of(Inline fresh, Inline? old) => Settled(
        fresh switch
        {
            InlineContainer container => container with { Content = List(container.Content, (old as InlineContainer)?.Content, Of) },
            NoteCall call => Of(call.Note, (old as NoteCall)?.Note) is var note && ReferenceEquals(note, call.Note) ? call : call with { Note = note },
            IndexMark mark => mark with { Terms = Words(mark.Terms, (old as IndexMark)?.Terms) },
            _ => fresh,
        },
        old);

    // A note that is called again is the note of its first call.
    private Note Of(Note fresh, Note? old)
    {
        if (!_notes.TryGetValue(fresh, out var merged))
        {
            _notes[fresh] = merged = Settled(fresh with { Blocks = List(fresh.Blocks, old?.Blocks, Of) }, old);
        }

        return merged;
    }
}
