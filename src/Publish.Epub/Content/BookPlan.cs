using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Styles;

namespace Publish.Epub.Content;

/// <summary>What has to be known of the whole book before the first file is written: files, notes, ids, pages.</summary>
internal sealed class BookPlan
{
    private readonly Dictionary<string, Anchor> anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<Note, PlannedNote> notes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> names = new(StringComparer.Ordinal) { "nav", "cover", "notes" };
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<SectionKind, int> kinds = [];
    private readonly Dictionary<int, List<(int Offset, MappedPage Page, string Id)>> pageStarts = [];
    private readonly List<(TextPosition Start, string Label)> starts = [];

    public BookPlan(Book book, PageMap? pages)
    {
        Book = book;
        Pages = pages;
        HasNotes = Walk.Notes(book).Any();
        SeveralSeries = Walk.Notes(book).Select(n => n.Series).Distinct().Count() > 1;
        foreach (var section in Walk.Sections(book))
        {
            kinds[section.Kind] = kinds.GetValueOrDefault(section.Kind) + 1;
        }

        PlanPages();
        var counters = new Dictionary<SectionKind, int>();
        foreach (var section in book.Sections)
        {
            PlanSection(section, 0, counters);
        }

        PlanNotes();
        foreach (var file in Files)
        {
            PlanAnchors(file);
        }
    }

    public Book Book { get; }

    public PageMap? Pages { get; }

    public bool HasNotes { get; }

    public bool SeveralSeries { get; }

    public List<PlannedFile> Files { get; } = [];

    public List<PlannedNote> Notes { get; } = [];

    /// <summary>Page markers as they are written.</summary>
    public List<PageMarker> Markers { get; } = [];

    public PlannedNote Of(Note note) => notes[note];

    public Anchor? Find(string id) => anchors.GetValueOrDefault(id);

    public string FileOf(Section section) => Files.Find(f => ReferenceEquals(f.Section, section))!.Name;

    /// <summary>The id of a heading: its own or one made from its ordinal, as the contents need one.</summary>
    public string HeadingId(Heading heading) =>
        heading.Id is { } id && anchors.TryGetValue(id, out var anchor) ? anchor.Id : "h-" + heading.Ordinal.ToString(CultureInfo.InvariantCulture);

    public string FileStem(Section section) => Files.Find(f => ReferenceEquals(f.Section, section))!.Stem;

    /// <summary>The pages that begin in a block, by offset; taken once.</summary>
    public List<(int Offset, MappedPage Page, string Id)>? TakePages(int ordinal) => pageStarts.Remove(ordinal, out var list) ? list : null;

    public int PagesLeft => pageStarts.Values.Sum(l => l.Count);

    /// <summary>The label of the page a place is on; null where no page is known.</summary>
    public string? PageOf(TextPosition position)
    {
        string? label = null;
        var low = 0;
        var high = starts.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var start = starts[middle].Start;
            if (start.BlockOrdinal < position.BlockOrdinal || (start.BlockOrdinal == position.BlockOrdinal && start.Offset <= position.Offset))
            {
                label = starts[middle].Label;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return label;
    }

    /// <summary>An id that readers' CSS selectors and our own generated ids can live with: lower case, a letter first.</summary>
    public static string SafeId(string id)
    {
        var safe = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            safe.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        var text = safe.ToString().Trim('-');
        var generated = text.StartsWith("page-", StringComparison.Ordinal) || (text.Length > 1 && text[0] is 'r' or 'n' && text.Skip(1).All(c => char.IsAsciiDigit(c) || c is '-' or 'a' or 's'));
        return text.Length == 0 || !char.IsAsciiLetterLower(text[0]) || generated ? "id-" + text : text;
    }

    /// <summary>The id of an inline as written; null where it has none.</summary>
    public static string? IdOf(Node node) => node.Id ?? (node is EmendedText e ? "emendation-" + e.Record.Id.ToLowerInvariant() : null);

    private void PlanPages()
    {
        if (Pages is null)
        {
            return;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages.Pages)
        {
            if (page.Start is { } start)
            {
                var stem = "page-" + string.Concat(page.Label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
                var id = stem;
                for (var i = 2; !used.Add(id); i++)
                {
                    id = stem + "-" + i.ToString(CultureInfo.InvariantCulture);
                }

                if (!pageStarts.TryGetValue(start.BlockOrdinal, out var list))
                {
                    pageStarts[start.BlockOrdinal] = list = [];
                }

                list.Add((start.Offset, page, id));
                starts.Add((start, page.Label));
            }
        }

        starts.Sort((a, b) => a.Start.BlockOrdinal != b.Start.BlockOrdinal ? a.Start.BlockOrdinal.CompareTo(b.Start.BlockOrdinal) : a.Start.Offset.CompareTo(b.Start.Offset));
    }

    private void PlanSection(Section section, int depth, Dictionary<SectionKind, int> counters)
    {
        var count = counters[section.Kind] = counters.GetValueOrDefault(section.Kind) + 1;
        var kind = ElementNames.KindName(section.Kind);
        var stem = section.Kind == SectionKind.Contents && count == 1 ? "nav" : kinds[section.Kind] == 1 && section.Kind != SectionKind.Chapter ? kind : kind + "-" + count.ToString(CultureInfo.InvariantCulture);
        while (stem != "nav" && !names.Add(stem))
        {
            stem += "-x";
        }

        var title = section.NavigationTitle.Length > 0 ? section.NavigationTitle : PlainText.Of(section.Title).Trim() is { Length: > 0 } own ? own : kind;
        var unique = title;
        for (var i = 2; !titles.Add(unique); i++)
        {
            unique = title + " (" + i.ToString(CultureInfo.InvariantCulture) + ")";
        }

        Files.Add(new PlannedFile(stem + ".xhtml", unique, section, depth));
        foreach (var inner in section.Sections)
        {
            PlanSection(inner, depth + 1, counters);
        }
    }

    private void PlanNotes()
    {
        var numbers = new Dictionary<NoteSeries, int>();
        var sequence = new Dictionary<NoteSeries, int>();
        foreach (var file in Files)
        {
            if (Book.NoteNumbering == NoteNumbering.Chapter)
            {
                numbers.Clear();
            }

            var section = file.Section!;
            var found = Walk.NotesOf(section.Title).Concat(Walk.NotesOf(section.Subtitle)).SelectMany(n => NotesIn(n.Blocks, true).Prepend((n, false))).Concat(NotesIn(section.Blocks, false));
            foreach (var (note, inNote) in found)
            {
                if (notes.ContainsKey(note))
                {
                    continue;
                }

                var number = numbers[note.Series] = numbers.GetValueOrDefault(note.Series) + 1;
                var place = sequence[note.Series] = sequence.GetValueOrDefault(note.Series) + 1;
                var series = !SeveralSeries || note.Series == NoteSeries.Editor ? "" : note.Series == NoteSeries.Author ? "a" : "s";
                var id = series + place.ToString(CultureInfo.InvariantCulture);
                var planned = new PlannedNote(note, "n" + id, "r" + id, series.ToUpperInvariant() + number.ToString(CultureInfo.InvariantCulture), inNote ? "notes.xhtml" : file.Name, section);
                notes.Add(note, planned);
                Notes.Add(planned);
            }
        }
    }

    private static IEnumerable<(Note Note, bool InNote)> NotesIn(IEnumerable<Block> blocks, bool inNote)
    {
        foreach (var block in blocks)
        {
            if (block is TextBlock text)
            {
                foreach (var note in Walk.NotesOf(text.Content))
                {
                    yield return (note, inNote);
                    foreach (var inner in NotesIn(note.Blocks, true))
                    {
                        yield return inner;
                    }
                }
            }

            foreach (var note in NotesIn(Walk.Children(block), inNote))
            {
                yield return note;
            }
        }
    }

    private void PlanAnchors(PlannedFile file)
    {
        var section = file.Section!;
        AddAnchor(section.Id, file.Name, file.Stem, new TextPosition(section.Ordinal, 0), section);
        Inlines(section.Title, file.Name, section.Ordinal, 0, section);
        Inlines(section.Subtitle, file.Name, section.Ordinal, 0, section);
        Blocks(section.Blocks, file.Name, section);
    }

    private void Blocks(IEnumerable<Block> blocks, string file, Section section)
    {
        foreach (var block in blocks)
        {
            if (block.Id is { } id)
            {
                AddAnchor(id, file, SafeId(id), new TextPosition(block.Ordinal, 0), section);
            }

            if (block is TextBlock text)
            {
                Inlines(text.Content, file, block.Ordinal, 0, section);
            }

            Blocks(Walk.Children(block), file, section);
        }
    }

    private int Inlines(ImmutableArray<Inline> inlines, string file, int ordinal, int offset, Section section)
    {
        foreach (var inline in inlines)
        {
            if (IdOf(inline) is { } id)
            {
                AddAnchor(id, file, SafeId(id), new TextPosition(ordinal, offset), section);
            }

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
                    offset = Inlines(container.Content, file, ordinal, offset, section);
                    break;
                case NoteCall { Repeated: false } call:
                    // What stands in a note is on the page of its call, and in the file of notes.
                    foreach (var block in call.Note.Blocks)
                    {
                        NoteAnchors(block, new TextPosition(ordinal, offset), section);
                    }

                    break;
                default:
                    break;
            }
        }

        return offset;
    }

    private void NoteAnchors(Block block, TextPosition position, Section section)
    {
        AddAnchor(block.Id, "notes.xhtml", block.Id is { } id ? SafeId(id) : "", position, section);
        if (block is TextBlock text)
        {
            foreach (var inline in Walk.Inlines(text.Content))
            {
                if (IdOf(inline) is { } own)
                {
                    AddAnchor(own, "notes.xhtml", SafeId(own), position, section);
                }

                if (inline is NoteCall { Repeated: false } call)
                {
                    foreach (var inner in call.Note.Blocks)
                    {
                        NoteAnchors(inner, position, section);
                    }
                }
            }
        }

        foreach (var child in Walk.Children(block))
        {
            NoteAnchors(child, position, section);
        }
    }

    private void AddAnchor(string? id, string file, string safe, TextPosition position, Section section)
    {
        if (id is null)
        {
            return;
        }

        for (var i = 2; !ids.Add(file + "#" + safe) && !anchors.ContainsKey(id); i++)
        {
            safe = SafeId(id) + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        anchors.TryAdd(id, new Anchor(file, safe, position, section));
    }
}
