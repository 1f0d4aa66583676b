using System.Xml;
using System.Xml.Linq;
using Publish.Document;

namespace Publish.EpubLint.Reading;

/// <summary>An item of the manifest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">Its path in the container; null for a remote one.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Span">Where it is listed.</param>
internal sealed record Item(string Id, string? Path, string MediaType, string[] Properties, SourceSpan Span);

/// <summary>An entry of a list in the navigation document or NCX.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Path">The file it leads to; null where it leads nowhere.</param>
/// <param name="Fragment">The place in it; empty for its beginning.</param>
/// <param name="Element">The element, for its place and type.</param>
internal sealed record Entry(string Label, string? Path, string Fragment, XElement Element);

/// <summary>An EPUB as its own files describe it.</summary>
internal sealed class Publication
{
    private readonly List<Diagnostic> findings;

    private Publication(ZipContainer container, string packagePath, XElement package, List<Diagnostic> findings)
    {
        this.findings = findings;
        Container = container;
        PackagePath = packagePath;
        Package = package;
        Files = new(StringComparer.Ordinal);
        foreach (var entry in container.Entries)
        {
            if (entry.Data is { } data)
            {
                Files.TryAdd(entry.Name, data);
            }
        }

        foreach (var item in Children("manifest", "item"))
        {
            var href = (string?)item.Attribute("href") ?? "";
            var listed = new Item((string?)item.Attribute("id") ?? "", Resolve(packagePath, href)?.Path, (string?)item.Attribute("media-type") ?? "", ((string?)item.Attribute("properties") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), At(item));
            Items.Add(listed);
            byId.TryAdd(listed.Id, listed);
        }

        foreach (var reference in Children("spine", "itemref"))
        {
            if (byId.TryGetValue((string?)reference.Attribute("idref") ?? "", out var item) && item.Path is { } path)
            {
                Spine.Add(path);
            }
        }

        foreach (var path in Spine.Concat(Items.Where(i => i.MediaType == "application/xhtml+xml").Select(i => i.Path).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            if (Parse(path) is { } root)
            {
                Documents.Add(new ContentDocument(path, root));
                byPath[path] = Documents[^1];
            }
        }

        Navigation = Items.Find(i => i.Properties.Contains("nav", StringComparer.Ordinal)) is { Path: { } nav } ? byPath.GetValueOrDefault(nav) : null;
        NcxPath = Items.Find(i => i.MediaType == "application/x-dtbncx+xml")?.Path;
        Contents = List("toc");
        if (Contents.Count == 0 && NcxPath is { } ncx && Parse(ncx) is { } old)
        {
            Contents = [.. old.Descendants().Where(e => e.Name.LocalName == "navPoint").Select(e => Point(ncx, e))];
        }

        Pages = List("page-list");
        Landmarks = List("landmarks");
    }

    private readonly Dictionary<string, Item> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentDocument> byPath = new(StringComparer.Ordinal);

    public ZipContainer Container { get; }

    public string PackagePath { get; }

    public XElement Package { get; }

    public Dictionary<string, byte[]> Files { get; }

    public List<Item> Items { get; } = [];

    /// <summary>Paths in reading order.</summary>
    public List<string> Spine { get; } = [];

    /// <summary>Content documents: those of the spine in order, then others.</summary>
    public List<ContentDocument> Documents { get; } = [];

    public ContentDocument? Navigation { get; }

    public string? NcxPath { get; }

    public List<Entry> Contents { get; }

    public List<Entry> Pages { get; }

    public List<Entry> Landmarks { get; }

    public bool IsVersion3 => ((string?)Package.Attribute("version"))?.StartsWith('3') ?? false;

    /// <summary>Opens an EPUB.</summary>
    /// <returns>Null where it can't be read, which is said.</returns>
    public static Publication? Open(ReadOnlyMemory<byte> file, List<Diagnostic> findings)
    {
        if (ZipContainer.Read(file) is not { } container)
        {
            findings.Add(EpubLintDiagnostics.NotAnEpub.At(SourceSpan.None, "this is not a ZIP archive"));
            return null;
        }

        var named = container.Entries.Find(e => e.Name == "META-INF/container.xml")?.Data is { } data ? XmlText.Parse(data, out _) : null;
        var path = (string?)named?.Descendants().FirstOrDefault(e => e.Name.LocalName == "rootfile")?.Attribute("full-path");
        if (path is null)
        {
            findings.Add(EpubLintDiagnostics.NotAnEpub.At(SourceSpan.WholeFile("META-INF/container.xml"), "there is no META-INF/container.xml that names a package document"));
            return null;
        }

        var bytes = container.Entries.Find(e => e.Name == path)?.Data;
        (string Message, int Line, int Column)? fault = null;
        if (bytes is null || XmlText.Parse(bytes, out fault) is not { } package)
        {
            findings.Add(EpubLintDiagnostics.NotAnEpub.At(fault is { } f ? SourceSpan.At(path, f.Line, f.Column) : SourceSpan.WholeFile(path), fault is null ? "the package document is missing" : "the package document can't be read: " + fault.Value.Message));
            return null;
        }

        return new Publication(container, path, package, findings);
    }

    /// <summary>The document at a path; null where there is none or it couldn't be read.</summary>
    public ContentDocument? Find(string? path) => path is null ? null : byPath.GetValueOrDefault(path);

    /// <summary>Metadata elements by local name (<c>title</c>, <c>creator</c>).</summary>
    public IEnumerable<XElement> Dublin(string name) => Children("metadata", name).Concat(Children("metadata", "dc-metadata").SelectMany(e => e.Elements().Where(c => c.Name.LocalName == name)));

    /// <summary>What meta elements say of a property, without refinements.</summary>
    public IEnumerable<XElement> Meta(string property) => Children("metadata", "meta").Where(m => (string?)m.Attribute("property") == property && m.Attribute("refines") is null);

    /// <summary>What refines an element.</summary>
    public IEnumerable<XElement> Refining(XElement element) => (string?)element.Attribute("id") is { } id ? Children("metadata", "meta").Where(m => (string?)m.Attribute("refines") == "#" + id) : [];

    /// <summary>Elements of a part of the package document.</summary>
    public IEnumerable<XElement> Children(string part, string name) => Package.Elements().Where(e => e.Name.LocalName == part).SelectMany(e => e.Elements()).Where(e => e.Name.LocalName == name);

    /// <summary>The place of an element of the package document.</summary>
    public SourceSpan At(XElement element) => element is IXmlLineInfo line && line.HasLineInfo() ? SourceSpan.At(PackagePath, line.LineNumber, line.LinePosition) : SourceSpan.WholeFile(PackagePath);

    /// <summary>The file and place that a reference means; null for one out of the book.</summary>
    public static (string Path, string Fragment)? Resolve(string from, string href)
    {
        var colon = href.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && href[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '.' or '-'))
        {
            return null;
        }

        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(href[(hash + 1)..]);
        var path = Uri.UnescapeDataString(hash < 0 ? href : href[..hash]);
        if (path.Length == 0)
        {
            return (from, fragment);
        }

        var parts = new List<string>(path.StartsWith('/') ? [] : from.Split('/')[..^1]);
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return (string.Join('/', parts), fragment);
    }

    private static Entry Point(string ncx, XElement point)
    {
        var label = point.Elements().FirstOrDefault(e => e.Name.LocalName == "navLabel");
        var source = (string?)point.Elements().FirstOrDefault(e => e.Name.LocalName == "content")?.Attribute("src") ?? "";
        var target = Resolve(ncx, source);
        return new Entry(label is null ? "" : ContentDocument.Flat(label), target?.Path, target?.Fragment ?? "", point);
    }

    private List<Entry> List(string type)
    {
        var nav = Navigation?.Elements("nav").FirstOrDefault(n => ContentDocument.Types(n).Contains(type, StringComparer.Ordinal));
        return nav is null ? [] : [.. nav.Descendants().Where(e => e.Name.LocalName == "a").Select(a =>
        {
            var target = Resolve(Navigation!.Path, (string?)a.Attribute("href") ?? "");
            return new Entry(ContentDocument.Flat(a), target?.Path, target?.Fragment ?? "", a);
        })];
    }

    private XElement? Parse(string path)
    {
        if (!Files.TryGetValue(path, out var data))
        {
            return null;
        }

        var root = XmlText.Parse(data, out var fault);
        if (fault is { } f)
        {
            findings.Add(EpubLintDiagnostics.NotWellFormed.At(SourceSpan.At(path, f.Line, f.Column), "this isn't well-formed XML: " + f.Message));
        }

        return root;
    }
}
