using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>A note in a document of notes.</summary>
/// <param name="Note">The note.</param>
/// <param name="Planned">Its id, its call's, its label.</param>
/// <param name="CallFile">The document in which it is called first.</param>
/// <param name="Group">The heading over it; null for none.</param>
internal sealed record ListedNote(Note Note, (string Id, string CallId, string Label) Planned, string CallFile, (string Id, string Title)? Group);

/// <summary>The notes of a document, with all that is written of them besides what they say.</summary>
/// <param name="File">The document.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Legend">What tells notes of several hands apart; null for nothing.</param>
/// <param name="Notes">The notes.</param>
internal sealed record NoteList(string File, string Title, string? Legend, ImmutableArray<ListedNote> Notes)
{
    /// <summary>The notes of a document.</summary>
    public static NoteList Of(BookPlan plan, string file)
    {
        var groups = plan.Groups.Where(g => g.File == file).ToDictionary<NoteGroup, Section>(g => g.Section, ReferenceEqualityComparer.Instance);
        var notes = ImmutableArray.CreateBuilder<ListedNote>();
        Section? last = null;
        foreach (var note in plan.Notes)
        {
            if (note.File != file)
            {
                continue;
            }

            var section = note.Place.Section;
            (string, string)? heading = null;
            if (!ReferenceEquals(last, section) && groups.TryGetValue(section, out var group))
            {
                last = section;
                heading = (group.Id, group.Title);
            }

            notes.Add(new ListedNote(note.Note, (note.Id, note.CallId, note.Label), plan.CallFile(note), heading));
        }

        return new NoteList(file, NotesWriter.TitleOf(plan, file), plan.SeveralSeries && file == plan.NoteFiles[0] ? NotesWriter.Legend(plan) : null, notes.ToImmutable());
    }

    /// <summary>Whether another list is of the very same notes, and as much is written of them.</summary>
    public bool IsLike(NoteList other)
    {
        if (File != other.File || Title != other.Title || Legend != other.Legend || Notes.Length != other.Notes.Length)
        {
            return false;
        }

        for (var i = 0; i < Notes.Length; i++)
        {
            var (one, two) = (Notes[i], other.Notes[i]);
            if (!ReferenceEquals(one.Note, two.Note) || one.Planned != two.Planned || one.CallFile != two.CallFile || one.Group != two.Group)
            {
                return false;
            }
        }

        return true;
    }
}
