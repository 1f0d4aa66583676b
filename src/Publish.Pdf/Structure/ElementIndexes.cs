using Publish.Typesetting.Display;

namespace Publish.Pdf.Structure;

/// <summary>Whether an index names an element.</summary>
internal static class ElementIndexes
{
    /// <summary>True where the tree has an element of that index.</summary>
    public static bool Has(this StructureTree tree, int element) => element >= 0 && element < tree.Elements.Length;
}
