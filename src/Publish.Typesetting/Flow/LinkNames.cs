using System.Globalization;
using Publish.Document;

namespace Publish.Typesetting.Flow;

/// <summary>The names of places that the manuscript gives no identifier, and where links lead.</summary>
internal static class LinkNames
{
    /// <summary>What the names of notes begin with.</summary>
    public const string NotePrefix = "note-";

    /// <summary>What the names of calls begin with.</summary>
    public const string CallPrefix = "call-";

    /// <summary>The place of a note.</summary>
    public static string NoteOf(Note note) => NotePrefix + Suffix(note);

    /// <summary>The place where a note is called first.</summary>
    public static string CallOf(Note note) => CallPrefix + Suffix(note);

    /// <summary>The place of a section.</summary>
    public static string SectionOf(Section section) => section.Id ?? "section-" + section.Ordinal.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where an inline leads: a place of the book or a URI, and what that is in words.</summary>
    public static (string? Destination, string? Uri, string Description) TargetOf(Inline inline) => inline switch
    {
        Link link => (null, link.Target, PlainText.Of(link.Content) is { Length: > 0 } words ? words : link.Target),
        CrossReference reference => (reference.TargetId, null, PlainText.Of(reference.Content) is { Length: > 0 } words ? words : "Go to the place referred to"),
        NoteCall call => (NoteOf(call.Note), null, "Note " + call.Note.Number.ToString(CultureInfo.InvariantCulture)),
        _ => (null, null, ""),
    };

    private static string Suffix(Note note) =>
        (note.Series switch { NoteSeries.Author => "a", NoteSeries.Source => "s", _ => "e" }) + note.Number.ToString(CultureInfo.InvariantCulture);
}
