using System.Globalization;

namespace Publish.Styles.Parsing;

/// <summary>
/// Reads colours: names, <c>#rgb</c>, <c>rgb()</c>, <c>hsl()</c>, <c>gray()</c>; inks as <c>device-cmyk(0% 100% 80% 5%)</c> (CSS Color 5; <c>cmyk()</c> is the same) with,
/// after a comma, the colour for screens; and inks of their own as <c>spot("PANTONE 186 C" 50%, device-cmyk(…), #c8102e)</c>: name and tint, the same in CMYK, the
/// same on screens.
/// </summary>
internal static class ColorText
{
    private const int DepthLimit = 3;

    /// <summary>Reads a colour.</summary>
    /// <param name="value">The value.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <returns>Null where it isn't one.</returns>
    public static StyleColor? Read(string value, out string? fault) => Read(value.Trim(), 0, out fault);

    private static StyleColor? Read(string value, int depth, out string? fault)
    {
        fault = null;
        if (Named(value) is { } named)
        {
            return named;
        }

        if (value.StartsWith('#'))
        {
            return Hexadecimal(value.AsSpan(1)) ?? Not(out fault);
        }

        var open = value.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || !value.EndsWith(')') || depth >= DepthLimit)
        {
            return Not(out fault);
        }

        var arguments = value[(open + 1)..^1];
        switch (value[..open].ToLowerInvariant())
        {
            case "rgb" or "rgba":
                return Components(arguments) is [var r, var g, var b, ..] && Channel(r) is { } red && Channel(g) is { } green && Channel(b) is { } blue ? Rgb(red, green, blue) : Not(out fault);
            case "hsl" or "hsla":
                return Components(arguments) is [var h, var s, var l, ..] ? Hsl(h, s, l) ?? Not(out fault) : Not(out fault);
            case "gray":
                // The reader of syntax hands a share on as a number of 255, cut to a whole one.
                return Components(arguments) is not [var share] ? Not(out fault)
                    : Share(share) is { } gray ? StyleColor.Gray(gray)
                    : Channel(share) is { } level ? StyleColor.Gray(((level * 100) + 254) / 255 * 10)
                    : Not(out fault);
            case "device-cmyk" or "cmyk":
                return Cmyk(arguments, depth, out fault);
            case "spot":
                return Spot(arguments, depth, out fault);
            default:
                return Not(out fault);
        }
    }

    private static StyleColor? Cmyk(string arguments, int depth, out string? fault)
    {
        fault = null;
        var parts = ValueParts.BetweenCommas(arguments);

        // Four inks between commas as of old, or one part with the four between spaces.
        var inks = parts.Count >= 4 ? parts[..4] : [.. Components(parts[0])];
        var screen = parts.Count switch { 5 => parts[4], 2 => parts[1], _ => null };
        if (inks is not [var c, var m, var y, var k] || Share(c) is not { } cyan || Share(m) is not { } magenta || Share(y) is not { } yellow || Share(k) is not { } black)
        {
            fault = "isn't four inks from 0% to 100%";
            return null;
        }

        if (cyan == 0 && magenta == 0 && yellow == 0)
        {
            return StyleColor.Gray(1000 - black);
        }

        StyleColor? light = null;
        if (screen is not null && (light = OfScreen(screen, depth)) is null)
        {
            fault = "has no colour of screens after its inks";
            return null;
        }

        return new StyleColor(StyleColorKind.Cmyk, cyan, magenta, yellow, black) { Screen = light };
    }

    private static StyleColor? Spot(string arguments, int depth, out string? fault)
    {
        fault = null;
        var parts = ValueParts.BetweenCommas(arguments);
        var quote = parts[0].Length > 0 ? parts[0][0] : ' ';
        var close = quote is '"' or '\'' ? parts[0].IndexOf(quote, 1) : -1;
        var name = close > 1 ? parts[0][1..close].Trim() : "";
        if (name.Length == 0)
        {
            fault = "has no name of an ink in quotes";
            return null;
        }

        // ISO 32000-1, 8.6.6.4: names that mean plates of the press and not an ink.
        if (name is "All" or "None" or "Black" or "Cyan" or "Magenta" or "Yellow")
        {
            fault = $"names '{name}', which is no ink of its own";
            return null;
        }

        // The tint stands after the name or is a part by itself.
        var rest = parts[1..];
        var tint = parts[0][(close + 1)..].Trim();
        if (tint.Length == 0 && rest is [[>= '0' and <= '9' or '.', ..], ..])
        {
            (tint, rest) = (rest[0], rest[1..]);
        }

        var amount = tint.Length == 0 ? 1000 : Share(tint);
        if (amount is not { } full)
        {
            fault = "has a tint that isn't from 0% to 100%";
            return null;
        }

        if (rest.Count is 0 or > 2 || Read(rest[0], depth + 1, out _) is not { Kind: StyleColorKind.Cmyk or StyleColorKind.Gray } process)
        {
            fault = "doesn't say what the ink is in CMYK, where the press doesn't have it";
            return null;
        }

        StyleColor? light = process.Screen;
        if (rest.Count == 2 && (light = OfScreen(rest[1], depth)) is null)
        {
            fault = "has no colour of screens at its end";
            return null;
        }

        process = process.Kind == StyleColorKind.Gray ? new StyleColor(StyleColorKind.Cmyk, 0, 0, 0, 1000 - process.A) : process with { Screen = null };
        return new StyleColor(StyleColorKind.Spot, full, 0, 0, 0) { Ink = name, Process = process, Screen = light };
    }

    private static StyleColor? OfScreen(string value, int depth) =>
        Read(value.Trim(), depth + 1, out _) is { Kind: StyleColorKind.Gray or StyleColorKind.Rgb } color ? color : null;

    private static StyleColor? Not(out string? fault)
    {
        fault = "isn't a colour";
        return null;
    }

    // .NET's names are those of CSS Color 4, 6.1, with gray for grey, and those of a desktop's parts besides.
    private static StyleColor? Named(string name) =>
        System.Drawing.Color.FromName(name.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase)) is { IsKnownColor: true, IsSystemColor: false, A: 255 } color
            ? Rgb(color.R, color.G, color.B)
            : null;

    // Red, green and blue alike are gray, and black is black ink alone.
    private static StyleColor Rgb(int r, int g, int b) => r == g && g == b
        ? StyleColor.Gray(Thousandths(r))
        : new StyleColor(StyleColorKind.Rgb, Thousandths(r), Thousandths(g), Thousandths(b), 0);

    private static int Thousandths(int value) => ((value * 1000) + 127) / 255;

    private static StyleColor? Hexadecimal(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (3 or 4 or 6 or 8) || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        Span<int> channels = stackalloc int[3];
        var wide = digits.Length >= 6 ? 2 : 1;
        for (var i = 0; i < 3; i++)
        {
            var value = int.Parse(digits.Slice(i * wide, wide), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            channels[i] = wide == 1 ? value * 17 : value;
        }

        return Rgb(channels[0], channels[1], channels[2]);
    }

    private static StyleColor? Hsl(string hue, string saturation, string lightness)
    {
        var degrees = hue.EndsWith("deg", StringComparison.OrdinalIgnoreCase) ? hue[..^3] : hue;
        if (!decimal.TryParse(degrees, NumberStyles.Number, CultureInfo.InvariantCulture, out var h) || Share(saturation) is not { } s || Share(lightness) is not { } l)
        {
            return null;
        }

        // CSS Color 4, 7.1.
        h = ((h % 360) + 360) % 360;
        var (sat, light) = (s / 1000m, l / 1000m);
        return Rgb(At(0), At(8), At(4));

        int At(int n)
        {
            var k = (n + (h / 30)) % 12;
            var a = sat * Math.Min(light, 1 - light);
            return (int)decimal.Round((light - (a * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))) * 255, MidpointRounding.AwayFromZero);
        }
    }

    // 0 to 255, or a share of it.
    private static int? Channel(string text) =>
        text.EndsWith('%') ? ((Share(text) * 255) + 500) / 1000
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 255 ? (int)decimal.Round(value, MidpointRounding.AwayFromZero)
        : null;

    // Thousandths of "60%", or of "0.6".
    private static int? Share(string text)
    {
        var percent = text.EndsWith('%');
        var digits = percent ? text[..^1] : text;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= (percent ? 100 : 1)
            ? (int)decimal.Round(value * (percent ? 10 : 1000), MidpointRounding.AwayFromZero)
            : null;
    }

    // What stands between spaces, commas and before the slash of an opacity, which paper doesn't have.
    private static string[] Components(string text) => text.Split('/')[0].Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
