using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>A small book in memory that is edited at random, as an editor might: words, notes, paragraphs, headings, the plan, files broken and mended. The same seed gives the same edits.</summary>
internal sealed class RandomEdits : IBookFiles
{
    private static readonly string[] Words =
        "the of and whale sea ship captain white water night wind old great man hand upon deck boat line harpoon office efficient fjord naïve — “quoted” it’s self-evident 1851 Ahab’s *emphasis* [small]{.smallcaps} Mr. A.B.".Split(' ');

    private static readonly string[] Pictures = ["png-gray.png", "jpeg-gray.jpg", "png-bilevel.png", "png-palette.png"];
    private static readonly string[] Rules =
        ["p { font-size: 10.5pt; }", "p { text-indent: 2em; }", ".note { font-size: 9pt; }", "h2 { font-style: italic; }", "@page { margin-top: 60pt; }", "p { color: #402010; }", ".note { -publish-note-place: chapter; }"];

    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> pictures = new(StringComparer.Ordinal);
    private readonly Queue<SortedDictionary<string, string>> before = new();
    private string numbering = "book";
    private ulong state;

    public RandomEdits(ulong seed, int chapters = 3, int paragraphs = 10)
    {
        state = unchecked(seed * 0x9E37_79B9_7F4A_7C15) | 1;
        for (var c = 1; c <= chapters; c++)
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"# Chapter {c} {{#c{c}}}\n\n");
            for (var p = 0; p < paragraphs; p++)
            {
                text.Append(Paragraph(30 + Next(90))).Append(p % 4 == 1 ? string.Create(CultureInfo.InvariantCulture, $" [see](#c{1 + Next(chapters)})") : "").Append(p % 5 == 2 ? $"^[{Paragraph(12 + Next(30))}]" : "").Append("\n\n");
            }

            files[$"{c}.md"] = text.ToString();
        }

        files["own/own.css"] = Rules[0] + "\n";
        pictures["pictures/one.png"] = Picture(0);
        pictures["pictures/two.jpg"] = Picture(1);
        Plan("A Book of Edits");
    }

    private RandomEdits(SortedDictionary<string, string> files, SortedDictionary<string, byte[]> pictures) => (this.files, this.pictures) = (files, pictures);

    /// <summary>What was done last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The files as they are now.</summary>
    public RandomEdits Snapshot() => new(new SortedDictionary<string, string>(files, StringComparer.Ordinal), new SortedDictionary<string, byte[]>(pictures, StringComparer.Ordinal));

    /// <summary>Edits the book.</summary>
    public void Edit()
    {
        var chapters = files.Keys.Where(k => k.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        var name = chapters[Next(chapters.Length)];
        var text = files[name];
        var kind = Next(40);
        before.Enqueue(new SortedDictionary<string, string>(files, StringComparer.Ordinal));
        if (before.Count > 3)
        {
            before.Dequeue();
        }

        Last = string.Create(CultureInfo.InvariantCulture, $"{kind} in {name}");
        switch (kind)
        {
            case < 9:
                files[name] = Replaced(text, Words[Next(Words.Length)]);
                break;
            case 20:
                // What a heading says stands in the contents and in running heads too.
                files[name] = "# " + Paragraph(2 + Next(4)) + text[Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))..];
                break;
            case 21 when text.IndexOf("\n\n", text.Length / 2, StringComparison.Ordinal) is var at and > 0:
                files[name] = text[..at] + "\n\n## " + Paragraph(3) + text[at..];
                break;
            case 22 when text.IndexOf("^[", StringComparison.Ordinal) is var at and > 0:
                files[name] = text[..(at + 2)] + Words[Next(Words.Length)] + " " + text[(at + 2)..];
                break;
            case 23:
                files["own/own.css"] = Rules[Next(Rules.Length)] + "\n" + (Next(2) == 0 ? "" : Rules[Next(Rules.Length)] + "\n");
                break;
            case 24:
                numbering = Next(3) switch { 0 => "page", 1 => "chapter", _ => "book" };
                Plan("Numbers by " + numbering);
                break;
            case 25:
                pictures[Next(2) == 0 ? "pictures/one.png" : "pictures/two.jpg"] = Picture(Next(Pictures.Length));
                break;
            case 26:
                files[name] = text + $"![{Paragraph(4)}](pictures/{(Next(2) == 0 ? "one.png" : "two.jpg")}){{#figure-{state % 1000} width=40%}}\n\n";
                break;
            case 27:
                files[name] = Replaced(text, string.Create(CultureInfo.InvariantCulture, $"page [](#c{1 + Next(chapters.Length)}){{.page}} of [](#c{1 + Next(chapters.Length)})"));
                break;
            case 28:
                files[name] = Replaced(text, $"sea[]{{.index term=\"{Paragraph(1 + Next(2)).Replace("\"", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}\"}}");
                break;
            case 29 when text.IndexOf("\n\n", text.Length / 3, StringComparison.Ordinal) is var at and > 0 && text.IndexOf("\n\n", at + 2, StringComparison.Ordinal) is var next and > 0:
                files[name] = text[..at] + text[next..];
                break;
            case 30 or 31:
                // Undone: as it was some edits ago.
                var old = before.Dequeue();
                files.Clear();
                foreach (var (file, was) in old)
                {
                    files[file] = was;
                }

                break;
            case 32:
                files[name] = Replaced(text, $"![small](pictures/{(Next(2) == 0 ? "one.png" : "two.jpg")}){{width=5%}}");
                break;
            case 34:
                // A note that is called twice, the second time perhaps by another section of the file.
                files[name] = Replaced(Replaced(text, "word[^twice]"), "again[^twice]") + (text.Contains("[^twice]:", StringComparison.Ordinal) ? "" : "[^twice]: " + Paragraph(8) + "\n\n");
                break;
            case 35:
                files[name] = text + "# Part of it\n\n" + Paragraph(40) + "\n\n";
                break;
            case 36:
                files[name] = text + $"See [](#figure-1){{.number}} and [it](#{Paragraph(1).Trim('.')}).\n\n";
                break;
            case 37:
                files[name] = text + $"1. {Paragraph(6)}\n2. {Paragraph(30)}^[{Paragraph(9)}]\n\n    - {Paragraph(3)}\n\nTerm\n:   {Paragraph(20)}\n\n* * *\n\n";
                break;
            case 38:
                files[name] = text + $"::: {{.letter lang=fr #letter-{state % 1000}}}\n{Paragraph(20)}\n\n{Paragraph(60)}^[{Paragraph(40)}]\n:::\n\n{Paragraph(9)}[]{{#place-{state % 1000}}}\n\n";
                break;
            case 39:
                files[name] = text + $"## Scene {Paragraph(1)}\n\n*{Paragraph(4)}*\n\n::: speech\n[{Words[Next(5)]}]{{.speaker}} {Paragraph(30)}\n:::\n\n";
                break;
            case 33:
                pictures.Remove("pictures/one.png");
                break;
            case 9:
                files[name] = Replaced(text, $"word^[{Paragraph(5 + Next(40))}]");
                break;
            case 10:
                files[name] = text + Paragraph(20 + Next(120)) + "\n\n";
                break;
            case 11 when text.Length > 2000:
                files[name] = text[..text.LastIndexOf("\n\n", text.Length - 3, StringComparison.Ordinal)] + "\n\n";
                break;
            case 12:
                files[name] = text + "## " + Paragraph(3) + "\n\n" + Paragraph(40) + "\n\n";
                break;
            case 13:
                files[name] = text + "> " + Paragraph(30) + "\n\n| a | b |\n|---|---|\n| " + Paragraph(3) + " | 2 |\n\n: A caption " + Paragraph(2)
                    + "\n\n::: verse\n" + Paragraph(4) + "\n" + Paragraph(5) + "\n:::\n\n";
                break;
            case 14:
                files[name] = text.Replace("\n\n", "\n\n\n", StringComparison.Ordinal);
                break;
            case 15:
                // Saved half, often with a note or an attribute left open.
                files[name] = text[..(text.Length / 2)];
                break;
            case 16:
                files["book.yaml"] = files["book.yaml"].Replace("matter:", "matter: [", StringComparison.Ordinal);
                break;
            case 17:
                Plan(Paragraph(3).Replace("\"", "", StringComparison.Ordinal));
                break;
            case 18:
                files[name] = Replaced(text, "[nowhere](#nowhere)");
                break;
            default:
                // A file goes, another comes.
                files.Remove(name);
                files[name == "1.md" ? "1.md" : "2.md"] = "# Again {#c1}\n\n" + Paragraph(200) + "\n\n";
                break;
        }
    }

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        if (pictures.TryGetValue(path, out var picture))
        {
            data = picture;
            return true;
        }

        var found = files.TryGetValue(path, out var text);
        data = found ? Encoding.UTF8.GetBytes(text!) : default(ReadOnlyMemory<byte>);
        return found;
    }

    public IReadOnlyList<string> List(string folder) =>
        [.. files.Keys.Concat(pictures.Keys).Where(path => (path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash]) == folder).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Folders(string folder) => folder.Length == 0 ? ["own", "pictures"] : [];

    private static byte[] Picture(int number) => File.ReadAllBytes(RepositoryRoot.Combine("tests", "books", "torture", "pictures", Pictures[number]));

    private void Plan(string title) => files["book.yaml"] =
        $"id: edits\ntitle: \"{title.Replace('\\', ' ')}\"\nlanguage: en-GB\nmodified: 2026-01-01T00:00:00Z\nstyle: own\nnotes: {{ numbering: {numbering} }}\nmatter:\n  front: [half-title, title-page, contents, list-of-figures]\n  body:\n"
        + string.Concat(files.Keys.Where(k => k.EndsWith(".md", StringComparison.Ordinal)).Select(k => $"    - chapter: {k}\n"))
        + (title.Length % 2 == 0 ? "  back: [index]\n" : "")
        + "editions:\n  print:  { format: pdf, trim: 5in x 8in, links: false, tagged: false }\n  screen: { format: pdf, trim: 5in x 8in, links: true, tagged: true }\n  epub:   { format: epub, pages: print }\n"
        + (title.Length % 3 == 0 ? "  cover:  { format: cover, pages: print }\n" : "");

    private string Replaced(string text, string word)
    {
        var at = text.IndexOf(' ', Math.Min(text.Length - 1, 20 + Next(Math.Max(1, text.Length - 20))));
        var end = at < 0 ? -1 : text.IndexOf(' ', at + 1);
        return end < 0 ? text + word + "\n\n" : text[..(at + 1)] + word + text[end..];
    }

    private string Paragraph(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[Next(Words.Length)])) + ".";

    // xorshift64*: G. Marsaglia, "Xorshift RNGs" (Journal of Statistical Software 8, 2003).
    private int Next(int below)
    {
        unchecked
        {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            return (int)((state * 0x2545_F491_4F6C_DD1D >> 33) % (ulong)below);
        }
    }
}
