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

    private const int LettersCompared = 24;

    /// <summary>Entries of the page list, in order, with the words they lead to, whether those are a paragraph's, and whether a picture without words stands before them.</summary>
    public static IReadOnlyList<(string Label, string Text, bool IsProse, bool IsPicture)> Listed(string epub)
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

                var marker = document.Descendants().Single(e => (string?)e.Attribute("id") == target[1]);
                var isProse = marker.Parent!.Name.LocalName == "p" && marker.Parent.Parent!.Name.LocalName is "section" or "blockquote";
                var isPicture = marker.ElementsAfterSelf().FirstOrDefault() is { Name.LocalName: "figure", Value: "" };
                return (entry.Value, TextFrom(marker), isProse, isPicture);
            }),
        ];
    }

    /// <summary>Every page whose entry leads to other words than the page begins with, in words.</summary>
    /// <param name="pdf">The file with the pages.</param>
    /// <param name="epub">The file with the list.</param>
    /// <param name="shown">The text that a reading system found at each entry, by label; null for what the EPUB's files say.</param>
    public static IReadOnlyList<string> Wrong(string pdf, string epub, IReadOnlyDictionary<string, string>? shown = null)
    {
        var labels = PdfJs.LabelsOf(pdf).ToList();
        using var document = PdfDocument.Open(pdf);
        var wrong = new List<string>();
        foreach (var (label, own, isProse, isPicture) in Listed(epub))
        {
            var page = labels.IndexOf(label) + 1;
            if (page == 0)
            {
                wrong.Add($"no page of the PDF is labelled {label}");
                continue;
            }

            // What a reading system tells has the numbers of notes in it.
            var text = shown is null ? own : shown[label];
            var lines = Lines(document.GetPage(page));
            if (isPicture && lines.Count <= 1 && document.GetPage(page).GetImages().Any())
            {
                // A picture has the page for itself, but for the running head; the words around it may stand on the pages before and after.
                continue;
            }

            if (!(isProse && shown is null ? BeginsWith(lines, text) : BeginsWithWord(lines, text)))
            {
                wrong.Add($"page {label}: “{text}”, the PDF begins “{string.Join(" / ", lines.Take(LinesLookedAt))}”");
            }
        }

        return wrong;
    }

    // One of the first lines begins with the words, in order; the first may have been divided at the end of the page before. Digits are numbers of notes and of lines.
    private static bool BeginsWith(List<string> lines, string text)
    {
        var words = Plain(text, digits: false);
        var first = Plain(FirstWordOf(text), digits: false);
        var plain = lines.Select(line => Plain(line, digits: false)).Where(line => line.Length > 0).ToList();
        for (var at = 0; at < Math.Min(LinesLookedAt, plain.Count); at++)
        {
            var page = string.Concat(plain.Skip(at).Take(LinesLookedAt));
            for (var divided = 0; divided < Math.Max(1, first.Length); divided++)
            {
                if (page.StartsWith(words[divided..Math.Min(words.Length, divided + LettersCompared)], StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // In tables, lists and indexes columns stand side by side, and the number of an item is no text of the EPUB: the first word alone.
    private static bool BeginsWithWord(List<string> lines, string text)
    {
        var word = Plain(FirstWordOf(text));
        return lines.Select(line => string.Join(' ', line.Split(' ').Select(w => Plain(w)).Where(w => w.Length > 0))).Where(line => line.Length > 0).Take(LinesLookedAt)
            .SelectMany(line => (string[])[line, .. line.IndexOf(' ', StringComparison.Ordinal) is > 0 and <= 4 and var space && char.IsAsciiDigit(line[0]) ? (string[])[line[(space + 1)..]] : []])
            .Any(line => line.StartsWith(word, StringComparison.Ordinal) || word.EndsWith(line.Split(' ')[0], StringComparison.Ordinal));
    }

    /// <summary>Labels of the PDF's pages with words between head and foot that the list leaves out.</summary>
    public static IReadOnlyList<string> Missing(string pdf, string epub)
    {
        var labels = PdfJs.LabelsOf(pdf).ToList();
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

                foreach (var capitals in paragraph.Descendants().Where(e => e.Name.LocalName == "abbr" || ((string?)e.Attribute("class"))?.Contains("smallcaps", StringComparison.Ordinal) == true))
                {
                    Around(text, string.Concat(paragraph.DescendantNodes().OfType<XText>().Where(t => t.IsBefore(capitals)).Select(t => t.Value)).Length);
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

    private static string TextFrom(XElement marker)
    {
        var following = marker.NodesAfterSelf().Concat(marker.Ancestors().SelectMany(a => a.NodesAfterSelf())).SelectMany(n => n is XElement e ? e.DescendantNodes() : [n]).OfType<XText>().Where(t => !t.Ancestors().Any(a => (string?)a.Attribute("role") is "doc-noteref" or "doc-backlink"));
        var text = new System.Text.StringBuilder();
        foreach (var node in following.TakeWhile(_ => text.Length < 200))
        {
            text.Append(node.Parent?.Name.LocalName is "p" or "td" or "th" or "li" or "h1" or "h2" or "h3" or "pre" or "dt" or "dd" or "div" or "section" ? " " + node.Value : node.Value);
        }

        return text.ToString();
    }

    private static string FirstWordOf(string text) => text.Split((char[])[' ', '\u00A0', '\n', '—', '–', '/'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => Plain(w).Length > 0) ?? "";

    // By baseline: letters with descenders stand on it too.
    private static List<string> Lines(Page page) =>
        [.. page.GetWords().GroupBy(w => Math.Round(w.Letters[0].StartBaseLine.Y / 2)).OrderByDescending(g => g.Key).Select(g => string.Join(' ', g.OrderBy(w => w.BoundingBox.Left).Select(w => w.Text))).Where(line => Plain(line).Length > 0)];

    private static string Plain(string text, bool digits = true) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => char.IsLetter(c) || (digits && char.IsDigit(c)))).ToUpperInvariant();
}
