using Publish.Document;
using Publish.Styles;

namespace Publish.Typesetting.Notes;

/// <summary>Where a series of notes is shown.</summary>
internal enum NotePlace
{
    /// <summary>At the foot of the page that calls it.</summary>
    Foot,

    /// <summary>At the end of its section.</summary>
    Chapter,

    /// <summary>With those of all sections, at the end of the book.</summary>
    Book,
}

/// <summary>Asks the house style where notes are shown: <c>-publish-note-place</c> of <c>.note</c>, so of each series by itself.</summary>
internal static class NotePlaces
{
    private const string Property = "-publish-note-place";

    /// <summary>The place of a note.</summary>
    public static NotePlace Of(Note note, StyleSheet sheet) =>
        sheet.Compute(ElementNames.Of(note).Within(ElementNames.Root.Within(null), null, note.Id)).Custom.GetValueOrDefault(Property, "foot").Trim() switch
        {
            "chapter" => NotePlace.Chapter,
            "book" => NotePlace.Book,
            _ => NotePlace.Foot,
        };

    /// <summary>The notes of a section, without those of sections inside it, that stand at the end of the book.</summary>
    public static IEnumerable<Note> AtEndOfBook(Section section, StyleSheet sheet) =>
        Walk.Notes(section).Where(n => Of(n, sheet) == NotePlace.Book);

    /// <summary>The book with a section for its notes, where some stand at its end and it has none: before the bibliography, the index and the colophon.</summary>
    public static Book WithSection(Book book, StyleSheet sheet)
    {
        if (Walk.Sections(book).Any(s => s.Kind == SectionKind.Notes) || !Walk.Notes(book).Any(n => Of(n, sheet) == NotePlace.Book))
        {
            return book;
        }

        var ordinal = Walk.Blocks(book).Select(b => b.Ordinal).Concat(Walk.Sections(book).Select(s => s.Ordinal)).DefaultIfEmpty(0).Max() + 1;
        var section = new Section(SectionKind.Notes, Matter.Back, [], [], []) { Ordinal = ordinal };
        var title = Flow.HouseProperty.Words(sheet.Compute(ElementNames.Of(section).Within(ElementNames.Root.Within(null))), "-publish-notes-title", "Notes");
        section = section with { Title = [new Document.Text(title)], NavigationTitle = title };
        var at = 0;
        while (at < book.Sections.Length && book.Sections[at].Kind is not (SectionKind.Bibliography or SectionKind.Index or SectionKind.Colophon))
        {
            at++;
        }

        return book with { Sections = book.Sections.Insert(at, section) };
    }
}
