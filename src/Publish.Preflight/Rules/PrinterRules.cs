using System.Globalization;
using Publish.Document;
using Publish.Preflight.Reading;
using Publish.Printers;

namespace Publish.Preflight.Rules;

/// <summary>What a printer asks of the file of a book's inside.</summary>
/// <param name="file">The file.</param>
/// <param name="printer">The printer.</param>
/// <param name="log">Receives what comes of the rules.</param>
internal sealed class PrinterRules(FileFacts file, PrinterProfile printer, RuleLog log)
{
    // Points by which a measured place may miss: three roundings of a thousandth, and none of taste.
    private const double Slack = 0.02;

    private readonly bool _bleeds = file.Pages.Any(page => (page.Bleed ?? page.Cut).Width > page.Cut.Width + 1);

    /// <summary>Holds the file against all of them.</summary>
    public void Check(DateOnly? today, TrimSize? asked)
    {
        Age(today);
        Standard();
        Trim(asked);
        Bleed();
        Marks();
        Gutter();
        Outside();
        Color();
        Ink();
        Pictures();
        Lines();
        Pages();
        File();
    }

    private void Age(DateOnly? today)
    {
        const string title = "the printer's figures are less than a year old";
        if (today is { } date)
        {
            log.Check("profile-age", title, !printer.IsOutOfDate(date), $"they are of {printer.Checked:yyyy-MM-dd}: look at the printer's pages", Severity.Warning);
        }
        else
        {
            log.Skip("profile-age", title, "today's date isn't given");
        }
    }

    private void Standard()
    {
        if (!printer.Standards.IsEmpty)
        {
            log.Check(
                "standard",
                $"the file follows {string.Join(" or ", printer.Standards)}",
                file.Claim is { } claim && printer.Standards.Contains(claim),
                file.Claim is { } other ? $"it follows {other}" : "it follows no standard for print",
                printer.StandardRequired ? Severity.Error : Severity.Warning);
        }

        // A standard asks for it by itself; a printer who takes inks alone wants to know whose.
        if (file.Claim is null && (!printer.Standards.IsEmpty || !printer.Color.Rgb))
        {
            log.Check("output-intent", "the file says for which printing condition its colours are meant", !file.Intents.IsEmpty, "there is no output intent", printer.StandardRequired ? Severity.Error : Severity.Warning);
        }
    }

    private void Trim(TrimSize? asked)
    {
        if (asked is not null || file.Pages.IsEmpty)
        {
            return;
        }

        var cut = file.Pages[0].Cut;
        var title = "the pages are cut to a size the printer has";
        if (printer.TrimOf(Length.FromPoints(cut.Width), Length.FromPoints(cut.Height)) is not null)
        {
            log.Check("trim", title, kept: true, "");
        }
        else if (IsWithBleed(cut))
        {
            log.Check("trim", title, kept: true, "");
        }
        else if (printer.TrimsAreAll)
        {
            log.Check("trim", title, kept: false, $"the pages are cut to {RuleLog.Measure(cut.Width)} × {RuleLog.Measure(cut.Height)}");
        }
        else
        {
            log.Skip("trim", title, $"{RuleLog.Measure(cut.Width)} × {RuleLog.Measure(cut.Height)} is none of the sizes in the profile, and the profile doesn't have all; say which size is meant with --trim");
        }
    }

    // A file without trim boxes whose pages are a known size with bleed.
    private bool IsWithBleed(Box cut) => printer.Bleed is { } bleed && file.Pages[0].Trim is null
        && printer.Trims.Any(trim => Math.Abs(trim.Width.Points + ((printer.BleedsAtSpine ? 2 : 1) * bleed.Points) - cut.Width) < 0.75 && Math.Abs(trim.Height.Points + (2 * bleed.Points) - cut.Height) < 0.75);

    private void Bleed()
    {
        if (printer.Bleed is not { } bleed)
        {
            log.Skip("bleed", "pictures at the edge reach beyond the trim", "the profile says no measure");
            return;
        }

        var title = $"what touches the edge reaches {RuleLog.Measure(bleed)} beyond it{(printer.BleedsAtSpine ? "" : ", but not at the spine")}";
        log.Check("bleed", title, file.Pages.SelectMany(page => BleedOf(page, bleed.Points)));
    }

    private IEnumerable<RuleFinding> BleedOf(PageFacts page, double bleed)
    {
        var cut = page.Cut;
        foreach (var picture in page.Pictures)
        {
            foreach (var (side, reach, spine) in new[]
            {
                ("left", cut.Left - picture.Area.Left, page.IsRecto),
                ("right", picture.Area.Right - cut.Right, !page.IsRecto),
                ("top", picture.Area.Top - cut.Top, false),
                ("bottom", cut.Bottom - picture.Area.Bottom, false),
            })
            {
                if (reach > -0.75 && reach < bleed - 0.05 && (!spine || printer.BleedsAtSpine))
                {
                    yield return RuleLog.At(page, picture.Area.Left, picture.Area.Top, $"a picture reaches only {RuleLog.Measure(Math.Max(0, reach))} beyond the {side} edge");
                }
            }
        }

        var box = page.Bleed ?? page.Media;
        if (_bleeds && (cut.Top - box.Top > Slack - bleed || box.Bottom - cut.Bottom > Slack - bleed) && page.Pictures.Any(p => !cut.Contains(p.Area)))
        {
            yield return RuleLog.On(page, $"the page's bleed box is only {RuleLog.Measure(Math.Min(box.Top - cut.Top, cut.Bottom - box.Bottom))} larger than its trim box");
        }
    }

    private void Marks()
    {
        if (printer.Marks)
        {
            return;
        }

        log.Check("marks", "no crop or registration marks", file.Pages.Where(page => page.Drawn is { } drawn && !(page.Bleed ?? page.Cut).Contains(drawn, 1) && page.Pictures.All(p => (page.Bleed ?? page.Cut).Contains(p.Area, 1)))
            .Select(page => RuleLog.On(page, "something is drawn outside the page and its bleed"))
            .Concat(file.Pages.Where(page => page.Bleed is { } bleed && (page.Media.Width > bleed.Width + 1 || page.Media.Height > bleed.Height + 1)).Select(page => RuleLog.On(page, "the page has room for marks around its bleed box"))));
    }

    private void Gutter()
    {
        var count = file.Pages.Length;
        if (printer.GutterOf(count) is not { } least)
        {
            log.Skip("gutter", "text keeps its distance from the spine", "the profile says no measure");
            return;
        }

        var title = string.Create(CultureInfo.InvariantCulture, $"text is at least {RuleLog.Measure(least)} from the spine in a book of {count} pages");
        Measured("gutter", title, file.Pages.SelectMany(page => Near(page, page.Text, box => page.IsRecto ? box.Left - page.Cut.Left : page.Cut.Right - box.Right, least.Points, "the spine")));
    }

    private void Outside()
    {
        if ((_bleeds ? printer.OutsideWithBleed ?? printer.Outside : printer.Outside) is not { } least)
        {
            log.Skip("margins", "text keeps its distance from head, foot and fore-edge", "the profile says no measure");
            return;
        }

        Measured("margins", $"text is at least {RuleLog.Measure(least)} from head, foot and fore-edge", file.Pages.SelectMany(page =>
            Near(page, page.Text, box => page.Cut.Top - box.Top, least.Points, "the head")
                .Concat(Near(page, page.Text, box => box.Bottom - page.Cut.Bottom, least.Points, "the foot"))
                .Concat(Near(page, page.Text, box => page.IsRecto ? page.Cut.Right - box.Right : box.Left - page.Cut.Left, least.Points, "the fore-edge"))));
    }

    private void Measured(string rule, string title, IEnumerable<RuleFinding> findings)
    {
        var found = findings.ToList();
        if (found.Count == 0 && file.Pages.FirstOrDefault(page => page.TextFault is not null) is { } closed)
        {
            log.Skip(rule, title, string.Create(CultureInfo.InvariantCulture, $"the text of page {closed.Number} can't be measured: {closed.TextFault}"));
        }
        else
        {
            log.Check(rule, title, found);
        }
    }

    private static IEnumerable<RuleFinding> Near(PageFacts page, TextExtent? text, Func<Box, double> distance, double least, string what)
    {
        if (text is null || distance(text.Area) >= least - Slack)
        {
            yield break;
        }

        var (area, letter) = text.Letters.MinBy(l => distance(l.Area));
        yield return RuleLog.At(page, area.Left, area.Bottom, $"'{letter}' is {RuleLog.Measure(distance(area))} from {what}");
    }

    private void Color()
    {
        var color = printer.Color;
        if (!color.Rgb)
        {
            log.Check("rgb", "no RGB", Uses(space => space.IsRgb));
        }

        if (!color.Cmyk)
        {
            log.Check("cmyk", "no CMYK", Uses(space => space.Kind == SpaceKind.Cmyk));
        }

        if (!color.Icc)
        {
            log.Check("icc", "no colours described by ICC profiles", Uses(space => space.IsIndependent));
        }

        if (!color.Spot)
        {
            log.Check("spot", "no inks of their own", Uses(space => space.IsSpot));
        }

        if (color.TextBlackOnly)
        {
            log.Check("text-on-black", "text is on the black plate alone", file.Pages.SelectMany(page => page.Paints.Where(paint => paint.Purpose == Purpose.Text && !paint.IsBlackPlate && !IsPaper(paint)),
                (page, paint) => RuleLog.At(page, paint.X, paint.Y, $"text in {paint.Space} ({string.Join(' ', paint.Color.Select(RuleLog.Figure))})")));
        }
    }

    private static bool IsPaper(Paint paint) => paint.Ink is 0;

    private IEnumerable<RuleFinding> Uses(Func<Space, bool> forbidden) => file.Pages.SelectMany(page =>
        page.Paints.Where(paint => forbidden(paint.Space)).Select(paint => RuleLog.At(page, paint.X, paint.Y, $"{StandardRules.Word(paint.Purpose)} in {paint.Space}"))
            .Concat(page.Pictures.Where(picture => !picture.IsMask && forbidden(picture.Space)).Select(picture => RuleLog.At(page, picture.Area.Left, picture.Area.Top, $"a picture in {picture.Space}"))));

    private void Ink()
    {
        if (printer.Color.InkLimit is not { } limit)
        {
            return;
        }

        var title = $"no spot has more than {limit} % ink";
        var findings = file.Pages.SelectMany(page =>
            page.Paints.Where(paint => paint.Ink > limit + 0.5 && (page.Bleed ?? page.Cut).Touches(new Box(paint.X, paint.Y, paint.X, paint.Y))).Select(paint => RuleLog.At(page, paint.X, paint.Y, $"{StandardRules.Word(paint.Purpose)} with {RuleLog.Figure(paint.Ink!.Value)} % ink"))
                .Concat(page.Pictures.Where(picture => picture.MostInk > limit + 0.5).Select(picture => RuleLog.At(page, picture.Area.Left, picture.Area.Top, $"a picture with a pixel of {RuleLog.Figure(picture.MostInk!.Value)} % ink")))).ToList();
        var closed = file.Pages.FirstOrDefault(page => page.Pictures.Any(picture => picture is { MostInk: null, IsMask: false } && !picture.Space.IsRgb));
        if (findings.Count == 0 && closed is not null)
        {
            log.Skip("ink", title, string.Create(CultureInfo.InvariantCulture, $"a picture on page {closed.Number} hides its samples (JPEG, a palette or an ink of its own)"));
        }
        else
        {
            log.Check("ink", title, findings);
        }
    }

    private void Pictures()
    {
        if (printer.Pictures.Resolution is { } resolution)
        {
            log.Check("resolution", $"pictures have at least {resolution} pixels per inch where they stand", Coarse(picture => !picture.IsLineArt, resolution));
        }
        else
        {
            log.Skip("resolution", "pictures have enough pixels where they stand", "the profile says no figure");
        }

        if ((printer.Pictures.LineArtResolution ?? printer.Pictures.Resolution) is { } line)
        {
            log.Check("line-art", $"line art has at least {line} pixels per inch where it stands", Coarse(picture => picture.IsLineArt, line));
        }

        if (printer.Pictures.MostResolution is { } most)
        {
            log.Check("waste", $"pictures have at most {most} pixels per inch", file.Pages.SelectMany(page => page.Pictures.Where(picture => picture.PixelsPerInch > most && !double.IsInfinity(picture.PixelsPerInch)),
                (page, picture) => RuleLog.At(page, picture.Area.Left, picture.Area.Top, $"a picture of {picture.PixelsPerInch:0} pixels per inch")), Severity.Warning);
        }
    }

    private IEnumerable<RuleFinding> Coarse(Func<PictureUse, bool> which, int least) => file.Pages.SelectMany(page => page.Pictures.Where(picture => which(picture) && picture.PixelsPerInch < least - 0.5),
        (page, picture) => RuleLog.At(page, picture.Area.Left, picture.Area.Top, string.Create(CultureInfo.InvariantCulture, $"a picture of {picture.PixelWidth} × {picture.PixelHeight} pixels has {picture.PixelsPerInch:0} pixels per inch where it stands")));

    private void Lines()
    {
        if (printer.Pictures.Hairline is not { } least)
        {
            return;
        }

        log.Check("hairlines", $"no line is thinner than {RuleLog.Figure(least.Points)} pt", file.Pages.SelectMany(page => page.Lines.Where(line => line.Width < least.Points - 0.005),
            (page, line) => RuleLog.At(page, line.X, line.Y, $"a line of {RuleLog.Figure(line.Width)} pt")));
    }

    private void Pages()
    {
        var count = file.Pages.Length;
        var rule = printer.Pages;
        if (rule.Least is not null || rule.Most is not null)
        {
            log.Check("page-count", $"the book has {(rule.Least is { } least ? $"at least {least}" : "")}{(rule is { Least: not null, Most: not null } ? " and " : "")}{(rule.Most is { } most ? $"at most {most}" : "")} pages",
                count >= (rule.Least ?? 0) && count <= (rule.Most ?? int.MaxValue), $"it has {count}");
        }

        if (rule.MultipleOf > 1)
        {
            log.Check("page-multiple", rule.MultipleOf == 2 ? "the page count is even" : $"the page count is a multiple of {rule.MultipleOf}", count % rule.MultipleOf == 0, $"the file has {count} pages");
        }

        if (rule.LastIsBlank)
        {
            log.Check("last-blank", "the last page is blank", file.Pages.IsEmpty || file.Pages[^1].IsEmpty ? [] : [RuleLog.On(file.Pages[^1], "something stands on it")]);
        }
    }

    private void File()
    {
        var rule = printer.File;
        if (!rule.Annotations)
        {
            log.Check("annotations", "no links or other annotations", file.Pages.SelectMany(page => page.Annotations, (page, a) => RuleLog.At(page, a.Area?.Left, a.Area?.Top, $"an annotation ({a.Subtype})")));
        }

        if (!rule.Bookmarks)
        {
            log.Check("bookmarks", "no bookmarks", !file.HasBookmarks, "the file has bookmarks");
        }

        if (!rule.Transparency)
        {
            log.Check("transparency", "nothing is see-through", file.Pages.SelectMany(page => page.Oddities.Where(odd => odd.Kind == OddityKind.Transparency), (page, odd) => RuleLog.At(page, odd.X, odd.Y, odd.Words)));
        }

        if (rule.MostMegabytes is { } most)
        {
            log.Check("size", $"the file has at most {most} MB", file.Length <= most * 1_000_000L, string.Create(CultureInfo.InvariantCulture, $"it has {file.Length / 1_000_000.0:0.#} MB"));
        }
    }
}
