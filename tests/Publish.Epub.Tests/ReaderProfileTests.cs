using System.Xml.Linq;
using Publish.Document;
using Publish.Epub.Content;
using Publish.EpubLint;

namespace Publish.Epub.Tests;

/// <summary>Profiles of readers and what each changes in the file.</summary>
public class ReaderProfileTests
{
    public static TheoryData<string> Names => ["compat", "pure", "kobo", "kindle", "apple"];

    private static Written With(string profile) => Written.Torture(new EpubSettings { Profile = Written.Profile(profile) });

    [Theory]
    [MemberData(nameof(Names))]
    public void Our_own_linter_finds_nothing(string profile) =>
        // The two things the torture book is made to have: a typewriter's quotation mark and a note of few words.
        Assert.Empty(EpubLinter.Check(With(profile).Result.Bytes).Where(f => f.Code is not ("EPL080" or "EPL048")));

    [Theory]
    [InlineData("compat", true, true, true, "source-of")]
    [InlineData("pure", false, false, false, "pageBreakSource")]
    [InlineData("kobo", false, false, true, "source-of")]
    [InlineData("kindle", true, true, true, "source-of")]
    [InlineData("apple", false, false, true, "pageBreakSource")]
    public void Each_has_the_aids_its_readers_need(string profile, bool ncx, bool guide, bool coverMeta, string source)
    {
        var epub = With(profile);
        var package = epub.Xml("package.opf");
        Assert.Equal(ncx, epub.Files.ContainsKey("EPUB/toc.ncx"));
        Assert.Equal(guide, package.Descendants(Written.Opf + "guide").Any());
        Assert.Equal(coverMeta, package.Descendants(Written.Opf + "meta").Any(m => (string?)m.Attribute("name") == "cover"));
        Assert.Contains(package.Descendants(Written.Opf + "meta"), m => (string?)m.Attribute("property") == source);
        Assert.Equal(profile == "kobo" ? "isbn" : "book-id", (string?)package.Descendants().First(e => e.Name.LocalName == "identifier").Attribute("id"));
        Assert.Equal(profile == "apple", package.Descendants(Written.Opf + "meta").Any(m => (string?)m.Attribute("property") == "ibooks:specified-fonts"));
        var font = package.Descendants(Written.Opf + "item").First(i => ((string)i.Attribute("media-type")!).StartsWith("font/", StringComparison.Ordinal));
        Assert.Equal(profile == "kindle" ? "font/ttf" : "font/woff", (string?)font.Attribute("media-type"));
    }

    [Fact]
    public void Every_sentence_for_Kobo_stands_in_a_span_and_the_text_is_the_same()
    {
        var plain = Written.Torture();
        var kobo = With("kobo");
        foreach (var file in plain.Spine())
        {
            Assert.Equal(Flat(plain.Xml(file)), Flat(kobo.Xml(file)));
            var body = kobo.Xml(file).Descendants(Written.Xhtml + "body").Single();
            Assert.All(body.DescendantNodes().OfType<XText>().Where(t => t.Value.Trim().Length > 0 && !t.Ancestors(Written.Xhtml + "pre").Any()), t => Assert.Equal("koboSpan", (string?)t.Parent!.Attribute("class")));
            var ids = body.Descendants().Attributes("id").Select(a => a.Value).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }

        static string Flat(XDocument document) => string.Join(' ', string.Concat(document.Descendants(Written.Xhtml + "body").Single().DescendantNodes().OfType<XText>().Select(t => t.Value)).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Where a link leads forward to 9 to 5000 characters, a Kobo takes them for a note and shows them in a pop-up: all but notes are reached by a mark without words.</summary>
    [Fact]
    public void Links_for_Kobo_lead_to_words_only_where_these_are_a_note()
    {
        var kobo = With("kobo");
        var links = kobo.Spine().SelectMany(file => kobo.Xml(file).Descendants(Written.Xhtml + "a").Attributes("href").Select(href => (File: file, Target: href.Value.Split('#')))).Where(link => link.Target.Length == 2).ToList();
        Assert.True(links.Count > 20);
        foreach (var (file, target) in links)
        {
            var element = kobo.Xml(target[0].Length == 0 ? file : target[0]).Descendants().Single(e => (string?)e.Attribute("id") == target[1]);
            var role = (string?)element.Attribute("role");
            Assert.True(role is "doc-footnote" || element.Value.Length < 9, $"{file} leads to {element.Name.LocalName}#{target[1]}");
        }
    }

    [Theory]
    [InlineData("<p>One. Two! “Three?” he said… And four.</p>", 5)]
    [InlineData("<p>3.5 per cent.</p>", 1)]
    [InlineData("<p><em>One.</em> Two.</p>", 2)]
    [InlineData("<p>A <em>word</em> in between.</p>", 3)]
    public void Sentences_are_counted(string body, int count) =>
        Assert.Equal(count, KoboSpans.Apply("<html><body>" + body + "</body></html>").Split("koboSpan").Length - 1);

    [Fact]
    public void An_unknown_reader_is_said_with_those_that_are_known()
    {
        var diagnostics = new List<Diagnostic>();
        ReaderProfiles.Find(new RepositoryAssets(), new EditionPlan("epub", EditionFormat.Epub) { Reader = "nook" }, diagnostics);
        var said = Assert.Single(diagnostics);
        Assert.Equal("EPB007", said.Code);
        Assert.Equal("described are apple, compat, kindle, kobo, pure", said.Hint);
    }

    [Theory]
    [InlineData("ncx: perhaps", 1)]
    [InlineData("title: A\nkepub: true", 2)]
    [InlineData("- a list", 1)]
    [InlineData("ncx: [true", 1)]
    public void A_fault_in_a_profile_is_said_at_its_line(string yaml, int line)
    {
        var diagnostics = new List<Diagnostic>();
        ReaderProfiles.Read("x", "readers/x.yaml", yaml, diagnostics);
        Assert.Equal(("EPB008", line), (diagnostics[0].Code, diagnostics[0].Span.Line));
    }
}
