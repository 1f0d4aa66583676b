namespace Publish.Typesetting.Pages;

/// <summary>Which rule a page break inside a paragraph would break.</summary>
internal static class BreakRules
{
    /// <summary>What a break after <paramref name="line"/> lines of <paramref name="count"/> breaks.</summary>
    /// <param name="line">Lines before the break, from 1.</param>
    /// <param name="count">Lines in all.</param>
    /// <param name="orphans">Fewest lines at the foot of a page.</param>
    /// <param name="widows">Fewest lines at the head of the next.</param>
    /// <param name="keepTogether">True where it should stay on one page.</param>
    public static BreakRule Inside(int line, int count, int orphans, int widows, bool keepTogether) =>
        keepTogether ? BreakRule.Keep
        : count - line < widows ? BreakRule.Widow
        : line < orphans ? BreakRule.Orphan
        : BreakRule.Free;
}
