using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Publish.Testing.Tests;

/// <summary>The smallest files that every judge accepts, and how to break them.</summary>
internal static class SampleBooks
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\">";

    /// <summary>A book of a chapter with two note calls and a file of notes.</summary>
    /// <returns>Its files by path, in the order of the archive.</returns>
    public static Dictionary<string, string> Epub() => new()
    {
        ["mimetype"] = "application/epub+zip",
        ["META-INF/container.xml"] = "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
        ["book/package.opf"] = """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">urn:uuid:00000000-0000-5000-8000-000000000001</dc:identifier><dc:title>A Sample</dc:title><dc:language>en</dc:language>
            <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
            <meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityHazard">none</meta>
            <meta property="schema:accessibilitySummary">A sample for tests.</meta>
            </metadata>
            <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="chapter" href="chapter.xhtml" media-type="application/xhtml+xml"/><item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/></manifest>
            <spine><itemref idref="chapter"/><itemref idref="notes"/></spine>
            </package>
            """,
        ["book/nav.xhtml"] = Head + "<head><title>Contents</title></head><body><nav epub:type=\"toc\" role=\"doc-toc\" aria-labelledby=\"h\"><h1 id=\"h\">Contents</h1><ol><li><a href=\"chapter.xhtml\">One</a></li><li><a href=\"notes.xhtml\">Notes</a></li></ol></nav></body></html>",
        ["book/chapter.xhtml"] = Head + "<head><title>One</title></head><body><section epub:type=\"chapter\" role=\"doc-chapter\" aria-labelledby=\"h\"><h1 id=\"h\">One</h1><p>Said here.<a id=\"r1\" href=\"notes.xhtml#n1\" epub:type=\"noteref\" role=\"doc-noteref\">1</a> And there.<a id=\"r2\" href=\"notes.xhtml#n2\" epub:type=\"noteref\" role=\"doc-noteref\">2</a></p></section></body></html>",
        ["book/notes.xhtml"] = Head + "<head><title>Notes</title></head><body><section epub:type=\"endnotes\" role=\"doc-endnotes\" aria-labelledby=\"h\"><h1 id=\"h\">Notes</h1>"
            + Note(1, "The first.") + Note(2, "The second.") + "</section></body></html>",
    };

    private static string Note(int number, string text) => string.Create(CultureInfo.InvariantCulture,
        $"<div id=\"n{number}\" epub:type=\"footnote\" role=\"doc-footnote\"><p><a href=\"chapter.xhtml#r{number}\" epub:type=\"backlink\" role=\"doc-backlink\" aria-label=\"Back to reference {number}\">{number}</a> {text}</p></div>");

    /// <summary>Packs a book as an EPUB.</summary>
    /// <param name="files">Its files, <c>mimetype</c> first.</param>
    /// <returns>The archive.</returns>
    public static byte[] Pack(Dictionary<string, string> files)
    {
        using MemoryStream buffer = new();
        using (ZipArchive archive = new(buffer, ZipArchiveMode.Create))
        {
            foreach ((string name, string text) in files)
            {
                using Stream entry = archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return buffer.ToArray();
    }

    /// <summary>A PDF of one page with a black rectangle, right in every offset, or with one thing changed in it.</summary>
    /// <param name="content">The page's content stream.</param>
    /// <param name="resources">The page's resources.</param>
    /// <param name="startCross">Added to the offset of the cross-reference table.</param>
    /// <returns>The file.</returns>
    public static byte[] Pdf(string content = "0 g 10 10 50 50 re f", string resources = "", int startCross = 0)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources << {resources} >> /Contents 4 0 R >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"),
        ];
        StringBuilder file = new("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"), table = new("0000000000 65535 f \n");
        for (int number = 1; number <= objects.Length; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        int start = file.Length + startCross;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
