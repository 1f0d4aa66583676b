using System.Globalization;
using Publish.Document;

namespace Publish.Epub.Content;

/// <content>Pages of the typeset edition and of the source edition.</content>
internal sealed partial class BookPlan
{
    private readonly Dictionary<int, List<PageStart>> pageStarts = [];
    private readonly List<(TextPosition Start, string Label)> starts = [];
    private readonly HashSet<string> sourceIds = new(StringComparer.Ordinal);

    /// <summary>Page markers as they are written.</summary>
    public List<PageMarker> Markers { get; } = [];

    /// <summary>Marks of the source edition's pages as they are written.</summary>
    public List<PageMarker> SourceMarkers { get; } = [];

    public int PagesLeft => pageStarts.Values.Sum(l => l.Count);

    /// <summary>The pages that begin in a block, by offset; taken once.</summary>
    public List<PageStart>? TakePages(int ordinal) => pageStarts.Remove(ordinal, out var list) ? list : null;

    /// <summary>The pages that begin with the title of the section of notes that the typesetter put into the book, which bears the number after the book's last; taken once.</summary>
    public List<PageStart> TakeNotesPages() =>
        pageStarts.Count == 0 ? [] : TakePages(Walk.Blocks(Book).Select(b => b.Ordinal).Concat(Walk.Sections(Book).Select(s => s.Ordinal)).DefaultIfEmpty(0).Max() + 1) ?? [];

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
                label = starts[middle].Label;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return label;
    }

    private static string LabelId(string label) => string.Concat(label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

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

                list.Add(new PageStart(start.Offset, page.Label, id));
                starts.Add((start, page.Label));
            }
        }

        starts.Sort((a, b) => a.Start.BlockOrdinal != b.Start.BlockOrdinal ? a.Start.BlockOrdinal.CompareTo(b.Start.BlockOrdinal) : a.Start.Offset.CompareTo(b.Start.Offset));
    }
}
