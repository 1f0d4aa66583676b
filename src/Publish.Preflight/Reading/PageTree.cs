using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>Walks the tree of pages (ISO 32000-1, 7.7.3).</summary>
internal static class PageTree
{
    private const int MostPages = 20_000;

    /// <summary>The pages in order. A tree that bites its own tail ends where it is too deep or too long.</summary>
    public static IReadOnlyList<DictionaryToken> Pages(PdfSource source)
    {
        var pages = new List<DictionaryToken>();
        if (source.Dictionary(source.Catalog, "Pages") is { } root)
        {
            Walk(source, root, pages, 0);
        }

        return pages;
    }

    private static void Walk(PdfSource source, DictionaryToken node, List<DictionaryToken> pages, int depth)
    {
        if (pages.Count >= MostPages || depth > PdfSource.DepthLimit)
        {
            return;
        }

        if (source.Array(node, "Kids") is not { } kids)
        {
            pages.Add(node);
            return;
        }

        foreach (var kid in source.Items(kids).OfType<DictionaryToken>())
        {
            Walk(source, kid, pages, depth + 1);
        }
    }
}
