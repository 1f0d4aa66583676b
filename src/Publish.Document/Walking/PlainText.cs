using System.Collections.Immutable;
using System.Text;

namespace Publish.Document;

/// <summary>
/// The flat text of running text, by which every offset in a book is counted: <see cref="Text"/> and <see cref="Code"/> give their characters,
/// a <see cref="LineBreak"/> a line feed, an <see cref="InlineImage"/> U+FFFC; note calls, marks and what a
/// cross-reference makes up itself give nothing; all containers give what they hold.
/// </summary>
public static class PlainText
{
    /// <summary>The flat text of <paramref name="inlines"/>.</summary>
    public static string Of(ImmutableArray<Inline> inlines)
    {
        if (inlines is [Text only])
        {
            return only.Value;
        }

        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString();
    }

    /// <summary>Appends the flat text of <paramref name="inlines"/> to <paramref name="text"/>.</summary>
    public static void Append(StringBuilder text, ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text t:
                    text.Append(t.Value);
                    break;
                case Code c:
                    text.Append(c.Value);
                    break;
                case LineBreak:
                    text.Append('\n');
                    break;
                case InlineImage:
                    text.Append('\uFFFC');
                    break;
                case InlineContainer container:
                    Append(text, container.Content);
                    break;
                default:
                    break;
            }
        }
    }
}
