using Publish.Document;
using Publish.Styles.Parsing;

namespace Publish.Styles.Cascade;

/// <summary>Turns declarations into a computed style: first those that decide the font size, then those that decide the leading, then the rest.</summary>
internal sealed class StyleBuilder
{
    private readonly Action<Diagnostic> report;
    private readonly Length rem;
    private readonly Length rootLine;
    private readonly Length whole;

    private CharacterStyle characters;
    private ComputedStyle style;
    private int? lineFactor;
    private Length paddingLeft;
    private Length paddingRight;
    private bool topRule;
    private bool bottomRule;

    /// <summary>Starts from what is inherited.</summary>
    /// <param name="parent">Style of the parent; null for the root.</param>
    /// <param name="parentFactor">The parent's line height as a factor; null for none.</param>
    /// <param name="root">Style of the root; null where this is the root.</param>
    /// <param name="whole">What 100 % is: the measure.</param>
    /// <param name="report">Takes diagnostics.</param>
    public StyleBuilder(ComputedStyle? parent, int? parentFactor, ComputedStyle? root, Length whole, Action<Diagnostic> report)
    {
        this.report = report;
        this.whole = whole;
        var inherited = parent ?? new ComputedStyle();
        characters = inherited.Characters with { BaselineShift = 0, Superior = inherited.Characters.Superior };
        lineFactor = parentFactor;
        rem = (root ?? inherited).Characters.Size;
        rootLine = (root ?? inherited).Leading;
        style = new ComputedStyle
        {
            Leading = inherited.Leading,
            Alignment = inherited.Alignment,
            TextIndent = inherited.TextIndent,
            Hyphenate = inherited.Hyphenate,
            OpticalMargins = inherited.OpticalMargins,
            Expansion = inherited.Expansion,
            Orphans = inherited.Orphans,
            Widows = inherited.Widows,
            Page = inherited.Page,
            Hidden = inherited.Hidden,
        };
    }

    /// <summary>The line height as a factor in thousandths, for children to inherit.</summary>
    public int? LineFactor => lineFactor;

    /// <summary>Applies declarations, the weakest first, and gives the style.</summary>
    public ComputedStyle Build(List<Declaration> declarations)
    {
        var parentSize = characters.Size;
        var parentLine = style.Leading;
        foreach (var d in declarations)
        {
            if (d.Property == "font-size")
            {
                SetSize(d, parentSize);
            }
        }

        if (lineFactor is { } factor)
        {
            style = style with { Leading = characters.Size.Scale(factor, 1000) };
        }

        foreach (var d in declarations)
        {
            if (d.Property == "line-height")
            {
                SetLeading(d, parentLine);
            }
        }

        foreach (var d in declarations)
        {
            Apply(d);
        }

        // Padding at the sides is white like the margin, but cascades by itself.
        return style with { Characters = characters, MarginLeft = style.MarginLeft + paddingLeft, MarginRight = style.MarginRight + paddingRight, RuleAbove = topRule ? style.RuleAbove : Length.Zero, RuleBelow = bottomRule ? style.RuleBelow : Length.Zero };
    }

    /// <summary>The text of a content property, strings only; null for none.</summary>
    public static string? ContentText(string value) => CssText.Strings(value);

    private MeasureContext Context => new(characters.Size, rem, style.Leading, rootLine, whole);

    private void SetSize(Declaration d, Length parentSize)
    {
        if (d.Value is "initial" or "inherit" or "medium")
        {
            return;
        }

        var steps = d.Value switch { "smaller" => 833, "larger" => 1200, _ => 0 };
        if (steps > 0)
        {
            characters = characters with { Size = parentSize.Scale(steps, 1000) };
        }
        else if (Measure.TryLength(d.Value, new MeasureContext(parentSize, rem, style.Leading, rootLine, parentSize), out var size, out var fault) && size > Length.Zero)
        {
            characters = characters with { Size = size };
        }
        else
        {
            Bad(d, fault ?? "must be above zero");
        }
    }

    private void SetLeading(Declaration d, Length parentLine)
    {
        if (d.Value is "normal" or "initial" or "inherit")
        {
            return;
        }

        if (Measure.TryNumber(d.Value, out var millionths, out var unit) && unit.Length == 0 && millionths > 0)
        {
            lineFactor = (int)(millionths / 1000);
            style = style with { Leading = characters.Size.Scale(millionths, 1_000_000) };
        }
        else if (Measure.TryLength(d.Value, new MeasureContext(characters.Size, rem, parentLine, rootLine, characters.Size), out var leading, out var fault) && leading > Length.Zero)
        {
            lineFactor = null;
            style = style with { Leading = leading };
        }
        else
        {
            Bad(d, fault ?? "must be above zero");
        }
    }

    private void Apply(Declaration d)
    {
        var known = PropertyNames.Ignored.Contains(d.Property) || d.Value is "inherit" || ApplyCharacters(d) || ApplyBlock(d) || ApplyBox(d);
        if (known)
        {
            return;
        }

        if (d.Property.StartsWith("-publish-", StringComparison.Ordinal) && PropertyNames.Own.Contains(d.Property))
        {
            style = style with { Custom = style.Custom.SetItem(d.Property, d.Value) };
        }
        else
        {
            report(StyleDiagnostics.UnknownProperty.At(d.Span, $"the property “{d.Property}” isn't known", "it has no effect on the page; check the spelling"));
        }
    }

    private bool ApplyCharacters(Declaration d)
    {
        switch (d.Property)
        {
            case "font-size" or "line-height":
                return true;
            case "font-family":
                var families = CssText.Families(d.Value);
                characters = families.IsEmpty ? characters : characters with { Families = families };
                return true;
            case "font-weight":
                var weight = d.Value switch { "normal" or "initial" => 400, "bold" => 700, "bolder" => 700, "lighter" => 300, _ => Measure.TryInteger(d.Value, out var w) && w is >= 1 and <= 1000 ? w : 0 };
                return weight > 0 ? Set(characters with { Weight = weight }) : Bad(d, "isn't a weight");
            case "font-style":
                return d.Value switch { "italic" or "oblique" => Set(characters with { Italic = true }), "normal" or "initial" => Set(characters with { Italic = false }), _ => Bad(d, "isn't a style") };
            case "font-variant-caps" or "font-variant":
                return d.Value switch
                {
                    "small-caps" => Set(characters with { Caps = CapsVariant.SmallCaps }),
                    "all-small-caps" => Set(characters with { Caps = CapsVariant.AllSmallCaps }),
                    "normal" or "initial" => Set(characters with { Caps = CapsVariant.Normal }),
                    _ => Bad(d, "isn't a form of capitals"),
                };
            case "font-variant-numeric":
                return SetFigures(d);
            case "font-variant-ligatures":
                return SetLigatures(d);
            case "font-variant-position":
                return d.Value is "super" ? Set(characters with { Superior = true }) : d.Value is "normal" or "sub" or "initial" ? Set(characters with { Superior = false }) : Bad(d, "isn't a position");
            case "font-feature-settings":
                return Set(characters with { Features = CssText.Features(d.Value) });
            case "letter-spacing":
                return d.Value is "normal" or "initial" ? Set(characters with { LetterSpacing = 0 }) : SetLength(d, out var spacing) && Set(characters with { LetterSpacing = PerMille(spacing) });
            case "text-transform":
                return d.Value switch { "uppercase" => Set(characters with { Uppercase = true }), "none" or "initial" => Set(characters with { Uppercase = false }), _ => Bad(d, "isn't known") };
            case "vertical-align":
                return d.Value switch
                {
                    "super" => Set(characters with { BaselineShift = 350 }),
                    "sub" => Set(characters with { BaselineShift = -150 }),
                    "baseline" or "top" or "middle" or "bottom" or "initial" => Set(characters with { BaselineShift = 0 }),
                    _ => SetLength(d, out var shift) && Set(characters with { BaselineShift = PerMille(shift) }),
                };
            case "color":
                return SetColor(d, out var ink) && Set(characters with { Color = ink ?? characters.Color });
            case "text-decoration" or "text-decoration-line":
                return Set(characters with { Underline = d.Value.Contains("underline", StringComparison.Ordinal), LineThrough = d.Value.Contains("line-through", StringComparison.Ordinal) });
            default:
                return false;
        }
    }

    private bool SetFigures(Declaration d)
    {
        var figures = characters.Figures;
        foreach (var word in d.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "oldstyle-nums":
                    figures = figures with { OldStyle = true };
                    break;
                case "lining-nums":
                    figures = figures with { OldStyle = false };
                    break;
                case "tabular-nums":
                    figures = figures with { Tabular = true };
                    break;
                case "proportional-nums":
                    figures = figures with { Tabular = false };
                    break;
                case "normal" or "initial":
                    figures = default;
                    break;
                default:
                    return Bad(d, "isn't a form of figures");
            }
        }

        return Set(characters with { Figures = figures });
    }

    private bool SetLigatures(Declaration d)
    {
        foreach (var word in d.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            characters = word switch
            {
                "none" or "no-common-ligatures" => characters with { Ligatures = false },
                "common-ligatures" or "normal" or "initial" => characters with { Ligatures = true },
                "discretionary-ligatures" => characters with { DiscretionaryLigatures = true },
                "no-discretionary-ligatures" => characters with { DiscretionaryLigatures = false },
                _ => characters,
            };
        }

        return true;
    }

    private bool ApplyBlock(Declaration d)
    {
        switch (d.Property)
        {
            case "text-align":
                return d.Value switch
                {
                    "justify" => Set(style with { Alignment = TextAlignment.Justify }),
                    "left" or "start" or "initial" => Set(style with { Alignment = TextAlignment.Left }),
                    "right" or "end" => Set(style with { Alignment = TextAlignment.Right }),
                    "center" => Set(style with { Alignment = TextAlignment.Center }),
                    _ => Bad(d, "isn't an alignment"),
                };
            case "text-indent":
                return SetLength(d, out var indent) && Set(style with { TextIndent = indent });
            case "hyphens":
                return Set(style with { Hyphenate = d.Value == "auto" });
            case "-publish-optical-margins":
                return Set(style with { OpticalMargins = d.Value != "off" });
            case "-publish-expansion":
                return Measure.TryNumber(d.Value, out var millionths, out var unit) && unit == "%" && millionths is >= 0 and <= 5_000_000
                    ? Set(style with { Expansion = (int)(millionths / 10_000) })
                    : Bad(d, "isn't a share from 0% to 5%");
            case "break-before" or "page-break-before":
                return CssText.Break(d.Value) is { } before ? Set(style with { BreakBefore = before }) : Bad(d, "isn't a break");
            case "break-after" or "page-break-after":
                return CssText.Break(d.Value) is { } after ? Set(style with { BreakAfter = after }) : Bad(d, "isn't a break");
            case "break-inside" or "page-break-inside":
                return Set(style with { KeepTogether = d.Value.StartsWith("avoid", StringComparison.Ordinal) });
            case "orphans":
                return Measure.TryInteger(d.Value, out var orphans) && orphans is > 0 and < 100 ? Set(style with { Orphans = orphans }) : Bad(d, "isn't a number of lines");
            case "widows":
                return Measure.TryInteger(d.Value, out var widows) && widows is > 0 and < 100 ? Set(style with { Widows = widows }) : Bad(d, "isn't a number of lines");
            case "page":
                return Set(style with { Page = d.Value == "auto" ? style.Page : d.Value });
            case "column-count":
                return d.Value is "auto" or "initial" ? Set(style with { Columns = 1 }) : Measure.TryInteger(d.Value, out var columns) && columns is > 0 and < 10 ? Set(style with { Columns = columns }) : Bad(d, "isn't a number of columns");
            case "column-gap":
                return d.Value is "normal" or "initial" ? Set(style with { ColumnGap = characters.Size }) : SetLength(d, out var gap) && Set(style with { ColumnGap = gap });
            case "display":
                return Set(style with { Hidden = style.Hidden || d.Value == "none" });
            default:
                return false;
        }
    }

    private bool ApplyBox(Declaration d)
    {
        switch (d.Property)
        {
            case "margin-top":
                return SetLength(d, out var top) && Set(style with { MarginTop = top });
            case "margin-bottom":
                return SetLength(d, out var bottom) && Set(style with { MarginBottom = bottom });
            case "margin-left":
                return SetLength(d, out var left) && Set(style with { MarginLeft = left });
            case "margin-right":
                return SetLength(d, out var right) && Set(style with { MarginRight = right });
            case "padding-top":
                return SetLength(d, out var above) && Set(style with { PaddingTop = above });
            case "padding-bottom":
                return SetLength(d, out var below) && Set(style with { PaddingBottom = below });
            case "padding-left":
                return SetLength(d, out var inLeft) && SetPadding(ref paddingLeft, inLeft);
            case "padding-right":
                return SetLength(d, out var inRight) && SetPadding(ref paddingRight, inRight);
            case "border-top-width":
                return SetLength(d, out var ruleAbove) && Set(style with { RuleAbove = ruleAbove });
            case "border-bottom-width":
                return SetLength(d, out var ruleBelow) && Set(style with { RuleBelow = ruleBelow });
            case "border-top-color":
                return SetColor(d, out var inkAbove) && Set(style with { RuleAboveColor = inkAbove });
            case "border-bottom-color":
                return SetColor(d, out var inkBelow) && Set(style with { RuleBelowColor = inkBelow });
            case "border-top-style":
                topRule = d.Value is not ("none" or "hidden" or "initial");
                return true;
            case "border-bottom-style":
                bottomRule = d.Value is not ("none" or "hidden" or "initial");
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a length; a bad one is reported and leaves the old value, so the answer is true only where there is one to set.</summary>
    private bool SetLength(Declaration d, out Length length)
    {
        length = Length.Zero;
        if (d.Value is "auto" or "initial")
        {
            return true;
        }

        var widths = d.Value switch { "thin" => "0.25pt", "medium" => "0.5pt", "thick" => "1pt", _ => d.Value };
        if (Measure.TryLength(widths, Context, out length, out var fault))
        {
            return true;
        }

        Bad(d, fault!);
        return true;
    }

    /// <summary>Reads a colour: null for that of the characters; a bad one is reported and is null too.</summary>
    private bool SetColor(Declaration d, out StyleColor? color)
    {
        color = null;
        if (d.Value is "currentcolor" or "currentColor" or "unset" or "transparent")
        {
            return true;
        }

        if (d.Value == "initial")
        {
            color = d.Property == "color" ? StyleColor.Black : null;
            return true;
        }

        color = ColorText.Read(d.Value, out var fault);
        return color is not null || Bad(d, fault!, "write black, #777, rgb(200 16 46), device-cmyk(0% 100% 80% 5%) or spot(\"PANTONE 186 C\", device-cmyk(0% 100% 80% 5%))");
    }

    private int PerMille(Length length) => (int)length.Scale(1000, characters.Size.Scaled).Scaled;

    private static bool SetPadding(ref Length side, Length value)
    {
        side = value;
        return true;
    }

    private bool Set(CharacterStyle value)
    {
        characters = value;
        return true;
    }

    private bool Set(ComputedStyle value)
    {
        style = value;
        return true;
    }

    private bool Bad(Declaration d, string fault, string? hint = null)
    {
        report(StyleDiagnostics.BadValue.At(d.Span, $"{d.Property}: “{d.Value}” {fault}", hint ?? "lengths are in em, rem, lh, rlh, pt, pc, mm, cm, in or %"));
        return true;
    }
}
