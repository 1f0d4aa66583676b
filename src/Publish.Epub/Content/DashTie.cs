using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>
/// A span that keeps a dash at the beginning of a text with the word before it, which stands in the inlines before: "<em>word</em>—", "word<a>1</a>—".
/// A line may break before an em dash (UAX #14, class B2).
/// </summary>
/// <param name="OpensAt">The span opens in this text here (closed in a later one); -1 for none.</param>
/// <param name="ClosesAt">A span opened before closes here; -1 for none.</param>
/// <param name="OpensBefore">The span opens before this inline, which is not a text.</param>
internal readonly record struct DashTie(int OpensAt, int ClosesAt, bool OpensBefore)
{
    // A longer word may have to be broken to fit a narrow screen.
    private const int LongestKept = 14;

    private static readonly DashTie None = new(-1, -1, false);

    /// <summary>The ties of some inlines, one for each; null where there is none.</summary>
    public static DashTie[]? Of(ImmutableArray<Inline> inlines)
    {
        DashTie[]? ties = null;
        for (var i = 1; i < inlines.Length; i++)
        {
            if (inlines[i] is not Text { Value: { Length: > 0 } value } || !IsDash(value[0]))
            {
                continue;
            }

            if (ties is null)
            {
                ties = new DashTie[inlines.Length];
                Array.Fill(ties, None);
            }

            Tie(inlines, i, ties);
        }

        return ties;
    }

    private static void Tie(ImmutableArray<Inline> inlines, int dash, DashTie[] ties)
    {
        var close = 0;
        foreach (var c in ((Text)inlines[dash]).Value)
        {
            if (!IsDash(c))
            {
                break;
            }

            close++;
        }

        var first = dash;
        for (var j = dash - 1; j >= 0; j--)
        {
            if (inlines[j] is Text { Value: var value })
            {
                var start = value.Length;
                while (start > 0 && !char.IsWhiteSpace(value[start - 1]) && !IsDash(value[start - 1]) && value[start - 1] is not ('-' or '‐' or '–'))
                {
                    start--;
                }

                if (start < value.Length && value.Length - start <= LongestKept)
                {
                    ties[j] = ties[j] with { OpensAt = start };
                    ties[dash] = ties[dash] with { ClosesAt = close };
                    return;
                }

                break;
            }

            if (!IsShort(inlines[j]))
            {
                break;
            }

            first = j;
        }

        // Something readable must be kept with it: a mark alone prints nothing.
        if (first < dash && inlines[first] is not IndexMark)
        {
            ties[first] = ties[first] with { OpensBefore = true };
            ties[dash] = ties[dash] with { ClosesAt = close };
        }
    }

    private static bool IsDash(char c) => c is '—' or '―' or '⸺' or '⸻';

    private static bool IsShort(Inline inline) => inline switch
    {
        NoteCall or IndexMark => true,
        InlineContainer container => PlainText.Of(container.Content) is var text && text.Length <= LongestKept && !text.Any(char.IsWhiteSpace),
        _ => false,
    };
}
