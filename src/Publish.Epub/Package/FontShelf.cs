using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Fonts;

namespace Publish.Epub.Package;

/// <summary>
/// Embeds faces, each in one subset for the whole book, with their licences: the house's face for titles and display pages, and the families that the stylesheet
/// names where their files are at hand. The running text keeps the face its reader has chosen, unless the book's own style says otherwise.
/// </summary>
internal sealed class FontShelf(Book book, EpubParts parts, WebFontFormat format, List<Diagnostic> diagnostics, EpubMemory? memory = null)
{
    private const int Bold = 700;
    private const int LeastBold = 600;

    private readonly List<ManifestItem> items = [];
    private readonly StringBuilder faces = new();
    private readonly HashSet<string> licences = new(StringComparer.Ordinal);
    private SortedSet<int>? all;

    /// <summary>Families that are embedded.</summary>
    public HashSet<string> Families { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules that name the files.</summary>
    public string Css => faces.ToString();

    /// <summary>Embeds what the sheet needs.</summary>
    /// <param name="named">The families it names.</param>
    public IReadOnlyList<ManifestItem> Embed(IReadOnlyList<string> named)
    {
        if (parts.Fonts is not { } library)
        {
            return items;
        }

        var text = named.Contains(parts.DisplayFamily, StringComparer.OrdinalIgnoreCase);
        foreach (var italic in new[] { false, true })
        {
            if (library.Find([parts.DisplayFamily], 400, italic) is { } face && face.Italic == italic)
            {
                Add(face, parts.DisplayFamily, "display", text ? AllCharacters() : DisplayCharacters());
            }
        }

        if (items.Count > 0)
        {
            faces.Append(CultureInfo.InvariantCulture, $"h1, h2, h3, h4, h5, h6, .half-title p, .title-page p, .index-group {{ font-family: \"{parts.DisplayFamily}\", serif; }}\n");
        }

        foreach (var family in named.Where(f => !f.Equals(parts.DisplayFamily, StringComparison.OrdinalIgnoreCase) && library.Families.Contains(f, StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var (weight, italic) in new[] { (400, false), (400, true), (Bold, false), (Bold, true) })
            {
                if (library.FacesIn(family).Where(f => f.Italic == italic && (f.Weight >= LeastBold) == (weight == Bold)).MinBy(f => Math.Abs(f.Weight - weight)) is { } face)
                {
                    Add(face, family, Slug(family), AllCharacters());
                }
            }
        }

        return items;
    }

    private void Add(FontFace face, string family, string stem, SortedSet<int> characters)
    {
        if (!face.EmbeddingAllowed)
        {
            diagnostics.Add(EpubDiagnostics.FontNotEmbedded.At(SourceSpan.None, $"{face.PostScriptName} may not be embedded"));
            return;
        }

        var subset = face.SubsetForWeb(characters, format);
        var kind = format == WebFontFormat.Woff ? "woff" : subset is [(byte)'O', ..] ? "otf" : "ttf";
        var name = stem + (face.Weight >= LeastBold ? "-bold" : "") + (face.Italic ? "-italic" : "");
        if (items.Exists(i => i.Name == "fonts/" + name + "." + kind))
        {
            return;
        }

        items.Add(new ManifestItem("font-" + name, "fonts/" + name + "." + kind, "font/" + kind, null, subset, false));
        Families.Add(family);
        faces.Append(CultureInfo.InvariantCulture, $"@font-face {{ font-family: \"{family}\"; font-style: {(face.Italic ? "italic" : "normal")}; font-weight: {(face.Weight >= LeastBold ? Bold : 400)}; src: url(fonts/{name}.{kind}) format(\"{kind switch { "woff" => "woff", "otf" => "opentype", _ => "truetype" }}\"); }}\n");
        AddLicence(face);
    }

    // It lies beside the font, among the program's assets or in the book's folder.
    private void AddLicence(FontFace face)
    {
        var path = face.Path.LastIndexOf('/') is var slash and > 0 ? face.Path[..slash] + "/OFL.txt" : "OFL.txt";
        ReadOnlyMemory<byte> text = default;
        if ((parts.Assets?.TryRead(path, out text) == true || parts.Files?.TryRead(path, out text) == true) && licences.Add(path))
        {
            var number = licences.Count == 1 ? "" : "-" + licences.Count.ToString(CultureInfo.InvariantCulture);
            items.Add(new ManifestItem("font-licence" + number, "fonts/licence" + number + ".txt", "text/plain", null, text, false));
        }
    }

    private static string Slug(string family) => string.Concat(family.Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ').Select(c => c == ' ' ? '-' : char.ToLowerInvariant(c)));

    // Printable ASCII and the usual marks, so that an added word finds its letters too.
    private static SortedSet<int> Usual() => [.. Enumerable.Range(0x20, 0x5F), 0xA0, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026];

    private SortedSet<int> DisplayCharacters()
    {
        var characters = Usual();
        foreach (var section in Walk.Sections(book))
        {
            characters.UnionWith(CharactersOf(section, all: false));
        }

        return characters;
    }

    private SortedSet<int> AllCharacters()
    {
        if (all is null)
        {
            all = DisplayCharacters();
            foreach (var section in Walk.Sections(book))
            {
                all.UnionWith(CharactersOf(section, all: true));
            }
        }

        return all;
    }

    private int[] CharactersOf(Section section, bool all) => memory?.CharactersOf(section, all, Characters) ?? Characters(section, all);

    // Those of its titles and headings and of display pages; or all of its text, notes included.
    private static int[] Characters(Section section, bool all)
    {
        var characters = new HashSet<int>();
        Add(characters, PlainText.Of(section.Title));
        Add(characters, PlainText.Of(section.Subtitle));
        foreach (var block in all ? Walk.NotesOf(section.Title).SelectMany(note => Walk.Blocks(note.Blocks)).Concat(Walk.Blocks(section)) : Walk.Blocks(section))
        {
            switch (block)
            {
                case TextBlock text when all || block is Heading || section.Kind is SectionKind.HalfTitle or SectionKind.TitlePage:
                    Add(characters, PlainText.Of(text.Content));
                    break;
                case CodeBlock code when all:
                    Add(characters, code.Value);
                    break;
                default:
                    break;
            }
        }

        return [.. characters];
    }

    private static void Add(HashSet<int> characters, string text)
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
