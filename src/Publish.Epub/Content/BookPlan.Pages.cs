using System.Globalization;
using Publish.Document;

namespace Publish.Epub.Content;

/// <content>Pages of the typeset edition and of the source edition.</content>
internal sealed partial class BookPlan
{
    private readonly Dictionary<int, List<PageStart>> pageStarts = [];
    private readonly List<(TextPosition Start, PageStart Page)> starts = [];
    private readonly HashSet<string> sourceIds = new(StringComparer.Ordinal);

    /// <summary>Page markers as they are written.</summary>
    public List<PageMarker> Markers { get; } = [];

    /// <summary>Marks of the source edition's pages as they are written.</summary>
    public List<PageMarker> SourceMarkers { get; } = [];

    public int PagesLeft => pageStarts.Values.Sum(l => l.Count);

    /// <summary>The pages that begin in a block, by offset; taken once.</summary>
    public List<PageStart>? TakePages(int ordinal)
    {
        pageStarts.Remove(ordinal, out var list);
        Log?.Pages(ordinal, list is not null);
        return list;
    }

    /// <summary>The pages that begin in blocks of some numbers, in order: those that weren't taken yet, and those that are named.</summary>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="taken">Blocks whose pages count though they were taken.</param>
    public IEnumerable<(int Ordinal, PageStart Page)> PagesIn(int least, int most, HashSet<int> taken)
    {
        var low = 0;
        for (var high = starts.Count; low < high;)
        {
            var middle = (low + high) / 2;
            (low, high) = starts[middle].Start.BlockOrdinal < least ? (middle + 1, high) : (low, middle);
        }

        for (; low < starts.Count && starts[low].Start.BlockOrdinal is var ordinal && ordinal <= most; low++)
        {
            if (pageStarts.ContainsKey(ordinal) || taken.Contains(ordinal))
            {
                yield return (ordinal, starts[low].Page);
            }
        }
    }

    /// <summary>The pages that begin with the title of the section of notes that the typesetter put into the book, which bears the number after the book's last; taken once.</summary>
    public List<PageStart> TakeNotesPages()
    {
        var ordinal = NotesOrdinal();
        Log?.NotesPages(ordinal);
        return ordinal < 0 ? [] : TakePages(ordinal) ?? [];
    }

    /// <summary>The number of that title; −1 where all pages were taken, so that nobody asks.</summary>
    public int NotesOrdinal() =>
        pageStarts.Count == 0 ? -1 : Walk.Blocks(Book).Select(b => b.Ordinal).Concat(Walk.Sections(Book).Select(s => s.Ordinal)).DefaultIfEmpty(0).Max() + 1;

    /// <summary>An id for the mark of a page of the source edition, unique in the book.</summary>
    public string SourcePageId(string label)
    {
        var stem = "source-page-" + LabelId(label);
        var id = stem;
        for (var i = 2; !sourceIds.Add(id); i++)
        {
            id = stem + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        return id;
    }

    /// <summary>Whether the marks of a document would get the ids they had; then they have them, else nothing is changed.</summary>
    public bool WouldMark(ReadOnlySpan<(string Label, string Id)> marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (SourcePageId(marks[i].Label) is var id && id == marks[i].Id)
            {
                continue;
            }

            sourceIds.Remove(id);
            foreach (var (_, given) in marks[..i])
            {
                sourceIds.Remove(given);
            }

            return false;
        }

        return true;
    }

    /// <summary>The label of the page that a found place is on; null where no page is known.</summary>
    public string? PageOf(string id, Anchor place)
    {
        var label = PageOf(place.Position);
        Log?.Label(id, label);
        return label;
    }

    /// <summary>The label of the page a place is on; null where no page is known.</summary>
    public string? PageOf(TextPosition position)
    {
        string? label = null;
        var low = 0;
        var high = starts.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var start = starts[middle].Start;
            if (start.BlockOrdinal < position.BlockOrdinal || (start.BlockOrdinal == position.BlockOrdinal && start.Offset <= position.Offset))
            {
                label = starts[middle].Page.Label;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return label;
    }

    private static string LabelId(string label) => !label.AsSpan().ContainsAnyExceptInRange('0', '9') ? label : string.Concat(label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private void PlanPages()
    {
        if (Pages is null)
        {
            return;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages.Pages)
        {
            if (page.Start is { } start)
            {
                var stem = "page-" + LabelId(page.Label);
                var id = stem;
                for (var i = 2; !used.Add(id); i++)
                {
                    id = stem + "-" + i.ToString(CultureInfo.InvariantCulture);
                }

                if (!pageStarts.TryGetValue(start.BlockOrdinal, out var list))
                {
                    pageStarts[start.BlockOrdinal] = list = [];
                }

                var begun = new PageStart(start.Offset, page.Label, id);
                list.Add(begun);
                starts.Add((start, begun));
            }
        }

        starts.Sort((a, b) => a.Start.BlockOrdinal != b.Start.BlockOrdinal ? a.Start.BlockOrdinal.CompareTo(b.Start.BlockOrdinal) : a.Start.Offset.CompareTo(b.Start.Offset));
    }
}
