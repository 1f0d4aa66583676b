using System.Collections.Immutable;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Text;

/// <summary>
/// Divides a book's pages into groups between which no text goes on: no block and no element has content in two of them. How words divided between lines are put
/// together again depends on nothing outside a group.
/// </summary>
internal static class PageGroups
{
    /// <summary>The groups, as the index of the first page of each.</summary>
    public static List<int> StartsOf(ImmutableArray<DisplayPage> pages)
    {
        // For each page the lowest numbers from it on.
        var lowest = new (int Block, int Element)[pages.Length + 1];
        var highest = new (int Block, int Element)[pages.Length];
        lowest[^1] = (int.MaxValue, int.MaxValue);
        for (var i = pages.Length - 1; i >= 0; i--)
        {
            var low = lowest[i + 1];
            var high = (Block: -1, Element: -1);
            foreach (var item in pages[i].Items)
            {
                if (item is not GlyphRun { Structure.Artifact: ArtifactKind.None } run)
                {
                    continue;
                }

                low.Element = Math.Min(low.Element, run.Structure.Element);
                high.Element = Math.Max(high.Element, run.Structure.Element);
                if (run.Source is { } source)
                {
                    low.Block = Math.Min(low.Block, source.BlockOrdinal);
                    high.Block = Math.Max(high.Block, source.BlockOrdinal);
                }
            }

            (lowest[i], highest[i]) = (low, high);
        }

        var starts = new List<int>();
        var before = (Block: -1, Element: -1);
        for (var i = 0; i < pages.Length; i++)
        {
            if (i == 0 || (before.Block < lowest[i].Block && before.Element < lowest[i].Element))
            {
                starts.Add(i);
            }

            before = (Math.Max(before.Block, highest[i].Block), Math.Max(before.Element, highest[i].Element));
        }

        return starts;
    }
}
