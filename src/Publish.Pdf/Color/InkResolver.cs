using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;
using Publish.Imaging.Conversion;
using Publish.Pdf.Content;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Color;

/// <summary>
/// Turns the colours of text and rules into those that the edition's device has. On screens inks become their colours of screens. For the press gray stays the
/// black plate alone, colours of screens become inks through the profile of the output intent, and an ink of its own stays one (a Separation) unless the printer
/// takes none. Pages in black and gray alone, as most are, aren't touched.
/// </summary>
internal sealed class InkResolver
{
    private readonly PdfSettings _settings;
    private readonly List<Diagnostic> _diagnostics;
    private readonly ColorSpace? _process;
    private readonly bool _spots;
    private readonly Dictionary<InkColor, InkColor> _known = [];

    private InkResolver(PdfSettings settings, List<Diagnostic> diagnostics)
    {
        (_settings, _diagnostics) = (settings, diagnostics);
        _process = settings.InkSpace ?? settings.OutputIntent?.Components switch
        {
            1 => ColorSpace.Gray,
            3 => ColorSpace.Rgb,
            4 => ColorSpace.Cmyk,
            _ => settings.Plan.Links ? ColorSpace.Rgb : null,
        };
        _spots = settings.SpotInks && !settings.Plan.Links;
    }

    /// <summary>The pages in colours of the edition.</summary>
    /// <param name="pages">The pages as they were set.</param>
    /// <param name="settings">How the edition is written.</param>
    /// <param name="diagnostics">Receives what is wrong with a colour.</param>
    public static PageSet Resolve(PageSet pages, PdfSettings settings, List<Diagnostic> diagnostics)
    {
        if (!pages.Pages.Any(HasColor))
        {
            return pages;
        }

        var resolver = new InkResolver(settings, diagnostics);
        if (settings.Memory is not { } memory)
        {
            return pages with { Pages = [.. pages.Pages.Select(resolver.Page)] };
        }

        var said = diagnostics.Count;
        memory.BeginColors((resolver._process, resolver._spots, settings.InkLimit, settings.OutputIntent));
        pages = pages with { Pages = [.. pages.Pages.Select(page => memory.Resolved(page, resolver.Page))] };
        if (diagnostics.Count > said)
        {
            memory.ForgetColors();
        }

        return pages;
    }

    private static bool HasColor(DisplayPage page) => PageFacts.Of(page).HasColor;

    private DisplayPage Page(DisplayPage page) => !HasColor(page) ? page : page with
    {
        Items = ImmutableArray.CreateRange(page.Items, item => item switch
        {
            GlyphRun { Color.Space: not ColorSpace.Gray } run => run with { Color = Of(run.Color, page) },
            Rule { Color.Space: not ColorSpace.Gray } rule => rule with { Color = Of(rule.Color, page) },
            _ => item,
        }),
    };

    private InkColor Of(InkColor color, DisplayPage page)
    {
        if (!_known.TryGetValue(color, out var known))
        {
            known = color.Space == ColorSpace.Spot && _spots
                ? color with { Ink = color.Ink! with { Alternate = Process(color.Ink.Alternate) }, Screen = null }
                : Process(color.Space == ColorSpace.Spot ? Tinted(color) : color);
            _known.Add(color, known);
            JudgeInk(known, page);
        }

        return known;
    }

    /// <summary>A colour in the edition's process colours.</summary>
    private InkColor Process(InkColor color) => _process switch
    {
        ColorSpace.Gray => InkColor.Gray(GrayOf(color)),
        ColorSpace.Rgb => OnScreen(color),
        ColorSpace.Cmyk => color.Space == ColorSpace.Rgb ? Converted(color) : color with { Screen = null },
        _ => color with { Screen = null },
    };

    // An ink of its own by what stands for it: less of it where the tint is less.
    private static InkColor Tinted(InkColor color)
    {
        var full = color.Ink!.Alternate;
        int Part(int ink) => ink * color.A / 1000;
        return full.Space == ColorSpace.Gray
            ? InkColor.Gray(1000 - Part(1000 - full.A)) with { Screen = color.Screen }
            : new InkColor(ColorSpace.Cmyk, Part(full.A), Part(full.B), Part(full.C), Part(full.D)) { Screen = color.Screen };
    }

    // CSS Color 5, “naive” conversion, where the stylesheet names no colour for screens.
    private static InkColor OnScreen(InkColor color)
    {
        if (color.Space != ColorSpace.Cmyk)
        {
            return color;
        }

        int Light(int ink) => 1000 - Math.Min(1000, (ink * (1000 - color.D) / 1000) + color.D);
        var (r, g, b) = color.Screen is { } own ? (own.R, own.G, own.B) : (Light(color.A), Light(color.B), Light(color.C));
        return r == g && g == b ? InkColor.Gray(r) : new InkColor(ColorSpace.Rgb, r, g, b, 0);
    }

    // ITU-R BT.601, as pictures are made gray.
    private static int GrayOf(InkColor color)
    {
        var screen = OnScreen(color with { Screen = null });
        return screen.Space == ColorSpace.Gray ? screen.A : ((screen.A * 299) + (screen.B * 587) + (screen.C * 114)) / 1000;
    }

    private InkColor Converted(InkColor color)
    {
        Span<byte> rgb = [Byte(color.A), Byte(color.B), Byte(color.C)];
        if (_settings.OutputIntent is not { Components: 4 } intent || InkConverter.ToCmyk(rgb, intent.Profile, _settings.InkLimit) is not [var c, var m, var y, var k])
        {
            // Without a profile each ink takes the light of its opposite.
            return new InkColor(ColorSpace.Cmyk, 1000 - color.A, 1000 - color.B, 1000 - color.C, 0);
        }

        return new InkColor(ColorSpace.Cmyk, Thousandths(c), Thousandths(m), Thousandths(y), Thousandths(k));

        static byte Byte(int thousandths) => (byte)(((Math.Clamp(thousandths, 0, 1000) * 255) + 500) / 1000);
        static int Thousandths(byte value) => ((value * 1000) + 127) / 255;
    }

    private void JudgeInk(InkColor color, DisplayPage page)
    {
        var inks = color.Space == ColorSpace.Cmyk ? color.A + color.B + color.C + color.D : 0;
        if (_settings.InkLimit is { } limit && inks > limit * 10)
        {
            _diagnostics.Add(PdfDiagnostics.TooMuchInk.At(
                SourceSpan.None,
                string.Create(CultureInfo.InvariantCulture, $"a colour of the stylesheet, first on page {page.Label}, has {inks / 10.0:0.#} % ink; the press dries {limit} %"),
                "lessen its cyan, magenta and yellow"));
        }
    }
}
