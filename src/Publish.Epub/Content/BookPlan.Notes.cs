using System.Globalization;
using Publish.Document;

namespace Publish.Epub.Content;

/// <content>Notes: their numbers, ids, files.</content>
internal sealed partial class BookPlan
{
    private readonly Dictionary<Note, PlannedNote> notes = new(ReferenceEqualityComparer.Instance);

    public bool HasNotes => Notes.Count > 0;

    /// <summary>Whether notes of more than one hand are told apart by their labels.</summary>
    public bool SeveralSeries { get; private set; }

    /// <summary>All notes, in order of their first calls.</summary>
    public List<PlannedNote> Notes { get; } = [];

    /// <summary>Names of the documents of notes, in order; none where there are no notes.</summary>
    public List<string> NoteFiles { get; } = [];

    public PlannedNote Of(Note note) => notes[note];

    private void PlanNotes()
    {
        SeveralSeries = Walk.Notes(Book).Select(n => n.Series).Distinct().Count() > 1;
        var numbers = new Dictionary<NoteSeries, int>();
        var sequence = new Dictionary<NoteSeries, int>();
        foreach (var file in Files)
        {
            var section = file.Section;
            if (Book.NoteNumbering == NoteNumbering.Chapter && file.Part == 0)
            {
                numbers.Clear();
            }

            var inTitle = file.Part > 0 ? [] : Walk.NotesOf(section.Title).Concat(Walk.NotesOf(section.Subtitle)).SelectMany(n => NotesIn(n.Blocks, n).Prepend((n, null)));
            foreach (var (note, around) in inTitle.Concat(NotesIn(file.Blocks, null)))
            {
                if (notes.ContainsKey(note))
                {
                    continue;
                }

                var number = numbers[note.Series] = numbers.GetValueOrDefault(note.Series) + 1;
                var place = sequence[note.Series] = sequence.GetValueOrDefault(note.Series) + 1;
                var series = !SeveralSeries || note.Series == NoteSeries.Editor ? "" : note.Series == NoteSeries.Author ? "a" : "s";
                var id = series + place.ToString(CultureInfo.InvariantCulture);
                var planned = new PlannedNote(note, "n" + id, "r" + id, series.ToUpperInvariant() + number.ToString(CultureInfo.InvariantCulture), file, around);
                notes.Add(note, planned);
                Notes.Add(planned);
            }
        }
    }

    // Where all notes in one document would pass what old readers bear, they are divided between two notes.
    private void PlanNoteFiles()
    {
        long weight = 0;
        foreach (var note in Notes)
        {
            var own = note.Note.Blocks.Sum(DocumentDivision.Weight) + 250;
            if (NoteFiles.Count == 0 || (largestDocument > 0 && weight + own > largestDocument))
            {
                weight = 0;
                NoteFiles.Add(NoteFiles.Count == 0 ? "notes.xhtml" : "notes-part-" + (NoteFiles.Count + 1).ToString(CultureInfo.InvariantCulture) + ".xhtml");
            }

            weight += own;
            note.File = NoteFiles[^1];
        }
    }

    /// <summary>The document in which a note is called first.</summary>
    public string CallFile(PlannedNote note) => note.Around is { } around ? notes[around].File : note.Place.Name;

    private static IEnumerable<(Note Note, Note? Around)> NotesIn(IEnumerable<Block> blocks, Note? around)
    {
        foreach (var block in blocks)
        {
            if (block is TextBlock text)
            {
                foreach (var note in Walk.NotesOf(text.Content))
                {
                    yield return (note, around);
                    foreach (var inner in NotesIn(note.Blocks, note))
                    {
                        yield return inner;
                    }
                }
            }

            foreach (var note in NotesIn(Walk.Children(block), around))
            {
                yield return note;
            }
        }
    }
}
