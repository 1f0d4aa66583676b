using System.Text;
using Publish.Testing;

namespace Publish.EpubLint.Tests;

/// <summary>EPUBs that others made are read without complaint, and their known faults found.</summary>
public class ForeignBookTests
{
    // Made by `SOURCE_DATE_EPOCH=1780000000 pandoc -t epub3 -o pandoc.epub pandoc.md`, Pandoc 2.17.1.1.
    private static string PandocBook => RepositoryRoot.Combine("tests", "Publish.EpubLint.Tests", "Foreign", "pandoc.epub");

    [Fact]
    public void Pandocs_faults_are_found()
    {
        var findings = EpubLinter.Check(File.ReadAllBytes(PandocBook));
        // No accessibility metadata; half a call; numbers that begin again in each chapter; notes in list items with the way back at the end; no cover.
        Assert.Contains(findings, f => f.Code == "EPL060" && f.Span.File == "EPUB/content.opf");
        Assert.Equal(3, findings.Count(f => f.Code == "EPL043"));
        Assert.Single(findings, f => f.Code == "EPL046");
        Assert.Equal(3, findings.Count(f => f.Code == "EPL047"));
        Assert.Equal(3, findings.Count(f => f.Code == "EPL049"));
        Assert.Contains(findings, f => f.Code == "EPL016");
        Assert.Contains(findings, f => f.Code == "EPL072");
        // What it does well isn't blamed.
        Assert.DoesNotContain(findings, f => f.Code is "EPL002" or "EPL008" or "EPL021" or "EPL026" or "EPL040" or "EPL041" or "EPL042" or "EPL080");
    }

    // Made by `ebook-convert pandoc.md calibre.epub --markdown-extensions footnotes,smarty,meta,toc --chapter //h:h1 --epub-version 3 --no-default-epub-cover`, calibre 6.13;
    // calibre-2.epub without `toc` and `--epub-version 3`.
    [Theory]
    [InlineData("calibre.epub", false)]
    [InlineData("calibre-2.epub", true)]
    public void Calibres_faults_are_found(string name, bool old)
    {
        var findings = EpubLinter.Check(File.ReadAllBytes(RepositoryRoot.Combine("tests", "Publish.EpubLint.Tests", "Foreign", name)));
        // Calls that don't say what they are, one title for all parts, no language, ids with colons, an author without sort name, no cover.
        Assert.Equal(3, findings.Count(f => f.Code == "EPL043"));
        Assert.Equal(2, findings.Count(f => f.Code == "EPL024"));
        Assert.Equal(3, findings.Count(f => f.Code == "EPL065"));
        Assert.Contains(findings, f => f.Code == "EPL026" && f.Message.Contains("fnref:1", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Code == "EPL015");
        Assert.Contains(findings, f => f.Code == "EPL016");
        // A heading left out of the contents, the numbers of notes in it.
        Assert.Contains(findings, f => f.Code == "EPL021" && f.Message.Contains("1947", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Code == "EPL022");
        // EPUB 3 gets contents that lead to places moved by the division into files, and no accessibility metadata.
        Assert.Equal(old, findings.Any(f => f.Code == "EPL017"));
        Assert.Equal(!old, findings.Any(f => f.Code == "EPL060"));
        Assert.Equal(!old, findings.Any(f => f.Code == "EPL008" && f.Span.File == "nav.xhtml"));
        // What it does well isn't blamed.
        Assert.DoesNotContain(findings, f => f.Code is "EPL001" or "EPL002" or "EPL005" or "EPL006" or "EPL007" or "EPL080");
    }

    [Fact]
    public void Faults_of_a_conversion_in_calibres_manner_are_found()
    {
        var findings = EpubLinter.Check(SoundBook.Pack(Calibre()));
        Assert.Contains(findings, f => f.Code == "EPL017");
        Assert.Equal(2, findings.Count(f => f.Code == "EPL043"));
        Assert.Equal(2, findings.Count(f => f.Code == "EPL024"));
        Assert.Contains(findings, f => f.Code == "EPL073");
        Assert.Contains(findings, f => f.Code == "EPL070");
        Assert.Contains(findings, f => f.Code == "EPL065");
        Assert.Contains(findings, f => f.Code == "EPL021" && f.Message.Contains("Chapter Two", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Code == "EPL064");
        Assert.Contains(findings, f => f.Code == "EPL080");
        Assert.DoesNotContain(findings, f => f.Code is "EPL001" or "EPL007" or "EPL008" or "EPL020");
    }

    // Written by hand after what calibre's conversion makes of a Word file: EPUB 2, classes calibreN, notes that are only raised links, one title for all parts.
    private static Dictionary<string, byte[]> Calibre()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["META-INF/container.xml"] = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""",
            ["content.opf"] = """
                <?xml version='1.0' encoding='utf-8'?>
                <package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="uuid_id">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:calibre="http://calibre.kovidgoyal.net/2009/metadata">
                <dc:title>A Converted Book</dc:title>
                <dc:creator opf:role="aut" opf:file-as="Author, Ann">Ann Author</dc:creator>
                <dc:identifier id="uuid_id" opf:scheme="uuid">2ed6657d-e927-568b-95e1-2665a8aea6a2</dc:identifier>
                <dc:language>en</dc:language>
                <meta name="calibre:timestamp" content="2026-01-01T00:00:00+00:00"/>
                <meta name="cover" content="cover"/>
                </metadata>
                <manifest>
                <item id="id1" href="index_split_000.html" media-type="application/xhtml+xml"/>
                <item id="id2" href="index_split_001.html" media-type="application/xhtml+xml"/>
                <item id="id3" href="index_split_002.html" media-type="application/xhtml+xml"/>
                <item id="cover" href="cover.jpeg" media-type="image/jpeg"/>
                <item id="css" href="stylesheet.css" media-type="text/css"/>
                <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
                </manifest>
                <spine toc="ncx"><itemref idref="id1"/><itemref idref="id2"/><itemref idref="id3"/></spine>
                </package>
                """,
            ["toc.ncx"] = """
                <?xml version='1.0' encoding='utf-8'?>
                <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>A Converted Book</text></docTitle>
                <navMap><navPoint id="n1" playOrder="1"><navLabel><text>Chapter One</text></navLabel><content src="index_split_000.html"/></navPoint>
                <navPoint id="n2" playOrder="2"><navLabel><text>Notes</text></navLabel><content src="index_split_002.html"/></navPoint></navMap></ncx>
                """,
            ["stylesheet.css"] = ".calibre { display: block; font-size: 1em }\n.calibre1 { font-family: \"Times New Roman\"; font-size: 12pt }\n@page { margin-bottom: 5pt }\n",
            ["index_split_000.html"] = Page("""<h1 class="calibre2" id="calibre_pb_0">Chapter One</h1><p class="calibre1">He said "so"&nbsp;it was.<sup class="calibre3"><a id="back1" href="index_split_002.html#note1">1</a></sup> <img src="cover.jpeg" class="calibre4"/></p>"""),
            ["index_split_001.html"] = Page("""<h1 class="calibre2" id="calibre_pb_1">Chapter Two</h1><p class="calibre1">And more.<sup class="calibre3"><a id="back2" href="index_split_002.html#note2">2</a></sup></p>"""),
            ["index_split_002.html"] = Page("""<h1 class="calibre2" id="calibre_pb_2">Notes</h1><p class="calibre1" id="note1"><a href="index_split_000.html#back1">1</a> The first note.</p><p class="calibre1" id="note2"><a href="index_split_001.html#back2">2</a> The second.</p>"""),
        };
        var packed = files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal);
        packed["cover.jpeg"] = SoundBook.Cover;
        return packed;
    }

    private static string Page(string body) => $"""
        <?xml version='1.0' encoding='utf-8'?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Unknown</title><link rel="stylesheet" type="text/css" href="stylesheet.css"/></head>
        <body class="calibre">{body}</body></html>
        """;
}
