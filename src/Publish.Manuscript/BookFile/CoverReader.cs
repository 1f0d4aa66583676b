using Publish.Document;

namespace Publish.Manuscript;

/// <summary>What a book says about its cover: <c>cover: { color, picture, front, blurb, price }</c>.</summary>
internal static class CoverReader
{
    public static CoverPlan Read(Reading reading, MappingReader book)
    {
        if (book.Inner("cover", "'cover'") is not { } cover)
        {
            return new CoverPlan();
        }

        var plan = new CoverPlan
        {
            Color = cover.Text("color"),
            ColorSpan = cover.SpanOf("color"),
            Picture = File(reading, cover, "picture"),
            Front = File(reading, cover, "front"),
            Blurb = cover.Exact("blurb"),
            Price = cover.Text("price"),
        };
        if (plan.Price is { } price && !IsPrice(price))
        {
            cover.Wrong(cover.SpanOf("price"), "price", "a currency and an amount, as 'USD 14.95'");
            plan = plan with { Price = null };
        }

        cover.Finish();
        return plan;
    }

    private static Picture? File(Reading reading, MappingReader cover, string key) =>
        cover.Text(key) is { } path && BookPath.ResolveOrReport(reading, path, cover.SpanOf(key)) is { } resolved
            ? new Picture(resolved, "", null) { Span = cover.SpanOf(key), Decorative = true }
            : null;

    private static bool IsPrice(string price)
    {
        var parts = price.Split(' ');
        return parts.Length == 2 && parts[0].Length == 3 && parts[0].All(char.IsAsciiLetterUpper)
            && decimal.TryParse(parts[1], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _);
    }
}
