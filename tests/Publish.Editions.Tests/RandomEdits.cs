using System.Globalization;
using System.Text;
using Publish.Document;

namespace Publish.Editions.Tests;

/// <summary>A small book in memory that is edited at random, as an editor might: words, notes, paragraphs, headings, the plan, files broken and mended. The same seed gives the same edits.</summary>
internal sealed class RandomEdits : IBookFiles
{
    private static readonly string[] Words =
        "the of and whale sea ship captain white water night wind old great man hand upon deck boat line harpoon office efficient fjord naïve — “quoted” it’s self-evident 1851 Ahab’s *emphasis* [small]{.smallcaps} Mr. A.B.".Split(' ');

    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);
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

        Plan("A Book of Edits");
    }

    private RandomEdits(SortedDictionary<string, string> files) => this.files = files;

    /// <summary>What was done last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The files as they are now.</summary>
    public RandomEdits Snapshot() => new(new SortedDictionary<string, string>(files, StringComparer.Ordinal));

    /// <summary>Edits the book.</summary>
    public void Edit()
    {
        var chapters = files.Keys.Where(k => k.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        var name = chapters[Next(chapters.Length)];
        var text = files[name];
        var kind = Next(20);
        Last = string.Create(CultureInfo.InvariantCulture, $"{kind} in {name}");
        switch (kind)
        {
            case < 9:
                files[name] = Replaced(text, Words[Next(Words.Length)]);
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
                files[name] = text + "> " + Paragraph(30) + "\n\n| a | b |\n|---|---|\n| " + Paragraph(3) + " | 2 |\n\n";
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
        var found = files.TryGetValue(path, out var text);
        data = found ? Encoding.UTF8.GetBytes(text!) : default(ReadOnlyMemory<byte>);
        return found;
    }

    public IReadOnlyList<string> List(string folder) => folder.Length == 0 ? [.. files.Keys] : [];

    public IReadOnlyList<string> Folders(string folder) => [];

    private void Plan(string title) => files["book.yaml"] =
        $"id: edits\ntitle: \"{title.Replace('\\', ' ')}\"\nlanguage: en-GB\nmodified: 2026-01-01T00:00:00Z\nmatter:\n  front: [half-title, title-page, contents]\n  body:\n"
        + string.Concat(files.Keys.Where(k => k.EndsWith(".md", StringComparison.Ordinal)).Select(k => $"    - chapter: {k}\n"))
        + "editions:\n  print:  { format: pdf, trim: 5in x 8in, links: false, tagged: false }\n  screen: { format: pdf, trim: 5in x 8in, links: true, tagged: true }\n  epub:   { format: epub, pages: print }\n";

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
