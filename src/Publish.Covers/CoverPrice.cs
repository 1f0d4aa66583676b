using System.Globalization;

namespace Publish.Covers;

/// <summary>A price as it is printed and as the add-on of a book's barcode says it.</summary>
/// <param name="Printed">As "$14.95".</param>
/// <param name="AddOn">Five digits: the currency's and four of the price; null where the add-on can't say it.</param>
internal sealed record CoverPrice(string Printed, string? AddOn)
{
    /// <summary>Reads a currency of ISO 4217 and an amount.</summary>
    /// <param name="price">As "USD 14.95"; null for none.</param>
    /// <returns>Null where it isn't one.</returns>
    public static CoverPrice? Read(string? price)
    {
        var parts = (price ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || parts[0].Length != 3 || !decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        var written = amount.ToString("0.00", CultureInfo.InvariantCulture);
        var (sign, digit) = parts[0] switch
        {
            "USD" => ("US $", 5),
            "CAD" => ("CAN $", 6),
            "AUD" => ("A$", 3),
            "NZD" => ("NZ$", 4),
            "GBP" => ("£", 0),
            "EUR" => ("€", -1),
            _ => (parts[0] + "\u00A0", -1),
        };

        // The first digit is the currency's (Book Industry Study Group, "Machine-Readable Coding Guidelines"); prices of a hundred and more are 99.99 to it.
        var cents = (int)Math.Min(9999, Math.Round(amount * 100, MidpointRounding.AwayFromZero));
        return new CoverPrice(sign + written, digit < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{digit}{cents:0000}"));
    }
}
