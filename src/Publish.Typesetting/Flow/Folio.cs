using System.Globalization;
using System.Text;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Flow;

/// <summary>Writes page numbers.</summary>
public static class Folio
{
    private static readonly (int Value, string Sign)[] Signs =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>A number as a folio.</summary>
    public static string Label(int number, FolioStyle style) => style == FolioStyle.LowerRoman ? Roman(number) : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in small roman numerals; in figures where it is too large for them.</summary>
    public static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            while (number >= value)
            {
                text.Append(sign);
                number -= value;
            }
        }

        return text.ToString();
    }
}
