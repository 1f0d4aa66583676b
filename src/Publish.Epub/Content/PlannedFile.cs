using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>A content document to be written: a section or, of a long one, a part.</summary>
/// <param name="Name">File name; its stem is the section's id.</param>
/// <param name="Title">Title of the document, unique in the book.</param>
/// <param name="Section">The section.</param>
/// <param name="Blocks">What of it stands here.</param>
/// <param name="Part">0 where the section begins, then 1, 2 …</param>
/// <param name="Depth">0 for a section at the top.</param>
internal sealed record PlannedFile(string Name, string Title, Section Section, ImmutableArray<Block> Blocks, int Part, int Depth)
{
    public string Stem => Name[..Name.LastIndexOf('.')];
}

/// <summary>A heading inside a section, planned.</summary>
/// <param name="File">Its file.</param>
/// <param name="Id">Its id.</param>
/// <param name="Level">The level it is written at: without gaps.</param>
internal sealed record PlannedHeading(string File, string Id, int Level);

/// <summary>A note, planned.</summary>
/// <param name="Note">The note.</param>
/// <param name="Id">Id of the note.</param>
/// <param name="CallId">Id of the first call.</param>
/// <param name="Label">What is printed at the call and before the note.</param>
/// <param name="Place">The document of the text that calls it: the notes are grouped by its section.</param>
/// <param name="Around">The note it is called in; null where the text calls it.</param>
internal sealed record PlannedNote(Note Note, string Id, string CallId, string Label, PlannedFile Place, Note? Around)
{
    public int Calls { get; set; }

    /// <summary>About how many bytes its blocks are as XHTML.</summary>
    public long Weight { get; init; }

    /// <summary>The document of notes it stands in.</summary>
    public string File { get; set; } = "notes.xhtml";
}

/// <summary>A place that can be linked to.</summary>
/// <param name="File">Its file.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Position">Where in the text it is.</param>
/// <param name="Section">The section it is in.</param>
internal sealed record Anchor(string File, string Id, TextPosition Position, Section Section);

/// <summary>A page that begins in a block.</summary>
/// <param name="Offset">Where in the block's flat text.</param>
/// <param name="Label">The page.</param>
/// <param name="Id">Id of its marker.</param>
internal readonly record struct PageStart(int Offset, string Label, string Id);

/// <summary>A page marker that was written.</summary>
/// <param name="Label">The page.</param>
/// <param name="File">File.</param>
/// <param name="Id">Id.</param>
internal sealed record PageMarker(string Label, string File, string Id);
