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
    private readonly TypesettingMemory? memory;
    private readonly Dictionary<(SectionPage Page, int Index, int StructureBase, bool First), PageCanvas> painted = new(PageIdentity.Instance);
    private FoundPlaces? places;

    /// <summary>For one book and edition.</summary>
    public BookTypesetter(Book book, StyleSheet sheet, ITextSetter setter, FontLibrary fonts, IPictures pictures, TypesettingSettings settings, TypesettingMemory? memory = null)
    {
        this.memory = memory;
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
        var table = PlaceTable.Empty(Titles(), () => TargetNumbers.Of(book));
        var flows = new SectionFlow?[sections.Count];
        var layout = new BookLayout(sheet, settings.Parallelism, memory);
        List<BookPage> pages;
        PageCanvas?[] canvases;
        var joined = memory?.Structure;
        var settled = false;
        var pass = 0;
        var convergence = new Convergence();
        do
        {
            pass++;
            SetSections(flows, table);
            pages = layout.Of(flows!);
            joined = SectionStructure.Join([.. flows.Select((f, i) => (f!.Structure, sections[i].Parent))], book.Metadata.Language, joined);
            canvases = Paint(pages, flows!, joined.Bases);
            table = TableOf(pages, canvases, table);
            table = Settle(convergence, table, flows!);
            settled = flows.All(f => f!.References.Holds(table));
        }
        while (!settled && pass < MostPasses);

        memory?.Structure = joined;
        memory?.Places = places;
        return Finish(pages, canvases, flows!, joined!.Tree, table, settled, pass);
    }

    /// <summary>What the page search is asked, section by section, before any page is known: for measuring it.</summary>
    public IEnumerable<(VerticalList List, PageFrame Frame, Styles.Pages.PageCosts Costs)> Searches()
    {
        var flows = new SectionFlow?[sections.Count];
        SetSections(flows, PlaceTable.Empty(Titles(), () => TargetNumbers.Of(book)));
        foreach (var flow in flows)
        {
            var page = sheet.Page(flow!.PageName, StyleSide.Right);
            foreach (var (list, frame) in SectionPages.Searches(flow, page, PageSide.Recto))
            {
                yield return (list, frame, page.Costs);
            }
        }
    }

    /// <summary>Freezes what goes to and fro.</summary>
    private static PlaceTable Settle(Convergence convergence, PlaceTable table, SectionFlow[] flows)
    {
        // The sections as they are in this pass, should a later one ask.
        var references = Array.ConvertAll(flows, f => f.References);
        var notes = new Lazy<Dictionary<string, Note>>(() => references.SelectMany(r => r.NoteAnswers).Select(n => n.Key).DistinctBy(PlaceTable.NoteQuestion).ToDictionary(PlaceTable.NoteQuestion, StringComparer.Ordinal));
        IEnumerable<string> Asked() => references.SelectMany(r => r.Answers).Select(a => a.Key).Concat(notes.Value.Keys);
        convergence.Take(Asked(), q => notes.Value.TryGetValue(q, out var note) ? table.NoteTexts.GetValueOrDefault(note) : table.Found(q));
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
        var named = sections.ConvertAll(section => memory?.TitlesOf(section.Section) ?? NamedTitles.Of(section.Section));
        foreach (var (name, title) in named.Select(section => section.Section).Concat(named.SelectMany(section => section.Blocks)))
        {
            titles[name] = title;
        }

        return titles;
    }

    /// <summary>Sets the sections that aren't set yet or whose answers changed.</summary>
    private void SetSections(SectionFlow?[] flows, PlaceTable table)
    {
        var missing = new List<int>();
        for (var i = 0; i < sections.Count; i++)
        {
            if (flows[i] is { } known && known.References.Holds(table))
            {
                continue;
            }

            var section = sections[i].Section;
            if (memory?.FlowOf(section, kept => Holds(kept, section, table)) is { } found)
            {
                setter.Said(found.Said);
                flows[i] = found.Flow;
                continue;
            }

            missing.Add(i);
        }

        void SetOne(int i)
        {
            var section = sections[i].Section;
            var style = sheet.Compute(ElementNames.Of(section).Within(ElementNames.Root.Within(null), null, section.Id));
            var context = new FlowContext(book, sheet, setter, generated, pictures, sheet.Page(style.Page ?? "body", StyleSide.Right));
            var references = new SectionReferences(table, TextOf);
            flows[i] = FlowBuilder.Build(section, context, references, memory?.BlocksOf(section));
            references.Close();
            memory?.Keep(section, new KeptFlow(flows[i]!, setter.SaidOf(references), BookReadings.PicturesOf(section, pictures), BookReadings.Of(section, book, sheet)));
        }

        ForEach(missing, SetOne);
    }

    private string TextOf(Note note) => noteTexts.GetValueOrDefault(note, NoteNumbers.Figure(note.Number));

    private bool Holds(KeptFlow kept, Section section, PlaceTable table) =>
        kept.Flow.References.AreThoseOf(table, TextOf)
        && kept.Pictures.All(shown => ReferenceEquals(pictures.Find(shown.Picture), shown.Found))
        && (kept.Readings.IsEmpty || BookReadings.Same(kept.Readings, BookReadings.Of(section, book, sheet)));

    private PageCanvas?[] Paint(List<BookPage> pages, SectionFlow[] flows, ImmutableArray<int> bases)
    {
        var painter = new PagePainter(sheet);
        var canvases = new PageCanvas?[pages.Count];

        // A page that stands as it stood in the pass before is not painted again.
        var missing = new List<int>();
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].Page is { } page)
            {
                var structureBase = bases[pages[i].Section];
                canvases[i] = memory is null ? painted.GetValueOrDefault((page, i, structureBase, pages[i].First)) : memory.Painted(page, i, structureBase, pages[i].First);
                if (canvases[i] is null)
                {
                    missing.Add(i);
                }
            }
        }

        ForEach(missing, i => canvases[i] = painter.Paint(pages[i].Page!, flows[pages[i].Section], i, bases[pages[i].Section], pages[i].First));
        if (memory is not null)
        {
            foreach (var i in missing)
            {
                memory.Keep(pages[i].Page!, i, bases[pages[i].Section], pages[i].First, canvases[i]!);
            }

            return canvases;
        }

        painted.Clear();
        for (var i = 0; i < pages.Count; i++)
        {
            if (canvases[i] is { } canvas)
            {
                painted.Add((pages[i].Page!, i, bases[pages[i].Section], pages[i].First), canvas);
            }
        }

        return canvases;
    }

    // What is kept was found before: only what is to be made is shared out among threads.
    private void ForEach(List<int> missing, Action<int> make)
    {
        if (settings.Parallelism > 1 && missing.Count > 1)
        {
            Parallel.ForEach(missing, new ParallelOptions { MaxDegreeOfParallelism = settings.Parallelism }, make);
        }
        else
        {
            missing.ForEach(make);
        }
    }

    private PlaceTable TableOf(List<BookPage> pages, PageCanvas?[] canvases, PlaceTable before)
    {
        places = FoundPlaces.Of(pages, canvases, places ?? memory?.Places);
        var byPage = new Dictionary<Note, string>(ReferenceEqualityComparer.Instance);
        var signs = book.NoteNumbering == NoteNumbering.Page && NoteNumbers.HasBoth(book);
        for (var i = 0; book.NoteNumbering == NoteNumbering.Page && i < pages.Count; i++)
        {
            if (canvases[i] is not null)
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

        return before with { Places = places.Places, NoteTexts = byPage };
    }

    private TypesetResult Finish(List<BookPage> pages, PageCanvas?[] canvases, SectionFlow[] flows, StructureTree tree, PlaceTable table, bool settled, int passes)
    {
        var furniture = new PageFurniture(book, generated);
        var display = ImmutableArray.CreateBuilder<DisplayPage>(pages.Count);
        var destinations = ImmutableArray.CreateBuilder<Destination>();
        var map = ImmutableArray.CreateBuilder<MappedPage>(pages.Count);
        var reports = ImmutableArray.CreateBuilder<PageReport>(pages.Count);
        var diagnostics = new List<Diagnostic>();

        // Places whose name an earlier one has are left out.
        var known = places!.Places;
        var taken = places.AreDistinct ? null : new HashSet<string>(StringComparer.Ordinal);
        var marks = new RunningMarks(sections, table);
        var lastBlock = -1;
        var shown = new KeptPage?[pages.Count];
        var missing = new List<int>();
        var looks = new (PageCanvas Canvas, Styles.Pages.PageStyle Style, PageMarks? Marks)[pages.Count];
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var side = BookLayout.SideAt(i);
            var style = sheet.Page(flows[page.Section].PageName, BookLayout.SideOf(side), page.First, page.Page is null);
            var canvas = canvases[i] ?? memory?.Blank(i) ?? new PageCanvas(i, 0);
            var named = page.Page is not null && !canvas.IsFilled ? marks.Of(page, canvas) : null;
            destinations.AddRange(taken is null ? canvas.Destinations : canvas.Destinations.Where(d => taken.Add(d.Id)));
            map.Add(new MappedPage(page.Label, PageStarts.Of(canvas, lastBlock)));
            lastBlock = Math.Max(lastBlock, canvas.LastBlock);
            looks[i] = (canvas, style, named);
            if (memory?.Shown(canvas) is { } kept && kept.Number == page.Number && kept.Page.FolioStyle == page.FolioStyle && ReferenceEquals(kept.Style, style) && (kept.Marks?.ReadsLike(named) ?? named is null))
            {
                shown[i] = kept;
            }
            else
            {
                missing.Add(i);
            }
        }

        ForEach(missing, i => shown[i] = Shown(pages[i], looks[i].Canvas, i, looks[i].Style, looks[i].Marks, furniture));
        missing.ForEach(i => memory?.Keep(looks[i].Canvas, shown[i]!));
        foreach (var page in shown)
        {
            display.Add(page!.Page);
            reports.Add(page.Report);
            diagnostics.AddRange(page.Said);
        }

        diagnostics.AddRange(Unsettled(flows, table, settled, passes));

        // Links to places that no page shows lead nowhere: better none.
        for (var i = 0; i < display.Count; i++)
        {
            if (display[i].Links.Any(l => l.DestinationId is { } id && !known.ContainsKey(id)))
            {
                display[i] = display[i] with { Links = [.. display[i].Links.Where(l => l.DestinationId is not { } id || known.ContainsKey(id))] };
            }
        }

        var isbn = book.Metadata.Isbns.GetValueOrDefault(settings.Plan.Name);
        var set = new PageSet(display.ToImmutable(), tree, Outline(book.Sections, known), destinations.ToImmutable(), new PageMap(settings.Plan.Name, map.ToImmutable()) { Isbn = isbn });
        return new TypesetResult(set, PageFaults.Distinct(diagnostics)) { Report = reports.ToImmutable(), Passes = passes, Lines = pages.SelectMany(LinesOf) };
    }

    /// <summary>A page with what stands in its margins, and what is said of it.</summary>
    private KeptPage Shown(BookPage page, PageCanvas canvas, int index, Styles.Pages.PageStyle style, PageMarks? marks, PageFurniture furniture)
    {
        // What is drawn of the text stays as it is: other heads may come to stand above it in another build.
        var margins = new PageCanvas(index, 0);
        if (marks is not null)
        {
            furniture.Draw(margins, style, page.Number, marks);
        }

        var boxes = new PageBoxes(style.TrimWidth, style.TrimHeight, settings.Bleed, settings.Slug);
        var longer = Math.Max(0, page.Page?.Delta ?? 0);
        var display = new DisplayPage(index, page.Number, page.FolioStyle, page.Label, BookLayout.SideAt(index), boxes, [.. canvas.Items, .. margins.Items], [.. canvas.Links, .. margins.Links])
        {
            TextBlock = new Rect(style.MarginLeft, style.MarginTop, style.TextWidth, style.TextHeight + (style.Leading * longer)),
        };
        var report = page.Page?.Report(index, page.Label, style.Lines) ?? new PageReport(index, page.Label, 0, []) { Side = display.Side, Blank = true };
        var said = ImmutableArray.CreateBuilder<Diagnostic>();
        said.AddRange(PageFaults.Of(report));
        if (page.Page is { } own)
        {
            said.AddRange(own.Blocks.Where(b => b.From == 0).SelectMany(b => b.Block.Faults(b.Variant)));
            said.AddRange(own.Notes.Where(n => n.From == 0).SelectMany(n => n.Note.Blocks.SelectMany(b => b.Block.Faults(Stack.BestOf(b.Block)))));
        }

        return new KeptPage(page.Number, style, marks, display, report, said.ToImmutable());
    }

    private static IEnumerable<LineReport> LinesOf(BookPage page) => page.Page is not { } shown ? [] :
    [
        .. shown.Blocks.SelectMany(b => b.Block.Lines(page.Label, b.Variant, b.From, b.To)),
        .. shown.Notes.Where(n => n.From == 0).SelectMany(n => n.Note.Blocks).SelectMany(b => b.Block.Lines(page.Label, Stack.BestOf(b.Block), 0, int.MaxValue)),
    ];

    private static ImmutableArray<OutlineEntry> Outline(ImmutableArray<Section> sections, IReadOnlyDictionary<string, Place> known)
    {
        var entries = ImmutableArray.CreateBuilder<OutlineEntry>();
        foreach (var section in sections)
        {
            var title = PlainInlines.TextOf(section.Title) is { Length: > 0 } words ? words : section.NavigationTitle;
            var id = LinkNames.SectionOf(section);
            if (title.Length == 0 || !known.ContainsKey(id))
            {
                continue;
            }

            var headings = section.Blocks.OfType<Heading>().Where(h => h.Level == 2 && h.Id is { } own && known.ContainsKey(own)).Select(h => new OutlineEntry(PlainInlines.TextOf(h.Content), h.Id!, []));
            entries.Add(new OutlineEntry(title, id, [.. headings, .. Outline(section.Sections, known)]));
        }

        return entries.ToImmutable();
    }
}
