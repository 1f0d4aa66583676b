using Publish.Document;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Pages;
using Publish.Typesetting.References;

namespace Publish.Typesetting.Furniture;

/// <summary>Follows headings and notes from page to page, for running heads. Pages are asked for in order.</summary>
/// <param name="sections">The book's sections, each with the index of the one around it (−1 for none).</param>
/// <param name="table">Where calls of notes stand.</param>
internal sealed class RunningMarks(IReadOnlyList<(Section Section, int Parent)> sections, PlaceTable table)
{
    private int current = -1;
    private string? heading;
    private string? lastNote;

    /// <summary>The marks of a page that isn't blank.</summary>
    public PageMarks Of(BookPage page, PageCanvas canvas)
    {
        if (page.Section != current)
        {
            (current, heading, lastNote) = (page.Section, null, null);
        }

        var (section, parent) = sections[page.Section];
        string? first = null;
        string? last = null;
        foreach (var block in page.Page?.Blocks ?? [])
        {
            if (block is { From: 0, Block.RunningTitle: { } title })
            {
                first ??= title;
                last = title;
            }
        }

        var marks = new PageMarks(section, parent >= 0 ? sections[parent].Section : null, heading, first, last, NotePages(page, canvas));
        heading = last ?? heading;
        return marks;
    }

    /// <summary>The pages of the calls of the notes on a page; a note that goes on from the page before counts.</summary>
    private string NotePages(BookPage page, PageCanvas canvas)
    {
        var (firstHere, lastHere) = canvas.Notes;
        if (firstHere is null && lastNote is null)
        {
            return "";
        }

        var begins = page.Page is { Blocks: [{ From: 0, Block: var top }, ..] } && (top.RunningTitle is not null || top.Ids.Any(id => id.StartsWith(LinkNames.NotePrefix, StringComparison.Ordinal)));
        var first = begins ? CallOf(firstHere) : lastNote ?? CallOf(firstHere);
        lastNote = CallOf(lastHere) ?? lastNote;
        if (first is null || lastNote is null)
        {
            return "";
        }

        var (from, to) = (table.LabelOf(first), table.LabelOf(lastNote));
        return from == to ? from : from + "–" + to;
    }

    private static string? CallOf(string? note) => note is null ? null : string.Concat(LinkNames.CallPrefix, note.AsSpan(LinkNames.NotePrefix.Length));
}
