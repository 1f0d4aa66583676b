using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Notes;
using Publish.Typesetting.Pages;
using Publish.Typesetting.References;
using Publish.Typesetting.Structure;

namespace Publish.Typesetting.Flow;

/// <summary>Where blocks stand while the tree is walked.</summary>
/// <param name="Element">The element around them.</param>
/// <param name="Left">White at the left, from the edge of the column.</param>
/// <param name="Right">White at the right.</param>
/// <param name="Structure">The structure element around them.</param>
/// <param name="Language">The language around them.</param>
internal readonly record struct FlowPlace(StyledElement Element, Length Left, Length Right, int Structure, string Language);

/// <summary>Turns blocks of the model into blocks that take lines on pages: one column of them. Tables, lists, figures, contents and index are in files of their own.</summary>
internal sealed partial class FlowBuilder
{
    /// <summary>Paragraphs between a scene's heading and its first speech that are taken for directions, at most.</summary>
    private const int MostDirections = 3;

    private readonly FlowContext context;
    private readonly SectionReferences references;
    private readonly SectionStructure structure;
    private readonly List<NoteFlow> notes;
    private readonly List<FlowBlock> blocks = [];
    private readonly List<FlowRun> runs = [];
    private readonly bool inNote;
    private List<(NoteCall Call, int Reference)> endnotes = [];
    private Length measure;
    private Length before;
    private ImmutableArray<string> waitingIds = [];
    private int columns = 1;
    private Length columnGap;
    private bool opening;
    private bool drama;
    private int directions;
    private int headingLevel = 1;
    private PendingLabel? pendingLabel;
    private SetLine? pendingNumber;

    private FlowBuilder(FlowContext context, SectionReferences references, SectionStructure structure, List<NoteFlow> notes, Length measure, bool inNote)
    {
        this.context = context;
        this.references = references;
        this.structure = structure;
        this.notes = notes;
        this.measure = measure;
        this.inNote = inNote;
    }

    private long Grid => context.Page.Leading.Scaled;

    /// <summary>Sets a section, without the sections inside it.</summary>
    /// <param name="section">The section.</param>
    /// <param name="context">What it needs to know of its book.</param>
    /// <param name="references">Receives what it asks about the rest of the book.</param>
    /// <param name="before">Its blocks as they were set before; null for none.</param>
    public static SectionFlow Build(Section section, FlowContext context, SectionReferences references, BlockMemory? before = null)
    {
        var structure = new SectionStructure();
        var root = ElementNames.Root.Within(null);
        var drama = Drama.Is(section);
        var name = ElementNames.Of(section);
        var element = (drama ? Drama.With(name, "drama") : name).Within(root, null, section.Id);
        var style = context.Sheet.Compute(element);
        var role = section.Kind == SectionKind.Part ? StructureRole.Part : StructureRole.Sect;
        var sect = structure.Add(new StructureElement(-1, role, 0) { Language = section.Language, BlockOrdinal = section.Ordinal, Title = section.NavigationTitle.Length > 0 ? section.NavigationTitle : null });
        var notes = new List<NoteFlow>();
        var builder = new FlowBuilder(context, references, structure, notes, context.Page.TextWidth, false)
        {
            opening = true,
            drama = drama,
            waitingIds = section.Id is { } id ? [id] : [LinkNames.SectionOf(section)],
            known = before,
        };
        var place = new FlowPlace(element, style.MarginLeft, style.MarginRight, sect, section.Language ?? context.Book.Metadata.Language);
        StyledElement? previous = null;
        if (!section.Title.IsEmpty)
        {
            previous = ElementNames.SectionTitle.Within(element);
            builder.Remembered(section.Title, previous, place, StructureRole.H1, section);
            builder.directions = MostDirections;
        }

        if (!section.Subtitle.IsEmpty)
        {
            previous = ElementNames.SectionSubtitle.Within(element, previous);
            builder.Remembered(section.Subtitle, previous, place, StructureRole.P, section);
        }

        builder.AddBlocks(section.Blocks, place, previous);

        // The blocks of these notes take the number that waits for them, which says more than where they stand.
        builder.known = null;
        builder.AddEndnotes(section, place);
        builder.EndRun();
        return new SectionFlow(section, style, [.. builder.runs], [.. notes], structure, references);
    }

    private FlowBuilder Inner(Length width, bool note) => new(context, references, structure, notes, width, note || inNote) { endnotes = endnotes };

    private void EndRun()
    {
        if (blocks.Count > 0)
        {
            runs.Add(new FlowRun([.. blocks], columns, measure, columnGap));
            blocks.Clear();
        }
    }

    private void AddBlocks(IEnumerable<Block> children, in FlowPlace place, StyledElement? previous = null)
    {
        var list = children as IReadOnlyList<Block> ?? [.. children];
        for (var i = 0; i < list.Count; i++)
        {
            var name = ElementNames.Of(list[i]);
            var element = (drama ? Drama.Of(name, list[i]) : name).Within(place.Element, previous, list[i].Id, i == list.Count - 1);
            Remembered(list[i], element, list[i].Language is { } language ? place with { Language = language } : place);
            previous = element;
        }
    }

    private void AddOne(Block block, StyledElement element, in FlowPlace place)
    {
        var own = structure.Elements.Count;
        directions = block is Paragraph ? directions : 0;
        var at = blocks.Count;
        Add(block, element, place);
        if (block.Language is { } spoken && structure.Elements.Count > own)
        {
            // What a block makes first is its own element: it says the block's language.
            structure.Change(own, made => made with { Language = spoken });
        }

        if (drama)
        {
            HoldDirection(block, element, at);
        }
    }

    /// <summary>What stands in a play between a scene's heading and its first speech (the place, who enters) ends no page where that can be had cheaply.</summary>
    private void HoldDirection(Block block, StyledElement element, int at)
    {
        if (block is Heading)
        {
            directions = MostDirections;
        }
        else if (directions > 0 && blocks.Count == at + 1 && blocks[at] is TextFlow && !element.Classes.Contains("speech"))
        {
            directions--;
            ChangeLast(v => v with { BreakAfterCost = context.Page.Costs.Direction });
        }
        else
        {
            directions = 0;
        }
    }

    private void Add(Block block, StyledElement element, in FlowPlace place)
    {
        var style = context.Sheet.Compute(element);
        if (style.Hidden)
        {
            return;
        }

        switch (block)
        {
            case Heading heading:
                headingLevel = Math.Min(heading.Level, headingLevel + 1);
                if (AddText(heading.Content, element, place, StructureRole.H1 + (headingLevel - 1), heading.Ordinal, heading.Span, heading.Id) is not null && heading.Level == 2)
                {
                    blocks[^1] = blocks[^1] with { RunningTitle = PlainInlines.TextOf(heading.Content) };
                }

                break;
            case Paragraph { Number: { } number } paragraph:
                pendingNumber = context.Generated.Line(number, context.Sheet.Compute(ElementNames.ParagraphNumber.Within(element)), place.Language, StructureReference.ArtifactOf(ArtifactKind.Layout));
                AddText(paragraph.Content, element, place, StructureRole.P, paragraph.Ordinal, paragraph.Span, paragraph.Id);
                pendingNumber = null;
                break;
            case TextBlock text:
                AddText(text.Content, element, place, StructureRole.P, text.Ordinal, text.Span, text.Id);
                break;
            case BlockQuotation quotation:
                Contain(quotation, style, element, place, StructureRole.BlockQuote, quotation.Attribution is { } by ? quotation.Blocks.Add(by) : quotation.Blocks);
                break;
            case Epigraph epigraph:
                Contain(epigraph, style, element, place, StructureRole.BlockQuote, epigraph.Attribution is { } from ? epigraph.Blocks.Add(from) : epigraph.Blocks);
                break;
            case Verse verse:
                var firstLine = blocks.Count;
                Contain(verse, style, element, place, StructureRole.Div, [.. verse.Stanzas]);
                Centre(style, firstLine, place);
                break;
            case Stanza stanza:
                AddStanza(stanza, style, element, place);
                break;
            case LetterPart part:
                Contain(part, style, element, place, StructureRole.Div, part.Blocks);
                break;
            case ItemList list:
                AddList(list, style, element, place);
                break;
            case DefinitionList definitions:
                AddDefinitions(definitions, style, element, place);
                break;
            case Table table:
                AddTable(table, style, element, place);
                break;
            case Figure figure:
                AddFigure(figure, style, element, place);
                break;
            case CodeBlock code:
                AddCode(code, element, place);
                break;
            case ThematicBreak:
                AddOrnament(style, place);
                break;
            case ContentsList contents:
                AddContents(contents, style, element, place);
                break;
            case IndexList index:
                AddIndex(index, style, element, place);
                break;
            case Division division:
                Contain(division, style, element, place, StructureRole.Div, division.Blocks);
                break;
            case ListItem or DefinitionEntry or TableRow or TableCell:
                AddBlocks(Walk.Children(block), place with { Element = element });
                break;
            default:
                break;
        }
    }

    private void Contain(Block block, ComputedStyle style, StyledElement element, in FlowPlace place, StructureRole role, ImmutableArray<Block> children)
    {
        var inner = Open(block.Id, style, element, place, structure.Add(new StructureElement(place.Structure, role, structure.NextSequence()) { Language = block.Language, BlockOrdinal = block.Ordinal }));
        var first = blocks.Count;
        AddBlocks(children, inner);
        Close(style, first);
    }

    private FlowPlace Open(string? id, ComputedStyle style, StyledElement element, in FlowPlace place, int structureElement)
    {
        before = Length.Max(before, style.MarginTop);
        if (id is not null)
        {
            waitingIds = waitingIds.Add(id);
        }

        if (style.BreakBefore == PageBreak.Avoid)
        {
            KeepWithPrevious();
        }

        return place with { Element = element, Left = place.Left + style.MarginLeft, Right = place.Right + style.MarginRight, Structure = structureElement };
    }

    private void Close(ComputedStyle style, int first)
    {
        if (blocks.Count == 0 || blocks.Count <= first)
        {
            return;
        }

        ChangeLast(v => v with
        {
            SpaceAfter = Length.Max(v.SpaceAfter, style.MarginBottom),
            BreakAfter = style.BreakAfter == PageBreak.Avoid ? BreakRule.Keep : v.BreakAfter,
        });
        if (style.KeepTogether)
        {
            for (var i = first; i < blocks.Count - 1; i++)
            {
                blocks[i] = blocks[i] with { Vertical = blocks[i].Vertical with { BreakAfter = BreakRule.Keep } };
            }
        }
    }

    /// <summary>Centres verse on its longest line, where the style asks for it.</summary>
    private void Centre(ComputedStyle style, int first, in FlowPlace place)
    {
        if (HouseProperty.Words(style, "-publish-shrink-to-widest") != "on")
        {
            return;
        }

        var left = place.Left + style.MarginLeft;
        var right = measure - place.Right - style.MarginRight;
        var widest = Length.Zero;
        for (var i = first; i < blocks.Count; i++)
        {
            if (blocks[i] is TextFlow { Text: var text } flow)
            {
                widest = text.BestVariant.Lines.Aggregate(widest, (w, l) => Length.Max(w, flow.Left - left + l.Indent + l.Width));
            }
        }

        var shift = (right - left - widest) / 2;
        for (var i = first; i < blocks.Count && shift > Length.Zero; i++)
        {
            if (blocks[i] is TextFlow flow)
            {
                blocks[i] = flow with { Left = flow.Left + shift };
            }
        }
    }

    private void ChangeLast(Func<VerticalBlock, VerticalBlock> change)
    {
        if (blocks.Count > 0)
        {
            blocks[^1] = blocks[^1] with { Vertical = change(blocks[^1].Vertical) };
        }
    }

    private void KeepWithPrevious() => ChangeLast(v => v with { BreakAfter = BreakRule.Keep });

    /// <summary>Puts a block after the others, with the white that waits.</summary>
    private void Emit(FlowBlock block, ComputedStyle style)
    {
        if (style.BreakBefore == PageBreak.Avoid)
        {
            KeepWithPrevious();
        }

        var above = Length.Max(before, style.MarginTop);
        if (style.MarginTop < Length.Zero)
        {
            // A negative margin takes back white that the block above left.
            ChangeLast(v => v with { SpaceAfter = Length.Max(Length.Zero, v.SpaceAfter + style.MarginTop) });
            above = Length.Max(Length.Zero, before);
        }

        before = Length.Zero;
        var follows = blocks.Count > 0 && blocks[^1].Vertical.BreakAfter == BreakRule.Keep;
        var vertical = block.Vertical with
        {
            SpaceBefore = above,
            SpaceAfter = Length.Max(Length.Zero, style.MarginBottom),
            KeepsSpaceAtTop = opening,
            MaxStretch = !opening && !follows && above.Scaled >= Grid ? 1 : 0,
            BreakAfter = style.BreakAfter == PageBreak.Avoid ? BreakRule.Keep : block.Vertical.BreakAfter,
            Heads = style.BreakAfter == PageBreak.Avoid,
            IsText = block is TextFlow,
        };
        opening = false;
        blocks.Add(block with { Vertical = vertical, Ids = block.Ids.InsertRange(0, waitingIds) });
        waitingIds = [];
    }

    /// <summary>Sets running text and puts it after the other blocks; null where there is nothing to set.</summary>
    private TextFlow? AddText(ImmutableArray<Inline> content, StyledElement element, in FlowPlace place, StructureRole role, int ordinal, SourceSpan span, string? id)
    {
        var style = context.Sheet.Compute(element);
        if (style.Hidden)
        {
            return null;
        }

        var structureElement = structure.Add(new StructureElement(place.Structure, role, structure.NextSequence()) { BlockOrdinal = ordinal });
        return AddText(content, element, style, place, structureElement, ordinal, span, id);
    }

    private TextFlow? AddText(ImmutableArray<Inline> content, StyledElement element, ComputedStyle style, in FlowPlace place, int structureElement, int ordinal, SourceSpan span, string? id)
    {
        var left = place.Left + style.MarginLeft;
        var width = Length.Max(Length.FromPoints(20), measure - left - place.Right - style.MarginRight);
        var label = TakeLabel(element, ref style, place, left);
        style = wholeWords ? style with { Hyphenate = false } : style;
        var text = context.Setter.Collect(content, element, ordinal, structureElement, place.Language, span, structure, references);
        var set = context.Setter.Set(text, style, width);
        if (set.Variants.IsEmpty || set.BestVariant.Lines.IsEmpty)
        {
            if (id is not null)
            {
                waitingIds = waitingIds.Add(id);
            }

            return null;
        }

        Emit(TextOf(set, style, left, structureElement, ordinal, span, place, id, label), style);
        return (TextFlow)blocks[^1];
    }

    private TextFlow TextOf(SetParagraph set, ComputedStyle style, Length left, int structureElement, int ordinal, SourceSpan span, in FlowPlace place, string? id, HangingLabel? label)
    {
        var ends = RegisterNotes(set, HoldsPartsOnly(place.Structure) || IsCaption(structureElement) ? place with { Structure = structureElement } : place);
        var onGrid = !inNote && style.Leading.Scaled % Grid == 0;
        var baseline = onGrid
            ? style.Leading - context.Page.Leading + context.Page.FirstBaseline
            : ((style.Leading - style.Characters.Size) / 2) + style.Characters.Size.Scale(3, 4);
        var variants = ImmutableArray.CreateBuilder<VerticalVariant>(set.Variants.Length);
        // Only justified text is set longer or shorter for the page's sake; a title's lines are its design.
        var whole = style.Alignment == TextAlignment.Justify ? set : set with { Variants = [set.BestVariant], Best = 0 };
        foreach (var variant in whole.Variants)
        {
            variants.Add(VerticalOf(whole, variant, style, ends));
        }

        return new TextFlow(new VerticalBlock(variants.ToImmutable()) { OnGrid = onGrid, SurplusAbove = style.BreakAfter == PageBreak.Avoid ? 1000 : 500 }, whole, left, style.Leading, baseline)
        {
            Span = span,
            Element = structureElement,
            Counts = !inNote,
            Ids = id is null ? [] : [id],
            Label = label,
            Number = pendingNumber,
            Place = new TextPosition(ordinal, 0),
        };
    }

    /// <summary>A list, an item, a table or a row holds parts of its own kind only (ISO 32000-1, 14.8.4.3): a note called in a term or a caption stands inside that.</summary>
    private bool HoldsPartsOnly(int element) =>
        structure.Elements[element].Role is StructureRole.L or StructureRole.LI or StructureRole.Table or StructureRole.THead or StructureRole.TBody or StructureRole.TR or StructureRole.TOC;

    /// <summary>A caption ends what stands with its picture (ISO 14289-2, 8.2.5.27): nothing comes after it there.</summary>
    private bool IsCaption(int element) => element >= 0 && structure.Elements[element].Role == StructureRole.Caption;

    private static VerticalVariant VerticalOf(SetParagraph set, ParagraphVariant variant, ComputedStyle style, ImmutableArray<int> ends)
    {
        var best = set.BestVariant;
        var lines = ImmutableArray.CreateBuilder<VerticalLine>(variant.Lines.Length);
        var calls = 0;
        for (var i = 0; i < variant.Lines.Length; i++)
        {
            foreach (var call in variant.Lines[i].Calls)
            {
                calls += call.Repeated ? 0 : 1;
            }

            var rule = i == variant.Lines.Length - 1 ? BreakRule.Free : BreakRules.Inside(i + 1, variant.Lines.Length, style.Orphans, style.Widows, style.KeepTogether);
            lines.Add(new VerticalLine(style.Leading, ends[Math.Min(calls, ends.Length - 1)], rule, EndsInHyphen(set, variant.Lines[i])));
        }

        return new VerticalVariant(lines.MoveToImmutable(), ReferenceEquals(variant, best) ? 0 : FitPrices.OnPage(variant.Demerits - best.Demerits));
    }

    /// <summary>True where a line ends within a word, be the hyphen the text's own.</summary>
    private static bool EndsInHyphen(SetParagraph set, SetLine line) =>
        line.EndsInHyphen || (line.ContentEnd > 1 && set.Text.Characters[line.ContentEnd - 1] is '-' or '\u2010' && char.IsLetter(set.Text.Characters[line.ContentEnd - 2]));

    /// <summary>Sets the notes that a paragraph calls; says how many of the section's notes there are after each call (first: before any).</summary>
    private ImmutableArray<int> RegisterNotes(SetParagraph set, in FlowPlace place)
    {
        var ends = ImmutableArray.CreateBuilder<int>();
        ends.Add(notes.Count);
        foreach (var mark in set.Text.Marks)
        {
            if (mark.Node is NoteCall { Repeated: false } call)
            {
                AddNote(call, mark.Element, place);
                ends.Add(notes.Count);
            }
        }

        return ends.ToImmutable();
    }
}
