namespace Publish.Typography;

/// <summary>Puts the glyphs of a page back into lines.</summary>
internal static class LineBuilder
{
    private const double Tolerance = 1.2;

    /// <summary>The lines of a page, from the top.</summary>
    /// <param name="page">Its glyphs.</param>
    /// <param name="body">Size of the text.</param>
    public static List<PageLine> Lines(PageGlyphs page, double body)
    {
        var clusters = Cluster(page.Glyphs.Where(g => g.Size >= 0.8 * body));
        var rest = new List<Glyph>();
        foreach (var glyph in page.Glyphs.Where(g => g.Size < 0.8 * body))
        {
            // Note calls and small capitals made of small glyphs go with the line they touch.
            var line = clusters.Where(c => glyph.Baseline <= c[0].Baseline + (0.55 * body) && glyph.Baseline >= c[0].Baseline - (0.25 * body)).MinBy(c => Math.Abs(c[0].Baseline - glyph.Baseline));
            if (line is not null && line.Where(h => h.Size >= 0.8 * body).Min(h => Math.Abs(glyph.Left - h.Right)) < 40 && glyph.Size < 0.8 * line.Max(h => h.Size))
                line.Add(glyph);
            else
                rest.Add(glyph);
        }

        clusters.AddRange(Cluster(rest));
        return [.. clusters.Select(c => new PageLine(page.Number, c)).OrderByDescending(l => l.Baseline)];
    }

    private static List<List<Glyph>> Cluster(IEnumerable<Glyph> glyphs)
    {
        var result = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderByDescending(g => g.Baseline))
        {
            if (result.Count > 0 && result[^1][^1].Baseline - glyph.Baseline <= Tolerance && result[^1][0].Baseline - glyph.Baseline <= 2 * Tolerance)
                result[^1].Add(glyph);
            else
                result.Add([glyph]);
        }

        return result;
    }
}
