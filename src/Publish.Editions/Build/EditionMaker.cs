using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publish.Covers;
using Publish.Document;
using Publish.Epub;
using Publish.Epub.Package;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Manuscript;
using Publish.Pdf;
using Publish.Styles;
using Publish.Typesetting;

namespace Publish.Editions;

/// <summary>Makes a book's editions. A book is set once for each trim size, however many editions show those pages.</summary>
/// <param name="book">The book.</param>
/// <param name="request">What was asked for.</param>
/// <param name="diagnostics">Receives what is to be said.</param>
/// <param name="manuscript">The files the book was read from, for editions that carry them.</param>
/// <param name="memory">What was made before, and receives what may be used again.</param>
/// <param name="fonts">The faces.</param>
/// <param name="keeper">What is kept beside the editions.</param>
internal sealed class EditionMaker(Book book, BuildRequest request, List<Diagnostic> diagnostics, ManuscriptFiles manuscript, BuildMemory memory, FontLibrary fonts, BuildKeeper keeper)
{
    // Pixels per inch and JPEG quality of pictures with more than their place can use: what a screen shows, and twice the lines of a press's screen.
    private const int ScreenPixels = 200;
    private const int ScreenQuality = 85;
    private const int PressPixels = 300;
    private const int PressQuality = 95;

    private readonly Dictionary<(Length? Width, Length? Height, Length? Inner, Length? Outside), (TypesetResult Result, List<Diagnostic> Said)> _set = [];
    private readonly Dictionary<string, TypesetResult> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageMap> _maps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EditionPlan> _settled = new(StringComparer.Ordinal);
    private readonly Press _press = new(request, diagnostics);
    private readonly ImageLibrary _images = new(request.Files, request.Memory?.Pictures);
    private readonly Dictionary<string, (Task<byte[]?> Picture, List<Diagnostic> Said)> _fronts = new(StringComparer.Ordinal);
    private bool _shares;

    /// <summary>The reports asked for, of the editions made so far.</summary>
    public List<OutputFile> Reports { get; } = [];

    /// <summary>Makes editions: first the pages they show, on all cores; then the files, side by side.</summary>
    public ImmutableArray<MadeEdition> Make(ImmutableArray<EditionPlan> plans)
    {
        plans = [.. plans.Select(Settled)];
        foreach (var plan in plans.Where(plan => plan.Format == EditionFormat.Epub && !request.CheckOnly))
        {
            _fronts[plan.Name] = Front(plan);
        }

        foreach (var plan in plans)
        {
            if (PagesPlan(plan) is not { } pages)
            {
                continue;
            }

            // For a list of pages it's enough to know where they begin.
            if (plan.Format != EditionFormat.Epub || plans.Any(other => other.Format != EditionFormat.Epub) || keeper.PagesOf(book, pages.Name) is not { } found)
            {
                PagesOf(pages);
                continue;
            }

            _maps[pages.Name] = found.Pages;
            diagnostics.AddRange(found.Said);
        }

        // What each has to say is gathered by itself, so that it stands in the order of the editions.
        _shares = plans.Count(plan => plan.Format == EditionFormat.Pdf) > 1;
        var made = new MadeEdition[plans.Length];
        var said = new List<Diagnostic>[plans.Length];

        // What takes longest begins first; who finds nothing more to make hashes and writes what is made.
        int[] order = [.. Enumerable.Range(0, plans.Length).OrderBy(i => plans[i].Format switch { EditionFormat.Pdf => 0, EditionFormat.Epub => 1, _ => 2 })];
        var finished = new ConcurrentQueue<OutputFile>();
        var next = -1;
        Parallel.For(0, Math.Min(plans.Length, request.Cores), new ParallelOptions { MaxDegreeOfParallelism = request.Cores }, _ =>
        {
            while (Interlocked.Increment(ref next) is var at && at < order.Length)
            {
                var i = order[at];
                made[i] = Make(plans[i], said[i] = []);
                finished.Enqueue(made[i].File);
            }

            while (!request.CheckOnly && finished.TryDequeue(out var file))
            {
                file.Sha256();
                request.Ready?.Invoke(file);
            }
        });
        foreach (var list in said)
        {
            diagnostics.AddRange(list);
        }

        return [.. made];
    }

    // Settled before editions are written side by side; then only looked up.
    private EditionPlan Settled(EditionPlan plan)
    {
        if (!_settled.TryGetValue(plan.Name, out var settled))
        {
            _settled[plan.Name] = settled = _press.Settled(plan);
        }

        return settled;
    }

    // The edition whose pages an edition shows, lists or covers; null where an EPUB lists none.
    private EditionPlan? PagesPlan(EditionPlan plan) => plan.Format switch
    {
        EditionFormat.Pdf => plan,
        EditionFormat.Cover => Settled(book.Editions.FirstOrDefault(other => other.Name == plan.PagesFrom)
            ?? book.Editions.FirstOrDefault(other => other is { Format: EditionFormat.Pdf, Links: false })
            ?? plan),
        _ => plan.PagesFrom is { } name ? Settled(book.Editions.First(other => other.Name == name)) : null,
    };

    private MadeEdition Make(EditionPlan plan, List<Diagnostic> diagnostics) => plan.Format switch
    {
        EditionFormat.Pdf => MakePdf(plan, diagnostics),
        EditionFormat.Cover => MakeCover(plan, diagnostics),
        _ => MakeEpub(plan, diagnostics),
    };

    private MadeEdition MakePdf(EditionPlan plan, List<Diagnostic> diagnostics)
    {
        var pages = PagesOf(plan).Pages;
        if (request.CheckOnly)
        {
            return new MadeEdition(plan, new OutputFile(FileName(plan), ReadOnlyMemory<byte>.Empty), pages.Pages.Length);
        }

        var written = PdfWriter.Write(pages, book.Metadata, _press.Settings(plan, new PdfSettings(plan)
        {
            Producer = request.Producer,
            Modified = book.Metadata.Modified,
            OutputIntent = ScreenColor.IntentOf(plan, request.Assets),
            PixelsPerInch = plan.Links ? ScreenPixels : PressPixels,
            JpegQuality = plan.Links ? ScreenQuality : PressQuality,
            Threads = request.Cores,
            Attachments = PdfSettings.TakesAttachments(plan) ? manuscript.Attached() : [],
            Streams = Streams,
            Pictures = request.Memory?.Pictures,
            Memory = Kept(plan),
        }, diagnostics));
        diagnostics.AddRange(written.Diagnostics);
        return new MadeEdition(plan, new OutputFile(FileName(plan), written.Bytes), pages.Pages.Length);
    }

    // Kept where another edition or the next build may have the same.
    private CompressionMemory? Streams => _shares || request.Memory is not null ? memory.Streams : null;

    private PdfMemory? Kept(EditionPlan plan)
    {
        var kept = request.Memory?.Pages.Of(plan.Name, static _ => new PdfMemory());
        kept?.Turn();
        return kept;
    }

    private EpubMemory? Publication(EditionPlan plan)
    {
        var kept = request.Memory?.Publications.Of(plan.Name, _ => new EpubMemory(memory.Entries));
        kept?.Turn();
        return kept;
    }

    // Around the pages of the edition it names, else of the book's first PDF without links.
    private MadeEdition MakeCover(EditionPlan plan, List<Diagnostic> diagnostics)
    {
        var inside = PagesPlan(plan)!;
        var pages = PagesOf(inside).Pages.Pages;
        var boxes = pages[0].Boxes;
        var printer = _press.PrinterOf(plan.Printer is null ? inside : plan);
        var paper = plan.Paper ?? inside.Paper;
        if (printer is not null && printer.Spine.PaperOf(paper) is null)
        {
            diagnostics.Add(PrinterDiagnostics.SpineUnknown.At(
                plan.Span,
                $"the profile of {printer.Title} doesn't say how thick its paper{(paper is null ? "" : $" '{paper}'")} is; the spine is that of ordinary cream paper",
                printer.Spine.Papers.IsEmpty ? "compare the sheet with the template that the printer makes for the book" : "its papers: " + string.Join(", ", printer.Spine.Papers.Select(p => p.Name))));
        }

        var sheet = CoverSheets.For(boxes.TrimWidth, boxes.TrimHeight, pages.Length, plan, printer, paper);
        var maker = CoverOf(inside, diagnostics, request, _images);
        if (maker.ColorFault() is { } fault)
        {
            diagnostics.Add(fault);
        }

        if (maker.Wrap(sheet, inside.Name) is not { } cover)
        {
            return new MadeEdition(plan, new OutputFile(FileName(plan), ReadOnlyMemory<byte>.Empty), 0);
        }

        var written = PdfWriter.Write(cover, book.Metadata, new PdfSettings(plan)
        {
            Producer = request.Producer,
            Modified = book.Metadata.Modified,
            OutputIntent = CoverSheets.IntentOf(request.Assets),
            PictureColor = PictureColor.Cmyk,
            InkLimit = printer?.Color.InkLimit ?? Press.UsualInkLimit,
            PixelsPerInch = PressPixels,
            JpegQuality = PressQuality,
            Streams = Streams,
            Pictures = request.Memory?.Pictures,
        });
        diagnostics.AddRange(written.Diagnostics);
        return new MadeEdition(plan, new OutputFile(FileName(plan), written.Bytes), 1);
    }

    private CoverMaker CoverOf(EditionPlan plan, List<Diagnostic> diagnostics, BuildRequest from, ImageLibrary images) =>
        new(book, StyleSheet.Load(from.Assets, book.Style, StyleMedium.Print, diagnostics, plan, from.Files, memory: memory.Styles), fonts, images);

    // The picture of an EPUB's cover waits for nothing: it's drawn beside the pages. What it reads has no part in them, so it asks the folders that nobody traces.
    private (Task<byte[]?> Picture, List<Diagnostic> Said) Front(EditionPlan plan)
    {
        var said = new List<Diagnostic>();
        byte[]? Draw()
        {
            var images = new ImageLibrary(keeper.Asked.Files);
            var picture = CoverOf(plan, said, keeper.Asked, images).FrontPicture(said, (key, make) => keeper.Front(book, key, () => memory.Cover(key, make)));
            said.AddRange(images.Diagnostics);
            return picture;
        }

        return (request.Cores > 1 ? Task.Run(Draw) : Task.FromResult(Draw()), said);
    }

    private MadeEdition MakeEpub(EditionPlan plan, List<Diagnostic> diagnostics)
    {
        var pages = PagesPlan(plan) is { } paged ? _maps[paged.Name] : null;
        if (pages is not null && book.Metadata.Isbns.TryGetValue(pages.Edition, out var isbn))
        {
            pages = pages with { Isbn = isbn };
        }

        var front = _fronts.GetValueOrDefault(plan.Name);
        var profile = ReaderProfiles.Find(request.Assets, plan, diagnostics);
        var css = memory.EpubCss(HouseFiles.Of(request.Assets, book.Style, StyleMedium.Epub, diagnostics, request.Files));
        var parts = new EpubParts(css, picture => EpubPicture.Of(_images, picture, profile, diagnostics))
        {
            PicturesAreReported = true,
            Fonts = fonts,
            Assets = request.Assets,
            Files = request.Files,
            Checklist = AccessibilityChecklist.Read(request.Files, () => Fingerprints.OfReading(book), diagnostics),
            Cover = front.Picture,
        };
        var shown = pages is null ? book : Colophon.WithPages(book, pages);
        var written = EpubWriter.Write(shown, pages, parts, new EpubSettings { Edition = plan.Name, Profile = profile, Threads = request.Cores, Memory = Publication(plan) });
        diagnostics.AddRange(front.Said ?? []);
        diagnostics.AddRange(fonts.Missing);
        diagnostics.AddRange(_images.Diagnostics);
        diagnostics.AddRange(written.Diagnostics);
        return new MadeEdition(plan, new OutputFile(EpubName(plan, profile), written.Bytes), null);
    }

    /// <summary>The pages of an edition as its printer gets them.</summary>
    public TypesetResult PagesOf(EditionPlan plan)
    {
        if (_pages.TryGetValue(plan.Name, out var known))
        {
            return known;
        }

        // What is said of pages that a wider gutter replaced is forgotten with them.
        var before = diagnostics.Count;
        var said = new List<Diagnostic>();
        var result = _press.PagesOf(plan, asked =>
        {
            var (set, about) = Set(asked);
            said = about;
            return set;
        });
        diagnostics.AddRange(said);
        if (!request.Reports.IsEmpty && !_pages.Values.Any(other => ReferenceEquals(other.Pages.Map, result.Pages.Map)))
        {
            // Editions that share their pages share their reports. Those of other pages name theirs.
            AddReports(plan, result, _pages.Count == 0 ? book.Metadata.Id : $"{book.Metadata.Id}-{plan.Name}");
        }

        _pages.Add(plan.Name, result);
        _maps[plan.Name] = result.Pages.Map with { Edition = plan.Name };
        if (book.Editions.Any(edition => edition.Format == EditionFormat.Epub && edition.PagesFrom == plan.Name))
        {
            keeper.Add(_maps[plan.Name], diagnostics.Skip(before));
        }

        return result;
    }

    private void AddReports(EditionPlan plan, TypesetResult result, string stem)
    {
        if (request.Reports.Contains(ReportNames.Pages, StringComparer.Ordinal))
        {
            Reports.Add(new OutputFile(stem + "-pages.html", PageReportHtml.Write(book.Metadata, plan.Name, result)));
            Reports.Add(new OutputFile(stem + "-pages.json", PageReportJson.Write(book.Metadata, plan.Name, result)));
        }

        if (request.Reports.Contains(ReportNames.Lines, StringComparer.Ordinal))
        {
            Reports.Add(new OutputFile(stem + "-lines.json", LineReportJson.Write(result.Lines)));
        }
    }

    private (TypesetResult Result, List<Diagnostic> Said) Set(EditionPlan plan)
    {
        var key = (plan.TrimWidth, plan.TrimHeight, plan.LeastInner, plan.LeastOutside);
        if (_set.TryGetValue(key, out var known))
        {
            return known;
        }

        var diagnostics = new List<Diagnostic>();
        var sheet = StyleSheet.Load(request.Assets, book.Style, StyleMedium.Print, diagnostics, plan, request.Files, request.Style, memory.Styles);
        foreach (var (families, span) in sheet.FontFamilies)
        {
            fonts.NamedAt(families, span);
        }

        var result = Typesetter.Set(book, sheet, fonts, memory.Paragraphs(request.Assets, book.Hyphenation), new BookPictures(_images), new TypesettingSettings(plan) { Parallelism = request.Cores }, request.Memory?.Typesetting.Of(sheet, static _ => new TypesettingMemory()));
        diagnostics.AddRange(sheet.Diagnostics);
        diagnostics.AddRange(fonts.Missing);
        diagnostics.AddRange(_images.Diagnostics);
        diagnostics.AddRange(result.Diagnostics);
        return _set[key] = (result, diagnostics);
    }

    private string FileName(EditionPlan plan) => $"{book.Metadata.Id}-{plan.Name}.pdf";

    private string EpubName(EditionPlan plan, ReaderProfile profile) => book.Metadata.Id + (plan.Name == "epub" ? "" : "-" + plan.Name) + profile.Ending;
}
