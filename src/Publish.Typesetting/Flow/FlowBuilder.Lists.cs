using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Flow;

/// <summary>Words that wait for the next paragraph, to stand before its first line.</summary>
/// <param name="Text">The words.</param>
/// <param name="Element">Their element; an empty name for the paragraph's own look.</param>
/// <param name="Structure">Their structure element.</param>
/// <param name="Link">Where a click leads; null for nowhere.</param>
/// <param name="Inside">True where the paragraph's first line starts after them; false where they hang at its left.</param>
internal sealed record PendingLabel(string Text, ElementName Element, int Structure, string? Link, bool Inside);

internal sealed partial class FlowBuilder
{
    private HangingLabel? TakeLabel(StyledElement element, ref ComputedStyle style, in FlowPlace place, Length left)
    {
        if (pendingLabel is not { } label)
        {
            return null;
        }

        pendingLabel = null;
        var look = label.Element.Name is { Length: > 0 } ? context.Sheet.Compute(label.Element.Within(element)) : style;
        if (context.Generated.Line(label.Text, look, place.Language, structure.Content(label.Structure)) is not { } line)
        {
            return null;
        }

        var width = GeneratedText.WidthOf(line);
        if (label.Inside)
        {
            style = style with { TextIndent = width + style.Characters.Size.Scale(4, 10) };
            return new HangingLabel(line, left, label.Link, label.Structure);
        }

        return new HangingLabel(line, Length.Max(Length.Zero, left - width - style.Characters.Size.Scale(45, 100)), label.Link, label.Structure);
    }

    private void AddList(ItemList list, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var numbering = list.Marker;
        var l = structure.Add(new StructureElement(place.Structure, StructureRole.L, structure.NextSequence()) { ListNumbering = numbering, BlockOrdinal = list.Ordinal });
        var inner = Open(list.Id, style, element, place, l);
        var first = blocks.Count;
        var starts = new List<int>(list.Items.Length);
        StyledElement? previous = null;
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var itemElement = ElementNames.Of(item).Within(element, previous, item.Id, i == list.Items.Length - 1);
            previous = itemElement;
            var itemStyle = context.Sheet.Compute(itemElement);
            var li = structure.Add(new StructureElement(l, StructureRole.LI, structure.NextSequence()));
            var mark = MarkOf(list.Marker, list.Start + i, itemStyle);
            if (mark.Length > 0)
            {
                var lbl = structure.Add(new StructureElement(li, StructureRole.Lbl, structure.NextSequence()));
                pendingLabel = new PendingLabel(mark, default, lbl, null, false);
            }

            var body = structure.Add(new StructureElement(li, StructureRole.LBody, structure.NextSequence()));
            var at = Open(item.Id, itemStyle, itemElement, inner, body);
            var start = blocks.Count;
            starts.Add(start);
            AddBlocks(item.Blocks, at);
            Close(itemStyle, start);
            pendingLabel = null;
        }

        HoldEnds(starts);
        Close(style, first);
    }

    /// <summary>An item of one line that begins a list doesn't end a page alone, one that ends it doesn't begin one: as with the lines of a paragraph.</summary>
    /// <param name="starts">The first block of each item.</param>
    private void HoldEnds(List<int> starts)
    {
        if (starts.Count < 2)
        {
            return;
        }

        if (IsLine(starts[^1], blocks.Count))
        {
            Forbid(starts[^1] - 1, BreakRule.Widow);
        }

        if (IsLine(starts[0], starts[1]))
        {
            Forbid(starts[0], BreakRule.Orphan);
        }
    }

    /// <summary>True where some blocks are a single line of text.</summary>
    private bool IsLine(int from, int to) => to == from + 1 && blocks[from] is TextFlow { Vertical.Variants: var ways } && ways.All(v => v.Lines.Length == 1);

    /// <summary>Says what a page break after a block breaks, unless more than that speaks against it.</summary>
    private void Forbid(int block, BreakRule rule)
    {
        if (blocks[block].Vertical.BreakAfter != BreakRule.Keep)
        {
            blocks[block] = blocks[block] with { Vertical = blocks[block].Vertical with { BreakAfter = rule } };
        }
    }

    private static string MarkOf(ListMarker marker, int number, ComputedStyle style) => marker switch
    {
        ListMarker.Bullet => style.Custom.TryGetValue("-publish-marker", out var own) ? own.Trim('"') : "•",
        ListMarker.Decimal => number.ToString(CultureInfo.InvariantCulture) + ".",
        ListMarker.LowerAlpha => Alpha(number, 'a') + ".",
        ListMarker.UpperAlpha => Alpha(number, 'A') + ".",
        ListMarker.LowerRoman => Folio.Roman(number) + ".",
        ListMarker.UpperRoman => Folio.Roman(number).ToUpperInvariant() + ".",
        _ => "",
    };

    private static string Alpha(int number, char first)
    {
        var text = new StringBuilder();
        for (var n = Math.Max(1, number); n > 0; n = (n - 1) / 26)
        {
            text.Insert(0, (char)(first + ((n - 1) % 26)));
        }

        return text.ToString();
    }

    private void AddDefinitions(DefinitionList list, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var l = structure.Add(new StructureElement(place.Structure, StructureRole.L, structure.NextSequence()) { BlockOrdinal = list.Ordinal });
        var inner = Open(list.Id, style, element, place, l);
        var first = blocks.Count;
        StyledElement? previous = null;
        foreach (var entry in list.Entries)
        {
            var li = structure.Add(new StructureElement(l, StructureRole.LI, structure.NextSequence()));
            foreach (var term in entry.Terms)
            {
                previous = ElementNames.Of(term).Within(element, previous, term.Id);
                AddText(term.Content, previous, inner with { Structure = li }, StructureRole.Lbl, term.Ordinal, term.Span, term.Id);
                KeepWithPrevious();
            }

            foreach (var definition in entry.Definitions)
            {
                previous = ElementNames.Definition(definition).Within(element, previous, definition.Id);
                var itemStyle = context.Sheet.Compute(previous);
                var body = structure.Add(new StructureElement(li, StructureRole.LBody, structure.NextSequence()));
                var at = Open(definition.Id, itemStyle, previous, inner, body);
                var start = blocks.Count;
                AddBlocks(definition.Blocks, at);
                Close(itemStyle, start);
            }
        }

        Close(style, first);
    }

    private void AddStanza(Stanza stanza, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var p = structure.Add(new StructureElement(place.Structure, StructureRole.P, structure.NextSequence()) { BlockOrdinal = stanza.Ordinal });
        var inner = Open(stanza.Id, style, element, place, p);
        var first = blocks.Count;
        StyledElement? previous = null;
        for (var i = 0; i < stanza.Lines.Length; i++)
        {
            var line = stanza.Lines[i];
            var name = ElementNames.Of(line);
            previous = (drama ? Drama.Of(name, line) : name).Within(element, previous, line.Id, i == stanza.Lines.Length - 1);
            var lineStyle = context.Sheet.Compute(previous);
            var step = lineStyle.Characters.Size / 2;
            AddText(line.Content, previous, lineStyle, inner with { Left = inner.Left + (step * Math.Min(line.Indent, 40)) }, p, line.Ordinal, line.Span, line.Id);
        }

        // A stanza of three lines stays whole; of a longer one at least two lines stay together on either side.
        var count = blocks.Count - first;
        for (var i = first; i < blocks.Count - 1; i++)
        {
            var rule = count <= 3 ? BreakRule.Widow : i == first ? BreakRule.Orphan : i == blocks.Count - 2 ? BreakRule.Widow : BreakRule.Free;
            blocks[i] = blocks[i] with { Vertical = blocks[i].Vertical with { BreakAfter = rule } };
        }

        Close(style, first);
    }

    private void AddCode(CodeBlock code, StyledElement element, in FlowPlace place)
    {
        var content = ImmutableArray.CreateBuilder<Inline>();
        foreach (var line in code.Value.TrimEnd('\n').Split('\n'))
        {
            if (content.Count > 0)
            {
                content.Add(new LineBreak());
            }

            // Spaces that indent must not stretch or vanish.
            content.Add(new Code(line.Replace(' ', '\u00A0')));
        }

        AddText(content.ToImmutable(), element, place, StructureRole.P, code.Ordinal, code.Span, code.Id);
    }

    private void AddOrnament(ComputedStyle style, in FlowPlace place)
    {
        var words = HouseProperty.Words(style, "-publish-ornament");
        var atEdge = words.Length > 0 ? words : HouseProperty.Words(style, "-publish-ornament-at-edge", "* * *");
        var vertical = new VerticalBlock([new VerticalVariant([new VerticalLine(context.Page.Leading, notes.Count)])]) { OnGrid = !inNote };
        var ornament = Ornament(words, style, vertical, place.Language);
        Emit(new BreakFlow(vertical, ornament, ornament ?? Ornament(atEdge, style, vertical, place.Language)), style);
        // An ornament that begins a page reads as a heading, one that ends it shows that a break is there.
        ChangeLast(v => v with { BreakAfterCost = context.Page.Costs.Ornament, MaxStretch = 0 });
    }

    private OrnamentFlow? Ornament(string words, ComputedStyle style, VerticalBlock vertical, string language) =>
        context.Generated.Line(words, style, language, StructureReference.ArtifactOf(ArtifactKind.Layout)) is { } line
            ? new OrnamentFlow(vertical, line, (measure - GeneratedText.WidthOf(line)) / 2, context.Page.Leading, context.Page.FirstBaseline)
            : null;
}

/// <summary>A break between scenes: an ornament, or white, in whose place an ornament stands where it begins or ends a page, as nobody would see it there.</summary>
/// <param name="Vertical">One line.</param>
/// <param name="Shown">What is shown; null for white.</param>
/// <param name="AtEdge">What is shown at the head or foot of a page; null for white there too.</param>
internal sealed record BreakFlow(VerticalBlock Vertical, OrnamentFlow? Shown, OrnamentFlow? AtEdge) : FlowBlock(Vertical)
{
    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        MarkStart(canvas, left, top);
        Shown?.Draw(canvas, left, top, variant, from, to, spread);
    }
}

/// <summary>A line of ornament.</summary>
internal sealed record OrnamentFlow(VerticalBlock Vertical, Lines.SetLine Line, Length Left, Length Leading, Length Baseline) : FlowBlock(Vertical)
{
    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread) =>
        canvas.Draw(Line, left + Left, top, Leading, top + Baseline, false);
}
