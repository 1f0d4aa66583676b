using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.References;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    private void AddContents(ContentsList contents, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var toc = structure.Add(new StructureElement(place.Structure, StructureRole.TOC, structure.NextSequence()) { BlockOrdinal = contents.Ordinal });
        var inner = Open(contents.Id, style, element, place, toc);
        var first = blocks.Count;

        // Entries are all alike: none is styled as the first paragraph of a text.
        StyledElement? previous = new ElementName("div").Within(element);
        foreach (var section in context.Book.Sections)
        {
            AddContentsOf(section, 1, contents, element, inner, ref previous);
        }

        Close(style, first);
    }

    private void AddContentsOf(Section section, int level, ContentsList contents, StyledElement element, in FlowPlace place, ref StyledElement? previous)
    {
        if (section.Listed)
        {
            AddEntry(PlainInlines.Of(section.Title, section.NavigationTitle), LinkNames.SectionOf(section), ElementNames.ContentsEntry(level, section.Kind), contents, element, place, ref previous);
            foreach (var heading in section.Blocks.OfType<Heading>())
            {
                if (heading.Id is { } id && heading.Level + level - 1 <= contents.Depth)
                {
                    AddEntry(PlainInlines.Of(heading.Content, ""), id, ElementNames.ContentsEntry(heading.Level + level - 1, null), contents, element, place, ref previous);
                }
            }
        }

        foreach (var inner in section.Sections)
        {
            AddContentsOf(inner, section.Listed ? level + 1 : level, contents, element, place, ref previous);
        }
    }

    /// <summary>A line of the contents: the title, turned over before the column of page numbers, and the number at its right end.</summary>
    private void AddEntry(ImmutableArray<Inline> title, string target, ElementName name, ContentsList contents, StyledElement list, in FlowPlace place, ref StyledElement? previous)
    {
        if (title.IsEmpty)
        {
            return;
        }

        var element = name.Within(list, previous);
        previous = element;
        var style = context.Sheet.Compute(element);
        var column = style.Characters.Size * 3;
        var entry = structure.Add(new StructureElement(place.Structure, StructureRole.TOCI, structure.NextSequence()));
        var reference = structure.Add(new StructureElement(entry, StructureRole.Reference, structure.NextSequence()));
        var label = references.Label(target);
        ImmutableArray<Inline> linked = [new CrossReference(title, target, ReferenceForm.Text)];
        var flow = AddText(linked, element, style, place with { Right = place.Right + column }, reference, contents.Ordinal, contents.Span, null);
        if (flow is null)
        {
            return;
        }

        var numberStyle = context.Sheet.Compute(ElementNames.ContentsPage.Within(element));
        var link = structure.Add(new StructureElement(reference, StructureRole.Link, structure.NextSequence()));
        if (context.Generated.Line(label, numberStyle, place.Language, structure.Content(link)) is { } line)
        {
            var x = measure - place.Right - style.MarginRight - GeneratedText.WidthOf(line);
            blocks[^1] = flow with { Tail = new HangingLabel(line, x, target, link) };
        }
    }

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
        StyledElement? previous = new ElementName("div").Within(element);
        var letter = "";
        foreach (var entry in index.Entries)
        {
            var initial = Initial(entry.SortKey);
            if (initial != letter)
            {
                // A little white between letters, no heading: the entries are few.
                before = blocks.Count == 0 ? before : Length.Max(before, context.Page.Leading / 2);
                letter = initial;
            }

            AddIndexEntry(entry, 1, index, element, inner, ref previous);
        }

        if (columns > 1)
        {
            EndRun();
            columns = 1;
            measure = wide;
        }
    }

    private void AddIndexEntry(IndexEntry entry, int level, IndexList index, StyledElement list, in FlowPlace place, ref StyledElement? previous)
    {
        var element = ElementNames.IndexEntry(level).Within(list, previous);
        previous = element;
        var content = ImmutableArray.CreateBuilder<Inline>();
        content.AddRange(entry.Term);
        foreach (var locator in Locators.Of(entry.Locators, references))
        {
            content.Add(new Document.Text(", "));
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

        AddText(content.ToImmutable(), element, place, StructureRole.P, index.Ordinal, index.Span, null);
        foreach (var inner in entry.Entries)
        {
            if (inner == entry.Entries[0])
            {
                KeepWithPrevious();
            }

            AddIndexEntry(inner, level + 1, index, list, place, ref previous);
        }
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
