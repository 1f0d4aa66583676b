using System.Globalization;
using Publish.Document;

namespace Publish.Typesetting.Notes;

/// <summary>Numbers the notes of a book: the edition's by figures, the author's own by the old signs where both kinds stand in one book.</summary>
internal static class NoteNumbers
{
    private static readonly string[] Signs = ["*", "†", "‡", "§", "‖", "¶"];

    /// <summary>What is printed for every note, numbered through the book or afresh in each section.</summary>
    public static IReadOnlyDictionary<Note, string> Of(Book book)
    {
        var texts = new Dictionary<Note, string>(ReferenceEqualityComparer.Instance);
        var signs = HasBoth(book);
        if (book.NoteNumbering == NoteNumbering.Book)
        {
            foreach (var note in Walk.Notes(book))
            {
                texts[note] = signs && note.Series == NoteSeries.Author ? Sign(note.Number) : Figure(note.Number);
            }

            return texts;
        }

        foreach (var section in Walk.Sections(book))
        {
            var counts = new int[3];
            foreach (var note in Walk.Notes(section))
            {
                var number = ++counts[(int)note.Series];
                texts[note] = signs && note.Series == NoteSeries.Author ? Sign(number) : Figure(number);
            }
        }

        return texts;
    }

    /// <summary>True where the author's notes are to be told from the edition's.</summary>
    public static bool HasBoth(Book book)
    {
        var author = false;
        var other = false;
        foreach (var note in Walk.Notes(book))
        {
            author |= note.Series == NoteSeries.Author;
            other |= note.Series != NoteSeries.Author;
        }

        return author && other;
    }

    /// <summary>The nth sign: * † ‡ § ‖ ¶, then doubled and so on.</summary>
    public static string Sign(int number) => string.Concat(Enumerable.Repeat(Signs[(number - 1) % Signs.Length], 1 + ((number - 1) / Signs.Length)));

    /// <summary>A number in figures.</summary>
    public static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
