using System.IO.Compression;
using System.Text;

namespace Publish.EpubLint.Tests;

/// <summary>A small EPUB in which nothing is to be found: pages, notes of two hands, a picture, an index. Tests break it in one place each.</summary>
internal static class SoundBook
{
    /// <summary>A JPEG's head: 1,600 × 2,560 pixels.</summary>
    public static readonly byte[] Cover = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0x0A, 0x00, 0x06, 0x40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9];

    /// <summary>Its files by path.</summary>
    public static Dictionary<string, byte[]> Files() => Texts().ToDictionary(t => t.Key, t => Encoding.UTF8.GetBytes(t.Value), StringComparer.Ordinal)
        .Append(new("EPUB/cover.jpg", Cover)).Append(new("EPUB/plate.png", Png(40, 30))).ToDictionary(StringComparer.Ordinal);

    /// <summary>A PNG's head.</summary>
    public static byte[] Png(int width, int height) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, (byte)(width / 256), (byte)(width % 256), 0, 0, (byte)(height / 256), (byte)(height % 256), 8, 0, 0, 0, 0];

    /// <summary>Packs files as an EPUB.</summary>
    public static byte[] Pack(IEnumerable<KeyValuePair<string, byte[]>> files, bool mimetype = true)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            if (mimetype)
            {
                Add(zip, "mimetype", "application/epub+zip"u8, CompressionLevel.NoCompression);
            }

            foreach (var (name, data) in files)
            {
                Add(zip, name, data, CompressionLevel.Fastest);
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> data, CompressionLevel level)
    {
        using var entry = zip.CreateEntry(name, level).Open();
        entry.Write(data);
    }

    private static string Page(string title, string body) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
        <head><title>{title}</title><link rel="stylesheet" href="style.css"/></head>
        <body>
        {body}
        </body>
        </html>
        """;

    private static Dictionary<string, string> Texts() => new(StringComparer.Ordinal)
    {
        ["META-INF/container.xml"] = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""",
        ["EPUB/package.opf"] = """
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en" prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2</dc:identifier>
            <dc:identifier id="isbn">urn:isbn:9780306406157</dc:identifier>
            <dc:title>A Sound Book</dc:title>
            <dc:language>en</dc:language>
            <dc:creator id="author">Ann Author</dc:creator>
            <meta refines="#author" property="role" scheme="marc:relators">aut</meta>
            <meta refines="#author" property="file-as">Author, Ann</meta>
            <dc:source id="pages">urn:isbn:9780306406157</dc:source>
            <meta refines="#pages" property="source-of">pagination</meta>
            <meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>
            <meta property="schema:accessMode">textual</meta>
            <meta property="schema:accessMode">visual</meta>
            <meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessibilityFeature">tableOfContents</meta>
            <meta property="schema:accessibilityFeature">alternativeText</meta>
            <meta property="schema:accessibilityFeature">pageNavigation</meta>
            <meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
            <meta property="schema:accessibilityHazard">none</meta>
            <meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
            <meta property="a11y:certifiedBy">The House</meta>
            </metadata>
            <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
            <item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
            <item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
            <item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/>
            <item id="style" href="style.css" media-type="text/css"/>
            <item id="plate" href="plate.png" media-type="image/png"/>
            <item id="cover-image" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
            </manifest>
            <spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="notes"/></spine>
            </package>
            """,
        ["EPUB/style.css"] = """
            @charset "utf-8";
            /* A comment; { with : braces } */
            h1 { font-size: 1.5em; line-height: 1.2; }
            .note { margin: 1em 0; }
            a.call { vertical-align: super; }
            """,
        ["EPUB/cover.xhtml"] = Page("Cover", """<section epub:type="cover"><img src="cover.jpg" alt="Cover: A Sound Book"/></section>"""),
        ["EPUB/nav.xhtml"] = Page("Contents", """
            <nav epub:type="toc" role="doc-toc" aria-labelledby="toc-title"><h1 id="toc-title">Contents</h1><ol>
            <li><a href="one.xhtml">One</a><ol><li><a href="one.xhtml#inside">Inside</a></li></ol></li>
            <li><a href="two.xhtml">Two</a></li>
            <li><a href="notes.xhtml">Notes</a></li>
            </ol></nav>
            <nav epub:type="page-list" role="doc-pagelist" aria-label="Pages" hidden="hidden"><ol><li><a href="one.xhtml#page-1">1</a></li><li><a href="two.xhtml#page-2">2</a></li></ol></nav>
            <nav epub:type="landmarks" aria-label="Landmarks" hidden="hidden"><ol><li><a epub:type="bodymatter" href="one.xhtml">Start</a></li></ol></nav>
            """),
        ["EPUB/one.xhtml"] = Page("One", """
            <section id="one" epub:type="chapter" role="doc-chapter" aria-labelledby="one-title">
            <h1 id="one-title">One</h1>
            <p><span id="page-1" epub:type="pagebreak" role="doc-pagebreak" aria-label="page 1"></span>First words,<a id="r1" class="call" href="notes.xhtml#n1" epub:type="noteref" role="doc-noteref">1</a> and others.<a id="r2" class="call" href="notes.xhtml#n2" epub:type="noteref" role="doc-noteref">2</a></p>
            <h2 id="inside">Inside</h2>
            <p>“More words,” he said—and less… <img src="plate.png" alt="A plate"/></p>
            </section>
            """),
        ["EPUB/two.xhtml"] = Page("Two", """
            <section id="two" epub:type="chapter" role="doc-chapter" aria-labelledby="two-title">
            <h1 id="two-title">Two</h1>
            <p>Some words <span id="page-2" epub:type="pagebreak" role="doc-pagebreak" aria-label="page 2"></span>of the second chapter.<a id="ra1" class="call" href="notes.xhtml#na1" epub:type="noteref" role="doc-noteref">A1</a> Again.<a id="r1-2" class="call" href="notes.xhtml#n1" epub:type="noteref" role="doc-noteref">1</a></p>
            </section>
            """),
        ["EPUB/notes.xhtml"] = Page("Notes", """
            <section id="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="notes-title">
            <h1 id="notes-title">Notes</h1>
            <div id="n1" class="note" epub:type="footnote" role="doc-footnote"><p><a href="one.xhtml#r1" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 1">1</a> The first note.</p></div>
            <div id="n2" class="note" epub:type="footnote" role="doc-footnote"><p><a href="one.xhtml#r2" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 2">2</a> The second note.</p></div>
            <div id="na1" class="note" epub:type="footnote" role="doc-footnote"><p><a href="two.xhtml#ra1" epub:type="backlink" role="doc-backlink" aria-label="Back to reference A1">A1</a> The author’s note.</p></div>
            </section>
            """),
    };
}
