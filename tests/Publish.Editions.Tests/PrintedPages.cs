using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Publish.Testing.Judges;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Publish.Editions.Tests;

/// <summary>An EPUB's list of pages against the finished PDF whose pages they are, as PdfPig reads it.</summary>
internal static class PrintedPages
{
    private static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    /// <summary>What a page may begin with before its own first words: the running head, the head of a table that goes on, a headword said again.</summary>
    private const int LinesLookedAt = 5;

    /// <summary>Entries of the page list, in order, with what they lead to.</summary>
    public static IReadOnlyList<(string Label, string Word)> Listed(string epub)
    {
        using var zip = ZipFile.OpenRead(epub);
        var entries = Xml(zip, "nav.xhtml").Descendants().Single(e => (string?)e.Attribute(Ops + "type") == "page-list").Descendants().Where(e => e.Name.LocalName == "a");
        var documents = new Dictionary<string, XDocument>(StringComparer.Ordinal);
        return
        [
            .. entries.Select(entry =>
            {
                var target = ((string)entry.Attribute("href")!).Split('#');
                if (!documents.TryGetValue(target[0], out var document))
                {
                    documents[target[0]] = document = Xml(zip, target[0]);
                }

                return (entry.Value, FirstWord(document, target[1]));
            }),
        ];
    }

    /// <summary>Every page whose entry leads to another word than the page begins with, in words.</summary>
    public static IReadOnlyList<string> Wrong(string pdf, string epub)
    {
        var labels = PdfJs.Read(pdf).Labels.ToList();
        using var document = PdfDocument.Open(pdf);
        var wrong = new List<string>();
        foreach (var (label, word) in Listed(epub))
        {
            var page = labels.IndexOf(label) + 1;
            if (page == 0)
            {
                wrong.Add($"no page of the PDF is labelled {label}");
                continue;
            }

            // A word may have been divided at the page's end; the number of an item of a list is no text of the EPUB.
            var lines = Lines(document.GetPage(page)).Take(LinesLookedAt).SelectMany(line => (string[])[line, .. line.IndexOf(' ', StringComparison.Ordinal) is > 0 and <= 4 and var space && char.IsAsciiDigit(line[0]) ? (string[])[line[(space + 1)..]] : []]).ToList();
            if (!lines.Exists(line => line.StartsWith(word, StringComparison.Ordinal) || (line.Length > 0 && word.EndsWith(line.Split(' ')[0], StringComparison.Ordinal))))
            {
                wrong.Add($"page {label}: “{word}”, the PDF begins “{string.Join(" / ", lines)}”");
            }
        }

        return wrong;
    }

    /// <summary>Labels of the PDF's pages with words between head and foot that the list leaves out.</summary>
    public static IReadOnlyList<string> Missing(string pdf, string epub)
    {
        var labels = PdfJs.Read(pdf).Labels.ToList();
        var listed = Listed(epub).Select(entry => entry.Label).ToHashSet(StringComparer.Ordinal);
        using var document = PdfDocument.Open(pdf);
        return [.. labels.Where((label, i) => !listed.Contains(label) && document.GetPage(i + 1).Letters.Any(letter => !string.IsNullOrWhiteSpace(letter.Value)))];
    }

    /// <summary>Phrases of running text with the mark of a page, a dash or an ellipsis in the middle: what a reader's search must find.</summary>
    public static IReadOnlyList<string> Phrases(string epub, int most)
    {
        using var zip = ZipFile.OpenRead(epub);
        var phrases = new List<string>();
        foreach (var entry in zip.Entries.Where(e => e.Name.StartsWith("chapter", StringComparison.Ordinal) || e.Name.StartsWith("introduction", StringComparison.Ordinal)))
        {
            foreach (var paragraph in Xml(zip, entry.Name).Descendants().Where(e => e.Name.LocalName == "p" && !e.Descendants().Any(a => (string?)a.Attribute("role") == "doc-noteref")))
            {
                var text = string.Concat(paragraph.DescendantNodes().OfType<XText>().Select(t => t.Value));
                foreach (var mark in paragraph.Descendants().Where(e => (string?)e.Attribute("role") == "doc-pagebreak"))
                {
                    Around(text, string.Concat(paragraph.DescendantNodes().OfType<XText>().Where(t => t.IsBefore(mark)).Select(t => t.Value)).Length);
                }

                foreach (var sign in "—…–")
                {
                    Around(text, text.IndexOf(sign, StringComparison.Ordinal));
                }
            }
        }

        return [.. phrases.Distinct(StringComparer.Ordinal).Where((_, i) => i % Math.Max(1, phrases.Count / most) == 0).Take(most)];

        void Around(string text, int at)
        {
            if (at > 0 && text.LastIndexOf(' ', Math.Max(0, at - 8)) is var from and >= 0 && text.IndexOf(' ', Math.Min(text.Length, at + 8)) is var to and > 0)
            {
                phrases.Add(text[(from + 1)..to].Trim());
            }
        }
    }

    private static XDocument Xml(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry("EPUB/" + name)!.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static string FirstWord(XDocument document, string id)
    {
        var marker = document.Descendants().Single(e => (string?)e.Attribute("id") == id);
        var following = marker.NodesAfterSelf().Concat(marker.Ancestors().SelectMany(a => a.NodesAfterSelf())).SelectMany(n => n is XElement e ? e.DescendantNodes() : [n]).OfType<XText>().Where(t => !t.Ancestors().Any(a => (string?)a.Attribute("role") is "doc-noteref" or "doc-backlink"));
        var text = new System.Text.StringBuilder();
        foreach (var node in following.TakeWhile(_ => text.Length < 200))
        {
            text.Append(node.Parent?.Name.LocalName is "p" or "td" or "th" or "li" or "h1" or "h2" or "h3" or "pre" or "dt" or "dd" or "div" or "section" ? " " + node.Value : node.Value);
        }

        return Plain(text.ToString().Split((char[])[' ', '\u00A0', '\n', '—', '–', '/'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => Plain(w).Length > 0) ?? "");
    }

    private static IEnumerable<string> Lines(Page page) =>
        page.GetWords().GroupBy(w => Math.Round(w.BoundingBox.Bottom / 4)).OrderByDescending(g => g.Key).Select(g => string.Join(' ', g.OrderBy(w => w.BoundingBox.Left).Select(w => Plain(w.Text)).Where(w => w.Length > 0)));

    private static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
