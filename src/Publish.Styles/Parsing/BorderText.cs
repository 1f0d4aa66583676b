using Publish.Styles.Cascade;

namespace Publish.Styles.Parsing;

/// <summary>Takes the shorthands of borders apart where the reader of syntax leaves them whole.</summary>
internal static class BorderText
{
    private static readonly string[] _sides = ["top", "right", "bottom", "left"];
    private static readonly string[] _styles = ["none", "hidden", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset"];

    /// <summary>Width, style and colour of the sides a shorthand names; what it leaves out has its first value (CSS Backgrounds 3, 3.4).</summary>
    public static IEnumerable<Declaration> Parts(Declaration shorthand)
    {
        var dash = shorthand.Property.IndexOf('-', StringComparison.Ordinal);
        var side = dash < 0 ? null : shorthand.Property[(dash + 1)..];
        if (side == "color")
        {
            var colors = ValueParts.Words(shorthand.Value);
            for (var i = 0; i < 4 && colors.Count > 0; i++)
            {
                yield return shorthand with { Property = $"border-{_sides[i]}-color", Value = colors.Count > i ? colors[i] : colors.Count > i - 2 && i >= 2 ? colors[i - 2] : colors[0] };
            }

            yield break;
        }

        var (width, style, color) = ("medium", "none", "currentcolor");
        foreach (var word in ValueParts.Words(shorthand.Value))
        {
            if (_styles.Contains(word, StringComparer.Ordinal))
            {
                style = word;
            }
            else if (word is "thin" or "medium" or "thick" || char.IsAsciiDigit(word[0]) || word[0] == '.')
            {
                width = word;
            }
            else
            {
                color = word;
            }
        }

        foreach (var each in _sides.Where(each => side is null || side == each))
        {
            yield return shorthand with { Property = $"border-{each}-width", Value = width };
            yield return shorthand with { Property = $"border-{each}-style", Value = style };
            yield return shorthand with { Property = $"border-{each}-color", Value = color };
        }
    }
}
