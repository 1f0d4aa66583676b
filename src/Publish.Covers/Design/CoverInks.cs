using System.Globalization;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>The colours of a cover.</summary>
/// <param name="Field">The ground.</param>
/// <param name="Pattern">The pattern on the ground.</param>
/// <param name="Paper">Labels, and letters on the ground.</param>
/// <param name="Text">Letters on labels.</param>
internal sealed record CoverInks(InkColor Field, InkColor Pattern, InkColor Paper, InkColor Text)
{
    /// <summary>
    /// Reads a colour of the stylesheet: inks and, after them, the same colour for screens, as <c>cmyk(20% 100% 85% 35%) #911721</c>.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="screen">Which of the two.</param>
    /// <returns>Null where it isn't one.</returns>
    public static InkColor? Read(string? value, bool screen)
    {
        if (value is null || value.IndexOf('(', StringComparison.Ordinal) is var open && open < 0 || value.IndexOf(')', StringComparison.Ordinal) is var close && close < open)
        {
            return null;
        }

        if (!screen)
        {
            var shares = value[(open + 1)..close].Split([' ', ',', '%'], StringSplitOptions.RemoveEmptyEntries);
            Span<int> inks = stackalloc int[4];
            for (var i = 0; i < 4; i++)
            {
                if (shares.Length != 4 || !decimal.TryParse(shares[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) || share > 100)
                {
                    return null;
                }

                inks[i] = (int)(share * 10);
            }

            return new InkColor(ColorSpace.Cmyk, inks[0], inks[1], inks[2], inks[3]);
        }

        var hex = value[(close + 1)..].Trim().TrimStart('#');
        return hex.Length == 6 && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new InkColor(ColorSpace.Rgb, Thousandths(rgb >> 16), Thousandths((rgb >> 8) & 255), Thousandths(rgb & 255), 0)
            : null;
    }

    /// <summary>A colour between two of one space.</summary>
    /// <param name="from">The one.</param>
    /// <param name="to">The other.</param>
    /// <param name="share">Thousandths of the other.</param>
    public static InkColor Between(InkColor from, InkColor to, int share)
    {
        int Mix(int a, int b) => a + ((b - a) * share / 1000);
        return new InkColor(from.Space, Mix(from.A, to.A), Mix(from.B, to.B), Mix(from.C, to.C), Mix(from.D, to.D));
    }

    private static int Thousandths(int value) => ((value * 1000) + 127) / 255;
}
