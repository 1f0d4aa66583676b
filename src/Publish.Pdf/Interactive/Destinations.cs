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
    private readonly SortedDictionary<byte[], Destination> _byName = new(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));

    /// <summary>The destinations of a book; of two with one name the first counts.</summary>
    public Destinations(PageSet pages)
    {
        foreach (var destination in pages.Destinations)
        {
            if (destination.PageIndex >= 0 && destination.PageIndex < pages.Pages.Length && !_byName.TryAdd(Name(destination.Id), destination))
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
    public bool Contains(string id) => _byName.ContainsKey(Name(id));

    /// <summary>Writes the name tree.</summary>
    public ObjectReference Write(ObjectTable objects, PageSet pages, IReadOnlyList<ObjectReference> numbers)
    {
        var pairs = _byName.ToArray();
        return Trees.WriteNames(objects, [.. pairs.Select(pair => pair.Key)], (array, i) =>
        {
            var destination = pairs[i].Value;
            var geometry = new PageGeometry(pages.Pages[destination.PageIndex].Boxes);
            using var place = array.Array();
            place.Reference(numbers[destination.PageIndex]);
            place.Name("XYZ"u8);
            place.Thousandths(PageGeometry.Thousandths(geometry.X(destination.X)));
            place.Thousandths(PageGeometry.Thousandths(geometry.Y(destination.Y)));
            place.Null();
        });
    }
}
