using System.Text;
using System.Xml.Linq;
using Publish.Document;

namespace Publish.Epub.Tests;

/// <summary>The words of the EPUB are the model's: no more, no fewer, in order.</summary>
public class TextTests
{
    private static readonly string[] Generated = ["doc-noteref", "doc-backlink"];

    [Theory]
    [InlineData("compat")]
    [InlineData("kobo")]
    public void The_text_of_each_document_is_the_models(string profile)
    {
        var book = TortureBook.Make();
        var epub = Written.Of(book, TortureBook.Pages(book), new EpubSettings { Profile = Written.Profile(profile) });
        var sections = Walk.Sections(book).ToList();
        foreach (var (section, file) in sections.Zip(epub.Spine().Where(f => f is not ("cover.xhtml" or "notes.xhtml"))))
        {
            if (section.Kind is not (SectionKind.Contents or SectionKind.Index))
            {
                Assert.Equal(Words(Model(section.Title) + " " + Model(section.Subtitle) + " " + Model(section.Blocks)), Words(Shown(epub.Xml(file))));
            }
        }

        var notes = string.Concat(Walk.Notes(book).Select(n => " " + Model(n.Blocks)));
        var shown = Words(Shown(epub.Xml("notes.xhtml")));
        foreach (var (heading, _) in epub.Xml("notes.xhtml").Descendants().Where(e => e.Name.LocalName is "h1" or "h2" || (string?)e.Attribute("class") == "legend").Select(e => (Words(e.Value), 0)))
        {
            var at = shown.IndexOf(heading, StringComparison.Ordinal);
            shown = Words(shown.Remove(at, heading.Length));
        }

        Assert.Equal(Words(notes), shown);
    }

    // Blocks part words; so does a line break. Soft hyphens are for the typesetter alone.
    private static string Model(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(' ').Append(block switch { TextBlock t => Model(t.Content), CodeBlock c => c.Value, _ => "" }).Append(Model(Walk.Children(block)));
        }

        return text.Append(' ').ToString();
    }

    private static string Model(System.Collections.Immutable.ImmutableArray<Inline> inlines)
    {
        // What a reference makes up itself is no text of the model's.
        return PlainText.Of(inlines).Replace("\u00AD", "", StringComparison.Ordinal).Replace("\uFFFC", "", StringComparison.Ordinal);
    }

    private static string Shown(XDocument document)
    {
        var text = new StringBuilder();
        Show(document.Descendants(Written.Xhtml + "body").Single());
        return text.ToString();

        void Show(XElement element)
        {
            var isBlock = element.Name.LocalName is "p" or "div" or "section" or "h1" or "h2" or "h3" or "h4" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "td" or "th" or "tr" or "table" or "caption" or "blockquote" or "pre" or "hr" or "br" or "figure" or "figcaption";
            text.Append(isBlock ? " " : "");
            foreach (var node in element.Nodes())
            {
                if (node is XText t)
                {
                    text.Append(t.Value);
                }
                else if (node is XElement inner && !Generated.Contains((string?)inner.Attribute("role")) && !IsMadeUp(inner))
                {
                    Show(inner);
                }
            }

            text.Append(isBlock ? " " : "");
        }
    }

    // References by title and page.
    private static bool IsMadeUp(XElement element) => (string?)element.Attribute("class") == "xref" && element.Value is "I" or "1";

    private static string Words(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
