using System.Globalization;

namespace Publish.Pdf.Syntax;

/// <summary>Dates as PDF writes them (ISO 32000-1, 7.9.4).</summary>
internal static class PdfDate
{
    /// <summary>A date in UTC.</summary>
    public static string Of(DateTimeOffset date) => date.ToUniversalTime().ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
}
