using System.Collections.Immutable;
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

    /// <summary>A note that is called now, and how often it was called before.</summary>
    public (PlannedNote Note, int Before) Call(Note note)
    {
        var planned = notes[note];
        Log?.Called(planned, planned.Calls);
        return (planned, planned.Calls++);
    }

    /// <summary>Whether a note would be called as it was.</summary>
    public bool WouldCall(in CalledNote call) =>
        notes.TryGetValue(call.Note, out var note) && note.Calls == call.Before && note.Id == call.Id && note.CallId == call.CallId && note.Label == call.Label && note.File == call.File;

    /// <summary>Takes in what a document told that isn't written again.</summary>
    public void Repeat(List<int> pages, List<CalledNote> calls, ImmutableArray<PageMarker> markers, ImmutableArray<PageMarker> sourceMarkers)
    {
        foreach (var ordinal in pages)
        {
            pageStarts.Remove(ordinal);
        }

        foreach (var call in calls)
        {
            notes[call.Note].Calls += call.Times;
        }

        Markers.AddRange(markers);
        SourceMarkers.AddRange(sourceMarkers);
    }

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

            if (file.Part == 0)
            {
                Plan(TitleFactsOf(section).Notes, file);
            }

            Plan(FactsOf(file.Blocks).Notes, file);
        }

        void Plan(List<FoundNote> found, PlannedFile file)
        {
            foreach (var (note, around, weight) in found)
            {
                if (notes.ContainsKey(note))
                {
                    continue;
                }

                var number = numbers[note.Series] = numbers.GetValueOrDefault(note.Series) + 1;
                var place = sequence[note.Series] = sequence.GetValueOrDefault(note.Series) + 1;
                var series = !SeveralSeries || note.Series == NoteSeries.Editor ? "" : note.Series == NoteSeries.Author ? "a" : "s";
                var id = series + place.ToString(CultureInfo.InvariantCulture);
                var planned = new PlannedNote(note, "n" + id, "r" + id, series.ToUpperInvariant() + number.ToString(CultureInfo.InvariantCulture), file, around) { Weight = weight };
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
            var own = note.Weight + 250;
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
}
