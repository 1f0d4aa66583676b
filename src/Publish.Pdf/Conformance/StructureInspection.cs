using Publish.Typesetting.Display;

namespace Publish.Pdf.Conformance;

/// <summary>Looks for what standards object to in a structure tree, before anything is written from it.</summary>
internal static class StructureInspection
{
    /// <summary>Inspects a tree.</summary>
    public static void Inspect(StructureTree tree, Violations violations)
    {
        var elements = tree.Elements;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < elements.Length; i++)
        {
            var element = elements[i];
            if (element.Id is { } id && !ids.Add(id))
            {
                violations.Add(ViolationKind.DuplicateIdentifier, detail: id);
            }

            if (element.Language is { } language && !LanguageTag.IsWellFormed(language))
            {
                violations.Add(ViolationKind.BadLanguage, detail: language);
            }

            if (element.Role == StructureRole.Figure && string.IsNullOrWhiteSpace(element.AlternativeText) && string.IsNullOrEmpty(element.ActualText))
            {
                violations.Add(ViolationKind.FigureWithoutAlternative);
            }

            if (element.Parent >= 0 && !MayHold(elements[element.Parent].Role, element.Role))
            {
                violations.Add(ViolationKind.MisplacedElement, detail: $"{element.Role} in {elements[element.Parent].Role}");
            }
        }

        var children = ChildrenOf(tree);
        Headings(tree, children, violations);
        Tables(tree, children, violations);
    }

    // ISO 32000-1, 14.8.4.3: what the parts of lists, tables and contents may stand in, and what these may hold.
    private static bool MayHold(StructureRole parent, StructureRole child) => (parent, child) switch
    {
        (StructureRole.L, StructureRole.LI or StructureRole.L or StructureRole.Caption) => true,
        (StructureRole.L, _) or (_, StructureRole.LI) => false,
        (StructureRole.LI, StructureRole.Lbl or StructureRole.LBody) => true,
        (StructureRole.LI, _) or (_, StructureRole.LBody) => false,
        (StructureRole.Table, StructureRole.TR or StructureRole.THead or StructureRole.TBody or StructureRole.Caption) => true,
        (StructureRole.Table, _) or (_, StructureRole.THead or StructureRole.TBody) => false,
        (StructureRole.THead or StructureRole.TBody, StructureRole.TR) => true,
        (StructureRole.THead or StructureRole.TBody, _) or (_, StructureRole.TR) => false,
        (StructureRole.TR, StructureRole.TH or StructureRole.TD) => true,
        (StructureRole.TR, _) or (_, StructureRole.TH or StructureRole.TD) => false,
        (StructureRole.TOC, StructureRole.TOC or StructureRole.TOCI or StructureRole.Caption) => true,
        (StructureRole.TOC, _) or (_, StructureRole.TOCI) => false,
        (_, StructureRole.Document) => false,
        _ => true,
    };

    private static Children ChildrenOf(StructureTree tree)
    {
        var elements = tree.Elements;
        var starts = new int[elements.Length + 1];
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Parent is >= 0 and var parent)
            {
                starts[parent + 1]++;
            }
        }

        for (var i = 0; i < elements.Length; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan().ToArray();
        var all = new int[starts[^1]];
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Parent is >= 0 and var parent)
            {
                all[next[parent]++] = i;
            }
        }

        for (var i = 0; i < elements.Length; i++)
        {
            if (starts[i + 1] - starts[i] > 1)
            {
                all.AsSpan(starts[i]..starts[i + 1]).Sort((a, b) => elements[a].Sequence != elements[b].Sequence ? elements[a].Sequence.CompareTo(elements[b].Sequence) : a.CompareTo(b));
            }
        }

        return new Children(all, starts);
    }

    // ISO 14289-1, 7.4.2: the first heading is an H1, and going down no level is left out.
    private static void Headings(StructureTree tree, Children children, Violations violations)
    {
        var level = 0;
        var open = new Stack<int>();
        open.Push(0);
        while (open.TryPop(out var index))
        {
            var role = tree.Elements[index].Role;
            if (role is >= StructureRole.H1 and <= StructureRole.H6)
            {
                var next = role - StructureRole.H1 + 1;
                if (next > level + 1)
                {
                    violations.Add(ViolationKind.HeadingSkipped, detail: level == 0 ? $"{role} comes first" : $"{role} after H{level}");
                }

                level = next;
            }

            var own = children.Of(index);
            for (var i = own.Count - 1; i >= 0; i--)
            {
                open.Push(own[i]);
            }
        }
    }

    // ISO 14289-1, 7.5: every row covers the same columns, spans counted.
    private static void Tables(StructureTree tree, Children children, Violations violations)
    {
        for (var i = 0; i < tree.Elements.Length; i++)
        {
            if (tree.Elements[i].Role != StructureRole.Table)
            {
                continue;
            }

            var rows = new List<int>();
            foreach (var child in children.Of(i))
            {
                if (tree.Elements[child].Role == StructureRole.TR)
                {
                    rows.Add(child);
                }
                else
                {
                    rows.AddRange(children.Of(child).Where(row => tree.Elements[row].Role == StructureRole.TR));
                }
            }

            if (!IsRegular(tree, children, rows))
            {
                violations.Add(ViolationKind.IrregularTable);
            }
        }
    }

    private static bool IsRegular(StructureTree tree, Children children, List<int> rows)
    {
        // For each column how many more rows a cell from above covers.
        var covered = new List<int>();
        var width = -1;
        foreach (var row in rows)
        {
            var column = 0;
            foreach (var index in children.Of(row))
            {
                var cell = tree.Elements[index];
                while (column < covered.Count && covered[column] > 0)
                {
                    column++;
                }

                for (var i = 0; i < Math.Max(1, cell.ColumnSpan); i++, column++)
                {
                    while (covered.Count <= column)
                    {
                        covered.Add(0);
                    }

                    if (covered[column] > 0)
                    {
                        return false;
                    }

                    covered[column] = Math.Max(1, cell.RowSpan);
                }
            }

            var filled = covered.Count(rest => rest > 0);
            if (filled != covered.Count || (width >= 0 && width != filled))
            {
                return false;
            }

            width = filled;
            for (var i = 0; i < covered.Count; i++)
            {
                covered[i]--;
            }
        }

        return covered.TrueForAll(rest => rest <= 0);
    }

    // The children of all elements in reading order, those of one element after those of another.
    private sealed record Children(int[] All, int[] Starts)
    {
        public ArraySegment<int> Of(int element) => new(All, Starts[element], Starts[element + 1] - Starts[element]);
    }
}
