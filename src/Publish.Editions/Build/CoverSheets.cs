using Publish.Covers;
using Publish.Document;
using Publish.Pdf.Color;
using Publish.Printers;

namespace Publish.Editions;

/// <summary>Works out the sheet of a cover from the final page count.</summary>
internal static class CoverSheets
{
    // A page of cream book paper, in thousandths of a thousandth of an inch; below this many pages a spine takes no text.
    private const long PageThickness = 2500;
    private const int LeastPagesForText = 80;

    // Room for marks, as around pages.
    private static readonly Length Slug = Length.FromPoints(20);

    /// <summary>The printing condition that the colours of covers are meant for; null where its profile isn't there.</summary>
    public static OutputIntent? IntentOf(IAssets assets) => assets.TryRead("icc/FOGRA39L_coated.icc", out var profile)
        ? new OutputIntent("FOGRA39", profile) { Registry = "http://www.color.org", Description = "Coated FOGRA39 (ISO 12647-2:2004)" }
        : null;

    /// <summary>The sheet a printer wants, for the final page count; what he doesn't say is as usual.</summary>
    /// <param name="trimWidth">Width of the trimmed page.</param>
    /// <param name="trimHeight">Height of the trimmed page.</param>
    /// <param name="pages">The final page count, blank pages at the end included.</param>
    /// <param name="plan">The cover: its bleed and marks.</param>
    /// <param name="printer">The printer; null where it isn't known.</param>
    /// <param name="paper">The name of his paper; null for his first.</param>
    public static CoverSheet For(Length trimWidth, Length trimHeight, int pages, EditionPlan plan, PrinterProfile? printer, string? paper)
    {
        var even = pages + (pages % 2);
        var spine = printer?.Spine.PaperOf(paper)?.Thickness(even) ?? Length.FromPoints(72).Scale(PageThickness * even, 1_000_000);
        var usual = new CoverSheet(trimWidth, trimHeight, spine);
        return usual with
        {
            Bleed = plan.Bleed ?? printer?.Bleed ?? usual.Bleed,
            Slug = plan.Marks ? Slug : Length.Zero,
            SpineText = printer is null ? even >= LeastPagesForText : printer.Spine.AllowsText(even),
            SpineClearance = printer?.Spine.TextClearance ?? usual.SpineClearance,
            Barcode = new BarcodeBox(
                printer?.Barcode.Box?.Width ?? usual.Barcode.Width, printer?.Barcode.Box?.Height ?? usual.Barcode.Height, printer?.Barcode.FromEdge ?? usual.Barcode.Inset),
            ReservesBarcode = printer?.Barcode.Box is not null,
        };
    }
}
