using Publish.Covers.Design;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Covers.Barcodes;

/// <summary>
/// Draws an EAN-13 in black ink on a white box, with its quiet zones, guard bars, digits and, where there is a price, the add-on (GS1 General Specifications,
/// 5.2.3 and 5.2.6).
/// </summary>
internal static class BarcodePainter
{
    // Quiet zones in modules: before the code, after it, before and after the add-on.
    private const int QuietLeft = 11;
    private const int QuietRight = 7;
    private const int AddOnGap = 9;
    private const int AddOnRight = 5;

    // In thousandths of a millimetre: the module at nominal size, at 80 %, and the height of its bars (table 5.2.6.6-1).
    private const int NominalModule = 330;
    private const int LeastModule = 264;
    private const int NominalHeight = 22_850;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="style">The look.</param>
    /// <param name="isbn">Thirteen digits.</param>
    /// <param name="written">The same as it is printed above the bars.</param>
    /// <param name="addOn">Five digits; left out where the bars would become too thin for it.</param>
    /// <param name="x">Left of the box.</param>
    /// <param name="y">Top of the box.</param>
    /// <param name="width">Width of the box.</param>
    /// <param name="height">Height of the box.</param>
    public static void Draw(CoverCanvas canvas, CoverStyle style, string isbn, string written, string? addOn, Length x, Length y, Length width, Length height)
    {
        var white = InkColor.Gray(1000);
        canvas.Fill(x, y, width, height, white);
        addOn = addOn is not null && Micrometres(width) / Modules(addOn) >= LeastModule ? addOn : null;
        var modules = Modules(addOn);
        var module = new Length(Math.Min(Length.FromMillimetres(NominalModule / 1000.0).Scaled, width.Scaled / modules));
        var left = x + ((width - (module * modules)) / 2) + (module * QuietLeft);

        // The ISBN in letters above, the digits below; bars take what is left, up to the height that goes with the module.
        var digits = style.BarcodeLetters(module.Scale(92, 10));
        var heading = style.BarcodeLetters(module.Scale(78, 10));
        var above = heading.CapHeight + (module * 4);
        var below = digits.CapHeight + module;
        var bars = Length.Min(Length.FromMillimetres(NominalHeight / 1000.0).Scale(module.Scaled, Length.FromMillimetres(NominalModule / 1000.0).Scaled), height - above - below - (module * 6));
        var top = y + ((height - above - bars - below) / 2) + above;
        canvas.Text(heading.Line("ISBN " + written), left, top - (module * 4), InkColor.Black);

        // Guard bars reach down by five modules, between the digits.
        var bits = Ean.Encode(isbn);
        Bars(canvas, bits, left, module, i => top, i => bars + (i < 3 || i >= 92 || (i >= 45 && i < 50) ? module * 5 : Length.Zero));
        var baseline = top + bars + module + digits.CapHeight;
        Digit(0, left - (module * 6));
        for (var i = 1; i <= 12; i++)
        {
            Digit(i, left + (module * (3 + (7 * (i - 1)) + (i > 6 ? 5 : 0))) + module.Scale(35, 10));
        }

        if (addOn is not null)
        {
            var second = left + (module * (Ean.Modules + AddOnGap));
            var lower = digits.CapHeight + module;
            Bars(canvas, Ean.EncodeAddOn(addOn), second, module, _ => top + lower, _ => bars + (module * 5) - lower);
            for (var i = 0; i < 5; i++)
            {
                var line = digits.Line(addOn[i].ToString());
                canvas.Text(line, second + (module * (4 + (9 * i))) + module.Scale(35, 10) - (line.Width / 2), top + digits.CapHeight, InkColor.Black);
            }
        }

        void Digit(int index, Length centre)
        {
            var line = digits.Line(isbn[index].ToString());
            canvas.Text(line, centre - (line.Width / 2), baseline, InkColor.Black);
        }
    }

    private static int Modules(string? addOn) => QuietLeft + Ean.Modules + (addOn is null ? QuietRight : AddOnGap + Ean.AddOnModules + AddOnRight);

    private static long Micrometres(Length length) => length.Scaled * 25_400 / (72 * Length.Unit);

    private static void Bars(CoverCanvas canvas, bool[] bits, Length left, Length module, Func<int, Length> top, Func<int, Length> height)
    {
        for (var i = 0; i < bits.Length;)
        {
            var end = i;
            while (end < bits.Length && bits[end] == bits[i] && height(end) == height(i))
            {
                end++;
            }

            if (bits[i])
            {
                canvas.Fill(left + (module * i), top(i), module * (end - i), height(i), InkColor.Black);
            }

            i = Math.Max(end, i + 1);
        }
    }
}
