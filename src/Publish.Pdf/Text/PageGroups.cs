using System.Collections.Immutable;
using Publish.Pdf.Content;
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
        lowest[^1] = (int.MaxValue, int.MaxValue);
        for (var i = pages.Length - 1; i >= 0; i--)
        {
            var facts = PageFacts.Of(pages[i]);
            lowest[i] = (Math.Min(lowest[i + 1].Block, facts.LowestText.Block), Math.Min(lowest[i + 1].Element, facts.LowestText.Element));
        }

        var starts = new List<int>();
        var before = (Block: -1, Element: -1);
        for (var i = 0; i < pages.Length; i++)
        {
            if (i == 0 || (before.Block < lowest[i].Block && before.Element < lowest[i].Element))
            {
                starts.Add(i);
            }

            var highest = PageFacts.Of(pages[i]).HighestText;
            before = (Math.Max(before.Block, highest.Block), Math.Max(before.Element, highest.Element));
        }

        return starts;
    }
}
