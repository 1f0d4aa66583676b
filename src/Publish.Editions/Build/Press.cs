using System.Globalization;
using Publish.Document;
using Publish.Imaging;
using Publish.Pdf;
using Publish.Pdf.Color;
using Publish.Printers;
using Publish.Typesetting;
using Publish.Typesetting.Display;

namespace Publish.Editions;

/// <summary>What makes an edition one for the press: the printer's gutter and page count, bleed and marks, the printing condition.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="diagnostics">Receives what is to be said.</param>
internal sealed class Press(BuildRequest request, List<Diagnostic> diagnostics)
{
    private const string UsualProfile = "icc/FOGRA39L_coated.icc";

    // Ink that sheets of coated paper dry; a printer's profile may say less.
    public const int UsualInkLimit = 300;
    private const int MostPasses = 5;

    // Punctuation hangs a little into the margins, and the printer measures from its ink.
    private static readonly Length Hanging = Length.FromPoints(4);

    private readonly Dictionary<string, PrinterProfile?> _printers = new(StringComparer.Ordinal);

    /// <summary>The printer of an edition; null for none.</summary>
    public PrinterProfile? PrinterOf(EditionPlan plan)
    {
        if (plan.Printer is not { } name)
        {
            return null;
        }

        if (!_printers.TryGetValue(name, out var printer))
        {
            printer = new PrinterLibrary(request.Assets, request.Files).Find(name, plan.Span, diagnostics);
            _printers.Add(name, printer);
            if (printer is not null && PrinterLibrary.Age(printer, request.Today) is { } age)
            {
                diagnostics.Add(age);
            }
        }

        return printer;
    }

    /// <summary>The edition as its printer has it where the book doesn't say: his first standard.</summary>
    public EditionPlan Settled(EditionPlan plan)
    {
        if (PrinterOf(plan) is not { } printer)
        {
            return plan;
        }

        Refuse(plan, printer);
        if (plan.Standards.IsEmpty && !printer.Standards.IsEmpty)
        {
            return plan with { Standards = [printer.Standards[0]] };
        }

        if (!printer.Standards.IsEmpty && !plan.Standards.Intersect(printer.Standards, StringComparer.OrdinalIgnoreCase).Any())
        {
            diagnostics.Add(PrinterDiagnostics.Standard.At(
                plan.Span, $"the edition '{plan.Name}' is for {printer.Title}, which takes {string.Join(" or ", printer.Standards)}", $"set 'standard: {printer.Standards[0]}'"));
        }

        return plan;
    }

    /// <summary>
    /// The pages of an edition. A printer's gutter depends on the page count and the page count on the gutter: the book is set until the gutter is at least what
    /// its own page count asks for. A gutter never narrows again, so that it comes to an end.
    /// </summary>
    /// <param name="plan">The edition.</param>
    /// <param name="set">Sets the book.</param>
    public TypesetResult PagesOf(EditionPlan plan, Func<EditionPlan, TypesetResult> set)
    {
        if (PrinterOf(plan) is not { } printer)
        {
            var bare = set(plan);
            return bare with { Pages = PressSheet.Surrounded(bare.Pages, plan, null) };
        }

        var outside = plan.Bleed is null ? printer.Outside : printer.OutsideWithBleed ?? printer.Outside;
        var asked = plan with { LeastOutside = outside is { } white ? white + (Hanging / 2) : null };
        var result = set(asked);
        var pages = PressSheet.Rounded(result.Pages, printer.Pages);
        var settled = false;
        for (var pass = 1; !settled && pass <= MostPasses; pass++)
        {
            if (printer.GutterOf(pages.Pages.Length) is not { } least || Spine(pages) >= least + Hanging)
            {
                settled = true;
                continue;
            }

            asked = asked with { LeastInner = least + Hanging };
            result = set(asked);
            pages = PressSheet.Rounded(result.Pages, printer.Pages);
        }

        if (!settled || (asked.LeastInner is { } taken && printer.GutterOf(pages.Pages.Length) + Hanging < taken))
        {
            diagnostics.Add(PrinterDiagnostics.GutterUnsettled.At(
                plan.Span,
                string.Create(CultureInfo.InvariantCulture, $"the edition '{plan.Name}' of {pages.Pages.Length} pages stands at the edge of two gutters; the wider one is taken")));
        }

        Judge(plan, printer, pages);
        return result with { Pages = PressSheet.Surrounded(pages, plan, printer) };
    }

    /// <summary>How the file of an edition for the press is written.</summary>
    /// <param name="plan">The edition.</param>
    /// <param name="settings">Its settings otherwise.</param>
    /// <param name="said">Receives what is to be said of it: editions are written side by side.</param>
    public PdfSettings Settings(EditionPlan plan, PdfSettings settings, List<Diagnostic> said)
    {
        if (plan.Links)
        {
            return settings;
        }

        var printer = PrinterOf(plan);
        return settings with
        {
            OutputIntent = IntentOf(plan, said),
            PictureColor = plan.Color switch { PressColor.Cmyk => PictureColor.Cmyk, PressColor.Rgb => PictureColor.Rgb, PressColor.Gray => PictureColor.Gray, _ => null },
            InkSpace = plan.Color switch
            {
                PressColor.Cmyk => ColorSpace.Cmyk,
                PressColor.Rgb => ColorSpace.Rgb,
                PressColor.Gray => ColorSpace.Gray,
                _ => printer is { Color.TextBlackOnly: true } ? ColorSpace.Gray : null,
            },
            SpotInks = printer?.Color is null or { Spot: true, TextBlackOnly: false },
            InkLimit = printer?.Color.InkLimit ?? UsualInkLimit,
            LeastResolution = printer?.Pictures.Resolution ?? settings.LeastResolution,
            LeastLineArtResolution = printer?.Pictures.LineArtResolution ?? printer?.Pictures.Resolution ?? settings.LeastLineArtResolution,
        };
    }

    private OutputIntent? IntentOf(EditionPlan plan, List<Diagnostic> said)
    {
        if (plan.Condition is { } condition)
        {
            if (request.Files.TryRead(condition.Profile, out var own))
            {
                return new OutputIntent(condition.Name, own) { Registry = condition.Registry };
            }

            said.Add(ManuscriptDiagnostics.FileMissing.At(condition.Span, $"there is no file '{condition.Profile}'", "name the printer's ICC profile by its path in the book's folder"));
            return null;
        }

        return plan.Standards.Any(standard => standard.StartsWith("PDF/X", StringComparison.OrdinalIgnoreCase)) && request.Assets.TryRead(UsualProfile, out var profile)
            ? new OutputIntent("FOGRA39", profile) { Registry = "http://www.color.org", Description = "Offset on coated paper, FOGRA39 (ISO 12647-2)" }
            : null;
    }

    private void Refuse(EditionPlan plan, PrinterProfile printer)
    {
        void Say(string what, string hint) => diagnostics.Add(PrinterDiagnostics.NotTaken.At(plan.Span, $"the edition '{plan.Name}' has {what}, which {printer.Title} doesn't take", hint));
        if (plan.Marks && !printer.Marks)
        {
            Say("marks", "take 'marks' from the edition");
        }

        if (plan.Links && !printer.File.Annotations)
        {
            Say("links", "set 'links: false'");
        }

        if (plan.Bleed is { } bleed && printer.Bleed is { } wanted && bleed != wanted)
        {
            Say($"a bleed of {bleed}", string.Create(CultureInfo.InvariantCulture, $"set 'bleed: {wanted.Points / 72:0.###}in'"));
        }
    }

    private void Judge(EditionPlan plan, PrinterProfile printer, PageSet pages)
    {
        var count = pages.Pages.Length;
        if (count < printer.Pages.Least || count > printer.Pages.Most)
        {
            diagnostics.Add(PrinterDiagnostics.PageCount.At(
                plan.Span,
                string.Create(CultureInfo.InvariantCulture, $"the edition '{plan.Name}' has {count} pages; {printer.Title} binds {printer.Pages.Least ?? 1} to {printer.Pages.Most?.ToString(CultureInfo.InvariantCulture) ?? "any number"}")));
        }

        var boxes = pages.Pages[0].Boxes;
        if (!printer.Trims.IsEmpty && printer.TrimOf(boxes.TrimWidth, boxes.TrimHeight) is null)
        {
            diagnostics.Add(PrinterDiagnostics.Trim.At(
                plan.Span, $"the edition '{plan.Name}' is cut to {boxes.TrimWidth} × {boxes.TrimHeight}, which is no size in the profile of {printer.Title}", "the profile needn't have all: ask the printer"));
        }
    }

    // From the spine to the text, where it comes nearest.
    private static Length Spine(PageSet pages) => pages.Pages.Where(page => !page.IsBlank)
        .Select(page => page.Side == PageSide.Recto ? page.TextBlock.X : page.Boxes.TrimWidth - page.TextBlock.Right)
        .DefaultIfEmpty(Length.FromInches(10)).Aggregate(Length.Min);
}
