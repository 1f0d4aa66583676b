using System.Globalization;

namespace Publish.Styles;

/// <summary>What a colour of a stylesheet is made of.</summary>
public enum StyleColorKind
{
    /// <summary>Gray: on paper the black plate alone.</summary>
    Gray,

    /// <summary>Red, green and blue (sRGB).</summary>
    Rgb,

    /// <summary>Cyan, magenta, yellow and black inks.</summary>
    Cmyk,

    /// <summary>An ink of its own, by name.</summary>
    Spot,
}

/// <summary>A colour of a stylesheet. Components are thousandths.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="A">Gray (0 black), red, cyan, or the tint of an ink of its own (1000 full).</param>
/// <param name="B">Green or magenta.</param>
/// <param name="C">Blue or yellow.</param>
/// <param name="D">Black of CMYK.</param>
public sealed record StyleColor(StyleColorKind Kind, int A, int B, int C, int D)
{
    /// <summary>Black.</summary>
    public static StyleColor Black { get; } = new(StyleColorKind.Gray, 0, 0, 0, 0);

    /// <summary>The name of an ink of its own: <c>PANTONE 186 C</c>; null for none.</summary>
    public string? Ink { get; init; }

    /// <summary>What an ink of its own is in CMYK at full tint, where the press doesn't have it; null for other colours.</summary>
    public StyleColor? Process { get; init; }

    /// <summary>The colour at full tint that stands for it on screens, gray or RGB; null for what follows from its inks.</summary>
    public StyleColor? Screen { get; init; }

    /// <summary>A gray.</summary>
    /// <param name="thousandths">0 black … 1000 white.</param>
    public static StyleColor Gray(int thousandths) => thousandths == 0 ? Black : new(StyleColorKind.Gray, thousandths, 0, 0, 0);

    /// <summary>The colour for screens, gray or RGB. Inks without one of their own are reckoned by CSS Color 5, “naively”: 1 − min(1, ink × (1 − black) + black).</summary>
    public StyleColor OnScreen()
    {
        switch (Kind)
        {
            case StyleColorKind.Cmyk:
                return Screen ?? new StyleColor(StyleColorKind.Rgb, Light(A), Light(B), Light(C), 0);
            case StyleColorKind.Spot:
                var full = Screen ?? Process?.OnScreen() ?? Black;
                var (r, g, b) = full.Kind == StyleColorKind.Gray ? (full.A, full.A, full.A) : (full.A, full.B, full.C);
                return new StyleColor(StyleColorKind.Rgb, Tint(r), Tint(g), Tint(b), 0);
            default:
                return this;
        }

        int Light(int ink) => 1000 - Math.Min(1000, (ink * (1000 - D) / 1000) + D);
        int Tint(int light) => 1000 - ((1000 - light) * A / 1000);
    }

    /// <summary>The colour for screens as CSS writes it: <c>#c8102e</c>.</summary>
    public string ToCss()
    {
        var screen = OnScreen();
        var (r, g, b) = screen.Kind == StyleColorKind.Gray ? (screen.A, screen.A, screen.A) : (screen.A, screen.B, screen.C);
        return string.Create(CultureInfo.InvariantCulture, $"#{Byte(r):x2}{Byte(g):x2}{Byte(b):x2}");

        static int Byte(int thousandths) => ((Math.Clamp(thousandths, 0, 1000) * 255) + 500) / 1000;
    }
}
