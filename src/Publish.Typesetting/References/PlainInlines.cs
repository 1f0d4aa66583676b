using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.References;

/// <summary>The words of a title as other places print them: emphasis and language stay, notes, marks and identifiers don't.</summary>
internal static class PlainInlines
{
    /// <summary>The inlines of a title for the contents; the plain name where there are none.</summary>
    public static ImmutableArray<Inline> Of(ImmutableArray<Inline> title, string fallback)
    {
        var plain = Strip(title);
        return plain.IsEmpty ? fallback.Length == 0 ? [] : [new Document.Text(fallback)] : plain;
    }

    /// <summary>The plain words of a title, line breaks as spaces.</summary>
    public static string TextOf(ImmutableArray<Inline> title) => PlainText.Of(Strip(title)).Trim();

    private static ImmutableArray<Inline> Strip(ImmutableArray<Inline> inlines)
    {
        var result = ImmutableArray.CreateBuilder<Inline>(inlines.Length);
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case NoteCall or IndexMark or SourcePageMark or InlineImage:
                    break;
                case LineBreak:
                    result.Add(new Document.Text(" "));
                    break;
                case Emphasis e:
                    result.Add(e with { Content = Strip(e.Content), Id = null });
                    break;
                case Strong s:
                    result.Add(s with { Content = Strip(s.Content), Id = null });
                    break;
                case SmallCaps s:
                    result.Add(s with { Content = Strip(s.Content), Id = null });
                    break;
                case WorkTitle t:
                    result.Add(t with { Content = Strip(t.Content), Id = null });
                    break;
                case Foreign f:
                    result.Add(f with { Content = Strip(f.Content), Id = null });
                    break;
                case Superscript s:
                    result.Add(s with { Content = Strip(s.Content), Id = null });
                    break;
                case StyledSpan s:
                    result.Add(s with { Content = Strip(s.Content), Id = null });
                    break;
                case InlineContainer container:
                    result.AddRange(Strip(container.Content));
                    break;
                default:
                    result.Add(inline with { Id = null });
                    break;
            }
        }

        return result.ToImmutable();
    }
}
