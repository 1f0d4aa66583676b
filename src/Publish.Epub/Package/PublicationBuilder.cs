using System.Text;
using Publish.Document;
using Publish.Epub.Container;
using Publish.Epub.Content;
using Publish.Styles;

namespace Publish.Epub.Package;

/// <summary>Puts a publication together: documents in reading order, then what describes them, then the container.</summary>
internal sealed class PublicationBuilder(Book book, PageMap? pages, EpubParts parts, EpubSettings settings, List<Diagnostic> diagnostics)
{
    private const string Folder = "EPUB/";

    // So few files are packed sooner than they are shared out among threads.
    private const int FewFiles = 4;

    private static readonly byte[] Mimetype = [.. "application/epub+zip"u8];

    private static readonly byte[] ContainerFile =
    [
        .. """
            <?xml version="1.0" encoding="utf-8"?>
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
            <rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
            </rootfiles>
            </container>

            """u8,
    ];

    private const string Xhtml = "application/xhtml+xml";

    private readonly BookPlan plan = new(book, pages, settings.Profile.LargestDocument * 1000 / (settings.Profile.KoboSpans ? 2 : 1), settings.Memory);
    private readonly PictureShelf shelf = new(parts.Pictures, diagnostics, parts.PicturesAreReported);
    private readonly List<ManifestItem> items = [];
    private readonly XhtmlWriter page = new();
    private readonly EpubMemory? memory = settings.Memory;
    private readonly bool hasModern = settings.Memory?.SheetOf(("modern", parts.Css), () => StyleShelf.HasModern(parts.Css)) ?? StyleShelf.HasModern(parts.Css);
    private byte[]? cover;

    public byte[] Build()
    {
        var said = new List<Diagnostic>();
        var fonts = new FontShelf(book, parts, settings.Profile.FontFormat, said, memory);
        var families = memory?.SheetOf(("families", parts.Css), () => StyleShelf.FamiliesIn(parts.Css)) ?? StyleShelf.FamiliesIn(parts.Css);

        // What was embedded before is found sooner than a thread begins.
        var embedding = settings.Threads > 1 && memory is not { IsUsed: true } ? Task.Run(() => fonts.Embed(families)) : null;
        memory?.Begin((book.Metadata.Language, hasModern, settings.Profile.KoboSpans));
        var contents = NavigationWriter.Contents(book, plan);
        var navSection = "";
        var navPlace = -1;
        var fragment = new XhtmlWriter();
        foreach (var file in plan.Files)
        {
            if (file.Name == "nav.xhtml")
            {
                // It ends with the list of pages, which are only known when all else is written.
                WriteSection(fragment.Clear(), file, contents);
                navSection = fragment.ToString();
                navPlace = items.Count;
                continue;
            }

            Add(file.Stem, Document(new DocumentSource(file.Name, file.Title, file.Section, file.Blocks, file.Part), () =>
            {
                WriteSection(fragment.Clear(), file, contents);
                return Page(file.Title, x => x.Raw(fragment));
            }));
        }

        foreach (var (i, file) in plan.NoteFiles.Index().Where(n => plan.NotesSection is null || n.Index > 0))
        {
            var title = i == 0 ? plan.Words.Notes : EpubWords.With(plan.Words.Part, NotesWriter.TitleOf(plan, plan.NoteFiles[0]), i + 1);
            Add(file[..^6], Document(new DocumentSource(file, title, null, default, 0), () => Page(title, x => new NotesWriter(plan, shelf, diagnostics).Write(x, file))));
        }

        // Waited for no longer than it takes: it is made beside the text.
        cover = parts.Cover?.GetAwaiter().GetResult();
        if (cover is not null)
        {
            items.Insert(0, new ManifestItem("cover", "cover.xhtml", Xhtml, null, Page(plan.Words.Cover, CoverPage), true));
            navPlace += navPlace < 0 ? 0 : 1;
        }

        ReportPages();
        var nav = Page(navPlace >= 0 ? plan.Files.Find(f => f.Name == "nav.xhtml")!.Title : plan.Words.Contents, x => WriteNavigation(x, navSection, contents, navPlace >= 0));
        items.Insert(Math.Max(navPlace, 0), new ManifestItem("nav", "nav.xhtml", Xhtml, "nav", nav, navPlace >= 0));
        var faces = embedding?.GetAwaiter().GetResult() ?? fonts.Embed(families);
        diagnostics.AddRange(said);
        AddResources(fonts, faces);
        if (settings.Profile.Ncx)
        {
            items.Add(new ManifestItem("ncx", "toc.ncx", "application/x-dtbncx+xml", null, NavigationWriter.Ncx(book, plan, contents), false));
        }

        var facts = new AccessibilityFacts(shelf.SaysSomething, shelf.AllDescribed, shelf.Moves, plan.HasNotes, plan.Markers.Count > 0, Walk.Sections(book).Any(s => s.Kind == SectionKind.Index))
        {
            Checklist = parts.Checklist,
        };
        return Pack(PackageWriter.Write(book, plan, items, settings, facts));
    }

    private byte[] Pack(byte[] package)
    {
        var files = items.Select(i => (i.Name, i.Data)).Append(("package.opf", package)).OrderBy(f => f.Item1, StringComparer.Ordinal).ToArray();
        var packed = new PackedEntry[files.Length];
        int[] missing = [.. Enumerable.Range(0, files.Length).Where(i => memory?.IsPacked(files[i].Item2, Compresses(files[i].Item1)) != true)];
        Parallel.ForEach(missing, new ParallelOptions { MaxDegreeOfParallelism = missing.Length < FewFiles ? 1 : Math.Max(1, settings.Threads) }, i => packed[i] = Packed(files[i].Item1, files[i].Item2));
        var zip = new ZipWriter(book.Metadata.Modified);
        zip.Add("mimetype", Mimetype, memory, compress: false);
        zip.Add("META-INF/container.xml", ContainerFile, memory);
        for (var i = 0; i < files.Length; i++)
        {
            zip.Add(Folder + files[i].Item1, packed[i] ?? Packed(files[i].Item1, files[i].Item2));
        }

        return zip.Finish();
    }

    private PackedEntry Packed(string name, ReadOnlyMemory<byte> data) => memory?.PackedOf(data, Compresses(name)) ?? ZipWriter.Pack(data, Compresses(name));

    // A document as it was written before, or as it is written now.
    private byte[] Document(DocumentSource source, Func<byte[]> write)
    {
        if (memory is null)
        {
            return write();
        }

        if (memory.DocumentOf(source, plan, shelf) is { } known)
        {
            return known;
        }

        var (said, markers, sourceMarkers) = (diagnostics.Count, plan.Markers.Count, plan.SourceMarkers.Count);
        var log = plan.Log = new DocumentLog();
        var data = write();
        plan.Log = null;
        if (log.CanRepeat && said == diagnostics.Count)
        {
            log.End(plan, markers, sourceMarkers);
            memory.Keep(source, log, data);
        }

        return data;
    }

    private static bool Compresses(string name) => !name.EndsWith(".jpg", StringComparison.Ordinal) && !name.EndsWith(".woff", StringComparison.Ordinal);

    private void Add(string id, byte[] data) => items.Add(new ManifestItem(id, id + ".xhtml", Xhtml, null, data, true));

    private byte[] Page(string title, Action<XhtmlWriter> body)
    {
        var x = page.Clear();
        var language = book.Metadata.Language;
        x.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n");
        x.Start("html").Attribute("xmlns", "http://www.w3.org/1999/xhtml").Attribute("xmlns:epub", "http://www.idpf.org/2007/ops").Attribute("lang", language).Attribute("xml:lang", language);
        x.Attribute("dir", PackageWriter.IsRightToLeft(language) ? "rtl" : null).Line();
        x.Start("head").Line().Start("meta").Attribute("charset", "utf-8").End().Line().Element("title", title).Line();
        x.Start("link").Attribute("rel", "stylesheet").Attribute("type", "text/css").Attribute("href", "style.css").End().Line();
        if (hasModern)
        {
            x.Start("link").Attribute("rel", "stylesheet").Attribute("type", "text/css").Attribute("href", "widths.css").End().Line();
        }

        x.End().Line();
        x.Start("body").Line();
        body(x);
        x.Line().End().Line().End().Line();
        return settings.Profile.KoboSpans ? Encoding.UTF8.GetBytes(KoboSpans.Apply(x.ToString())) : x.ToBytes();
    }

    private void CoverPage(XhtmlWriter x)
    {
        var author = book.Metadata.Contributors.FirstOrDefault(c => c.Role == "aut");
        x.Start("section").Attribute("class", "cover").Attribute("epub:type", "cover");
        x.Start("img").Attribute("src", "images/cover.jpg").Attribute("alt", EpubWords.With(plan.Words.CoverOf, book.Metadata.Title) + (author is null ? "" : plan.Words.By + author.Name)).End().End();
    }

    private void WriteSection(XhtmlWriter x, PlannedFile file, List<NavigationEntry> contents)
    {
        var section = file.Section;
        var name = Drama.Is(section) ? Drama.With(ElementNames.Of(section), "drama") : ElementNames.Of(section);
        var semantics = Semantics.Of(section.Kind);
        var isNav = file.Name == "nav.xhtml";
        x.Start("section").Attribute("id", file.Stem).Attribute("class", string.Join(' ', name.Classes)).Attribute("lang", section.Language).Attribute("xml:lang", section.Language);
        if (file.Part > 0)
        {
            // What a part goes on with is said once, where the section begins.
            x.Attribute("aria-label", file.Title);
        }
        else if (!isNav)
        {
            x.Attribute("epub:type", semantics.Type).Attribute("role", semantics.Role);
            var titled = !section.Title.IsDefaultOrEmpty;
            if (semantics.Role is not null)
            {
                x.Attribute("aria-labelledby", titled ? file.Stem + "-title" : null).Attribute("aria-label", titled ? null : file.Title);
            }
        }

        x.Line();
        var writer = new ContentWriter(plan, shelf, file.Name, x);
        writer.SectionContent(file);
        if (ReferenceEquals(section, plan.NotesSection))
        {
            new NotesWriter(plan, shelf, diagnostics).WriteNotes(x, file.Name);
        }

        if (isNav)
        {
            WriteToc(x, contents, !section.Title.IsDefaultOrEmpty ? file.Stem + "-title" : null, writer.PagesAtEntry);
            writer.PagesAtEntry(int.MaxValue);
        }

        x.End();
    }

    private void WriteNavigation(XhtmlWriter x, string section, List<NavigationEntry> contents, bool inSpine)
    {
        if (inSpine)
        {
            x.Raw(section).Line();
        }
        else
        {
            x.Start("section").Attribute("class", "contents").Line().Start("h1").Attribute("id", "nav-title").Text(plan.Words.Contents).End().Line();
            WriteToc(x, contents, "nav-title");
            x.End().Line();
        }

        NavigationWriter.WriteSourcePages(x, plan);
        NavigationWriter.WritePages(x, plan);
        NavigationWriter.WriteLandmarks(x, plan, cover is not null, inSpine);
    }

    private void WriteToc(XhtmlWriter x, List<NavigationEntry> contents, string? titleId, Action<int>? before = null)
    {
        x.Start("nav").Attribute("epub:type", "toc").Attribute("role", "doc-toc").Attribute("aria-labelledby", titleId).Attribute("aria-label", titleId is null ? plan.Words.Contents : null).Line();
        NavigationWriter.WriteList(x, contents, before);
        x.Line().End().Line();
    }

    private void ReportPages()
    {
        if (plan.PagesLeft > 0)
        {
            diagnostics.Add(EpubDiagnostics.UnmarkedPage.At(SourceSpan.None, $"{plan.PagesLeft} pages of the edition “{pages!.Edition}” begin with text that the EPUB doesn't have"));
        }
    }

    private void AddResources(FontShelf fonts, IReadOnlyList<ManifestItem> faces)
    {
        foreach (var shelved in shelf.Pictures)
        {
            items.Add(new ManifestItem("picture-" + (items.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), shelved.Name, shelved.MediaType, null, shelved.Data, false));
        }

        if (cover is { } picture)
        {
            items.Add(new ManifestItem("cover-image", "images/cover.jpg", "image/jpeg", "cover-image", picture, false));
        }

        items.AddRange(faces);
        var (usual, modern) = memory?.SheetOf((parts.Css, fonts.Css, string.Join('\n', fonts.Families.Order(StringComparer.Ordinal)), settings.Profile.KoboSpans), () => Sheets(fonts)) ?? Sheets(fonts);
        items.Add(new ManifestItem("style", "style.css", "text/css", null, usual, false));
        if (modern.Length > 0)
        {
            items.Add(new ManifestItem("style-widths", "widths.css", "text/css", null, modern, false));
        }
    }

    private (byte[] Usual, byte[] Modern) Sheets(FontShelf fonts)
    {
        var css = new StringBuilder("@charset \"utf-8\";\n").Append(fonts.Css);
        if (settings.Profile.KoboSpans)
        {
            css.Append("div#book-inner { margin-top: 0; margin-bottom: 0; }\n");
        }

        css.Append(StyleShelf.Prepared(parts.Css, fonts.Families));
        var (usual, modern) = StyleShelf.Divide(css.ToString());
        return (Encoding.UTF8.GetBytes(usual), Encoding.UTF8.GetBytes(modern));
    }
}
