using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Publish.Document;

namespace Publish.Editions.Tests;

/// <summary>The words of an EPUB's documents beside those of the model.</summary>
internal static partial class SpineText
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private static readonly HashSet<string> InLine = ["a", "abbr", "cite", "code", "em", "i", "s", "span", "strong", "sub", "sup"];

    /// <summary>A document for each section, its parts joined; what is made for the book (cover, contents, index) is left out.</summary>
    /// <param name="epub">The file.</param>
    /// <param name="book">The book it was made from.</param>
    public static IReadOnlyList<(string Name, string Model, string Shown)> Compare(string epub, Book book)
    {
        using var zip = ZipFile.OpenRead(epub);
        var documents = Documents(zip);
        var compared = new List<(string, string, string)>();
        foreach (var (section, name) in Files(documents, book))
        {
            var stem = name[..^6];
            var parts = documents.Where(d => d == name || PartName().Match(d) is { Success: true } part && part.Groups[1].Value == stem);
            if (section.Kind is not (SectionKind.Contents or SectionKind.ListOfFigures or SectionKind.ListOfTables or SectionKind.Index))
            {
                compared.Add((name, Words(Model(section.Title) + " " + Model(section.Subtitle) + " " + Model(section.Blocks)), Words(string.Join(' ', parts.Select(p => Shown(Read(zip, p).Root!, notes: false))))));
            }
        }

        var notes = documents.Where(d => d == "notes.xhtml" || (PartName().Match(d) is { Success: true } part && part.Groups[1].Value == "notes"));
        compared.Add(("notes", Words(string.Join(' ', Walk.Notes(book).Select(note => Model(note.Blocks)))), Words(string.Join(' ', notes.SelectMany(d => Read(zip, d).Descendants().Where(IsNote)).Select(note => Shown(note, notes: true))))));
        return compared;
    }

    /// <summary>The first document of each section.</summary>
    /// <param name="epub">The file.</param>
    /// <param name="book">The book it was made from.</param>
    public static IReadOnlyList<(Section Section, string Name)> FilesOf(string epub, Book book)
    {
        using var zip = ZipFile.OpenRead(epub);
        return Files(Documents(zip), book);
    }

    private static List<string> Documents(ZipArchive zip)
    {
        var package = Read(zip, "package.opf");
        var opf = package.Root!.Name.Namespace;
        var hrefs = package.Descendants(opf + "item").ToDictionary(item => item.Attribute("id")!.Value, item => item.Attribute("href")!.Value);
        return [.. package.Descendants(opf + "itemref").Select(item => hrefs[item.Attribute("idref")!.Value]).Where(name => name != "cover.xhtml")];
    }

    private static IReadOnlyList<(Section Section, string Name)> Files(List<string> documents, Book book)
    {
        var sections = Walk.Sections(book).ToList();
        var own = sections.Exists(s => s.Kind == SectionKind.Notes);
        var firsts = documents.Where(name => !PartName().IsMatch(name) && (own || name != "notes.xhtml")).ToList();
        Assert.Equal(sections.Count, firsts.Count);
        return [.. sections.Zip(firsts)];
    }

    private static XDocument Read(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry("EPUB/" + name)!.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static bool IsNote(XElement element) => (string?)element.Attribute("role") == "doc-footnote";

    private static string Model(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(' ').Append(block switch { TextBlock t => Model(t.Content), CodeBlock c => c.Value, _ => "" }).Append(' ').Append(Model(Walk.Children(block)));
        }

        return text.Append(' ').ToString();
    }

    // What a reference says is made by each edition.
    private static string Model(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Text text => text.Value,
        Code code => code.Value,
        LineBreak => " ",
        CrossReference => "",
        InlineContainer container => Model(container.Content),
        _ => "",
    }));

    private static string Shown(XElement element, bool notes)
    {
        var text = new StringBuilder();
        Show(element.Name == Html + "html" ? element.Element(Html + "body")! : element);
        return text.ToString();

        void Show(XElement at)
        {
            var isBlock = !InLine.Contains(at.Name.LocalName);
            text.Append(isBlock ? " " : "");
            foreach (var node in at.Nodes())
            {
                if (node is XText t)
                {
                    text.Append(t.Value);
                }
                else if (node is XElement inner && !IsMadeUp(inner))
                {
                    Show(inner);
                }
            }

            text.Append(isBlock ? " " : "");
        }

        bool IsMadeUp(XElement inner) => (string?)inner.Attribute("role") is "doc-noteref" or "doc-backlink"
            || (string?)inner.Attribute("class") is "legend" || ((string?)inner.Attribute("class"))?.Split(' ').Contains("xref") == true
            || (!notes && (IsNote(inner) || ((string?)inner.Attribute("id"))?.StartsWith("notes-", StringComparison.Ordinal) == true && inner.Name.LocalName == "h2"));
    }

    private static string Words(string text) => string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^(.+)-part-\d+\.xhtml$")]
    private static partial Regex PartName();
}
