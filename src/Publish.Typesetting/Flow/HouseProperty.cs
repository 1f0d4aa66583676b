using System.Globalization;
using Publish.Document;
using Publish.Styles;

namespace Publish.Typesetting.Flow;

/// <summary>Reads the stylesheet's own properties, <c>-publish-…</c>.</summary>
internal static class HouseProperty
{
    /// <summary>A length in points, ems or lines (pt, em, lh); the fallback where the style has none or no such length.</summary>
    public static Length Length(ComputedStyle style, string name, Length fallback)
    {
        if (!style.Custom.TryGetValue(name, out var raw))
        {
            return fallback;
        }

        var text = raw.AsSpan().Trim();
        if (text is "0" or "none")
        {
            return Document.Length.Zero;
        }

        var (unit, whole) = text.EndsWith("pt", StringComparison.Ordinal) ? (2, new Length(Document.Length.Unit))
            : text.EndsWith("em", StringComparison.Ordinal) ? (2, style.Characters.Size)
            : text.EndsWith("lh", StringComparison.Ordinal) ? (2, style.Leading)
            : (0, default);
        return unit > 0 && decimal.TryParse(text[..^unit], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 10_000
            ? whole.Scale((long)(number * 1000), 1000)
            : fallback;
    }

    /// <summary>Words in quotation marks; empty where the style has none, or "none".</summary>
    public static string Words(ComputedStyle style, string name, string fallback = "") =>
        !style.Custom.TryGetValue(name, out var raw) ? fallback : raw.Trim() is "none" ? "" : raw.Trim().Trim('"', '\'');

    /// <summary>A whole number.</summary>
    public static int Number(ComputedStyle style, string name, int fallback) =>
        style.Custom.TryGetValue(name, out var raw) && int.TryParse(raw.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;
}
