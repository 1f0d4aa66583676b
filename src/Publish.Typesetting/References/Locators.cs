using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.References;

/// <summary>A page or run of pages as an index prints it, and the mark its first page leads to.</summary>
/// <param name="Text">As "12" or "12–14".</param>
/// <param name="TargetId">The first mark.</param>
internal readonly record struct PrintedLocator(string Text, string TargetId);

/// <summary>Turns the marks of an index entry into page numbers: each page once, pages that follow each other as a range.</summary>
internal static class Locators
{
    /// <summary>The locators of an entry.</summary>
    public static ImmutableArray<PrintedLocator> Of(ImmutableArray<IndexLocator> locators, SectionReferences references)
    {
        var pages = new List<(Place From, Place To, string Id)>();
        var result = ImmutableArray.CreateBuilder<PrintedLocator>();
        foreach (var locator in locators)
        {
            if (references.PlaceOf(locator.FromId) is not { } from)
            {
                result.Add(new PrintedLocator(references.Label(locator.FromId), locator.FromId));
                continue;
            }

            var to = locator.ToId is { } end && references.PlaceOf(end) is { } place && place.PageIndex >= from.PageIndex ? place : from;
            pages.Add((from, to, locator.FromId));
        }

        pages.Sort((a, b) => a.From.PageIndex.CompareTo(b.From.PageIndex));
        for (var i = 0; i < pages.Count; i++)
        {
            var (from, to, id) = pages[i];
            while (i + 1 < pages.Count && pages[i + 1].From.PageIndex <= to.PageIndex + 1 && SameRun(to.Label, pages[i + 1].From.Label))
            {
                i++;
                to = pages[i].To.PageIndex > to.PageIndex ? pages[i].To : to;
            }

            result.Add(new PrintedLocator(from.Label == to.Label ? from.Label : from.Label + "–" + to.Label, id));
        }

        return result.ToImmutable();
    }

    /// <summary>Roman and arabic folios never join in a range.</summary>
    private static bool SameRun(string a, string b) => char.IsAsciiDigit(a[0]) == char.IsAsciiDigit(b[0]);
}
