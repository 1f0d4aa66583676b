using Publish.Covers;
using Publish.Document;
using Publish.Pdf.Color;

namespace Publish.Editions;

/// <summary>Works out the sheet of a cover from the final page count.</summary>
internal static class CoverSheets
{
    // A page of cream book paper, in thousandths of a thousandth of an inch; below this many pages a spine takes no text.
    private const long PageThickness = 2500;
    private const int LeastPagesForText = 80;

    /// <summary>The printing condition that the colours of covers are meant for; null where its profile isn't there.</summary>
    public static OutputIntent? IntentOf(IAssets assets) => assets.TryRead("icc/FOGRA39L_coated.icc", out var profile)
        ? new OutputIntent("FOGRA39", profile) { Registry = "http://www.color.org", Description = "Coated FOGRA39 (ISO 12647-2:2004)" }
        : null;

    /// <summary>The sheet for a book whose printer isn't known.</summary>
    public static CoverSheet For(Length trimWidth, Length trimHeight, int pages)
    {
        var even = pages + (pages % 2);
        return new CoverSheet(trimWidth, trimHeight, Length.FromPoints(72).Scale(PageThickness * even, 1_000_000)) { SpineText = even >= LeastPagesForText };
    }
}
