using System.Collections.Immutable;
using System.Globalization;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Publish.Editions.Tests.Accessibility;

/// <summary>Something a finished file does that leaves a reader behind.</summary>
/// <param name="Rule">The rule, as the ledger names it.</param>
/// <param name="Message">What is wrong.</param>
public sealed record Barrier(string Rule, string Message);

/// <summary>
/// What veraPDF can't see and a program can decide (the Matterhorn Protocol's human checks as far as that): judged on the finished file, with nothing known of how it was written.
/// </summary>
public static class AccessibilityRules
{
    private static readonly HashSet<string> EmptyWords = new(StringComparer.OrdinalIgnoreCase) { "picture", "image", "figure", "photo", "graphic", "illustration", "untitled" };

    /// <summary>The rules, as the ledger names them.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "01-marked", "01-claimed", "01-marks", "01-root", "07-title", "09-order", "09-contents", "09-nesting", "11-language", "11-part", "13-alternative", "13-words", "13-box", "14-levels", "14-text",
        "15-scope", "15-regular", "16-items", "16-body", "18-kind", "19-id", "19-called", "19-after", "19-back", "19-text", "27-outline", "27-labels", "28-tagged", "28-contents", "28-tabs", "28-target", "28-empty", "28-area",
    ];

    /// <summary>Every barrier of a file.</summary>
    public static IReadOnlyList<Barrier> Judge(TaggedFile file)
    {
        var barriers = new List<Barrier>();
        Content(file, barriers);
        Headings(file, barriers);
        Figures(file, barriers);
        Notes(file, barriers);
        Tables(file, barriers);
        Lists(file, barriers);
        Links(file, barriers);
        Document(file, barriers);
        return barriers;
    }

    private static void Content(TaggedFile file, List<Barrier> barriers)
    {
        barriers.AddRange(file.UnmarkedLetters.Select((count, page) => (count, page)).Where(p => p.count != 0).Select(p => new Barrier("01-marked", $"page {p.page + 1} has {p.count} letters that are neither content nor artifact")));
        barriers.AddRange(file.Unclaimed.Select(p => new Barrier("01-claimed", $"content {p.Mcid} of page {p.Page} belongs to no element")));
        barriers.AddRange(file.ClaimedTwice.Select(p => new Barrier("01-claimed", $"content {p.Mcid} of page {p.Page} belongs to two elements")));

        barriers.AddRange(file.Artifacts.Where(artifact => !artifact.IsFurniture).Select(artifact => new Barrier("18-kind", $"page {artifact.Page} has “{artifact.Text}”, which says neither that it is at head or foot nor what else it is for")));

        // Text that ends pages before the text that is read before it can't be in order; captions may float.
        var page = 0;
        foreach (var element in file.Elements.Where(element => element.Type == "P" || element.IsHeading))
        {
            var texts = element.Kids.OfType<TaggedText>().ToList();
            if (texts.Count == 0)
            {
                continue;
            }

            if (texts[^1].Page + 1 < page)
            {
                barriers.Add(new Barrier("09-order", $"“{Start(element.Text)}” of page {texts[0].Page} is read after page {page}"));
            }

            page = Math.Max(page, texts[0].Page);
            for (var i = 1; i < texts.Count; i++)
            {
                if ((texts[i].Page, texts[i].Mcid).CompareTo((texts[i - 1].Page, texts[i - 1].Mcid)) < 0)
                {
                    barriers.Add(new Barrier("09-order", $"the pieces of “{Start(element.Text)}” are out of order"));
                }
            }
        }
    }

    private static void Headings(TaggedFile file, List<Barrier> barriers)
    {
        var level = 0;
        foreach (var heading in file.Elements.Where(element => element.IsHeading))
        {
            var next = heading.Type[1] - '0';
            if (next > level + 1)
            {
                barriers.Add(new Barrier("14-levels", $"{heading.Type} “{Start(heading.Text)}” follows level {level}"));
            }

            level = next;
            if (!heading.Text.Any(char.IsLetterOrDigit))
            {
                barriers.Add(new Barrier("14-text", $"{heading.Type} has no words"));
            }
        }
    }

    private static void Figures(TaggedFile file, List<Barrier> barriers)
    {
        foreach (var figure in file.Elements.Where(element => element.Type == "Figure"))
        {
            var words = figure.Alternative?.Trim() ?? "";
            if (words.Length == 0)
            {
                barriers.Add(new Barrier("13-alternative", "a picture has no alternative text"));
            }
            else if (EmptyWords.Contains(words.TrimEnd('.')) || (!words.Contains(' ', StringComparison.Ordinal) && words.Contains('.', StringComparison.Ordinal) && Path.GetExtension(words).Length is 4 or 5))
            {
                barriers.Add(new Barrier("13-words", $"the alternative text “{words}” says nothing of the picture"));
            }

            if (!figure.Attributes.ContainsKey("BBox"))
            {
                barriers.Add(new Barrier("13-box", $"the picture “{words}” doesn't say where it stands"));
            }
        }
    }

    private static void Notes(TaggedFile file, List<Barrier> barriers)
    {
        var notes = file.Elements.Where(element => element.Type == "Note").ToList();
        var calls = file.Elements.Where(element => element.Type == "Reference").SelectMany(reference => LinksOf(reference).Select(link => (reference, link))).ToList();
        var order = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var element in file.Elements)
        {
            order.Add(element, order.Count);
        }

        barriers.AddRange(notes.GroupBy(note => note.Id).Where(group => group.Key is null || group.Count() > 1).Select(group => new Barrier("19-id", $"{group.Count()} notes have the identifier '{group.Key}'")));
        foreach (var note in notes)
        {
            var first = calls.FirstOrDefault(call => file.Text(call.link, "Dest") == note.Id);
            if (first.reference is null)
            {
                barriers.Add(new Barrier("19-called", $"nothing calls the note '{note.Id}'"));
            }
            else if (order[first.reference] > order[note])
            {
                barriers.Add(new Barrier("19-after", $"the note '{note.Id}' is read before its call"));
            }

            var label = note.Elements.FirstOrDefault(kid => kid.Type == "Lbl") ?? note.SelfAndInner.FirstOrDefault(kid => kid.Type == "Lbl");
            var back = label is null ? null : LinksOf(label).Select(link => file.Text(link, "Dest")).FirstOrDefault();
            if (back is null || !file.Destinations.TryGetValue(back, out var page) || (first.reference is not null && page != first.reference.Texts.First().Page))
            {
                barriers.Add(new Barrier("19-back", $"the note '{note.Id}' doesn't lead back to its call"));
            }

            if (!note.Text.Any(char.IsLetter))
            {
                barriers.Add(new Barrier("19-text", $"the note '{note.Id}' has no words"));
            }
        }
    }

    private static IEnumerable<DictionaryToken> LinksOf(TaggedElement element) => element.SelfAndInner.SelectMany(inner => inner.Annotations).Select(link => link.Annotation);

    private static void Tables(TaggedFile file, List<Barrier> barriers)
    {
        foreach (var table in file.Elements.Where(element => element.Type == "Table"))
        {
            var rows = table.Elements.Where(kid => kid.Type is "THead" or "TBody" or "TFoot").SelectMany(part => part.Elements).Concat(table.Elements.Where(kid => kid.Type == "TR")).ToList();
            barriers.AddRange(rows.SelectMany(row => row.Elements).Where(cell => cell.Type == "TH" && !cell.Attributes.ContainsKey("Scope")).Select(cell => new Barrier("15-scope", $"the header cell “{Start(cell.Text)}” has no scope")));
            var covered = new List<int>();
            var widths = new HashSet<int>();
            foreach (var row in rows)
            {
                var open = covered.Count(rest => rest > 0);
                for (var i = 0; i < covered.Count; i++)
                {
                    covered[i] = Math.Max(0, covered[i] - 1);
                }

                foreach (var cell in row.Elements)
                {
                    var columns = Span(cell, "ColSpan");
                    open += columns;
                    covered.AddRange(Enumerable.Repeat(Span(cell, "RowSpan") - 1, columns));
                }

                covered.RemoveAll(rest => rest == 0);
                widths.Add(open);
            }

            if (widths.Count > 1)
            {
                barriers.Add(new Barrier("15-regular", $"the rows of the table “{Start(table.Text)}” have {string.Join(", ", widths)} columns"));
            }
        }
    }

    private static int Span(TaggedElement cell, string name) => cell.Attributes.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : 1;

    private static void Lists(TaggedFile file, List<Barrier> barriers)
    {
        foreach (var list in file.Elements.Where(element => element.Type == "L"))
        {
            barriers.AddRange(list.Elements.Where(kid => kid.Type is not ("LI" or "L" or "Caption")).Select(kid => new Barrier("16-items", $"a list holds a {kid.Type}")));
            barriers.AddRange(list.Elements.Where(kid => kid.Type == "LI" && !kid.Elements.Any(part => part.Type == "LBody")).Select(_ => new Barrier("16-body", "an item of a list has no body")));
        }
    }

    private static void Links(TaggedFile file, List<Barrier> barriers)
    {
        var held = file.Elements.Where(element => element.Type == "Link").SelectMany(link => link.Annotations).Select(link => link.Number).ToHashSet();
        foreach (var (page, number, annotation) in file.Annotations)
        {
            if (!held.Contains(number))
            {
                barriers.Add(new Barrier("28-tagged", $"a link of page {page} belongs to no Link element"));
            }

            if (string.IsNullOrWhiteSpace(file.Text(annotation, "Contents")))
            {
                barriers.Add(new Barrier("28-contents", $"a link of page {page} says nothing of where it leads"));
            }

            if (file.Text(annotation, "Dest") is { } destination && !file.Destinations.ContainsKey(destination))
            {
                barriers.Add(new Barrier("28-target", $"a link of page {page} leads to '{destination}', which is nowhere"));
            }

            if (file.Tabs[page - 1] != "S")
            {
                barriers.Add(new Barrier("28-tabs", $"page {page} has links and no order of tabs by structure"));
            }
        }

        Areas(file, barriers);
        barriers.AddRange(file.Elements.Where(element => element.Type == "Link" && !LinksOf(element).Any()).Select(link => new Barrier("28-empty", $"the link “{Start(link.Text)}” leads nowhere")));
        barriers.AddRange(file.Elements.Where(element => element.Type == "TOC").SelectMany(list => list.Elements).Where(kid => kid.Type is not ("TOC" or "TOCI" or "Caption")).Select(kid => new Barrier("09-nesting", $"the contents hold a {kid.Type}")));
        barriers.AddRange(file.Elements.Where(element => element.Type == "TOCI" && !LinksOf(element).Any()).Select(entry => new Barrier("09-contents", $"the entry “{Start(entry.Text)}” of the contents has no link")));
    }

    // Where its words are, a click must be heard, and nowhere else.
    private static void Areas(TaggedFile file, List<Barrier> barriers)
    {
        var pages = file.Annotations.ToDictionary(annotation => annotation.Number, annotation => annotation.Page);
        foreach (var link in file.Elements.Where(element => element.Type == "Link"))
        {
            var areas = link.Annotations.Where(annotation => pages.ContainsKey(annotation.Number)).Select(annotation => (Page: pages[annotation.Number], Area: file.Rectangle(annotation.Annotation))).ToList();
            var letters = link.Texts.SelectMany(text => file.LettersOf(text).Select(letter => (text.Page, letter.X, letter.Y))).ToList();
            if (areas.Count > 0 && letters.Count(letter => !areas.Exists(area => Covers(area, letter))) is > 0 and var missed)
            {
                barriers.Add(new Barrier("28-area", $"{missed} of {letters.Count} letters of the link “{Start(link.Text)}” lie outside its area"));
            }

            barriers.AddRange(areas.Where(area => letters.Count > 0 && !letters.Exists(letter => Covers(area, letter))).Select(area => new Barrier("28-area", $"the link “{Start(link.Text)}” has an area without a word on page {area.Page}")));
        }

        static bool Covers((int Page, PdfRectangle Area) area, (int Page, double X, double Y) letter) =>
            area.Page == letter.Page && letter.X >= area.Area.Left && letter.X <= area.Area.Right && letter.Y >= area.Area.Bottom && letter.Y <= area.Area.Top;
    }

    private static void Document(TaggedFile file, List<Barrier> barriers)
    {
        Need(file.Text(file.Catalog, "Lang") is { Length: > 1 }, "11-language", "the document has no language");
        Need(file.Dictionary(file.Catalog, "ViewerPreferences")?.ToString().Contains("DisplayDocTitle", StringComparison.Ordinal) == true, "07-title", "a reader shows the file's name for its title");
        Need(file.Dictionary(file.Catalog, "MarkInfo") is not null, "01-marks", "the file doesn't say that it is tagged");
        Need(file.Dictionary(file.Catalog, "Outlines") is not null || file.Elements.Count(element => element.IsHeading) < 2, "27-outline", "there is no outline");
        Need(file.Dictionary(file.Catalog, "PageLabels") is not null, "27-labels", "pages have no labels");
        Need(file.Root.Elements.Count() == 1 && file.Root.Elements.First().Type == "Document", "01-root", "the root isn't one Document");
        barriers.AddRange(file.Elements.Where(element => element.Language is { } language && (language.Length < 2 || language.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))).Select(element => new Barrier("11-part", $"'{element.Language}' is no language")));

        void Need(bool holds, string rule, string message)
        {
            if (!holds)
            {
                barriers.Add(new Barrier(rule, message));
            }
        }
    }

    private static string Start(string text) => text.Trim() is { Length: > 40 } longer ? longer[..40] + "…" : text.Trim();
}
