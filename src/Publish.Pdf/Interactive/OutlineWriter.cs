using System.Collections.Immutable;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Interactive;

/// <summary>Writes the bookmarks (ISO 32000-1, 12.3.3): the first level open, what is under it closed.</summary>
internal static class OutlineWriter
{
    /// <summary>Writes the outline; nothing for a book without bookmarks.</summary>
    public static ObjectReference Write(ObjectTable objects, ImmutableArray<OutlineEntry> entries, Destinations destinations)
    {
        if (entries.IsEmpty)
        {
            return default;
        }

        var root = objects.Reserve();
        var (first, last) = WriteLevel(objects, entries, root, destinations);
        using var dictionary = objects.Dictionary(root);
        dictionary.Name("Type"u8, "Outlines"u8);
        dictionary.Reference("First"u8, first);
        dictionary.Reference("Last"u8, last);
        dictionary.Integer("Count"u8, entries.Length);
        return root;
    }

    private static (ObjectReference First, ObjectReference Last) WriteLevel(
        ObjectTable objects,
        ImmutableArray<OutlineEntry> entries,
        ObjectReference parent,
        Destinations destinations)
    {
        var first = objects.Reserve(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var number = new ObjectReference(first.Number + i);
            var children = entry.Children.IsDefaultOrEmpty ? default : WriteLevel(objects, entry.Children, number, destinations);
            using var item = objects.Dictionary(number);
            item.Text("Title"u8, entry.Title);
            item.Reference("Parent"u8, parent);
            if (i > 0)
            {
                item.Reference("Prev"u8, new ObjectReference(number.Number - 1));
            }

            if (i + 1 < entries.Length)
            {
                item.Reference("Next"u8, new ObjectReference(number.Number + 1));
            }

            if (!children.First.IsNone)
            {
                item.Reference("First"u8, children.First);
                item.Reference("Last"u8, children.Last);

                // Negative: closed, and that many would show on opening it.
                item.Integer("Count"u8, -entry.Children.Length);
            }

            if (destinations.Contains(entry.DestinationId))
            {
                item.Bytes("Dest"u8, Destinations.Name(entry.DestinationId));
            }
        }

        return (first, new ObjectReference(first.Number + entries.Length - 1));
    }
}
