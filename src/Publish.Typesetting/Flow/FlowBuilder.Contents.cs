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
        var levels = new Stack<(int Level, int Structure)>([(1, inner.Structure)]);
        foreach (var section in context.Book.Sections)
        {
            AddContentsOf(section, 1, contents, element, inner, levels, ref previous);
        }

        Close(style, first);
    }

    private void AddContentsOf(Section section, int level, ContentsList contents, StyledElement element, in FlowPlace place, Stack<(int Level, int Structure)> levels, ref StyledElement? previous)
    {
        if (section.Listed)
        {
            AddEntry(PlainInlines.Of(section.Title, section.NavigationTitle), LinkNames.SectionOf(section), ElementNames.ContentsEntry(level, section.Kind), contents, element, place, levels, level, ref previous);
            foreach (var heading in section.Blocks.OfType<Heading>())
            {
                if (heading.Id is { } id && heading.Level + level - 1 <= contents.Depth)
                {
                    AddEntry(PlainInlines.Of(heading.Content, ""), id, ElementNames.ContentsEntry(heading.Level + level - 1, null), contents, element, place, levels, heading.Level + level - 1, ref previous);
                }
            }
        }

        foreach (var inner in section.Sections)
        {
            AddContentsOf(inner, section.Listed ? level + 1 : level, contents, element, place, levels, ref previous);
        }
    }

    // What stands under an entry is a list of contents inside the list (ISO 32000-1, table 333, TOC).
    private int ListOf(Stack<(int Level, int Structure)> levels, int level)
    {
        while (levels.Count > 1 && levels.Peek().Level > level)
        {
            levels.Pop();
        }

        if (levels.Peek().Level < level)
        {
            levels.Push((level, structure.Add(new StructureElement(levels.Peek().Structure, StructureRole.TOC, structure.NextSequence()))));
        }

        return levels.Peek().Structure;
    }

    /// <summary>A line of the contents: the title, turned over before the column of page numbers, and the number at its right end.</summary>
    private void AddEntry(
        ImmutableArray<Inline> title,
        string target,
        ElementName name,
        ContentsList contents,
        StyledElement list,
        in FlowPlace place,
        Stack<(int Level, int Structure)> levels,
        int level,
        ref StyledElement? previous)
    {
        if (title.IsEmpty)
        {
            return;
        }

        var element = name.Within(list, previous);
        previous = element;
        var style = context.Sheet.Compute(element);
        var column = style.Characters.Size * 3;
        var entry = structure.Add(new StructureElement(ListOf(levels, level), StructureRole.TOCI, structure.NextSequence()));
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
}
