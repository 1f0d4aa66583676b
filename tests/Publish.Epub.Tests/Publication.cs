using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Publish.Epub.Tests;

/// <summary>A written EPUB, opened as XML.</summary>
internal sealed class Publication
{
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    public Publication(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            Names.Add(entry.FullName);
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Files[entry.FullName] = copy.ToArray();
            if (entry.FullName.EndsWith(".xhtml", StringComparison.Ordinal) || entry.FullName.EndsWith(".opf", StringComparison.Ordinal) || entry.FullName.EndsWith(".ncx", StringComparison.Ordinal))
            {
                copy.Position = 0;
                using var reader = XmlReader.Create(copy, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
                Documents[Path.GetFileName(entry.FullName)] = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            }
        }
    }

    public List<string> Names { get; } = [];

    public Dictionary<string, byte[]> Files { get; } = [];

    public SortedDictionary<string, XDocument> Documents { get; } = new(StringComparer.Ordinal);

    public IEnumerable<(string File, XElement Element)> OfType(string type) =>
        Documents.SelectMany(d => d.Value.Descendants().Where(e => (string?)e.Attribute(Ops + "type") == type).Select(e => (d.Key, e)));

    public XElement ById(string file, string id) => Documents[file].Descendants().Single(e => (string?)e.Attribute("id") == id);
}
