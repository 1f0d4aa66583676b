using System.Globalization;
using Publish.Document;
using Publish.Epub.Content;

namespace Publish.Epub.Package;

/// <summary>A line of the contents.</summary>
/// <param name="Label">Words.</param>
/// <param name="Href">Target.</param>
/// <param name="Entries">Lines under it.</param>
/// <param name="Ordinal">Number of the section or heading it lists; the greatest for what stands after the book.</param>
internal sealed record NavigationEntry(string Label, string Href, List<NavigationEntry> Entries, int Ordinal = int.MaxValue);

/// <summary>Writes what leads through the book: contents, pages and landmarks (EPUB 3.3, section 7) and the NCX of EPUB 2.</summary>
internal static class NavigationWriter
{
    /// <summary>The contents: every section that has a title or is listed, headings of level 2 under it, and the notes.</summary>
    public static List<NavigationEntry> Contents(Book book, BookPlan plan)
    {
        var entries = new List<NavigationEntry>();
        foreach (var section in book.Sections)
        {
            Add(section, entries, plan);
        }

        foreach (var file in plan.NoteFiles.Skip(plan.NotesSection is null ? 0 : 1))
        {
            entries.Add(new NavigationEntry(NotesWriter.TitleOf(plan, file), file, NoteGroups(plan, file)));
        }

        return entries;
    }

    private static List<NavigationEntry> NoteGroups(BookPlan plan, string file) =>
        [.. plan.Groups.Where(g => g.File == file).Select(g => new NavigationEntry(g.Title, file + "#" + g.Id, [], plan.NotesSection?.Ordinal ?? int.MaxValue))];

    /// <summary>The contents as a nested list.</summary>
    /// <param name="x">Where to.</param>
    /// <param name="entries">The lines.</param>
    /// <param name="before">Writes what stands before the words of a line, by its ordinal; null for nothing.</param>
    public static void WriteList(XhtmlWriter x, List<NavigationEntry> entries, Action<int>? before = null)
    {
        x.Start("ol").Line();
        foreach (var entry in entries)
        {
            x.Start("li").Start("a").Attribute("href", entry.Href);
            before?.Invoke(entry.Ordinal);
            x.Text(entry.Label).End();
            if (entry.Entries.Count > 0)
            {
                x.Line();
                WriteList(x, entry.Entries, before);
            }

            x.End().Line();
        }

        x.End();
    }

    /// <summary>The page list; nothing where no page is marked.</summary>
    public static void WritePages(XhtmlWriter x, BookPlan plan)
    {
        if (plan.Markers.Count == 0)
        {
            return;
        }

        x.Start("nav").Attribute("epub:type", "page-list").Attribute("role", "doc-pagelist").Attribute("aria-label", plan.Words.Pages).Attribute("hidden", "hidden").Line().Start("ol").Line();
        foreach (var marker in plan.Markers)
        {
            x.Start("li").Start("a").Attribute("href", marker.File + "#" + marker.Id).Text(marker.Label).End().End().Line();
        }

        x.End().End().Line();
    }

    /// <summary>The pages of the source edition, which has a heading and is shown; nothing where none is marked.</summary>
    public static void WriteSourcePages(XhtmlWriter x, BookPlan plan)
    {
        if (plan.SourceMarkers.Count == 0)
        {
            return;
        }

        // No nav element: EPUBCheck 4.2.6 wants an epub:type on each, and the vocabulary has none for this.
        x.Start("section").Attribute("class", "source-pages").Attribute("role", "navigation").Attribute("aria-labelledby", "source-pages-title").Line();
        x.Start("h2").Attribute("id", "source-pages-title").Text(plan.Words.SourcePages).End().Line().Start("ol").Line();
        foreach (var marker in plan.SourceMarkers)
        {
            x.Start("li").Start("a").Attribute("href", marker.File + "#" + marker.Id).Text(marker.Label).End().End().Line();
        }

        x.End().End().Line();
    }

    /// <summary>The landmarks.</summary>
    public static void WriteLandmarks(XhtmlWriter x, BookPlan plan, bool hasCover, bool navInSpine)
    {
        x.Start("nav").Attribute("epub:type", "landmarks").Attribute("aria-label", plan.Words.Landmarks).Attribute("hidden", "hidden").Line().Start("ol").Line();
        if (hasCover)
        {
            Landmark("cover", plan.Words.Cover, "cover.xhtml");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in plan.Files)
        {
            var section = file.Section;
            var type = section.Kind switch { SectionKind.Contents => navInSpine ? "toc" : null, SectionKind.TitlePage => "titlepage", SectionKind.ListOfFigures => "loi", SectionKind.ListOfTables => "lot", SectionKind.Bibliography => "bibliography", SectionKind.Introduction => "introduction", SectionKind.Preface => "preface", SectionKind.Foreword => "foreword", _ => null };
            if (section.Matter == Matter.Front && seen.Add("frontmatter"))
            {
                Landmark("frontmatter", file.Title, file.Name);
            }

            if (section.Matter == Matter.Body && seen.Add("bodymatter"))
            {
                Landmark("bodymatter", plan.Words.Start, file.Name);
            }

            if (type is not null && seen.Add(type))
            {
                Landmark(type, file.Title, file.Name);
            }
        }

        if (plan.HasNotes)
        {
            Landmark("endnotes", plan.Words.Notes, plan.NoteFiles[0]);
        }

        x.End().End().Line();

        void Landmark(string type, string label, string href) => x.Start("li").Start("a").Attribute("epub:type", type).Attribute("href", href).Text(label).End().End().Line();
    }

    /// <summary>The NCX (OPF 2.0.1, section 2.4.1) for reading systems before EPUB 3.</summary>
    public static byte[] Ncx(Book book, BookPlan plan, List<NavigationEntry> entries)
    {
        var x = new XhtmlWriter();
        x.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").Start("ncx").Attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/").Attribute("version", "2005-1").Attribute("xml:lang", book.Metadata.Language).Line();
        x.Start("head").Line();
        Meta("dtb:uid", Identifier.Of(book.Metadata));
        Meta("dtb:depth", Depth(entries).ToString(CultureInfo.InvariantCulture));
        Meta("dtb:totalPageCount", plan.Markers.Count.ToString(CultureInfo.InvariantCulture));
        Meta("dtb:maxPageNumber", plan.Markers.Select(m => int.TryParse(m.Label, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max().ToString(CultureInfo.InvariantCulture));
        x.End().Line().Start("docTitle").Element("text", book.Metadata.Title).End().Line().Start("navMap").Line();
        var order = 0;
        Points(entries);
        x.End().Line();
        if (plan.Markers.Count > 0)
        {
            x.Start("pageList").Start("navLabel").Element("text", plan.Words.Pages).End().Line();
            foreach (var marker in plan.Markers)
            {
                order++;
                var arabic = int.TryParse(marker.Label, CultureInfo.InvariantCulture, out var value);
                x.Start("pageTarget").Attribute("id", "page-" + order.ToString(CultureInfo.InvariantCulture)).Attribute("type", arabic ? "normal" : "front").Attribute("value", arabic && value > 0 ? value.ToString(CultureInfo.InvariantCulture) : null).Attribute("playOrder", order.ToString(CultureInfo.InvariantCulture));
                x.Start("navLabel").Element("text", marker.Label).End().Start("content").Attribute("src", marker.File + "#" + marker.Id).End().End().Line();
            }

            x.End().Line();
        }

        x.End().Line();
        return x.ToBytes();

        void Meta(string name, string value) => x.Start("meta").Attribute("name", name).Attribute("content", value).End().Line();

        void Points(List<NavigationEntry> list)
        {
            foreach (var entry in list)
            {
                order++;
                x.Start("navPoint").Attribute("id", "point-" + order.ToString(CultureInfo.InvariantCulture)).Attribute("playOrder", order.ToString(CultureInfo.InvariantCulture));
                x.Start("navLabel").Element("text", entry.Label).End().Start("content").Attribute("src", entry.Href).End();
                Points(entry.Entries);
                x.End().Line();
            }
        }
    }

    private static int Depth(List<NavigationEntry> entries) => entries.Count == 0 ? 0 : 1 + entries.Max(e => Depth(e.Entries));

    private static void Add(Section section, List<NavigationEntry> entries, BookPlan plan)
    {
        var file = plan.FileOf(section).Name;
        var inner = entries;
        if (file != "nav.xhtml" && (section.Listed || !section.Title.IsDefaultOrEmpty))
        {
            var entry = new NavigationEntry(section.NavigationTitle.Length > 0 ? section.NavigationTitle : PlainText.Of(section.Title), file, [], section.Ordinal);
            entries.Add(entry);
            inner = entry.Entries;
            foreach (var heading in plan.HeadingsOf(section))
            {
                if (plan.PlanOf(heading) is { Level: <= 2 } planned)
                {
                    inner.Add(new NavigationEntry(PlainText.Of(heading.Content).Replace("\u00AD", "", StringComparison.Ordinal).Replace('\n', ' ').Trim(), planned.File + "#" + planned.Id, [], heading.Ordinal));
                }
            }
        }

        if (ReferenceEquals(section, plan.NotesSection))
        {
            inner.AddRange(NoteGroups(plan, file));
        }

        foreach (var child in section.Sections)
        {
            Add(child, inner, plan);
        }
    }
}
