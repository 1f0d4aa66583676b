using Publish.Pdf.Fonts;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Text;

/// <summary>
/// Puts words together again that a line's end divides, and says where a line's end ends a word.
/// </summary>
/// <remarks>
/// The hyphen at a line's end stands for the rest of the word (ActualText), and that rest, at the start of the next line, stands for the space behind it. So poppler
/// gives the word whole, on whatever page its end is, and keeps a hyphen the text itself has; PDFium does the same (it passes over an empty
/// ActualText, hence the space); and a reader that knows nothing of ActualText (pdf.js) finds a plain hyphen, which its search skips.
/// ISO 32000-1, 14.9.4, has the same device for a hyphen that changes a word's spelling.
/// </remarks>
internal sealed class LineJoiner(PageText[] pages, List<FontUse> fonts, bool tagged)
{
    private readonly Dictionary<int, LineEnd> _ofBlock = [];
    private readonly Dictionary<(int Element, int Sequence), LineEnd> _ofElement = [];
    private readonly Dictionary<int, LineEnd> _lastOfElement = [];
    private LineEnd? _lastInText;
    private LineEnd? _lastDrawn;
    private (LineEnd Run, int Replacement)? _rest;

    // Of the pages before, to be used again.
    private readonly List<LineEnd> _ends = [];
    private int _used;

    /// <summary>Begins with other pages, on which no text of those before goes on.</summary>
    public void Begin()
    {
        _ofBlock.Clear();
        _ofElement.Clear();
        _lastOfElement.Clear();
        (_lastInText, _lastDrawn, _rest, _used) = (null, null, null, 0);
    }

    /// <summary>Looks at the next run in the order of drawing.</summary>
    public void Next(int page, int item, GlyphRun run)
    {
        if (run.Structure.Artifact != ArtifactKind.None)
        {
            return;
        }

        var end = EndOf(page, item, run);
        if (tagged && _lastDrawn is { } drawn && StandsApart(drawn, end))
        {
            AddSpace(drawn);
        }

        SettleRest(end);
        _lastDrawn = end;
        var key = (run.Structure.Element, run.Structure.Sequence);
        LineEnd? before;
        if (run.Source is { } source)
        {
            if (_ofBlock.TryGetValue(source.BlockOrdinal, out before) || (_ofElement.TryGetValue(key, out before) && before.Run.Source is null))
            {
                Join(before, end);
            }
            else if (tagged && _lastOfElement.TryGetValue(run.Structure.Element, out before) && StartsLine(before, end))
            {
                // Lines of verse are blocks of their own in one stanza.
                AddSpace(before.Last);
            }

            _ofBlock[source.BlockOrdinal] = end;
            _lastInText = end;
        }
        else
        {
            if (_ofElement.TryGetValue(key, out before))
            {
                Join(before, end);
            }

            // A note's number after the last word of a line: the space comes after it.
            if (_lastInText is { } text && text.Page == page && !StartsLine(text.Last, end))
            {
                text.Last = end;
            }
        }

        _ofElement[key] = end;
        _lastOfElement[run.Structure.Element] = end;
    }

    private LineEnd EndOf(int page, int item, GlyphRun run)
    {
        if (_used == _ends.Count)
        {
            _ends.Add(new LineEnd());
        }

        var end = _ends[_used++];
        (end.Page, end.Item, end.Run, end.Last) = (page, item, run, end);
        return end;
    }

    // A note's number that follows the rest of a word at once: no space stands between.
    private void SettleRest(LineEnd next)
    {
        if (_rest is var (rest, index) && !StartsLine(rest, next) && !StandsApart(rest, next) && next.Run.Characters.Span is [var initial, ..] && !char.IsWhiteSpace(initial))
        {
            var replacements = pages[rest.Page].Replacements;
            replacements[index] = replacements[index] with { Text = GlyphTexts.None };
        }

        _rest = null;
    }

    private static bool StartsLine(LineEnd before, LineEnd after) =>
        before.Page != after.Page
        || after.Run.X < before.Run.X
        || Math.Abs((after.Run.Baseline - before.Run.Baseline).Scaled) * 4 > Math.Max(after.Run.Size.Scaled, before.Run.Size.Scaled) * 3;

    private void Join(LineEnd before, LineEnd after)
    {
        if (!StartsLine(before, after))
        {
            return;
        }

        if (before.Run.EndsInHyphen)
        {
            JoinWord(before, after, hyphen: "");
            return;
        }

        var between = Between(before.Run, after.Run);
        if (between == 0)
        {
            if (before.Run.Characters.Span is [.., '-' or '\u2010'] && ReferenceEquals(before.Last, before))
            {
                JoinWord(before, after, before.Run.Text[^1..]);
            }

            return;
        }

        var last = before.Last;
        if (tagged && last.Run.Characters.Span is [.., var final] && !char.IsWhiteSpace(final) && (between > 0 || final is not ('-' or '\u2010' or '\u2014')))
        {
            AddSpace(last);
        }
    }

    private void AddSpace(LineEnd end)
    {
        ref var plan = ref pages[end.Page].Runs[end.Item];
        plan.SpaceAfter = fonts[plan.Font].UseSpace();
    }

    // White on the line that no space fills: before the page in the contents, behind a list's mark.
    private static bool StandsApart(LineEnd before, LineEnd after) =>
        before.Page == after.Page
        && before.Run.Baseline == after.Run.Baseline
        && !before.Run.EndsInHyphen
        && before.Run.Characters.Span is [.., var final] && !char.IsWhiteSpace(final)
        && !(after.Run.Characters.Span is [var initial, ..] && char.IsWhiteSpace(initial))
        && (after.Run.X - before.Run.X - before.Run.Width).Scaled > before.Run.Size.Scaled / 5;

    // How many characters of the model stand between the two; −1 where nobody knows.
    private static int Between(GlyphRun before, GlyphRun after) =>
        before.Source is { } a && after.Source is { } b && a.BlockOrdinal == b.BlockOrdinal ? b.Offset - (a.Offset + before.Characters.Length) : -1;

    private void JoinWord(LineEnd before, LineEnd after, string hyphen)
    {
        var glyphs = before.Run.Glyphs;
        var from = glyphs.Length;
        while (from > 0 && glyphs[from - 1].Cluster >= before.Run.Characters.Length - hyphen.Length)
        {
            from--;
        }

        var text = after.Run.Characters.Span;
        var rest = 0;
        while (rest < text.Length && !char.IsWhiteSpace(text[rest]))
        {
            rest++;
        }

        if (from == glyphs.Length || rest == 0)
        {
            return;
        }

        // The rest up to the end of its last cluster, and the space after it.
        var to = 0;
        while (to < after.Run.Glyphs.Length && after.Run.Glyphs[to].Cluster < rest)
        {
            to++;
        }

        if (to < after.Run.Glyphs.Length)
        {
            rest = Math.Min(after.Run.Glyphs[to].Cluster, text.Length);
            if (rest < text.Length && text[rest] == ' ')
            {
                to++;
            }
        }

        pages[before.Page].Replacements.Add(new Replacement(before.Item, from, glyphs.Length, string.Concat(hyphen, text[..rest])));
        if (to == after.Run.Glyphs.Length && !char.IsWhiteSpace(text[^1]))
        {
            _rest = (after, pages[after.Page].Replacements.Count);
        }

        pages[after.Page].Replacements.Add(new Replacement(after.Item, 0, to, " "));
    }

    // A run that may turn out to end a line.
    private sealed class LineEnd
    {
        public int Page { get; set; }

        public int Item { get; set; }

        public GlyphRun Run { get; set; } = null!;

        // What follows it on its line without being text of the block: the number of a note.
        public LineEnd Last { get; set; } = null!;
    }
}
