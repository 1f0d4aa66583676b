using Publish.Document;

namespace Publish.Styles.Pages;

/// <summary>Margins and number of lines of a page.</summary>
/// <param name="Inner">Spine margin.</param>
/// <param name="Outer">Fore-edge margin.</param>
/// <param name="Top">Head margin.</param>
/// <param name="Lines">Lines of the text block; less than 1 where there is no room.</param>
internal readonly record struct PageGeometry(Length Inner, Length Outer, Length Top, int Lines)
{
    /// <summary>The least margin at the spine: half an inch, enough for the gutter of a glued book of 300 pages.</summary>
    public static readonly Length LeastInner = Length.FromPoints(36);

    /// <summary>
    /// Margins that grow inner : top : outer : bottom = 2 : 3 : 4 : 5, a gutter of 4 % of the width added to the inner one and a line to the top
    /// one for the running head. The measure is three quarters of the page but not above 29 em, which holds 60 to 70 letters of an old-style face.
    /// </summary>
    /// <param name="width">Trim width.</param>
    /// <param name="height">Trim height.</param>
    /// <param name="size">Size of the text.</param>
    /// <param name="leading">The grid.</param>
    public static PageGeometry Proportional(Length width, Length height, Length size, Length leading)
    {
        var margins = Length.Max(width / 4, width - (size * 29));
        var gutter = width.Scale(4, 100);
        var unit = (margins - gutter) / 6;
        var inner = Length.Max((unit * 2) + gutter, Length.Min(LeastInner, width / 8));
        var outer = margins - inner;
        var top = (unit * 3) + leading;
        var room = height - top - (unit * 5);
        return new PageGeometry(inner, outer, top, WholeLines(room + (leading / 2), leading));
    }

    /// <summary>The margins a stylesheet gives; what is left of a line goes to the foot.</summary>
    public static PageGeometry Fixed(Length height, Length inner, Length outer, Length top, Length bottom, Length leading) =>
        new(inner, outer, top, WholeLines(height - top - bottom, leading));

    /// <summary>
    /// The same with a printer's least margins kept. A wider gutter takes half of what it needs from the fore-edge and half from the measure, so that the text
    /// block stays where the eye wants it; head and foot give way to running heads and folios.
    /// </summary>
    /// <param name="leastInner">The least at the spine; null for none.</param>
    /// <param name="leastOutside">The least white at the other edges; null for none.</param>
    /// <param name="height">Trim height.</param>
    /// <param name="leading">The grid.</param>
    /// <param name="head">From the text block to the top of a running head.</param>
    /// <param name="foot">From the text block to the bottom of a folio at the foot.</param>
    public PageGeometry Within(Length? leastInner, Length? leastOutside, Length height, Length leading, Length head, Length foot)
    {
        var (inner, outer, top, lines) = this;
        if (leastInner is { } spine && spine > inner)
        {
            outer -= (spine - inner) / 2;
            inner = spine;
        }

        if (leastOutside is { } edge)
        {
            outer = Length.Max(outer, edge);
            top = Length.Max(top, edge + head);
            lines = Math.Min(lines, WholeLines(height - top - edge - foot, leading));
        }

        return new PageGeometry(inner, outer, top, lines);
    }

    private static int WholeLines(Length room, Length leading) => room <= Length.Zero ? 0 : (int)Math.Min(room / leading, 1000);
}
