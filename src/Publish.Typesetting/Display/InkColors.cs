using Publish.Styles;

namespace Publish.Typesetting.Display;

/// <summary>Makes inks of the colours of a stylesheet.</summary>
public static class InkColors
{
    /// <summary>The ink of a colour, with what stands for it on screens.</summary>
    public static InkColor Of(StyleColor color)
    {
        ArgumentNullException.ThrowIfNull(color);
        return color.Kind switch
        {
            StyleColorKind.Gray => InkColor.Gray(color.A),
            StyleColorKind.Rgb => new InkColor(ColorSpace.Rgb, color.A, color.B, color.C, 0),
            StyleColorKind.Cmyk => new InkColor(ColorSpace.Cmyk, color.A, color.B, color.C, color.D) { Screen = OnScreen(color) },
            _ => new InkColor(ColorSpace.Spot, color.A, 0, 0, 0) { Ink = new SpotInk(color.Ink!, Of(color.Process!) with { Screen = null }), Screen = OnScreen(color) },
        };
    }

    private static ScreenColor OnScreen(StyleColor color)
    {
        var screen = color.OnScreen();
        return screen.Kind == StyleColorKind.Gray ? new ScreenColor(screen.A, screen.A, screen.A) : new ScreenColor(screen.A, screen.B, screen.C);
    }
}
