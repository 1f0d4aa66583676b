namespace Publish.Typography;

/// <summary>A line of a page, put together from glyphs.</summary>
internal sealed class PageLine
{
    /// <summary>A line of glyphs that stand on (nearly) one baseline.</summary>
    public PageLine(int page, List<Glyph> glyphs)
    {
        Page = page;
        glyphs.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        Size = glyphs.GroupBy(g => Math.Round(g.Size * 2) / 2).OrderByDescending(g => g.Count()).First().Key;
        var main = glyphs.Where(g => Math.Abs(g.Size - Size) < 0.6).Select(g => g.Baseline).Order().ToList();
        Baseline = main.Count > 0 ? main[main.Count / 2] : glyphs[0].Baseline;
        Left = glyphs[0].Left;
        Right = glyphs.Max(g => g.Right);
        List<List<Glyph>> words = [[glyphs[0]]];
        for (var i = 1; i < glyphs.Count; i++)
        {
            var gap = glyphs[i].Left - glyphs[i - 1].Right;
            if (gap > Size / 10)
            {
                Gaps.Add(gap);
                words.Add([]);
            }

            words[^1].Add(glyphs[i]);
        }

        Words = [.. words.Select(w => string.Concat(w.Select(g => g.Text)))];
        Superiors = [.. words.Select(w => string.Concat(w.Where(g => g.Size < 0.8 * Size && g.Text.Length == 1 && char.IsAsciiDigit(g.Text[0])).Select(g => g.Text))).Where(s => s.Length > 0)];
    }

    /// <summary>The page, from 1.</summary>
    public int Page { get; }

    /// <summary>The size most of its glyphs have, to half points.</summary>
    public double Size { get; }

    /// <summary>Its baseline, y up.</summary>
    public double Baseline { get; }

    /// <summary>Left end.</summary>
    public double Left { get; }

    /// <summary>Right end.</summary>
    public double Right { get; }

    /// <summary>The white between its words.</summary>
    public List<double> Gaps { get; } = [];

    /// <summary>Its words as they stand.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Figures smaller than the line, as note calls are.</summary>
    public IReadOnlyList<string> Superiors { get; }

    /// <summary>The words with spaces between them.</summary>
    public string Text => string.Join(' ', Words);

    /// <summary>0 for a left page, 1 for a right one.</summary>
    public int Side => Page % 2;

    /// <summary>Whether it ends in a hyphen after a letter.</summary>
    public bool EndsInHyphen => Words[^1] is { Length: > 1 } last && IsHyphen(last[^1]) && char.IsLetter(last[^2]);

    /// <summary>Hyphens, those that programs set at a line's end too.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u00AD' or '\u2010' or '\u2011';
}
