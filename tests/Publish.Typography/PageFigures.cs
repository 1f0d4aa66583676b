using System.Text.RegularExpressions;

namespace Publish.Typography;

/// <summary>What the pages of a book are like.</summary>
internal sealed partial record PageFigures
{
    /// <summary>Pages.</summary>
    public int Pages { get; init; }

    /// <summary>Facing full pages whose last lines of text are half a line or more apart, in per cent; pages with notes aren't looked at.</summary>
    public double FacingUneven { get; init; }

    /// <summary>Lines of text on the grid, in per cent.</summary>
    public double OnGrid { get; init; }

    /// <summary>Notes found.</summary>
    public int Notes { get; init; }

    /// <summary>Pages that begin with the rest of a note.</summary>
    public int NotesSplit { get; init; }

    /// <summary>Notes that begin on another page than their call's.</summary>
    public int NotesAway { get; init; }

    /// <summary>Measures pages.</summary>
    public static PageFigures Measure(PageZones zones)
    {
        // A full page is followed by one whose text begins at the top.
        var depth = new Dictionary<int, double>();
        for (var i = 0; i + 1 < zones.Pages.Count; i++)
        {
            var (page, next) = (zones.Pages[i], zones.Pages[i + 1]);
            if (page.Body.Count >= 3 && page.Notes.Count == 0 && next.Body.Count > 0 && Math.Abs(next.Body[0].Baseline - zones.Top) <= 2)
                depth[page.Number] = page.Body[^1].Baseline;
        }

        var facing = depth.Keys.Where(n => n % 2 == 0 && depth.ContainsKey(n + 1)).Select(n => Math.Abs(depth[n] - depth[n + 1])).ToList();
        var steps = zones.Pages.SelectMany(p => p.Body).Select(l => (zones.Top - l.Baseline) / zones.Leading).ToList();
        var (notes, split, away) = Notes_(zones);
        return new()
        {
            Pages = zones.Pages.Count,
            FacingUneven = facing.Count == 0 ? 0 : 100.0 * facing.Count(d => d > 0.5 * zones.Leading) / facing.Count,
            OnGrid = steps.Count == 0 ? 0 : 100.0 * steps.Count(s => Math.Abs(s - Math.Round(s)) * zones.Leading <= 0.6) / steps.Count,
            Notes = notes,
            NotesSplit = split,
            NotesAway = away,
        };
    }

    private static (int Notes, int Split, int Away) Notes_(PageZones zones)
    {
        var (found, split, away, last) = (0, 0, 0, 0);
        foreach (var page in zones.Pages)
        {
            // Calls are small figures, or superior figures of the face: full-size glyphs stuck to a word.
            var calls = page.Body.SelectMany(l => l.Superiors.Concat(Call().Matches(l.Text).Select(m => m.Groups[1].Value))).Select(s => int.TryParse(s, out var n) ? n : -1).ToHashSet();
            var begun = new HashSet<int>();
            for (var i = 0; i < page.Notes.Count; i++)
            {
                var mark = Number().Match(page.Notes[i].Text);
                var number = mark.Success ? int.Parse(mark.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : -1;
                if (mark.Success && (number == last + 1 || number == 1 || (calls.Contains(number) && !begun.Contains(number))))
                {
                    last = number;
                    begun.Add(number);
                    found++;
                }
                else if (i == 0)
                {
                    split++;
                }
            }

            away += begun.Count(n => !calls.Contains(n));
        }

        return (found, split, away);
    }

    [GeneratedRegex(@"[^\W\d][\W_]*?(\d{1,4})(?=\W|$)")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\W?(\d{1,4})(?=\D|$)")]
    private static partial Regex Number();
}
