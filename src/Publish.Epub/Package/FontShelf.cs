using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Fonts;

namespace Publish.Epub.Package;

/// <summary>
/// Embeds the house's face for titles and display pages: one subset for the whole book, with its licence. The running text keeps
/// the face its reader has chosen.
/// </summary>
internal static class FontShelf
{
    public static IEnumerable<ManifestItem> Embed(Book book, EpubParts parts, WebFontFormat format, StringBuilder css, List<Diagnostic> diagnostics)
    {
        var items = new List<ManifestItem>();
        if (parts.Fonts is null)
        {
            return items;
        }

        var characters = Characters(book);
        foreach (var italic in new[] { false, true })
        {
            var face = parts.Fonts.Find([parts.DisplayFamily], 400, italic);
            if (face is null || face.Italic != italic)
            {
                continue;
            }

            if (!face.EmbeddingAllowed)
            {
                diagnostics.Add(EpubDiagnostics.FontNotEmbedded.At(SourceSpan.None, $"{face.PostScriptName} may not be embedded"));
                continue;
            }

            var subset = face.SubsetForWeb(characters, format);
            var kind = format == WebFontFormat.Woff ? "woff" : subset is [(byte)'O', ..] ? "otf" : "ttf";
            var name = "fonts/" + (italic ? "display-italic" : "display") + "." + kind;
            items.Add(new ManifestItem(italic ? "font-italic" : "font", name, "font/" + kind, null, subset, false));
            css.Append(CultureInfo.InvariantCulture, $"@font-face {{ font-family: \"{parts.DisplayFamily}\"; font-style: {(italic ? "italic" : "normal")}; font-weight: 400; src: url({name}) format(\"{kind switch { "woff" => "woff", "otf" => "opentype", _ => "truetype" }}\"); }}\n");
            var licence = face.Path.LastIndexOf('/') is var slash and > 0 ? face.Path[..slash] + "/OFL.txt" : "";
            if (!italic && parts.Assets is { } assets && assets.TryRead(licence, out var text))
            {
                items.Add(new ManifestItem("font-licence", "fonts/licence.txt", "text/plain", null, text, false));
            }
        }

        if (items.Count > 0)
        {
            css.Append(CultureInfo.InvariantCulture, $"h1, h2, h3, h4, h5, h6, .half-title p, .title-page p, .index-group {{ font-family: \"{parts.DisplayFamily}\", serif; }}\n");
        }

        return items;
    }

    // Printable ASCII and every character of the book, so that an added word finds its letters too.
    private static SortedSet<int> Characters(Book book)
    {
        var characters = new SortedSet<int>(Enumerable.Range(0x20, 0x5F)) { 0xA0, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026 };
        foreach (var section in Walk.Sections(book))
        {
            Add(PlainText.Of(section.Title));
            Add(PlainText.Of(section.Subtitle));
            foreach (var block in Walk.Blocks(section.Blocks))
            {
                if (block is Heading heading)
                {
                    Add(PlainText.Of(heading.Content));
                }
                else if (section.Kind is SectionKind.HalfTitle or SectionKind.TitlePage && block is TextBlock text)
                {
                    Add(PlainText.Of(text.Content));
                }
            }
        }

        return characters;

        void Add(string text)
        {
            foreach (var rune in text.EnumerateRunes())
            {
                if (rune.Value is >= 0x20 and not 0xFFFC)
                {
                    characters.Add(rune.Value);
                }
            }
        }
    }
}
