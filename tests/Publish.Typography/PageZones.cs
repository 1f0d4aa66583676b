using System.Text.RegularExpressions;

namespace Publish.Typography;

/// <summary>A page taken apart.</summary>
/// <param name="Number">Its place in the file.</param>
/// <param name="Body">Lines of text.</param>
/// <param name="Heads">Lines of titles and headings.</param>
/// <param name="Notes">Lines of notes at the foot.</param>
/// <param name="Lowest">The lowest baseline, or the lower edge of a picture under it; of pages with nothing on them, infinity.</param>
/// <param name="Highest">The highest baseline, or the upper edge of a picture above it.</param>
internal sealed record ZonedPage(int Number, List<PageLine> Body, List<PageLine> Heads, List<PageLine> Notes, double Lowest, double Highest);

/// <summary>Finds the type area of a book and takes its pages apart: running head, text, notes.</summary>
internal sealed partial class PageZones
{
    /// <summary>Takes pages apart.</summary>
    public PageZones(List<PageGlyphs> pages)
    {
        var sizes = pages.SelectMany(p => p.Glyphs).GroupBy(g => Math.Round(g.Size * 2) / 2).OrderByDescending(g => g.Count()).Select(g => (Size: g.Key, Count: g.Count())).ToList();
        BodySize = sizes[0].Size;
        var all = sizes.Sum(s => s.Count);
        NoteSize = sizes.Where(s => s.Size >= 0.6 * BodySize && s.Size <= 0.93 * BodySize && s.Count > 0.002 * all).Select(s => (double?)s.Size).FirstOrDefault();
        var all_ = pages.Select(p => LineBuilder.Lines(p, BodySize)).ToList();
        var lines = all_.ConvertAll(Readable);
        FindArea(lines);
        Pages = [.. pages.Select((p, i) => Zones(p, lines[i], all_[i]))];
    }

    /// <summary>Size of the text.</summary>
    public double BodySize { get; }

    /// <summary>Size of the notes; null where there are none.</summary>
    public double? NoteSize { get; }

    /// <summary>Left edge of the measure on left and right pages.</summary>
    public double[] Left { get; } = new double[2];

    /// <summary>Right edge, likewise.</summary>
    public double[] Right { get; } = new double[2];

    /// <summary>First baseline of full pages.</summary>
    public double Top { get; private set; }

    /// <summary>Last baseline of full pages.</summary>
    public double Bottom { get; private set; }

    /// <summary>From baseline to baseline.</summary>
    public double Leading { get; private set; }

    /// <summary>Indent of paragraphs.</summary>
    public double Indent { get; private set; }

    /// <summary>The pages.</summary>
    public IReadOnlyList<ZonedPage> Pages { get; }

    /// <summary>True where the text of the page before goes on at the head of a page, maybe under a picture: no chapter begins on it.</summary>
    public bool GoesOn(ZonedPage page) =>
        page.Body.Count > 0 && Math.Abs(page.Highest - Top) <= Leading && (page.Highest > page.Body[0].Baseline + Leading || Math.Abs(page.Body[0].Baseline - Top) <= 2);

    /// <summary>Begins at the left edge.</summary>
    public bool AtLeft(PageLine line) => Math.Abs(line.Left - Left[line.Side]) <= 4.5;

    /// <summary>Begins with the indent of a paragraph.</summary>
    public bool AtIndent(PageLine line) => Math.Abs(line.Left - Left[line.Side] - Indent) <= 4.5;

    /// <summary>Ends at the right edge, hanging marks allowed.</summary>
    public bool AtRight(PageLine line) => line.Right - Right[line.Side] is >= -1.3 and <= 7;

    /// <summary>Has the size of the text.</summary>
    public bool IsBody(PageLine line) => Math.Abs(line.Size - BodySize) <= 0.5;

    // Pages of contents, and lines with wide gaps in them (tables, tabulated words), are left out.
    private List<PageLine> Readable(List<PageLine> lines)
    {
        var leaders = lines.Count(l => l.Gaps.Exists(g => g > 1.5 * BodySize) || DotLeader().IsMatch(l.Text) || (PageNumber().IsMatch(l.Text) && l.Words.Count > 2));
        if (leaders >= 5 && leaders > 0.3 * lines.Count)
            return [];
        return [.. lines.Where(l => l.Size != BodySize || l.Gaps.TrueForAll(g => g <= 1.5 * BodySize))];
    }

    private void FindArea(List<List<PageLine>> pages)
    {
        Top = Mode(pages.Where(p => p.Count(IsBody) > 20).Select(p => p.Where(IsBody).Max(l => l.Baseline)), 0.5) ?? 0;
        var body = pages.SelectMany(p => p).Where(IsBody).ToList();
        for (var side = 0; side < 2; side++)
        {
            var long_ = body.Where(l => l.Side == side && l.Words.Count > 3).ToList();
            Right[side] = Mode(long_.Select(l => l.Right), 0.5) ?? 0;
            // The leftmost place where many lines begin that reach the right edge: in a play most others are verse, and indented, and first lines are no fewer than the rest.
            var lefts = long_.Where(AtRight).Select(l => l.Left).Order().ToList();
            var many = lefts.FindIndex(l => lefts.Count(other => Math.Abs(other - l) <= 0.75) >= 0.15 * lefts.Count);
            Left[side] = many < 0 ? 0 : Mode(lefts.Where(l => Math.Abs(l - lefts[many]) <= 1), 0.5) ?? 0;
        }

        var steps = pages.Select(p => p.Where(IsBody).ToList()).SelectMany(p => p.Zip(p.Skip(1), (a, b) => a.Baseline - b.Baseline)).Where(d => d > 0.9 * BodySize && d < 2 * BodySize).ToList();
        var lead = Mode(steps, 0.1) ?? (1.25 * BodySize);
        Leading = steps.Where(d => Math.Abs(d - lead) <= 0.2).DefaultIfEmpty(lead).Average();
        Bottom = Mode(pages.Where(p => p.Count(IsBody) > 20).Select(p => p.Where(l => !IsFolio(l)).Min(l => l.Baseline)), 0.5) ?? 0;
        Indent = Mode(body.Where(l => l.Left - Left[l.Side] is >= 6 and <= 30 && l.Right > Right[l.Side] - 2).Select(l => l.Left - Left[l.Side]), 0.5) ?? 13;
    }

    private bool InArea(PageLine line) => line.Baseline < Top + (0.75 * Leading) && !IsFoot(line);

    // A folio at the foot stands clear of the text.
    private bool IsFoot(PageLine line) => IsFolio(line) && line.Baseline < Bottom - (1.2 * Leading);

    private static bool IsFolio(PageLine line) => line.Words.Count == 1 && FolioWord().IsMatch(line.Words[0]);

    private ZonedPage Zones(PageGlyphs glyphs, List<PageLine> lines, List<PageLine> unread)
    {
        var below = lines.Where(InArea).ToList();
        var everything = unread.Where(InArea).ToList();
        var notes = new List<PageLine>();
        for (var i = below.Count - 1; NoteSize is { } size && i >= 0 && (Math.Abs(below[i].Size - size) <= 0.5 || (below[i].Size < size && below[i].Words.Count <= 2)); i--)
            notes.Insert(0, below[i]);
        var pictures = glyphs.Pictures.Where(p => p.Bottom < Top).ToList();
        return new(
            glyphs.Number,
            [.. below.Where(l => IsBody(l) && (notes.Count == 0 || l.Baseline > notes[0].Baseline))],
            [.. below.Where(l => !IsBody(l) && l.Size > BodySize)],
            notes,
            everything.Select(l => l.Baseline).Concat(pictures.Select(p => p.Bottom)).DefaultIfEmpty(double.PositiveInfinity).Min(),
            everything.Select(l => l.Baseline).Concat(pictures.Select(p => p.Top)).DefaultIfEmpty(double.NegativeInfinity).Max());
    }

    /// <summary>The commonest value, to a step; null of nothing.</summary>
    public static double? Mode(IEnumerable<double> values, double step)
    {
        var list = values.ToList();
        if (list.Count == 0)
            return null;
        var commonest = list.GroupBy(v => Math.Round(v / step)).OrderByDescending(g => g.Count()).First().Key * step;
        var near = list.Where(v => Math.Abs(v - commonest) <= step).Order().ToList();
        return near.Count == 0 ? commonest : near[near.Count / 2];
    }

    [GeneratedRegex(@"(\. ?){4}")]
    private static partial Regex DotLeader();

    [GeneratedRegex(@"^(\d{1,4}|[ivxlc]+)$")]
    private static partial Regex FolioWord();

    [GeneratedRegex(@"\s\d{1,4}$")]
    private static partial Regex PageNumber();
}
