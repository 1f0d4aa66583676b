using System.Text.Json;

namespace Publish.Testing.Judges;

/// <summary>A link area of a page.</summary>
/// <param name="Url">The address it leads to, or null.</param>
/// <param name="Page">The page it leads to, from 1, or null.</param>
/// <param name="Contents">What it says to who can't see it.</param>
public sealed record PdfLink(string? Url, int? Page, string Contents);

/// <summary>A page as pdf.js read it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Its text in the order of the content stream; lines end in <c>\n</c>.</param>
/// <param name="Tagged">True when the page has a part in the structure tree.</param>
/// <param name="Roles">Its structure elements' types, depth first.</param>
/// <param name="Links">Its link areas.</param>
public sealed record PdfPage(int Number, string Text, bool Tagged, IReadOnlyList<string> Roles, IReadOnlyList<PdfLink> Links);

/// <summary>An entry of the outline.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Depth">From 0.</param>
/// <param name="Page">The page it leads to, from 1, or null.</param>
public sealed record PdfOutlineEntry(string Title, int Depth, int? Page);

/// <summary>A PDF as pdf.js, the reader of browsers, understood it.</summary>
/// <param name="Verdict">Everything it warned of.</param>
/// <param name="Labels">The pages' labels; empty when the file has none.</param>
/// <param name="Outline">The outline, flattened.</param>
/// <param name="Pages">The pages.</param>
public sealed record PdfJs(Verdict Verdict, IReadOnlyList<string> Labels, IReadOnlyList<PdfOutlineEntry> Outline, IReadOnlyList<PdfPage> Pages)
{
    /// <summary>Reads all of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What the reader understood.</returns>
    public static PdfJs Read(string path)
    {
        Verdict verdict = Verdict.Read(ExternalTool.RequireNode("pdfjs.mjs").Run(path))[0];
        return new PdfJs(verdict, [.. Items(verdict.Detail, "labels").Select(label => label.GetString() ?? "")],
            [.. Items(verdict.Detail, "outline").Select(entry => new PdfOutlineEntry(entry.GetProperty("title").GetString() ?? "", entry.GetProperty("depth").GetInt32(), Number(entry, "page")))],
            [.. Items(verdict.Detail, "pages").Select(page => new PdfPage(page.GetProperty("number").GetInt32(), page.GetProperty("text").GetString() ?? "",
                page.GetProperty("tagged").GetBoolean(), [.. Items(page, "roles").Select(role => role.GetString() ?? "")],
                [.. Items(page, "links").Select(link => new PdfLink(link.GetProperty("url").GetString(), Number(link, "page"), link.GetProperty("contents").GetString() ?? ""))]))]);
    }

    /// <summary>The pages' labels alone; empty when the file has none.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<string> LabelsOf(string path) =>
        [.. Items(Verdict.Read(ExternalTool.RequireNode("pdfjs.mjs").Run(path, "--read", "0"))[0].Detail, "labels").Select(label => label.GetString() ?? "")];

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
