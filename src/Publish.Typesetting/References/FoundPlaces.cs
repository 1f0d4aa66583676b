using Publish.Typesetting.Flow;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.References;

/// <summary>Where the named places of drawn pages stand.</summary>
internal sealed class FoundPlaces
{
    // Where more pages are others, all are looked at again.
    private const int MostChanged = 4;

    private readonly PageCanvas?[] _pages;
    private readonly string[] _labels;

    private FoundPlaces(PageCanvas?[] pages, string[] labels, Dictionary<string, Place> places, bool areDistinct)
    {
        (_pages, _labels, Places, AreDistinct) = (pages, labels, places, areDistinct);
    }

    /// <summary>The places by name; of two with one name the first.</summary>
    public IReadOnlyDictionary<string, Place> Places { get; }

    /// <summary>Whether no two have one name.</summary>
    public bool AreDistinct { get; }

    /// <summary>The places of a book's pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="canvases">What is drawn on them; null for a blank one.</param>
    /// <param name="before">Those of pages drawn before, of which most may be the same; null for none.</param>
    public static FoundPlaces Of(List<BookPage> pages, PageCanvas?[] canvases, FoundPlaces? before)
    {
        var labels = new string[pages.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = pages[i].Label;
        }

        return before?.Mended(canvases, labels) ?? Found(canvases, labels);
    }

    private static FoundPlaces Found(PageCanvas?[] canvases, string[] labels)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var distinct = true;
        for (var i = 0; i < canvases.Length; i++)
        {
            distinct &= canvases[i] is not { } canvas || Add(places, canvas, i, labels[i]);
        }

        return new(canvases, labels, places, distinct);
    }

    private static bool Add(Dictionary<string, Place> places, PageCanvas canvas, int index, string label)
    {
        var distinct = true;
        for (var i = 0; i < canvas.Destinations.Count; i++)
        {
            distinct &= places.TryAdd(canvas.Destinations[i].Id, new Place(index, label, canvas.Lines[i]));
        }

        return distinct;
    }

    // The same with the places of the pages that are others; null where that isn't all there is to it.
    private FoundPlaces? Mended(PageCanvas?[] canvases, string[] labels)
    {
        if (!AreDistinct || canvases.Length != _pages.Length)
        {
            return null;
        }

        var changed = new List<int>();
        for (var i = 0; i < canvases.Length; i++)
        {
            if (!ReferenceEquals(canvases[i], _pages[i]) || labels[i] != _labels[i])
            {
                changed.Add(i);
            }
        }

        if (changed.Count == 0)
        {
            return this;
        }

        if (changed.Count > canvases.Length / MostChanged)
        {
            return null;
        }

        var places = new Dictionary<string, Place>((Dictionary<string, Place>)Places, StringComparer.Ordinal);
        foreach (var i in changed)
        {
            foreach (var destination in _pages[i]?.Destinations ?? [])
            {
                places.Remove(destination.Id);
            }
        }

        var distinct = true;
        foreach (var i in changed)
        {
            distinct &= canvases[i] is not { } canvas || Add(places, canvas, i, labels[i]);
        }

        return distinct ? new(canvases, labels, places, true) : null;
    }
}
