using System.Globalization;
using System.Text.RegularExpressions;

namespace Publish.Typography;

/// <summary>Something that a page oughtn't to have.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="What">What it is.</param>
internal readonly record struct PageException(int Page, string What);

/// <summary>What the pages of a book are like. A full page is one after which the text goes on at the head of the next.</summary>
internal sealed partial record PageFigures
{
    /// <summary>Pages.</summary>
    public int Pages { get; init; }

    /// <summary>Last lines of paragraphs alone at the head of a page.</summary>
    public int Widows { get; init; }

    /// <summary>First lines alone at the foot.</summary>
    public int Orphans { get; init; }

    /// <summary>Words divided at the foot of a right-hand page, hyphens of the text included.</summary>
    public int HyphensOverLeaf { get; init; }

    /// <summary>Words divided between facing pages.</summary>
    public int HyphensAcross { get; init; }

    /// <summary>Facing full pages whose lowest lines (of text or notes; or lower edges of pictures) are half a line or more apart, in per cent.</summary>
    public double FacingUneven { get; init; }

    /// <summary>Full pages more than a line and a half short of the usual last line.</summary>
    public int Short { get; init; }

    /// <summary>Lines of text on the grid, in per cent.</summary>
    public double OnGrid { get; init; }

    /// <summary>Notes found.</summary>
    public int Notes { get; init; }

    /// <summary>Pages that begin with the rest of a note.</summary>
    public int NotesSplit { get; init; }

    /// <summary>Notes that begin on another page than their call's.</summary>
    public int NotesAway { get; init; }

    /// <summary>All that oughtn't to be, page by page.</summary>
    public required IReadOnlyList<PageException> Exceptions { get; init; }

    /// <summary>Measures pages.</summary>
    public static PageFigures Measure(PageZones zones)
    {
        var exceptions = new List<PageException>();
        var paragraphs = Paragraphs.Of(zones);
        var widows = paragraphs.Where(p => p[^1].Page != p[^2].Page).ToList();
        var orphans = paragraphs.Where(p => p[0].Page != p[1].Page).ToList();
        var divided = paragraphs.SelectMany(p => p.Zip(p.Skip(1))).Where(p => p.First.EndsInHyphen && p.First.Page != p.Second.Page).Select(p => p.First).ToList();
        exceptions.AddRange(widows.Select(p => new PageException(p[^1].Page, "widow: " + p[^1].Text)));
        exceptions.AddRange(orphans.Select(p => new PageException(p[0].Page, "orphan: " + p[0].Text)));
        exceptions.AddRange(divided.Select(l => new PageException(l.Page, (l.Side == 1 ? "hyphen over a leaf: " : "hyphen between facing pages: ") + l.Words[^1])));

        var full = new Dictionary<int, ZonedPage>();
        for (var i = 0; i + 1 < zones.Pages.Count; i++)
        {
            var (page, next) = (zones.Pages[i], zones.Pages[i + 1]);
            if (page.Body.Count >= 3 && next.Body.Count >= 3 && zones.GoesOn(next))
                full[page.Number] = page;
        }

        var facing = full.Keys.Where(n => n % 2 == 0 && full.ContainsKey(n + 1)).ToList();
        var uneven = facing.Where(n => Math.Abs(full[n].Lowest - full[n + 1].Lowest) > 0.5 * zones.Leading).ToList();
        var low = full.Values.Where(p => p.Lowest - zones.Bottom > 1.5 * zones.Leading).ToList();
        exceptions.AddRange(uneven.Select(n => new PageException(n, Invariant($"ends {(full[n].Lowest - full[n + 1].Lowest) / zones.Leading:0.0} lines above the page it faces"))));
        exceptions.AddRange(low.Select(p => new PageException(p.Number, Invariant($"{(p.Lowest - zones.Bottom) / zones.Leading:0.0} lines short"))));
        var steps = zones.Pages.SelectMany(p => p.Body).Select(l => (zones.Top - l.Baseline) / zones.Leading).ToList();
        var (notes, split, away) = Notes_(zones, exceptions);
        return new()
        {
            Pages = zones.Pages.Count,
            Widows = widows.Count,
            Orphans = orphans.Count,
            HyphensOverLeaf = divided.Count(l => l.Side == 1),
            HyphensAcross = divided.Count(l => l.Side == 0),
            FacingUneven = facing.Count == 0 ? 0 : 100.0 * uneven.Count / facing.Count,
            Short = low.Count,
            OnGrid = steps.Count == 0 ? 0 : 100.0 * steps.Count(s => Math.Abs(s - Math.Round(s)) * zones.Leading <= 0.6) / steps.Count,
            Notes = notes,
            NotesSplit = split,
            NotesAway = away,
            Exceptions = [.. exceptions.OrderBy(e => e.Page)],
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static (int Notes, int Split, int Away) Notes_(PageZones zones, List<PageException> exceptions)
    {
        var (found, split, away, last) = (0, 0, 0, 0);
        foreach (var page in zones.Pages)
        {
            // Calls are small figures, or superior figures of the face: full-size glyphs stuck to a word.
            var calls = page.Body.Concat(page.Heads).SelectMany(l => l.Superiors.Concat(Call().Matches(l.Text).Select(m => m.Groups[1].Value))).Select(s => int.TryParse(s, out var n) ? n : -1).ToHashSet();
            var begun = new HashSet<int>();
            for (var i = 0; i < page.Notes.Count; i++)
            {
                var mark = Number().Match(page.Notes[i].Text);
                var number = mark.Success ? int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture) : -1;
                if (mark.Success && (number == last + 1 || number == 1 || (calls.Contains(number) && !begun.Contains(number))))
                {
                    if (number > last + 1)
                        exceptions.Add(new(page.Number, Invariant($"notes {last + 1} to {number - 1} not found")));
                    last = number;
                    begun.Add(number);
                    found++;
                }
                else if (i == 0)
                {
                    split++;
                }
            }

            // After a year in a title, superior figures of the face can't be told from its own.
            foreach (var number in begun.Where(n => !calls.Contains(n) && !page.Heads.Exists(h => h.Text.EndsWith(n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))))
            {
                exceptions.Add(new(page.Number, Invariant($"note {number} begins here, its call isn't found")));
                away++;
            }
        }

        return (found, split, away);
    }

    [GeneratedRegex(@"[^\W\d][\W_]*?(\d{1,4})(?=\W|$)")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\W?(\d{1,4})(?=\D|$)")]
    private static partial Regex Number();
}
