using System.IO.Compression;
using System.Xml.Linq;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;

namespace Publish.Epub.Tests;

/// <summary>An EPUB written for a test, unpacked.</summary>
internal sealed class Written
{
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";
    public static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";

    private static readonly Lazy<string> Css = new(() => HouseFiles.EpubCss(new RepositoryAssets(), "classic", new List<Diagnostic>()));

    private static readonly Lazy<FontLibrary> Fonts = new(() => FontLibrary.Load(new RepositoryAssets(), new List<Diagnostic>()));

    private Written(EpubResult result)
    {
        Result = result;
        using var zip = new ZipArchive(new MemoryStream(result.Bytes));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            Files.Add(entry.FullName, buffer.ToArray());
        }
    }

    public EpubResult Result { get; }

    public Dictionary<string, byte[]> Files { get; } = [];

    public static Written Torture(EpubSettings? settings = null)
    {
        var book = TortureBook.Make();
        return Of(book, TortureBook.Pages(book), settings);
    }

    public static Written Of(Book book, PageMap? pages = null, EpubSettings? settings = null, byte[]? cover = null, Package.AccessibilityChecklist? checklist = null, string css = "", Func<Picture, EpubPicture?>? pictures = null)
    {
        var parts = new EpubParts(Css.Value + css, pictures ?? (picture => EpubPicture.AsIs(TortureBook.Files(), picture))) { Fonts = Fonts.Value, Assets = new RepositoryAssets(), Checklist = checklist, Cover = Task.FromResult<byte[]?>(cover ?? PlainCover.Jpeg) };
        return new(EpubWriter.Write(book, pages, parts, settings ?? new EpubSettings { Profile = Profile("compat") }));
    }

    /// <summary>A profile of the repository.</summary>
    public static ReaderProfile Profile(string name)
    {
        var diagnostics = new List<Diagnostic>();
        var profile = ReaderProfiles.Find(new RepositoryAssets(), new EditionPlan("epub", EditionFormat.Epub) { Reader = name }, diagnostics);
        Assert.Empty(diagnostics);
        return profile;
    }

    public string Text(string name) => System.Text.Encoding.UTF8.GetString(Files["EPUB/" + name]);

    public XDocument Xml(string name)
    {
        using var reader = System.Xml.XmlReader.Create(new StringReader(Text(name)), new() { DtdProcessing = System.Xml.DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Content documents in reading order.</summary>
    public IEnumerable<string> Spine()
    {
        var package = Xml("package.opf");
        var hrefs = package.Descendants(Opf + "item").ToDictionary(i => i.Attribute("id")!.Value, i => i.Attribute("href")!.Value);
        return package.Descendants(Opf + "itemref").Select(r => hrefs[r.Attribute("idref")!.Value]);
    }

    public IEnumerable<(string File, XElement Element)> Elements(string type) =>
        Spine().SelectMany(file => Xml(file).Descendants().Where(e => e.Attribute(Ops + "type")?.Value == type).Select(e => (file, e)));
}
