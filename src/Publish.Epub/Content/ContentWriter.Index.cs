using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;

namespace Publish.Epub.Content;

/// <content>The index: printed pages as links to the very words.</content>
internal sealed partial class ContentWriter
{
    private void WriteIndex(IndexList index)
    {
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in index.Entries)
        {
            var id = BookPlan.SafeId("index-" + PlainText.Of(entry.Term));
            while (!used.Add(id))
            {
                id += "-x";
            }

            heads.TryAdd(PlainText.Of(entry.Term), id);
        }

        Open(index);
        Entries(index.Entries, 1, heads, CursorOf(index.Ordinal));
        x.End().Line();
    }

    private void Entries(ImmutableArray<IndexEntry> entries, int level, Dictionary<string, string> heads, PageCursor? pages)
    {
        if (entries.IsDefaultOrEmpty)
        {
            return;
        }

        x.Start("ul").Attribute("class", "index").Attribute("epub:type", level == 1 ? "index-entry-list" : null).Line();
        foreach (var entry in entries)
        {
            x.Start("li").Attribute("class", "index-entry level-" + level.ToString(CultureInfo.InvariantCulture));
            x.Attribute("id", level == 1 ? heads.GetValueOrDefault(PlainText.Of(entry.Term)) : null);
            if (level == 1)
            {
                heads.Remove(PlainText.Of(entry.Term), out var id);
                heads[PlainText.Of(entry.Term) + "\0"] = id ?? "";
            }

            // A page that begins within the entry begins after its term, as near as can be told. The comma is no text of the term.
            var comma = entry.See is not null || entry.Locators.Any(locator => plan.Find(locator.FromId) is not null);
            Inlines(comma ? IndexPunctuation.WithComma(entry.Term, plan.Book.Metadata.Language) : entry.Term, pages);
            pages?.Advance(comma ? -1 : 0);
            Flush(pages, pages?.Offset ?? 0);
            pages?.Advance(1);
            See(entry, heads, after: Locators(entry));
            Entries(entry.Entries, level + 1, heads, pages);
            x.End().Line();
        }

        x.End();
    }

    private bool Locators(IndexEntry entry)
    {
        var number = 0;
        string? last = null;
        foreach (var locator in entry.Locators)
        {
            if (plan.Find(locator.FromId) is not { } from)
            {
                continue;
            }

            number++;
            var label = plan.PageOf(locator.FromId, from);
            var to = locator.ToId is { } toId ? plan.Find(toId) : null;
            var end = to is null ? null : plan.PageOf(locator.ToId!, to);
            var text = label is null ? number.ToString(CultureInfo.InvariantCulture) : end is null || end == label ? label : label + "–" + end;
            if (text == last)
            {
                continue;
            }

            x.Text(last is null ? " " : ", ").Start("a").Attribute("href", Href(from.File, from.Id)).Text(text).End();
            last = text;
        }

        return last is not null;
    }

    private void See(IndexEntry entry, Dictionary<string, string> heads, bool after)
    {
        if (entry.See is { } see)
        {
            x.Text(after ? ", " : " ").Start("i").Attribute("class", "see").Text(plan.Words.See).End().Text(" ");
            HeadLink(see, heads);
        }

        for (var i = 0; i < entry.SeeAlso.Length; i++)
        {
            if (i == 0)
            {
                x.Text(". ").Start("i").Attribute("class", "see").Text(plan.Words.SeeAlso).End().Text(" ");
            }
            else
            {
                x.Text("; ");
            }

            HeadLink(entry.SeeAlso[i], heads);
        }
    }

    private void HeadLink(string head, Dictionary<string, string> heads)
    {
        if (heads.TryGetValue(head, out var id) || heads.TryGetValue(head + "\0", out id))
        {
            x.Start("a").Attribute("href", "#" + id).Text(head).End();
        }
        else
        {
            x.Text(head);
        }
    }
}
