using System.Globalization;
using System.Runtime.CompilerServices;
using Publish.Document;
using Publish.Epub.Content;

namespace Publish.Epub.Package;

/// <summary>Writes the package document (EPUB 3.3, section 5).</summary>
internal static class PackageWriter
{
    // Sections that stayed as they were have as many as in the build before.
    private static readonly ConditionalWeakTable<Section, object> WordCounts = [];

    private const string Prefixes = "schema: http://schema.org/ dcterms: http://purl.org/dc/terms/ marc: http://id.loc.gov/vocabulary/ onix: http://www.editeur.org/ONIX/book/codelists/current.html#";

    public static byte[] Write(Book book, BookPlan plan, List<ManifestItem> items, EpubSettings settings, AccessibilityFacts facts)
    {
        var x = new XhtmlWriter();
        x.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        x.Start("package").Attribute("xmlns", "http://www.idpf.org/2007/opf").Attribute("version", "3.0").Attribute("unique-identifier", "book-id").Attribute("xml:lang", book.Metadata.Language).Attribute("dir", IsRightToLeft(book.Metadata.Language) ? "rtl" : "ltr");
        x.Attribute("prefix", Prefixes + (facts.Checklist is null ? "" : " a11y: http://www.idpf.org/epub/vocab/package/a11y/#") + (settings.Profile.SpecifiedFonts ? " ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/" : "")).Line();
        WriteMetadata(x, book, plan, items, settings, facts);
        x.Start("manifest").Line();
        foreach (var item in items)
        {
            x.Start("item").Attribute("id", item.Id).Attribute("href", item.Name).Attribute("media-type", item.MediaType).Attribute("properties", item.Properties).End().Line();
        }

        x.End().Line();
        x.Start("spine").Attribute("toc", settings.Profile.Ncx ? "ncx" : null).Attribute("page-progression-direction", IsRightToLeft(book.Metadata.Language) ? "rtl" : null).Line();
        foreach (var item in items.Where(i => i.InSpine))
        {
            x.Start("itemref").Attribute("idref", item.Id).End().Line();
        }

        x.End().Line();
        if (settings.Profile.Guide)
        {
            WriteGuide(x, plan, items);
        }

        x.End().Line();
        return x.ToBytes();
    }

    /// <summary>Whether a language is written from right to left: by its script, else by the language.</summary>
    public static bool IsRightToLeft(string language)
    {
        var tags = language.Split('-');
        return tags.Length > 1 && tags[1].Length == 4 ? tags[1] is "Arab" or "Hebr" or "Syrc" or "Thaa" : tags[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv" or "syr";
    }

    private static void WriteIdentifiers(XhtmlWriter x, Metadata m, EpubSettings settings)
    {
        var isbn = m.Isbns.TryGetValue(settings.Edition, out var found) && Identifier.IsIsbn(found) ? found : null;
        if (!settings.Profile.IsbnFirst)
        {
            Work();
        }

        if (isbn is not null)
        {
            x.Start("dc:identifier").Attribute("id", "isbn").Text("urn:isbn:" + isbn).End().Line();
            Refine(x, "isbn", "identifier-type", "15", "onix:codelist5");
        }

        if (settings.Profile.IsbnFirst)
        {
            Work();
        }

        void Work() => x.Start("dc:identifier").Attribute("id", "book-id").Text(Identifier.Of(m)).End().Line();
    }

    private static int WordCount(Book book) => Walk.Sections(book).Sum(section => (int)WordCounts.GetValue(
        section, static of => Words(PlainText.Of(of.Title)) + Walk.Blocks(of).OfType<TextBlock>().Sum(b => Words(PlainText.Of(b.Content)))));

    private static int Words(string text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c) || (inWord && c is '’' or '\u00AD' or '-');
            count += letter && !inWord ? 1 : 0;
            inWord = letter;
        }

        return count;
    }

    private static void WriteMetadata(XhtmlWriter x, Book book, BookPlan plan, List<ManifestItem> items, EpubSettings settings, AccessibilityFacts facts)
    {
        var m = book.Metadata;
        x.Start("metadata").Attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/").Line();
        WriteIdentifiers(x, m, settings);
        var title = string.IsNullOrEmpty(m.Subtitle) ? m.Title : m.Title + ": " + m.Subtitle;
        x.Start("dc:title").Attribute("id", "title").Text(title).End().Line();
        Refine(x, "title", "title-type", "main");
        Refine(x, "title", "file-as", SortTitle.Of(title, m.Language));
        x.Element("dc:language", m.Language).Line();
        var number = 0;
        var hasAuthor = m.Contributors.Any(c => c.Role == "aut");
        foreach (var contributor in m.Contributors)
        {
            number++;
            var id = "contributor-" + number.ToString(CultureInfo.InvariantCulture);
            x.Start(contributor.Role == "aut" || (!hasAuthor && number == 1) ? "dc:creator" : "dc:contributor").Attribute("id", id).Text(contributor.Name).End().Line();
            Refine(x, id, "role", contributor.Role, "marc:relators");
            Refine(x, id, "file-as", contributor.SortName.Length > 0 ? contributor.SortName : contributor.Name);
        }

        Optional(x, "dc:publisher", m.Publisher);
        if (m.Published is { } published && published.Length == 4 && published.All(char.IsAsciiDigit))
        {
            x.Element("dc:date", published).Line();
        }

        Optional(x, "dc:description", m.Description);
        for (var i = 0; i < m.Subjects.Length; i++)
        {
            var subject = m.Subjects[i];
            var id = "subject-" + (i + 1).ToString(CultureInfo.InvariantCulture);
            x.Start("dc:subject").Attribute("id", id).Text(subject.Term).End().Line();
            if (subject is { Scheme: { } scheme, Code: { } code })
            {
                Refine(x, id, "authority", scheme);
                Refine(x, id, "term", code);
            }
        }

        Optional(x, "dc:rights", m.Rights);
        Optional(x, "dc:source", m.Source);
        if (plan.Markers.Count > 0)
        {
            var paged = plan.Pages!.Isbn is { } print && Identifier.IsIsbn(print) ? "urn:isbn:" + print : m.Title + ", " + plan.Pages.Edition + " edition";
            if (settings.Profile.PageSource == PageSourceForm.PageBreakSource)
            {
                x.Start("meta").Attribute("property", "pageBreakSource").Text(paged).End().Line();
            }
            else
            {
                x.Start("dc:source").Attribute("id", "pages").Text(paged).End().Line();
                Refine(x, "pages", "source-of", "pagination");
            }
        }

        if (m.Series is { } series)
        {
            x.Start("meta").Attribute("property", "belongs-to-collection").Attribute("id", "series").Text(series.Name).End().Line();
            Refine(x, "series", "collection-type", "series");
            if (series.Number is { } place)
            {
                Refine(x, "series", "group-position", place);
            }

            if (series.Identifier is { } identifier)
            {
                Refine(x, "series", "dcterms:identifier", identifier);
            }
        }

        x.Start("meta").Attribute("property", "dcterms:modified").Text(m.Modified.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).End().Line();
        x.Start("meta").Attribute("property", "schema:wordCount").Text(WordCount(book).ToString(CultureInfo.InvariantCulture)).End().Line();
        facts.Write(x);
        if (settings.Profile.SpecifiedFonts && items.Exists(i => i.MediaType.StartsWith("font/", StringComparison.Ordinal)))
        {
            x.Start("meta").Attribute("property", "ibooks:specified-fonts").Text("true").End().Line();
        }

        if (settings.Profile.CoverMeta && items.Find(i => i.Properties == "cover-image") is { } cover)
        {
            // The name first: some old readers look for the attributes in this order.
            x.Start("meta").Attribute("name", "cover").Attribute("content", cover.Id).End().Line();
        }

        x.End().Line();
    }

    private static void WriteGuide(XhtmlWriter x, BookPlan plan, List<ManifestItem> items)
    {
        x.Start("guide").Line();
        if (items.Exists(i => i.Name == "cover.xhtml"))
        {
            Reference("cover", plan.Words.Cover, "cover.xhtml");
        }

        if (items.Exists(i => i.Name == "nav.xhtml" && i.InSpine))
        {
            Reference("toc", plan.Words.Contents, "nav.xhtml");
        }

        if (plan.Files.Find(f => f.Section.Matter == Matter.Body) is { } start)
        {
            Reference("text", start.Title, start.Name);
        }
        else if (plan.Files is [var first, ..])
        {
            Reference("text", first.Title, first.Name);
        }

        x.End().Line();
        void Reference(string type, string title, string name) => x.Start("reference").Attribute("type", type).Attribute("title", title).Attribute("href", name).End().Line();
    }

    private static void Refine(XhtmlWriter x, string id, string property, string value, string? scheme = null) =>
        x.Start("meta").Attribute("refines", "#" + id).Attribute("property", property).Attribute("scheme", scheme).Text(value).End().Line();

    private static void Optional(XhtmlWriter x, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            x.Element(name, value).Line();
        }
    }
}
