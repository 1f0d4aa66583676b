using System.Collections.Immutable;
using Publish.Document;
using Publish.Imaging;
using Publish.Pdf.Attachments;
using Publish.Pdf.Color;
using Publish.Pdf.Conformance;
using Publish.Pdf.Content;
using Publish.Pdf.Fonts;
using Publish.Pdf.Interactive;
using Publish.Pdf.Metadata;
using Publish.Pdf.Pictures;
using Publish.Pdf.Structure;
using Publish.Pdf.Syntax;
using Publish.Pdf.Text;
using Publish.Typesetting.Display;

namespace Publish.Pdf;

/// <summary>Writes one file: settles the text, makes fonts and page contents, and puts every object down once.</summary>
internal sealed class FileWriter
{
    private const int PagesPerNode = 50;

    // So few pages are written sooner than they are shared out among threads.
    private const int FewPages = 6;

    private readonly PageSet _pages;
    private readonly Document.Metadata _metadata;
    private readonly PdfSettings _settings;
    private readonly ImmutableArray<Standard> _asked;
    private readonly Violations _violations;
    private readonly List<Diagnostic> _diagnostics;
    private readonly ObjectTable _objects;
    private readonly bool _tagged;
    private readonly bool _overprint;
    private readonly bool _namespaces;

    /// <summary>A writer for one edition.</summary>
    public FileWriter(
        PageSet pages,
        Document.Metadata metadata,
        PdfSettings settings,
        ImmutableArray<Standard> asked,
        Violations violations,
        List<Diagnostic> diagnostics)
    {
        (_pages, _metadata, _settings, _asked, _violations, _diagnostics) = (pages, metadata, settings, asked, violations, diagnostics);
        _tagged = settings.Plan.Tagged && pages.Structure.Elements.Length > 0;
        _overprint = settings.OutputIntent is { Components: 4 } && asked.Any(standard => standard.PdfXVersion is not null);
        _namespaces = asked.Any(standard => standard.NeedsNamespaces);
        var version = asked.Select(standard => standard.Version).DefaultIfEmpty(PdfVersion.Pdf17).Min();
        _objects = new ObjectTable(new SyntaxSettings(settings.Readable, settings.Classic || asked.Any(standard => standard.NeedsClassic) ? Serialisation.Classic : Serialisation.Compact, version) { Memory = settings.Streams });
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        // Pictures are made ready while the text is settled; what there is to say of them comes after.
        TextPlan? settled = null;
        PictureSet? ready = null;
        var violations = new Violations();
        var diagnostics = new List<Diagnostic>();
        Parallel.Invoke(
            _settings.Memory is { IsUsed: true } ? OneThread : Options(),
            () => settled = TextPlanner.Plan(_pages, _tagged, _violations, _settings.Memory),
            () => ready = new PictureSet(_pages, _settings, _asked.Any(standard => standard.PdfAPart == 1), violations, diagnostics));
        var (text, pictures) = (settled!, ready!);
        var fonts = Embed(text.Fonts);
        _violations.Add(violations);
        _diagnostics.AddRange(diagnostics);
        var inks = SpotInks.Of(_pages);
        var contents = WriteContents(text, fonts, pictures.Numbers, inks);

        var catalog = _objects.Reserve();
        var pageTree = _objects.Reserve();
        var nodes = _objects.Reserve((_pages.Pages.Length + PagesPerNode - 1) / PagesPerNode);
        var pageNumbers = new ObjectReference[_pages.Pages.Length];
        var firstPage = _objects.Reserve(pageNumbers.Length);
        for (var i = 0; i < pageNumbers.Length; i++)
        {
            pageNumbers[i] = new ObjectReference(firstPage.Number + i);
        }

        var resources = _objects.Reserve();
        if (_overprint)
        {
            _overprints = OverprintState.Write(_objects);
        }

        _spaces = inks.IsEmpty ? default : inks.Write(_objects);
        var fontNumbers = fonts.Length == 0 ? default : _objects.Reserve(fonts.Length);
        var pictureNumbers = _objects.Reserve(pictures.Pictures.Count);
        WritePageTree(pageTree, nodes, pageNumbers);

        var destinations = new Destinations(_pages);
        var links = new List<TaggedLink>();
        for (var i = 0; i < pageNumbers.Length; i++)
        {
            var annotations = WriteLinks(i, destinations, links);
            WritePage(i, pageNumbers[i], new ObjectReference(nodes.Number + (i / PagesPerNode)), contents[i], annotations, resources, pictures, pictureNumbers);
        }

        WriteResources(resources, fontNumbers, fonts.Length);
        for (var i = 0; i < fonts.Length; i++)
        {
            FontWriter.Write(_objects, fonts[i], new ObjectReference(fontNumbers.Number + i), withCidSet: _asked.Any(standard => standard.PdfAPart == 1));
        }

        for (var i = 0; i < pictures.Pictures.Count; i++)
        {
            PictureWriter.Write(_objects, new ObjectReference(pictureNumbers.Number + i), pictures.Pictures[i]);
        }

        WriteCatalog(catalog, pageTree, pageNumbers, contents, destinations, links, out var info, out var id);
        return Serialiser.For(_objects.Settings).Serialise(_objects, new Trailer(catalog, info, id));
    }

    private ObjectReference _overprints;
    private ObjectReference _spaces;

    private EmbeddedFont[] Embed(IReadOnlyList<FontUse> uses)
    {
        var fonts = new EmbeddedFont[uses.Count];
        for (var i = 0; i < fonts.Length; i++)
        {
            if (!uses[i].Face.EmbeddingAllowed)
            {
                _violations.Add(ViolationKind.FontNotEmbeddable, detail: uses[i].Face.PostScriptName);
                _diagnostics.Add(PdfDiagnostics.FontRights.At(
                    SourceSpan.WholeFile(uses[i].Face.Path), $"the licence bits of {uses[i].Face.PostScriptName} forbid to embed it", "use another font"));
            }
        }

        ForMissing(fonts.Length, i => (fonts[i] = _settings.Memory?.FontOf(uses[i])!) is not null, missing => Parallel.ForEach(missing, Options(), i => fonts[i] = new EmbeddedFont(uses[i])));
        return fonts;
    }

    private PageContent[] WriteContents(TextPlan text, EmbeddedFont[] fonts, IReadOnlyDictionary<ImageResource, int> pictures, SpotInks inks)
    {
        var contents = new PageContent[_pages.Pages.Length];
        var structure = _tagged ? _pages.Structure : null;

        // An ink of its own is named by its number, which other pages settle: such books are written anew.
        var memory = inks.IsEmpty ? _settings.Memory : null;
        memory?.BeginContents(fonts, [.. pictures.OrderBy(pair => pair.Value).Select(pair => pair.Key)], (_tagged, _overprint, _settings.Readable));
        ForMissing(contents.Length, i => (contents[i] = memory?.ContentOf(_pages.Pages[i], text.Pages[i], structure)!) is not null, missing => Parallel.ForEach(
            missing,
            missing.Count < FewPages ? OneThread : Options(),
            () => new PageContentWriter(text, fonts, pictures, structure, _objects.Settings, _overprint, inks),
            (i, _, writer) =>
            {
                var page = _pages.Pages[i];
                contents[i] = writer.Write(i, page);
                memory?.Keep(page, text.Pages[i], structure, contents[i]);
                return writer;
            },
            _ => { }));
        return contents;
    }

    // What is kept is found at once; only the rest is shared out among threads, which takes longer than to find all.
    private static void ForMissing(int count, Func<int, bool> find, Action<List<int>> make)
    {
        var missing = new List<int>();
        for (var i = 0; i < count; i++)
        {
            if (!find(i))
            {
                missing.Add(i);
            }
        }

        if (missing.Count > 0)
        {
            make(missing);
        }
    }

    // For what takes less time than a thread takes to begin.
    private static readonly ParallelOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    private ParallelOptions Options() => new() { MaxDegreeOfParallelism = Math.Max(1, _settings.Threads) };

    private void WritePageTree(ObjectReference root, ObjectReference nodes, ObjectReference[] pages)
    {
        var count = (pages.Length + PagesPerNode - 1) / PagesPerNode;
        using (var dictionary = _objects.Dictionary(root))
        {
            dictionary.Name("Type"u8, "Pages"u8);
            dictionary.Integer("Count"u8, pages.Length);
            using var kids = dictionary.Array("Kids"u8);
            for (var i = 0; i < count; i++)
            {
                kids.Reference(new ObjectReference(nodes.Number + i));
            }
        }

        for (var i = 0; i < count; i++)
        {
            var node = pages.AsSpan(i * PagesPerNode, Math.Min(PagesPerNode, pages.Length - (i * PagesPerNode)));
            using var dictionary = _objects.Dictionary(new ObjectReference(nodes.Number + i));
            dictionary.Name("Type"u8, "Pages"u8);
            dictionary.Reference("Parent"u8, root);
            dictionary.Integer("Count"u8, node.Length);
            using var kids = dictionary.Array("Kids"u8);
            foreach (var page in node)
            {
                kids.Reference(page);
            }
        }
    }

    private List<ObjectReference> WriteLinks(int index, Destinations destinations, List<TaggedLink> tagged)
    {
        var annotations = new List<ObjectReference>();
        if (!_settings.Plan.Links)
        {
            return annotations;
        }

        var page = _pages.Pages[index];
        var geometry = new PageGeometry(page.Boxes);
        foreach (var link in page.Links)
        {
            if (link.DestinationId is { } id && !destinations.Contains(id))
            {
                _diagnostics.Add(PdfDiagnostics.LinkToNowhere.At(SourceSpan.None, $"a link on page {page.Label} leads to '{id}', which no page has"));
                continue;
            }

            var number = _objects.Reserve();
            var isTagged = _tagged && _pages.Structure.Has(link.Structure);
            LinkAnnotations.Write(_objects, number, link, geometry, isTagged ? _pages.Pages.Length + tagged.Count : -1);
            annotations.Add(number);
            if (isTagged)
            {
                tagged.Add(new TaggedLink(number, link.Structure, index, link.DestinationId is { } target ? destinations.ElementOf(target) : -1));
            }
        }

        return annotations;
    }

    private void WritePage(
        int index,
        ObjectReference number,
        ObjectReference parent,
        PageContent content,
        List<ObjectReference> annotations,
        ObjectReference resources,
        PictureSet pictures,
        ObjectReference firstPicture)
    {
        // A blank page has no content at all.
        var stream = content.Data.Length == 0 ? default : _objects.Reserve();
        using (var page = _objects.Dictionary(number))
        {
            page.Name("Type"u8, "Page"u8);
            page.Reference("Parent"u8, parent);
            PageBoxWriter.Write(page, _pages.Pages[index].Boxes);
            if (pictures.OnPage(index) is { Count: > 0 } here)
            {
                using var own = page.Dictionary("Resources"u8);
                own.Reference("Font"u8, resources);
                WriteStates(own);
                using var objects = own.Dictionary("XObject"u8);
                foreach (var picture in here)
                {
                    objects.Reference(PictureSet.Name(picture), new ObjectReference(firstPicture.Number + picture));
                }
            }
            else
            {
                using var own = page.Dictionary("Resources"u8);
                if (!stream.IsNone)
                {
                    own.Reference("Font"u8, resources);
                    WriteStates(own);
                }
            }

            if (!stream.IsNone)
            {
                page.Reference("Contents"u8, stream);
            }

            if (_tagged && content.Marks.Length > 0)
            {
                page.Integer("StructParents"u8, index);
            }

            if (annotations.Count > 0)
            {
                page.Name("Tabs"u8, "S"u8);
                using var array = page.Array("Annots"u8);
                foreach (var annotation in annotations)
                {
                    array.Reference(annotation);
                }
            }
        }

        if (!stream.IsNone)
        {
            using var dictionary = _objects.Stream(stream, content.Data);
            if (content.IsDeflated)
            {
                dictionary.Name("Filter"u8, "FlateDecode"u8);
            }
        }
    }

    private void WriteStates(DictionaryWriter resources)
    {
        if (_overprint)
        {
            resources.Reference("ExtGState"u8, _overprints);
        }

        if (!_spaces.IsNone)
        {
            resources.Reference("ColorSpace"u8, _spaces);
        }
    }

    private void WriteResources(ObjectReference number, ObjectReference firstFont, int count)
    {
        using var fonts = _objects.Dictionary(number);
        for (var i = 0; i < count; i++)
        {
            fonts.Reference(PictureSet.Name(i, (byte)'F'), new ObjectReference(firstFont.Number + i));
        }
    }

    private void WriteCatalog(
        ObjectReference catalog,
        ObjectReference pageTree,
        ObjectReference[] pageNumbers,
        PageContent[] contents,
        Destinations destinations,
        List<TaggedLink> links,
        out ObjectReference info,
        out byte[] id)
    {
        var interactive = _settings.Plan.Links;
        foreach (var duplicate in interactive ? destinations.Duplicates : [])
        {
            _diagnostics.Add(PdfDiagnostics.DuplicateDestination.At(SourceSpan.None, $"two places of the edition are called '{duplicate}'; links lead to the first"));
        }

        IReadOnlyList<ObjectReference> elements = [];
        var structure = _tagged ? StructureWriter.Write(_objects, _pages.Structure, contents, pageNumbers, links, new FigureBoxes(_pages), _namespaces, out elements) : default;
        var outline = interactive ? OutlineWriter.Write(_objects, _pages.Outline, destinations) : default;
        var places = interactive && destinations.Count > 0 ? destinations.Write(_objects, _pages, pageNumbers, _namespaces ? elements : []) : default;
        var labels = PageLabels.Write(_objects, _pages.Pages);
        var profile = _settings.OutputIntent is { Components: > 0 } intent ? OutputIntentWriter.WriteProfile(_objects, intent) : default;

        var attached = AttachmentWriter.Write(_objects, _settings.Attachments, _settings.Modified ?? _metadata.Modified, out var attachments);

        JudgeLimits(_metadata);
        var claims = ConformanceReport.Kept(_asked, _violations, _settings.Plan, _pages.Pages, _diagnostics);
        ReportMissingGlyphs();
        var facts = DocumentFacts.Of(_metadata, _settings, claims);
        info = _namespaces ? default : InfoWriter.Write(_objects, facts);
        id = _objects.Digest()[..16];
        var xmp = XmpWriter.Write(_objects, facts, id);

        using var dictionary = _objects.Dictionary(catalog);
        dictionary.Name("Type"u8, "Catalog"u8);
        dictionary.Reference("Pages"u8, pageTree);
        dictionary.Reference("PageLabels"u8, labels);
        dictionary.OptionalText("Lang"u8, _metadata.Language);
        using (var preferences = dictionary.Dictionary("ViewerPreferences"u8))
        {
            preferences.Boolean("DisplayDocTitle"u8, true);
        }

        if (!outline.IsNone)
        {
            dictionary.Reference("Outlines"u8, outline);
            dictionary.Name("PageMode"u8, "UseOutlines"u8);
        }

        if (!places.IsNone || !attachments.IsNone)
        {
            using var names = dictionary.Dictionary("Names"u8);
            names.OptionalReference("Dests"u8, places);
            names.OptionalReference("EmbeddedFiles"u8, attachments);
        }

        if (!attached.IsEmpty)
        {
            using var files = dictionary.Array("AF"u8);
            foreach (var file in attached)
            {
                files.Reference(file);
            }
        }

        if (!structure.IsNone)
        {
            using (var mark = dictionary.Dictionary("MarkInfo"u8))
            {
                mark.Boolean("Marked"u8, true);
            }

            dictionary.Reference("StructTreeRoot"u8, structure);
        }

        if (!profile.IsNone)
        {
            var subtypes = _asked.Select(standard => standard.IntentSubtype).OfType<string>().Distinct().DefaultIfEmpty("GTS_PDFA1").ToArray();
            OutputIntentWriter.Write(dictionary, profile, _settings.OutputIntent!, subtypes);
        }

        dictionary.Reference("Metadata"u8, xmp);
    }

    // The information dictionary says what is claimed, so it is judged before it is written.
    private void JudgeLimits(Document.Metadata metadata)
    {
        var limits = _objects.Limits;
        limits.String(Strings.Encode(metadata.Description).Length);
        limits.String(Strings.Encode(metadata.Title).Length);
        Judge(limits.NameLength > 127, ViolationKind.LongName);
        Judge(limits.StringLength > 32_767, ViolationKind.LongString);
        Judge(limits.Integer > int.MaxValue, ViolationKind.LargeInteger);
        Judge(limits.ArrayLength > 8_191, ViolationKind.LongArray);
        Judge(_objects.Count > 8_388_000, ViolationKind.ManyObjects);
    }

    private void Judge(bool broken, ViolationKind kind)
    {
        if (broken)
        {
            _violations.Add(kind);
        }
    }

    private void ReportMissingGlyphs()
    {
        if (_violations.All.FirstOrDefault(violation => violation.Kind == ViolationKind.MissingGlyph) is { } missing)
        {
            _diagnostics.Add(PdfDiagnostics.MissingGlyph.At(
                SourceSpan.None, $"no font has a glyph for '{missing.Detail}', first on page {_pages.Pages[missing.Page].Label}", "add a font that has it"));
        }
    }
}
