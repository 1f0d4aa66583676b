using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Notes;

/// <summary>
/// Sets the series of notes at the foot of a page apart: the author's own first, then the edition's, white between them. The page stage has reserved that
/// white wherever notes of two series follow each other.
/// </summary>
internal static class SeriesOrder
{
    /// <summary>The notes of a page in the order they are shown, in the room they had in the order of their calls.</summary>
    public static ImmutableArray<PlacedNote> Arrange(ImmutableArray<PlacedNote> notes)
    {
        if (notes.Length < 2 || notes.All(n => Rank(n) == Rank(notes[0])))
        {
            return notes;
        }

        var arranged = ImmutableArray.CreateBuilder<PlacedNote>(notes.Length);
        var top = notes[0].Top;
        var bottom = notes.Select(n => n.Top + HeightOf(n)).Max();
        var groups = notes.GroupBy(Rank).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var spare = bottom - top - notes.Aggregate(Length.Zero, (sum, n) => sum + HeightOf(n));
        var y = top;
        foreach (var group in groups)
        {
            foreach (var note in group)
            {
                arranged.Add(note with { Top = y });
                y += HeightOf(note);
            }

            y += Length.Max(Length.Zero, spare) / (groups.Count - 1);
        }

        return arranged.MoveToImmutable();
    }

    private static int Rank(PlacedNote note) => note.Note.Note.Series switch { NoteSeries.Author => 0, NoteSeries.Source => 1, _ => 2 };

    private static Length HeightOf(PlacedNote note)
    {
        var height = Length.Zero;
        for (var i = note.From; i < note.To; i++)
        {
            height += note.Note.Vertical.Lines[i].Height;
        }

        return height;
    }
}
