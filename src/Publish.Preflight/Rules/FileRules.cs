using Publish.Preflight.Reading;
using Publish.Printers;

namespace Publish.Preflight.Rules;

/// <summary>What every file for print must be, whoever prints it.</summary>
internal static class FileRules
{
    private const double SameSize = 0.011;

    /// <summary>Holds a file against them.</summary>
    public static void Check(FileFacts file, TrimSize? trim, RuleLog log)
    {
        log.Check("readable", "every page can be read", file.Pages.SelectMany(page => page.Oddities.Where(odd => odd.Kind == OddityKind.Unreadable), (page, odd) => RuleLog.At(page, odd.X, odd.Y, odd.Words)));
        log.Check("encryption", "the file isn't locked", !file.Encrypted, "the file is encrypted");
        log.Check("fonts", "every font is embedded", Fonts(file));
        log.Check("same-size", "all pages are cut to one size", SameSizes(file));
        if (trim is not null)
        {
            log.Check("trim", $"pages are cut to {RuleLog.Measure(trim.Width)} × {RuleLog.Measure(trim.Height)}", Trims(file, trim));
        }

        log.Check("rotation", "no page is turned", file.Pages.Where(page => page.Rotation % 360 != 0).Select(page => RuleLog.On(page, $"the page is turned by {page.Rotation}°")));
        log.Check("black-text", "black text is black ink, not a mixture", RgbBlack(file));
    }

    private static IEnumerable<RuleFinding> Fonts(FileFacts file)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return file.Pages.SelectMany(page => page.Fonts.Where(font => !font.Embedded && known.Add(font.Name)), (page, font) => RuleLog.On(page, $"the font {font.Name} ({font.Type}) is not embedded"));
    }

    private static IEnumerable<RuleFinding> SameSizes(FileFacts file)
    {
        var first = file.Pages.FirstOrDefault()?.Cut ?? default;
        return file.Pages.Where(page => Math.Abs(page.Cut.Width - first.Width) > SameSize || Math.Abs(page.Cut.Height - first.Height) > SameSize)
            .Select(page => RuleLog.On(page, $"the page is {RuleLog.Measure(page.Cut.Width)} × {RuleLog.Measure(page.Cut.Height)}, the first one {RuleLog.Measure(first.Width)} × {RuleLog.Measure(first.Height)}"));
    }

    private static IEnumerable<RuleFinding> Trims(FileFacts file, TrimSize trim) =>
        file.Pages.Where(page => Math.Abs(page.Cut.Width - trim.Width.Points) > 0.5 || Math.Abs(page.Cut.Height - trim.Height.Points) > 0.5)
            .Select(page => RuleLog.On(page, $"the page is cut to {RuleLog.Measure(page.Cut.Width)} × {RuleLog.Measure(page.Cut.Height)}"));

    // What other programs write for black: three zeros of red, green and blue, or all four inks at once.
    private static IEnumerable<RuleFinding> RgbBlack(FileFacts file)
    {
        foreach (var page in file.Pages)
        {
            foreach (var paint in page.Paints.Where(paint => paint.Purpose == Purpose.Text))
            {
                if (paint.Space.IsRgb && paint.Color.Length == 3 && paint.Color.All(c => c < 0.2) && paint.Color.Max() - paint.Color.Min() < 0.03)
                {
                    yield return RuleLog.At(page, paint.X, paint.Y, $"text in RGB black ({paint.Space}): a press makes four inks of it");
                }
                else if (paint.Space.Kind == SpaceKind.Cmyk && paint.Color.Length == 4 && paint.Color[3] > 0.5 && paint.Color[0] + paint.Color[1] + paint.Color[2] > 0.3)
                {
                    yield return RuleLog.At(page, paint.X, paint.Y, $"text in a black of several inks ({RuleLog.Figure(paint.Ink ?? 0)} %)");
                }
            }
        }
    }
}
