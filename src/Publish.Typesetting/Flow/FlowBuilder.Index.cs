using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;
using Publish.Typesetting.References;
using Publish.Typesetting.Structure;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    /// <summary>Headwords from which on letters stand above their groups, where the style leaves it open: a shorter index is found through at a glance.</summary>
    private const int LetterHeadwords = 150;

    private void AddIndex(IndexList index, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var list = structure.Add(new StructureElement(place.Structure, StructureRole.Index, structure.NextSequence()) { BlockOrdinal = index.Ordinal });
        var wide = measure;
        if (style.Columns > 1 && !inNote && columns == 1)
        {
            EndRun();
            columns = style.Columns;
            columnGap = style.ColumnGap;
            measure = (wide - (columnGap * (columns - 1))) / columns;
        }

        var inner = place with { Element = element, Structure = list };
        var wanted = HouseProperty.Words(style, "-publish-index-group", "auto");
        var letters = wanted == "letter" || (wanted == "auto" && index.Entries.Length >= LetterHeadwords);
        StyledElement? previous = new ElementName("div").Within(element);
        var offset = 0;
        foreach (var group in index.Entries.GroupBy(e => Initial(e.SortKey)))
        {
            if (letters && group.Key.Length > 0)
            {
                previous = ElementNames.IndexGroup.Within(element, previous);
                AddText([new Document.Text(group.Key)], previous, inner, StructureRole.P, index.Ordinal, index.Span, null);
                ChangeLastBlock(b => b with { Place = null });
                KeepWithPrevious();
            }
            else if (blocks.Count > 0)
            {
                // A line of white between letters, of the index's own leading: so the lines of both columns stay level.
                before = Length.Max(before, context.Sheet.Compute(ElementNames.IndexEntry(1).Within(element, previous)).Leading);
            }

            var first = blocks.Count;
            foreach (var entry in group)
            {
                AddIndexEntry(entry, 1, [], index, element, inner, ref previous, ref offset);
            }

            // No letter begins with its last line of a column, nor ends with its first of one.
            KeepAfter(first);
            KeepAfter(blocks.Count - 2);
        }

        if (columns > 1)
        {
            EndRun();
            columns = 1;
            measure = wide;
        }
    }

    private void KeepAfter(int block)
    {
        if (block >= 0 && block < blocks.Count - 1)
        {
            blocks[block] = blocks[block] with { Vertical = blocks[block].Vertical with { BreakAfter = BreakRule.Keep } };
        }
    }

    private void AddIndexEntry(IndexEntry entry, int level, ImmutableArray<Inline> above, IndexList index, StyledElement list, in FlowPlace place, ref StyledElement? previous, ref int offset)
    {
        var element = ElementNames.IndexEntry(level).Within(list, previous);
        previous = element;
        var words = PlainText.Of(entry.Term).Length;
        if (AddText(Line(entry), element, place, StructureRole.P, index.Ordinal, index.Span, null) is { } flow)
        {
            blocks[^1] = flow with { Place = new TextPosition(index.Ordinal, offset), Counted = words };
        }

        offset += words + 1;
        if (!above.IsEmpty)
        {
            var head = ContinuedHead(above, index, list, place);
            ChangeLastBlock(b => b with { ContinuedHead = head });
        }

        for (var i = 0; i < entry.Entries.Length; i++)
        {
            if (i == 0)
            {
                KeepWithPrevious();
            }

            AddIndexEntry(entry.Entries[i], level + 1, above.IsEmpty ? entry.Term : above, index, list, place, ref previous, ref offset);
        }
    }

    private void ChangeLastBlock(Func<FlowBlock, FlowBlock> change)
    {
        if (blocks.Count > 0)
        {
            blocks[^1] = change(blocks[^1]);
        }
    }

    /// <summary>The words of an entry: term, pages, what to see.</summary>
    private ImmutableArray<Inline> Line(IndexEntry entry)
    {
        var content = ImmutableArray.CreateBuilder<Inline>();
        var locators = Locators.Of(entry.Locators, references);
        content.AddRange(locators.Length > 0 ? IndexPunctuation.WithComma(entry.Term, context.Book.Metadata.Language) : entry.Term);
        foreach (var (i, locator) in locators.Index())
        {
            content.Add(new Document.Text(i == 0 ? " " : ", "));
            content.Add(new CrossReference([new Document.Text(locator.Text)], locator.TargetId, ReferenceForm.Text));
        }

        if (entry.See is { } see)
        {
            content.Add(new Document.Text(". "));
            content.Add(new Emphasis([new Document.Text("See")]));
            content.Add(new Document.Text(" " + see));
        }

        if (!entry.SeeAlso.IsDefaultOrEmpty)
        {
            content.Add(new Document.Text(". "));
            content.Add(new Emphasis([new Document.Text("See also")]));
            content.Add(new Document.Text(" " + string.Join("; ", entry.SeeAlso)));
        }

        return content.ToImmutable();
    }

    /// <summary>The headword that is said again where its sub-entries go on overleaf. It is no content: whoever listens hears the headword once.</summary>
    private ArtifactFlow? ContinuedHead(ImmutableArray<Inline> term, IndexList index, StyledElement list, in FlowPlace place)
    {
        var scratch = new SectionStructure();
        var root = scratch.Add(new StructureElement(-1, StructureRole.Index, 0));
        var builder = new FlowBuilder(context, references, scratch, [], measure, true);
        ImmutableArray<Inline> words = [.. PlainInlines.Of(term, ""), new Document.Text(" "), new Emphasis([new Document.Text("(continued)")])];
        builder.AddText(words, ElementNames.IndexEntry(1).Within(list), place with { Structure = root }, StructureRole.P, index.Ordinal, index.Span, null);
        return builder.blocks is [var block] ? new ArtifactFlow(block) : null;
    }

    private static string Initial(string sortKey)
    {
        foreach (var c in sortKey)
        {
            if (char.IsLetter(c))
            {
                return char.ToUpperInvariant(c).ToString();
            }
        }

        return "";
    }
}
