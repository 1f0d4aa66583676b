using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Furniture;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Notes;
using Publish.Typesetting.Pages;
using Publish.Typesetting.References;
using Publish.Typesetting.Structure;
using StyleSide = Publish.Styles.Pages.PageSide;

namespace Publish.Typesetting;

/// <summary>
/// Makes pages of a book. Sections are set in lines independently; then pages are broken, and what is printed of page numbers is filled in, pass by pass, until it
/// stands still. The same book, style and fonts give the same pages.
/// </summary>
internal sealed class BookTypesetter
{
    /// <summary>Most passes over the book; two settle nearly every one.</summary>
    private const int MostPasses = 5;

    private readonly Book book;
    private readonly StyleSheet sheet;
    private readonly ITextSetter setter;
    private readonly GeneratedText generated;
    private readonly IPictures pictures;
    private readonly TypesettingSettings settings;
    private readonly List<(Section Section, int Parent)> sections = [];
    private readonly IReadOnlyDictionary<Note, string> noteTexts;

    /// <summary>For one book and edition.</summary>
    public BookTypesetter(Book book, StyleSheet sheet, ITextSetter setter, FontLibrary fonts, IPictures pictures, TypesettingSettings settings)
    {
        book = NotePlaces.WithSection(book, sheet);
        this.book = book;
        this.sheet = sheet;
        this.setter = setter;
        this.pictures = pictures;
        this.settings = settings;
        generated = new GeneratedText(setter, fonts);
        noteTexts = NoteNumbers.Of(book);
        foreach (var section in book.Sections)
        {
            Flatten(section, -1);
        }
    }

    /// <summary>The pages.</summary>
    public TypesetResult Set()
    {
        var table = PlaceTable.Empty(Titles());
        var flows = new SectionFlow?[sections.Count];
        var layout = new BookLayout(sheet, settings.Parallelism);
        List<BookPage> pages;
        PageCanvas?[] canvases;
        StructureTree tree;
        var settled = false;
        var pass = 0;
        var convergence = new Convergence();
        do
        {
            pass++;
            SetSections(flows, table);
            pages = layout.Of(flows!);
            tree = SectionStructure.Join([.. flows.Select((f, i) => (f!.Structure, sections[i].Parent))], book.Metadata.Language, out var bases);
            canvases = Paint(pages, flows!, bases);
            table = TableOf(pages, canvases, table.Titles);
            table = Settle(convergence, table, flows!);
            settled = flows.All(f => f!.References.Holds(table));
        }
        while (!settled && pass < MostPasses);

        return Finish(pages, canvases, flows!, tree, table, settled, pass);
    }

    /// <summary>Freezes what goes to and fro.</summary>
    private static PlaceTable Settle(Convergence convergence, PlaceTable table, SectionFlow[] flows)
    {
        var notes = flows.SelectMany(f => f.References.NoteAnswers).Select(n => n.Key).DistinctBy(PlaceTable.NoteQuestion).ToDictionary(PlaceTable.NoteQuestion, StringComparer.Ordinal);
        var asked = flows.SelectMany(f => f.References.Answers).Select(a => a.Key).Concat(notes.Keys);
        convergence.Take(asked, q => notes.TryGetValue(q, out var note) ? table.NoteTexts.GetValueOrDefault(note) : table.Found(q));
        return table with { Frozen = convergence.Frozen };
    }

    /// <summary>Names the references that are printed though the pages say otherwise.</summary>
    private static IEnumerable<Diagnostic> Unsettled(SectionFlow[] flows, PlaceTable table, bool settled, int passes)
    {
        var any = false;
        foreach (var flow in flows)
        {
            foreach (var (question, printed, found) in Convergence.Wrong(flow.References.Answers, table.Found))
            {
                any = true;
                yield return PageDiagnostics.Unsettled.At(
                    flow.Section.Span,
                    $"the reference to “{question[2..]}” is printed as {printed}, but it stands on {found}: each moves the other",
                    "a word more or less near the reference ends it");
            }
        }

        if (!settled && !any)
        {
            yield return PageDiagnostics.Unsettled.At(SourceSpan.None, $"page references still change after {passes} passes over the book");
        }
    }

    private void Flatten(Section section, int parent)
    {
        sections.Add((section, parent));
        var index = sections.Count - 1;
        foreach (var inner in section.Sections)
        {
            Flatten(inner, index);
        }
    }

    private Dictionary<string, string> Titles()
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (section, _) in sections)
        {
            titles[LinkNames.SectionOf(section)] = PlainInlines.TextOf(section.Title) is { Length: > 0 } title ? title : section.NavigationTitle;
        }

        foreach (var block in Walk.Blocks(book))
        {
            if (block is Heading { Id: { } id } heading)
            {
                titles[id] = PlainInlines.TextOf(heading.Content);
            }
        }

        return titles;
    }

    /// <summary>Sets the sections that aren't set yet or whose answers changed.</summary>
    private void SetSections(SectionFlow?[] flows, PlaceTable table)
    {
        void SetOne(int i)
        {
            if (flows[i] is { } known && known.References.Holds(table))
            {
                return;
            }

            var section = sections[i].Section;
            var style = sheet.Compute(ElementNames.Of(section).Within(ElementNames.Root.Within(null), null, section.Id));
            var context = new FlowContext(book, sheet, setter, generated, pictures, sheet.Page(style.Page ?? "body", StyleSide.Right));
            flows[i] = FlowBuilder.Build(section, context, new SectionReferences(table, call => noteTexts.GetValueOrDefault(call.Note, NoteNumbers.Figure(call.Note.Number))));
        }

        if (settings.Parallelism > 1)
        {
            Parallel.For(0, sections.Count, new ParallelOptions { MaxDegreeOfParallelism = settings.Parallelism }, SetOne);
        }
        else
        {
            for (var i = 0; i < sections.Count; i++)
            {
                SetOne(i);
            }
        }
    }

    private PageCanvas?[] Paint(List<BookPage> pages, SectionFlow[] flows, ImmutableArray<int> bases)
    {
        var painter = new PagePainter(sheet);
        var canvases = new PageCanvas?[pages.Count];
        void PaintOne(int i) => canvases[i] = pages[i].Page is { } page ? painter.Paint(page, flows[pages[i].Section], i, bases[pages[i].Section], pages[i].First) : null;
        if (settings.Parallelism > 1)
        {
            Parallel.For(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = settings.Parallelism }, PaintOne);
        }
        else
        {
            for (var i = 0; i < pages.Count; i++)
            {
                PaintOne(i);
            }
        }

        return canvases;
    }

    private PlaceTable TableOf(List<BookPage> pages, PageCanvas?[] canvases, IReadOnlyDictionary<string, string> titles)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var byPage = new Dictionary<Note, string>(ReferenceEqualityComparer.Instance);
        var signs = NoteNumbers.HasBoth(book);
        for (var i = 0; i < pages.Count; i++)
        {
            if (canvases[i] is not { } canvas)
            {
                continue;
            }

            foreach (var destination in canvas.Destinations)
            {
                places.TryAdd(destination.Id, new Place(i, pages[i].Label, canvas.LineOf[destination.Id]));
            }

            if (book.NoteNumbering == NoteNumbering.Page)
            {
                var counts = new int[3];
                foreach (var placed in pages[i].Page!.Notes.Where(n => n.From == 0))
                {
                    var note = placed.Note.Note;
                    var number = ++counts[(int)note.Series];
                    byPage[note] = signs && note.Series == NoteSeries.Author ? NoteNumbers.Sign(number) : NoteNumbers.Figure(number);
                }
            }
        }

        return new PlaceTable(places, titles, byPage);
    }

    private TypesetResult Finish(List<BookPage> pages, PageCanvas?[] canvases, SectionFlow[] flows, StructureTree tree, PlaceTable table, bool settled, int passes)
    {
        var furniture = new PageFurniture(book, generated);
        var display = ImmutableArray.CreateBuilder<DisplayPage>(pages.Count);
        var destinations = ImmutableArray.CreateBuilder<Destination>();
        var map = ImmutableArray.CreateBuilder<MappedPage>(pages.Count);
        var reports = ImmutableArray.CreateBuilder<PageReport>(pages.Count);
        var diagnostics = new List<Diagnostic>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var marks = new RunningMarks(sections, table);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var flow = flows[page.Section];
            var side = BookLayout.SideAt(i);
            var style = sheet.Page(flow.PageName, BookLayout.SideOf(side), page.First, page.Page is null);
            var canvas = canvases[i] ?? new PageCanvas(i, 0);
            var start = canvas.Items.Take(canvas.BodyItems).OfType<GlyphRun>().FirstOrDefault(r => r.Source is not null)?.Source;
            if (page.Page is not null && !canvas.IsFilled)
            {
                furniture.Draw(canvas, style, page.Number, marks.Of(page, canvas));
            }

            destinations.AddRange(canvas.Destinations.Where(d => known.Add(d.Id)));
            var longer = Math.Max(0, page.Page?.Delta ?? 0);
            display.Add(new DisplayPage(i, page.Number, page.FolioStyle, page.Label, side, new PageBoxes(style.TrimWidth, style.TrimHeight, settings.Bleed, settings.Slug), [.. canvas.Items], [.. canvas.Links])
            {
                TextBlock = new Rect(style.MarginLeft, style.MarginTop, style.TextWidth, style.TextHeight + (style.Leading * longer)),
            });
            map.Add(new MappedPage(page.Label, start));
            var report = page.Page?.Report(i, page.Label, style.Lines) ?? new PageReport(i, page.Label, 0, []) { Side = side, Blank = true };
            reports.Add(report);
            diagnostics.AddRange(PageFaults.Of(report));
            diagnostics.AddRange(page.Page is null ? [] : page.Page.Blocks.Where(b => b.From == 0).SelectMany(b => b.Block.Faults(b.Variant)));
            diagnostics.AddRange(page.Page is null ? [] : page.Page.Notes.Where(n => n.From == 0).SelectMany(n => n.Note.Blocks.SelectMany(b => b.Block.Faults(Stack.BestOf(b.Block)))));
        }

        diagnostics.AddRange(Unsettled(flows, table, settled, passes));

        // Links to places that no page shows lead nowhere: better none.
        for (var i = 0; i < display.Count; i++)
        {
            if (display[i].Links.Any(l => l.DestinationId is { } id && !known.Contains(id)))
            {
                display[i] = display[i] with { Links = [.. display[i].Links.Where(l => l.DestinationId is not { } id || known.Contains(id))] };
            }
        }

        var isbn = book.Metadata.Isbns.GetValueOrDefault(settings.Plan.Name);
        var set = new PageSet(display.ToImmutable(), tree, Outline(book.Sections, known), destinations.ToImmutable(), new PageMap(settings.Plan.Name, map.ToImmutable()) { Isbn = isbn });
        return new TypesetResult(set, PageFaults.Distinct(diagnostics)) { Report = reports.ToImmutable(), Passes = passes, Lines = pages.SelectMany(LinesOf) };
    }

    private static IEnumerable<LineReport> LinesOf(BookPage page) => page.Page is not { } shown ? [] :
    [
        .. shown.Blocks.SelectMany(b => b.Block.Lines(page.Label, b.Variant, b.From, b.To)),
        .. shown.Notes.Where(n => n.From == 0).SelectMany(n => n.Note.Blocks).SelectMany(b => b.Block.Lines(page.Label, Stack.BestOf(b.Block), 0, int.MaxValue)),
    ];

    private static ImmutableArray<OutlineEntry> Outline(ImmutableArray<Section> sections, HashSet<string> known)
    {
        var entries = ImmutableArray.CreateBuilder<OutlineEntry>();
        foreach (var section in sections)
        {
            var title = PlainInlines.TextOf(section.Title) is { Length: > 0 } words ? words : section.NavigationTitle;
            var id = LinkNames.SectionOf(section);
            if (title.Length == 0 || !known.Contains(id))
            {
                continue;
            }

            var headings = section.Blocks.OfType<Heading>().Where(h => h.Level == 2 && h.Id is { } own && known.Contains(own)).Select(h => new OutlineEntry(PlainInlines.TextOf(h.Content), h.Id!, []));
            entries.Add(new OutlineEntry(title, id, [.. headings, .. Outline(section.Sections, known)]));
        }

        return entries.ToImmutable();
    }
}
