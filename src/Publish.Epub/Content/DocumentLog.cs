using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>What writing a document asked about the rest of the book, with the answers, and what it told of itself: where the answers are the same, it needn't be written again.</summary>
internal sealed class DocumentLog
{
    private readonly List<int> _takenPages = [];
    private readonly List<CalledNote> _calls = [];
    private readonly Dictionary<Note, int> _called = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Id, Anchor? Place)> _places = [];
    private readonly List<(string Id, string? Label)> _labels = [];
    private readonly List<(string Id, string? Number)> _numbers = [];
    private readonly List<(Heading Heading, PlannedHeading Planned)> _headings = [];
    private readonly List<(string Label, string Id)> _sources = [];
    private readonly List<(Picture Picture, ShelvedPicture? Placed)> _pictures = [];
    private int _least = int.MaxValue;
    private int _most = int.MinValue;
    private int? _notesPages;
    private NoteList? _notes;
    private ImmutableArray<(int Ordinal, PageStart Page)> _pages = [];
    private ImmutableArray<PageMarker> _markers = [];
    private ImmutableArray<PageMarker> _sourceMarkers = [];

    /// <summary>False where the document shows more of the book than can be asked again.</summary>
    public bool CanRepeat { get; private set; } = true;

    /// <summary>The document shows something of the whole book.</summary>
    public void ShowsBook() => CanRepeat = false;

    /// <summary>The pages that begin in a block were asked for.</summary>
    public void Pages(int ordinal, bool taken)
    {
        _least = Math.Min(_least, ordinal);
        _most = Math.Max(_most, ordinal);
        if (taken)
        {
            _takenPages.Add(ordinal);
        }
    }

    /// <summary>The number of the title of the notes was asked for.</summary>
    public void NotesPages(int ordinal) => _notesPages = ordinal;

    /// <summary>A note was called, so often before.</summary>
    public void Called(PlannedNote note, int before)
    {
        if (_called.TryGetValue(note.Note, out var at))
        {
            _calls[at] = _calls[at] with { Times = _calls[at].Times + 1 };
            return;
        }

        _called.Add(note.Note, _calls.Count);
        _calls.Add(new CalledNote(note.Note, note.Id, note.CallId, note.Label, note.File, before, 1));
    }

    /// <summary>A place was looked for.</summary>
    public void Place(string id, Anchor? place) => _places.Add((id, place));

    /// <summary>The page of a place was asked for.</summary>
    public void Label(string id, string? label) => _labels.Add((id, label));

    /// <summary>The number of a place was asked for.</summary>
    public void Number(string id, string? number) => _numbers.Add((id, number));

    /// <summary>A heading's id and level were asked for.</summary>
    public void Planned(Heading heading, PlannedHeading planned) => _headings.Add((heading, planned));

    /// <summary>A page of the source edition was given an id.</summary>
    public void Source(string label, string id) => _sources.Add((label, id));

    /// <summary>A picture was taken.</summary>
    public void Took(Picture picture, ShelvedPicture? placed) => _pictures.Add((picture, placed));

    /// <summary>The notes of a document were asked for.</summary>
    public void Notes(NoteList notes) => _notes = notes;

    /// <summary>The document is written.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="markers">How many marks of pages it had before.</param>
    /// <param name="sourceMarkers">How many marks of pages of the source it had before.</param>
    public void End(BookPlan plan, int markers, int sourceMarkers)
    {
        _pages = [.. plan.PagesIn(_least, _most, [.. _takenPages])];
        _markers = [.. plan.Markers.Skip(markers)];
        _sourceMarkers = [.. plan.SourceMarkers.Skip(sourceMarkers)];
        _called.Clear();
    }

    /// <summary>Whether the document would be written so again; then what it told is told again, else nothing.</summary>
    public bool Repeat(BookPlan plan, PictureShelf pictures)
    {
        if (!plan.PagesIn(_least, _most, []).SequenceEqual(_pages)
            || (_notesPages is { } ordinal && plan.NotesOrdinal() != ordinal)
            || !_calls.TrueForAll(call => plan.WouldCall(call))
            || !_places.TrueForAll(asked => IsLike(asked.Place, plan.Look(asked.Id)))
            || !_labels.TrueForAll(asked => plan.Look(asked.Id) is { } place && plan.PageOf(place.Position) == asked.Label)
            || !_numbers.TrueForAll(asked => plan.Numbers.GetValueOrDefault(asked.Id) == asked.Number)
            || !_headings.TrueForAll(asked => plan.PlanOf(asked.Heading) == asked.Planned)
            || (_notes is { } notes && !notes.IsLike(NoteList.Of(plan, notes.File)))
            || !_pictures.TrueForAll(taken => pictures.Take(taken.Picture) == taken.Placed)
            || !plan.WouldMark(CollectionsMarshal.AsSpan(_sources)))
        {
            return false;
        }

        plan.Repeat(_takenPages, _calls, _markers, _sourceMarkers);
        return true;
    }

    // Where it is, and what a reference prints of it.
    private static bool IsLike(Anchor? one, Anchor? other) =>
        one is null ? other is null : other is not null && one.File == other.File && one.Id == other.Id && one.Section.NavigationTitle == other.Section.NavigationTitle && one.Section.Title == other.Section.Title;
}

/// <summary>A note as a document called it.</summary>
/// <param name="Note">The note.</param>
/// <param name="Id">Its id.</param>
/// <param name="CallId">Id of its first call.</param>
/// <param name="Label">What is printed.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Before">How often it was called before.</param>
/// <param name="Times">How often it was called here.</param>
internal readonly record struct CalledNote(Note Note, string Id, string CallId, string Label, string File, int Before, int Times);
