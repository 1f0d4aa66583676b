using System.Collections.Immutable;
using System.Globalization;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Interactive;

/// <summary>Page labels (ISO 32000-1, 12.4.2): what a viewer shows as the page's number is the folio. Runs of folios become one entry.</summary>
internal static class PageLabels
{
    /// <summary>A run of pages whose folios rise by one.</summary>
    /// <param name="FirstPage">Index of the first page.</param>
    /// <param name="Style">How the numbers are written; null where <paramref name="Prefix"/> is all there is.</param>
    /// <param name="FirstNumber">The first number.</param>
    /// <param name="Prefix">What stands before the number; empty for nothing.</param>
    public readonly record struct LabelRange(int FirstPage, FolioStyle? Style, int FirstNumber, string Prefix);

    /// <summary>The ranges of a book's pages.</summary>
    public static List<LabelRange> RangesOf(ImmutableArray<DisplayPage> pages)
    {
        var ranges = new List<LabelRange>();
        for (var i = 0; i < pages.Length; i++)
        {
            var page = pages[i];
            var prefix = PrefixOf(page);
            if (prefix is null)
            {
                // A folio that is no number: it labels its page alone.
                ranges.Add(new LabelRange(i, null, 1, page.Label));
                continue;
            }

            var goesOn = ranges.Count > 0 && ranges[^1] is var last && last.Style == page.FolioStyle
                && last.Prefix == prefix && last.FirstNumber + (i - last.FirstPage) == page.Number;
            if (!goesOn)
            {
                ranges.Add(new LabelRange(i, page.FolioStyle, page.Number, prefix));
            }
        }

        return ranges;
    }

    /// <summary>Writes the number tree.</summary>
    public static ObjectReference Write(ObjectTable objects, ImmutableArray<DisplayPage> pages)
    {
        var ranges = RangesOf(pages);
        return Trees.WriteNumbers(objects, [.. ranges.Select(range => range.FirstPage)], (array, i) =>
        {
            var range = ranges[i];
            using var label = array.Dictionary();
            if (range.Style is { } style)
            {
                label.Name("S"u8, style == FolioStyle.LowerRoman ? "r"u8 : "D"u8);
            }

            label.OptionalText("P"u8, range.Prefix);
            if (range.FirstNumber != 1)
            {
                label.Integer("St"u8, range.FirstNumber);
            }
        });
    }

    /// <summary>A number as a folio style writes it.</summary>
    public static string Format(int number, FolioStyle style)
    {
        if (style == FolioStyle.Decimal)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        ReadOnlySpan<(int Value, string Letters)> numerals =
        [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ];
        var text = "";
        foreach (var (value, letters) in numerals)
        {
            while (number >= value)
            {
                text += letters;
                number -= value;
            }
        }

        return text;
    }

    private static string? PrefixOf(DisplayPage page)
    {
        var number = Format(page.Number, page.FolioStyle);
        return page.Number > 0 && page.Label.EndsWith(number, StringComparison.Ordinal) ? page.Label[..^number.Length] : null;
    }
}
