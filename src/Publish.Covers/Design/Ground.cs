using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>The ground of a cover: a colour, and on it a type ornament repeated in rows, each moved half a step, as on a pattern paper.</summary>
internal static class Ground
{
    // Steps across a front.
    private const int Steps = 15;

    /// <summary>Draws the ground over a rectangle.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="style">The look.</param>
    /// <param name="inks">The colours.</param>
    /// <param name="area">The rectangle, from the panel's corner, bleed and all.</param>
    /// <param name="front">Width of a front.</param>
    /// <param name="axisX">An axis the pattern is symmetric about.</param>
    /// <param name="axisY">The other.</param>
    /// <param name="clear">Where no ornament stands, nor a part of one.</param>
    public static void Draw(CoverCanvas canvas, CoverStyle style, CoverInks inks, Rect area, Length front, Length axisX, Length axisY, IReadOnlyList<Rect> clear)
    {
        canvas.Fill(area.X, area.Y, area.Width, area.Height, inks.Field);
        var ornaments = style.Pattern.EnumerateRunes().Select(r => r.ToString()).ToList();
        if (ornaments.Count == 0)
        {
            return;
        }

        var step = front / Steps;
        var row = step.Scale(7, 10);
        var letters = style.Letters("pattern").At(step.Scale(66, 100));
        var lines = ornaments.ConvertAll(letters.Line);
        var rise = letters.CapHeight / 2;
        var first = Floor(area.Y - axisY, row) - 1;
        var last = Floor(area.Bottom - axisY, row) + 1;
        for (var r = first; r <= last; r++)
        {
            var odd = (r & 1) != 0;
            var from = Floor(area.X - axisX, step) - 1;
            var to = Floor(area.Right - axisX, step) + 1;
            for (var c = from; c <= to; c++)
            {
                var line = lines[(int)(((r % lines.Count) + lines.Count) % lines.Count)];
                var x = axisX + (step * c) + (odd ? step / 2 : Length.Zero);
                var y = axisY + (row * r) + rise;
                var half = step / 2;
                var stands = x > area.X - half && x < area.Right + half && y > area.Y && y < area.Bottom + step;
                if (stands && !clear.Any(r => x > r.X - half && x < r.Right + half && y > r.Y && y < r.Bottom + letters.Size))
                {
                    canvas.Centred(line, x, y, inks.Pattern, isOrnament: true);
                }
            }
        }
    }

    private static long Floor(Length a, Length b) => a.Scaled >= 0 ? a.Scaled / b.Scaled : -((-a.Scaled + b.Scaled - 1) / b.Scaled);
}
