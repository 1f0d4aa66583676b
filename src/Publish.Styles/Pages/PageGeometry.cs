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

    private static int WholeLines(Length room, Length leading) => room <= Length.Zero ? 0 : (int)Math.Min(room / leading, 1000);
}
