using Publish.Pdf.Content;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Structure;

/// <summary>What an element of the structure holds.</summary>
internal enum KidKind
{
    /// <summary>Another element.</summary>
    Element,

    /// <summary>Marked content of a page.</summary>
    Content,

    /// <summary>A link annotation.</summary>
    Annotation,
}

/// <summary>One thing an element holds.</summary>
/// <param name="Parent">Index of the element that holds it.</param>
/// <param name="Sequence">Its place in reading order there.</param>
/// <param name="Order">Its place among those of the same sequence: as drawn.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Index of the element, MCID, or index of the annotation.</param>
/// <param name="Page">Index of the page; −1 for an element.</param>
internal readonly record struct Kid(int Parent, int Sequence, int Order, KidKind Kind, int Value, int Page) : IComparable<Kid>
{
    /// <inheritdoc />
    public int CompareTo(Kid other)
    {
        var byParent = Parent.CompareTo(other.Parent);
        var bySequence = byParent != 0 ? byParent : Sequence.CompareTo(other.Sequence);
        return bySequence != 0 ? bySequence : Order.CompareTo(other.Order);
    }
}

/// <summary>
/// Which element holds what: child elements, marked content and link annotations of all pages brought into reading order. Elements that hold nothing
/// and mean nothing by themselves are left out.
/// </summary>
internal sealed class TreeContent
{
    private readonly Kid[] _kids;
    private readonly int[] _starts;

    /// <summary>Brings everything into order.</summary>
    /// <param name="tree">The elements.</param>
    /// <param name="pages">The content of each page.</param>
    /// <param name="annotations">For each annotation its element and page, in order.</param>
    public TreeContent(StructureTree tree, IReadOnlyList<PageContent> pages, IReadOnlyList<(int Element, int Page)> annotations)
    {
        var elements = tree.Elements;
        var kids = new List<Kid>(elements.Length * 3);
        for (var page = 0; page < pages.Count; page++)
        {
            var marks = pages[page].Marks;
            for (var mcid = 0; mcid < marks.Length; mcid++)
            {
                kids.Add(new Kid(marks[mcid].Element, marks[mcid].Sequence, kids.Count, KidKind.Content, mcid, page));
            }
        }

        // Annotations follow the words they lie under.
        for (var i = 0; i < annotations.Count; i++)
        {
            kids.Add(new Kid(annotations[i].Element, int.MaxValue, kids.Count, KidKind.Annotation, i, annotations[i].Page));
        }

        IsWritten = new bool[elements.Length];
        foreach (var kid in kids)
        {
            IsWritten[kid.Parent] = true;
        }

        // Parents stand before their children, so going backwards every child is settled before its parent.
        for (var i = elements.Length - 1; i >= 0; i--)
        {
            IsWritten[i] |= i == 0 || StandsEmpty(elements[i]);
            if (IsWritten[i] && elements[i].Parent >= 0)
            {
                IsWritten[elements[i].Parent] = true;
                kids.Add(new Kid(elements[i].Parent, elements[i].Sequence, -elements.Length + i, KidKind.Element, i, -1));
            }
        }

        // By their parents first, which are numbers; most have few children.
        _starts = new int[elements.Length + 1];
        foreach (var kid in kids)
        {
            _starts[kid.Parent + 1]++;
        }

        for (var i = 0; i < elements.Length; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _kids = new Kid[kids.Count];
        var next = _starts.AsSpan().ToArray();
        foreach (var kid in kids)
        {
            _kids[next[kid.Parent]++] = kid;
        }

        for (var i = 0; i < elements.Length; i++)
        {
            var own = _kids.AsSpan(_starts[i].._starts[i + 1]);
            if (own.Length > 1)
            {
                own.Sort();
            }
        }
    }

    /// <summary>For each element whether it is written.</summary>
    public bool[] IsWritten { get; }

    /// <summary>What an element holds, in reading order.</summary>
    public ReadOnlySpan<Kid> KidsOf(int element) => _kids.AsSpan(_starts[element].._starts[element + 1]);

    // An empty cell keeps its column; a picture that was not drawn still has its words.
    private static bool StandsEmpty(StructureElement element) =>
        element.Role is StructureRole.TD or StructureRole.TH || !string.IsNullOrEmpty(element.AlternativeText) || !string.IsNullOrEmpty(element.ActualText);
}
