using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>A content document to be written.</summary>
/// <param name="Name">File name; its stem is the section's id.</param>
/// <param name="Title">Title of the document, unique in the book.</param>
/// <param name="Section">The section; null for the cover and the notes.</param>
/// <param name="Depth">0 for a section at the top.</param>
internal sealed record PlannedFile(string Name, string Title, Section? Section, int Depth)
{
    public string Stem => Name[..Name.LastIndexOf('.')];
}

/// <summary>A call of a note, planned.</summary>
/// <param name="Note">The note.</param>
/// <param name="Id">Id of the note.</param>
/// <param name="CallId">Id of the first call.</param>
/// <param name="Label">What is printed at the call and before the note.</param>
/// <param name="File">The file of the first call.</param>
/// <param name="Section">The section of the first call: the notes are grouped by it.</param>
internal sealed record PlannedNote(Note Note, string Id, string CallId, string Label, string File, Section Section)
{
    public int Calls { get; set; }
}

/// <summary>A place that can be linked to.</summary>
/// <param name="File">Its file.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Position">Where in the text it is.</param>
/// <param name="Section">The section it is in.</param>
internal sealed record Anchor(string File, string Id, TextPosition Position, Section Section);

/// <summary>A page marker that was written.</summary>
/// <param name="Label">The page.</param>
/// <param name="File">File.</param>
/// <param name="Id">Id.</param>
internal sealed record PageMarker(string Label, string File, string Id);
