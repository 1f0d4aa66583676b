using Publish.Document;

namespace Publish.Covers.Design;

/// <summary>The paper label on front and back, with a thick and a thin rule around it.</summary>
internal static class Label
{
    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="inks">The colours.</param>
    /// <param name="unit">A 396th of the front's width: a point of a front 5.5 in wide.</param>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    public static void Draw(CoverCanvas canvas, CoverInks inks, Length unit, Length x, Length y, Length width, Length height)
    {
        canvas.Fill(x, y, width, height, inks.Paper);
        var outer = unit * 8;
        var thick = unit.Scale(24, 10);
        canvas.Frame(x + outer, y + outer, width - (outer * 2), height - (outer * 2), thick, inks.Field);
        var inner = outer + thick + unit.Scale(24, 10);
        canvas.Frame(x + inner, y + inner, width - (inner * 2), height - (inner * 2), unit.Scale(7, 10), inks.Field);
    }
}
