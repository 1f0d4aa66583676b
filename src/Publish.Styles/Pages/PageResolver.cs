using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles.Cascade;
using Publish.Styles.Parsing;

namespace Publish.Styles.Pages;

/// <summary>Finds the style of a page from the <c>@page</c> rules that apply to it.</summary>
internal sealed class PageResolver(List<PageRuleSet> rules, ComputedStyle root, EditionPlan? plan, Action<Diagnostic> report)
{
    private static readonly (string Word, MarginBoxPlace Place)[] Places =
    [
        ("top-left", MarginBoxPlace.TopLeft), ("top-center", MarginBoxPlace.TopCenter), ("top-right", MarginBoxPlace.TopRight),
        ("bottom-left", MarginBoxPlace.BottomLeft), ("bottom-center", MarginBoxPlace.BottomCenter), ("bottom-right", MarginBoxPlace.BottomRight),
    ];

    private static readonly string[] Margins = ["margin-left", "margin-right", "margin-top", "margin-bottom"];

    public PageStyle Resolve(string name, PageSide side, bool opening, bool blank)
    {
        var values = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        var boxes = new SortedDictionary<MarginBoxPlace, List<Declaration>>();
        var applying = rules.Where(r => Applies(r, name, side, opening, blank)).OrderBy(Specificity).ThenBy(r => r.Order);
        foreach (var rule in applying)
        {
            foreach (var d in rule.Declarations)
            {
                values[d.Property] = d;
            }

            foreach (var box in rule.Boxes)
            {
                var place = Array.Find(Places, p => p.Word == box.Place);
                if (place.Word is null)
                {
                    continue;
                }

                if (!boxes.TryGetValue(place.Place, out var list))
                {
                    boxes[place.Place] = list = [];
                }

                list.AddRange(box.Declarations);
            }
        }

        return Compose(name, side, values, boxes);
    }

    private PageStyle Compose(string name, PageSide side, Dictionary<string, Declaration> values, SortedDictionary<MarginBoxPlace, List<Declaration>> boxes)
    {
        var (sheetWidth, sheetHeight) = Size(values.GetValueOrDefault("size"));
        var width = plan?.TrimWidth ?? sheetWidth;
        var height = plan?.TrimHeight ?? sheetHeight;
        var leading = root.Leading;
        var size = root.Characters.Size;
        var geometry = PageGeometry.Proportional(width, height, size, leading);
        var given = Margins.All(p => values.TryGetValue(p, out var d) && d.Value != "auto");
        if (given && width == sheetWidth && height == sheetHeight)
        {
            var left = Value(values["margin-left"], width);
            var right = Value(values["margin-right"], width);
            var (inner, outer) = side == PageSide.Right ? (left, right) : (right, left);
            geometry = PageGeometry.Fixed(height, inner, outer, Value(values["margin-top"], height), Value(values["margin-bottom"], height), leading);
        }

        var headDistance = Own(values, "-publish-head-distance", leading.Scale(9, 7), height);
        var footDistance = Own(values, "-publish-foot-distance", leading * 2, height);
        geometry = geometry.Within(plan?.LeastInner, plan?.LeastOutside, height, leading, headDistance + size.Scale(3, 4), footDistance + size.Scale(1, 4));
        if (geometry.Lines < 3 || width - geometry.Inner - geometry.Outer < size * 5)
        {
            report(StyleDiagnostics.NoTextArea.At(values.Values.Select(d => d.Span).FirstOrDefault(SourceSpan.None), $"a page of {width} × {height} has no room for text within its margins"));
            geometry = new PageGeometry(width / 10, width / 10, height / 10, Math.Max(1, (int)Math.Min(1000, height.Scale(8, 10) / leading)));
        }

        var page = new PageStyle
        {
            Name = name,
            Side = side,
            TrimWidth = width,
            TrimHeight = height,
            MarginInner = geometry.Inner,
            MarginOuter = geometry.Outer,
            MarginTop = geometry.Top,
            Leading = leading,
            Lines = geometry.Lines,
            FirstBaseline = Own(values, "-publish-first-baseline", ((leading - size) / 2) + size.Scale(3, 4), height),
            HeadDistance = headDistance,
            FootDistance = footDistance,
            Boxes = [],
            Notes = new NoteAreaStyle(leading, Length.Zero, Length.Zero),
        };
        return page with
        {
            Notes = new NoteAreaStyle(
                Own(values, "-publish-note-gap", leading, height), Own(values, "-publish-note-rule", Length.Zero, page.TextWidth), Own(values, "-publish-note-rule-thickness", Length.FromPoints(0.35), height))
            {
                RuleColor = ColorOf(values, "-publish-note-rule-color"),
            },
            Boxes = Boxes(boxes, page.TextWidth),
            Costs = PageCostProperties.Read(values, report),
        };
    }

    private ImmutableArray<MarginBox> Boxes(SortedDictionary<MarginBoxPlace, List<Declaration>> boxes, Length measure)
    {
        var result = ImmutableArray.CreateBuilder<MarginBox>();
        foreach (var (place, declarations) in boxes)
        {
            var content = declarations.FindLast(d => d.Property == "content");
            if (content is null || content.Value is "none" or "normal" || ContentReader.Read(content, report) is not { IsEmpty: false } parts)
            {
                continue;
            }

            var style = new StyleBuilder(root, null, root, measure, report).Build(declarations);
            var alignment = place switch
            {
                MarginBoxPlace.TopLeft or MarginBoxPlace.BottomLeft => TextAlignment.Left,
                MarginBoxPlace.TopRight or MarginBoxPlace.BottomRight => TextAlignment.Right,
                _ => TextAlignment.Center,
            };
            result.Add(new MarginBox(place, parts, style with { Alignment = alignment, TextIndent = Length.Zero, Hyphenate = false }));
        }

        return result.ToImmutable();
    }

    private static bool Applies(PageRuleSet rule, string name, PageSide side, bool opening, bool blank) =>
        (rule.Name is null || rule.Name == name) && rule.Pseudos.All(p => p switch { "left" => side == PageSide.Left, "right" => side == PageSide.Right, "first" => opening, "blank" => blank, _ => false });

    // CSS Paged Media 3, section 4.4: name, then :first and :blank, then :left and :right.
    private static int Specificity(PageRuleSet rule) => (rule.Name is null ? 0 : 10_000) + rule.Pseudos.Sum(p => p is "first" or "blank" ? 100 : 1);

    private (Length Width, Length Height) Size(Declaration? d)
    {
        var fallback = (Length.FromInches(5.5), Length.FromInches(8.5));
        if (d is null || d.Value == "auto")
        {
            return fallback;
        }

        switch (d.Value.ToLowerInvariant())
        {
            case "a5":
                return (Length.FromMillimetres(148), Length.FromMillimetres(210));
            case "a4":
                return (Length.FromMillimetres(210), Length.FromMillimetres(297));
            case "letter":
                return (Length.FromInches(8.5), Length.FromInches(11));
            default:
                var parts = d.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var context = new MeasureContext(root.Characters.Size, root.Characters.Size, root.Leading, root.Leading, Length.Zero);
                if (parts.Length == 2 && Measure.TryLength(parts[0], context, out var width, out _) && Measure.TryLength(parts[1], context, out var height, out _) && width > Length.Zero && height > Length.Zero)
                {
                    return (width, height);
                }

                report(StyleDiagnostics.BadValue.At(d.Span, $"size: “{d.Value}” isn't a size of page", "give width and height, as 5.5in 8.5in"));
                return fallback;
        }
    }

    private Length Value(Declaration d, Length whole)
    {
        if (Measure.TryLength(d.Value, new MeasureContext(root.Characters.Size, root.Characters.Size, root.Leading, root.Leading, whole), out var length, out var fault))
        {
            return length;
        }

        report(StyleDiagnostics.BadValue.At(d.Span, $"{d.Property}: “{d.Value}” {fault}"));
        return Length.Zero;
    }

    private StyleColor ColorOf(Dictionary<string, Declaration> values, string property)
    {
        if (!values.TryGetValue(property, out var d))
        {
            return StyleColor.Black;
        }

        if (ColorText.Read(d.Value, out var fault) is { } color)
        {
            return color;
        }

        report(StyleDiagnostics.BadValue.At(d.Span, $"{d.Property}: “{d.Value}” {fault}"));
        return StyleColor.Black;
    }

    private Length Own(Dictionary<string, Declaration> values, string property, Length fallback, Length whole) =>
        !values.TryGetValue(property, out var d) || d.Value == "auto" ? fallback : d.Value == "none" ? Length.Zero : Value(d, whole);
}
