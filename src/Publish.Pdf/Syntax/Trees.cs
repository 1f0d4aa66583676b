namespace Publish.Pdf.Syntax;

/// <summary>
/// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): sorted pairs in leaves, leaves under one root. The value of a pair is written by the caller.
/// </summary>
internal static class Trees
{
    private const int PairsPerLeaf = 64;

    /// <summary>Writes the value of the pair at an index into the array it stands in.</summary>
    public delegate void Value(ArrayWriter array, int index);

    /// <summary>A name tree. <paramref name="names"/> must be sorted by their bytes and distinct.</summary>
    public static ObjectReference WriteNames(ObjectTable objects, IReadOnlyList<byte[]> names, Value value) =>
        Write(objects, names.Count, "Names"u8, (array, i) => array.Bytes(names[i]), value);

    /// <summary>A number tree. <paramref name="numbers"/> must rise.</summary>
    public static ObjectReference WriteNumbers(ObjectTable objects, IReadOnlyList<int> numbers, Value value) =>
        Write(objects, numbers.Count, "Nums"u8, (array, i) => array.Integer(numbers[i]), value);

    private static ObjectReference Write(ObjectTable objects, int count, ReadOnlySpan<byte> entry, Value key, Value value)
    {
        var leaves = (count + PairsPerLeaf - 1) / PairsPerLeaf;
        var root = objects.Reserve();
        if (leaves <= 1)
        {
            using var only = objects.Dictionary(root);
            using var pairs = only.Array(entry);
            Pairs(pairs, 0, count, key, value);
            return root;
        }

        var first = objects.Reserve(leaves);
        using (var dictionary = objects.Dictionary(root))
        using (var kids = dictionary.Array("Kids"u8))
        {
            for (var i = 0; i < leaves; i++)
            {
                kids.Reference(new ObjectReference(first.Number + i));
            }
        }

        for (var i = 0; i < leaves; i++)
        {
            var from = i * PairsPerLeaf;
            var to = Math.Min(count, from + PairsPerLeaf);
            using var leaf = objects.Dictionary(new ObjectReference(first.Number + i));
            using (var limits = leaf.Array("Limits"u8))
            {
                key(limits, from);
                key(limits, to - 1);
            }

            using var pairs = leaf.Array(entry);
            Pairs(pairs, from, to, key, value);
        }

        return root;
    }

    private static void Pairs(ArrayWriter array, int from, int to, Value key, Value value)
    {
        for (var i = from; i < to; i++)
        {
            key(array, i);
            value(array, i);
        }
    }
}
