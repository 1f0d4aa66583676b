using System.Text;
using Publish.Pdf.Content;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Interactive;

/// <summary>
/// Named destinations (ISO 32000-1, 12.3.2.3): links and bookmarks name a place by the identifier it has in the model, so that a link into the file from outside
/// still leads there after the book was set again.
/// </summary>
internal sealed class Destinations
{
    private readonly Dictionary<string, Destination> _byName = new(StringComparer.Ordinal);

    /// <summary>The destinations of a book; of two with one name the first counts.</summary>
    public Destinations(PageSet pages)
    {
        foreach (var destination in pages.Destinations)
        {
            if (destination.PageIndex >= 0 && destination.PageIndex < pages.Pages.Length && !_byName.TryAdd(destination.Id, destination))
            {
                Duplicates.Add(destination.Id);
            }
        }
    }

    /// <summary>Names that more than one place bears.</summary>
    public List<string> Duplicates { get; } = [];

    /// <summary>How many there are.</summary>
    public int Count => _byName.Count;

    /// <summary>The name of a place as the file has it.</summary>
    public static byte[] Name(string id) => Encoding.UTF8.GetBytes(id);

    /// <summary>Whether a place of this name exists.</summary>
    public bool Contains(string id) => _byName.ContainsKey(id);

    /// <summary>The element of the structure at a place; −1 for none.</summary>
    public int ElementOf(string id) => _byName.TryGetValue(id, out var destination) ? destination.Structure : -1;

    /// <summary>Writes the name tree.</summary>
    /// <param name="objects">The file's objects.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="numbers">The pages' objects.</param>
    /// <param name="elements">
    /// For each element of the structure its object, where a place is said to be an element too (ISO 32000-2, 12.3.2.3); empty where it is only a place on a page.
    /// </param>
    public ObjectReference Write(ObjectTable objects, PageSet pages, IReadOnlyList<ObjectReference> numbers, IReadOnlyList<ObjectReference> elements)
    {
        var pairs = _byName.Select(pair => KeyValuePair.Create(Name(pair.Key), pair.Value)).ToArray();
        Array.Sort(pairs, static (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        return Trees.WriteNames(objects, [.. pairs.Select(pair => pair.Key)], (array, i) =>
        {
            var destination = pairs[i].Value;
            if (elements.Count == 0)
            {
                using var place = array.Array();
                WritePlace(place, numbers[destination.PageIndex], destination, pages);
                return;
            }

            using var both = array.Dictionary();
            using (var place = both.Array("D"u8))
            {
                WritePlace(place, numbers[destination.PageIndex], destination, pages);
            }

            using var element = both.Array("SD"u8);
            WritePlace(element, ElementAt(destination, pages.Structure, elements), destination, pages);
        });
    }

    private static void WritePlace(ArrayWriter place, ObjectReference target, Destination destination, PageSet pages)
    {
        var geometry = new PageGeometry(pages.Pages[destination.PageIndex].Boxes);
        place.Reference(target);
        place.Name("XYZ"u8);
        place.Thousandths(PageGeometry.Thousandths(geometry.X(destination.X)));
        place.Thousandths(PageGeometry.Thousandths(geometry.Y(destination.Y)));
        place.Null();
    }

    // The element itself, or what it stands in where nothing was drawn of it; the document at last.
    private static ObjectReference ElementAt(Destination destination, StructureTree tree, IReadOnlyList<ObjectReference> elements)
    {
        for (var i = destination.Structure; i > 0 && i < elements.Count; i = tree.Elements[i].Parent)
        {
            if (!elements[i].IsNone)
            {
                return elements[i];
            }
        }

        return elements[0];
    }
}
