using System.Text.Json;

namespace Publish.Testing.Judges;

/// <summary>A link as a reader meets it.</summary>
/// <param name="Number">The number of its object in the file.</param>
/// <param name="Page">The page a click leads to, from 1; null where it leads out of the file, or nowhere.</param>
/// <param name="Outside">Whether it leads out of the file.</param>
public sealed record ShownLink(int Number, int? Page, bool Outside);

/// <summary>A page as the viewer shows it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Marks">The text over the page's picture, by the identifier of its marked content; lines end in <c>\n</c>.</param>
/// <param name="Links">Its links, from its top to its foot.</param>
public sealed record ShownPage(int Number, IReadOnlyDictionary<int, string> Marks, IReadOnlyList<ShownLink> Links);

/// <summary>A page label: whose it is, and which page comes when a reader asks for it.</summary>
/// <param name="Label">The label.</param>
/// <param name="Number">Its page, from 1.</param>
/// <param name="Page">The page that comes.</param>
public sealed record ShownLabel(string Label, int Number, int Page);

/// <summary>A PDF in the viewer of pdf.js, in a browser: pages, links clicked, outline and labels followed, phrases searched.</summary>
/// <param name="Verdict">What went wrong: links that lead nowhere or can't be reached, anything a page said.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Labels">The page labels.</param>
/// <param name="Outline">The outline, flattened; where each entry led.</param>
/// <param name="Found">For each phrase the pages the search found it on.</param>
public sealed record PdfViewer(
    Verdict Verdict, IReadOnlyList<ShownPage> Pages, IReadOnlyList<ShownLabel> Labels, IReadOnlyList<PdfOutlineEntry> Outline, IReadOnlyDictionary<string, IReadOnlyList<int>> Found)
{
    /// <summary>Opens a file and tries everything.</summary>
    /// <param name="path">The file.</param>
    /// <param name="phrases">Phrases to search.</param>
    /// <returns>What came of it.</returns>
    public static PdfViewer Open(string path, params IEnumerable<string> phrases)
    {
        using ScratchFolder scratch = new();
        using MemoryStream asked = new();
        using (Utf8JsonWriter writer = new(asked))
        {
            writer.WriteStartArray();
            foreach (string phrase in phrases)
            {
                writer.WriteStringValue(phrase);
            }

            writer.WriteEndArray();
        }

        File.WriteAllBytes(scratch.File("phrases.json"), asked.ToArray());
        Verdict verdict = Verdict.Read(ExternalTool.RequireNode("pdfview.mjs").Run(path, "--search", scratch.File("phrases.json")))[0];
        JsonElement detail = verdict.Detail;
        return new PdfViewer(verdict, [.. Items(detail, "pages").Select(Page)],
            [.. Items(detail, "labels").Select(label => new ShownLabel(Word(label, "label"), Number(label, "number"), Number(label, "page")))],
            [.. Items(detail, "outline").Select(entry => new PdfOutlineEntry(Word(entry, "title"), Number(entry, "depth"), Number(entry, "page")))],
            Items(detail, "found").ToDictionary(found => Word(found, "phrase"), found => (IReadOnlyList<int>)[.. Items(found, "pages").Select(page => page.GetInt32())], StringComparer.Ordinal));
    }

    private static ShownPage Page(JsonElement page) => new(Number(page, "number"),
        page.GetProperty("marks").EnumerateObject().ToDictionary(mark => int.Parse(mark.Name, System.Globalization.CultureInfo.InvariantCulture), mark => mark.Value.GetString() ?? ""),
        [.. Items(page, "links").Select(link => new ShownLink(Number(link, "object"), link.TryGetProperty("page", out JsonElement target) && target.ValueKind == JsonValueKind.Number ? target.GetInt32() : null, link.GetProperty("outside").GetBoolean()))]);

    private static List<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement items) ? [.. items.EnumerateArray()] : [];

    private static string Word(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
