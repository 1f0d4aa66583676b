using Publish.Document;
using Publish.Preflight.Reading;

namespace Publish.Preflight.Rules;

/// <summary>
/// The parts of ISO 15930 that can be seen in a file: PDF/X-1a (15930-1), PDF/X-3 (15930-3), PDF/X-4 (15930-7). The texts of the standards weren't at hand;
/// the ledgers beside the writer list what is taken from memory of them.
/// </summary>
internal static class StandardRules
{
    /// <summary>Names this checker knows, as <c>book.yaml</c> writes them.</summary>
    public static readonly string[] Known = ["PDF/X-4", "PDF/X-1a:2001", "PDF/X-3:2002"];

    /// <summary>Holds a file against a standard.</summary>
    public static void Check(FileFacts file, string standard, RuleLog log)
    {
        var old = standard != "PDF/X-4";
        var strict = standard.StartsWith("PDF/X-1a", StringComparison.Ordinal);
        Identification(file, standard, old, log);
        Intent(file, strict, log);
        log.Check("x-id", "the file has an identifier of two parts", file.HasIdentifier, "the trailer has no ID");
        Metadata(file, old, log);
        log.Check("x-boxes", "each page has a trim box or an art box, inside the bleed box, inside the media box", file.Pages.SelectMany(Boxes));
        log.Check("x-scripts", "no scripts and no actions", Scripts(file));
        log.Check("x-forms", "no forms", !file.HasForms, "the file has form fields");
        log.Check("x-attachments", "no files inside the file", !file.HasAttachments, "the file has attachments");
        log.Check("x-annotations", "no annotations on the pages", file.Pages.SelectMany(Annotations));
        Odd(file, "x-opi", "no pictures to be replaced later (OPI, alternates)", OddityKind.Opi, log);
        Odd(file, "x-postscript", "no PostScript", OddityKind.PostScript, log);
        Odd(file, "x-transfer", "no transfer functions", OddityKind.Transfer, log);
        Odd(file, "x-halftone", "no halftone phase", OddityKind.Halftone, log);
        Odd(file, "x-lzw", "no LZW", OddityKind.Lzw, log);
        if (old)
        {
            Odd(file, "x-transparency", "nothing is see-through", OddityKind.Transparency, log);
            Odd(file, "x-jpx", "no JPEG 2000", OddityKind.Jpx, log);
            log.Check("x-layers", "no layers", !file.HasLayers && !file.Pages.Any(page => page.Oddities.Any(odd => odd.Kind == OddityKind.OptionalContent)), "the file has layers");
            log.Check("x-streams", "no object streams and no cross-reference stream", !file.HasObjectStreams, "the file has compressed objects, which came with PDF 1.5");
            log.Check("x-bits", "pictures have 8 bits a sample or fewer", file.Pages.SelectMany(page => page.Pictures.Where(p => p.Bits > 8).Select(p => RuleLog.At(page, p.Area.Left, p.Area.Top, $"a picture of {p.Bits} bits a sample"))));
        }

        else
        {
            MediaManagement(file, log);
            Blending(file, log);
        }

        Color(file, standard, strict, log);
    }

    private static void MediaManagement(FileFacts file, RuleLog log)
    {
        var missing = new[] { ("DocumentID", file.Xmp?.DocumentId), ("VersionID", file.Xmp?.VersionId), ("RenditionClass", file.Xmp?.RenditionClass) }
            .Where(property => string.IsNullOrWhiteSpace(property.Item2)).Select(property => property.Item1).ToList();
        log.Check("x-media-management", "the XMP packet has DocumentID, VersionID and RenditionClass of media management", missing.Count == 0, $"there is no {string.Join(", no ", missing)}");
    }

    // What a group says of its blending space; one that says nothing blends in the output intent's.
    private static void Blending(FileFacts file, RuleLog log)
    {
        var space = file.Intents.FirstOrDefault(intent => intent.Subtype == "GTS_PDFX")?.ProfileSpace ?? "CMYK";
        log.Check("x-blending", $"what is see-through is blended in the output intent's space ({space}) or one with a profile", file.Pages.SelectMany(
            page => page.Blends.Where(blend => !Allowed(blend, space, strict: false)), (page, blend) => RuleLog.On(page, $"a group is blended in {blend}")));
    }

    private static void Identification(FileFacts file, string standard, bool old, RuleLog log)
    {
        var (major, rule) = old ? ("1.3", "the header says PDF 1.3") : ("1.6", "the header says PDF 1.6 or less");
        log.Check("x-version", rule, old ? file.Version is "1.3" : string.CompareOrdinal(file.Version, major) <= 0, $"the header says PDF {file.Version}");
        var (wanted, found) = standard switch
        {
            "PDF/X-4" => ("GTS_PDFXVersion 'PDF/X-4' in the XMP packet", file.Xmp?.PdfXVersion == "PDF/X-4"),
            "PDF/X-1a:2001" => ("GTS_PDFXVersion 'PDF/X-1:2001' and GTS_PDFXConformance 'PDF/X-1a:2001' in the information dictionary", file.Info is { PdfXVersion: "PDF/X-1:2001", PdfXConformance: "PDF/X-1a:2001" }),
            _ => ("GTS_PDFXVersion 'PDF/X-3:2002' in the information dictionary", file.Info.PdfXVersion == "PDF/X-3:2002"),
        };
        log.Check("x-claim", $"the file says what it follows: {wanted}", found, "the file doesn't say so");
    }

    private static void Intent(FileFacts file, bool strict, RuleLog log)
    {
        const string title = "one output intent for PDF/X, with a name and a printer's profile";
        var intents = file.Intents.Where(intent => intent.Subtype == "GTS_PDFX").ToList();
        log.Check("x-output-intent", title, intents switch
        {
            [] => [new RuleFinding(0, null, null, "there is no output intent")],
            [_, _, ..] => [new RuleFinding(0, null, null, "there are several output intents")],
            [{ Condition: "" }] => [new RuleFinding(0, null, null, "the output intent has no OutputConditionIdentifier")],
            [{ ProfileClass: null, Registry: null or "" }] => [new RuleFinding(0, null, null, "the output intent has neither a profile nor a registry that knows its condition")],
            [{ ProfileClass: not (null or "prtr") and var other }] => [new RuleFinding(0, null, null, $"the profile of the output intent is of class '{other}', not 'prtr'")],
            [{ ProfileSpace: not (null or "CMYK" or "GRAY") and var other }] when strict => [new RuleFinding(0, null, null, $"the profile of the output intent is for {other}")],
            _ => Enumerable.Empty<RuleFinding>(),
        });
    }

    private static void Metadata(FileFacts file, bool old, RuleLog log)
    {
        log.Check("x-title", "the information dictionary has a title", !string.IsNullOrWhiteSpace(old ? file.Info.Title : file.Info.Title ?? file.Xmp?.Title), "there is no title");
        log.Check("x-dates", "the information dictionary has both dates", file.Info is { Created: { Length: > 0 }, Modified: { Length: > 0 } } || (!old && file.Xmp is { Created: not null, Modified: not null }), "a date is missing");
        var trapped = old ? file.Info.Trapped : file.Info.Trapped ?? file.Xmp?.Trapped;
        log.Check("x-trapped", "the file says whether it is trapped: True or False", trapped is "True" or "False", trapped is null ? "Trapped is missing" : $"Trapped is {trapped}");
        if (file.Xmp is not { } xmp)
        {
            log.Check("x-xmp", "the XMP packet is there and says what the information dictionary says", old, "there is no XMP packet", old ? Severity.Note : Severity.Error);
            return;
        }

        log.Check("x-xmp", "the XMP packet says what the information dictionary says", Differences(file.Info, xmp));
    }

    private static IEnumerable<RuleFinding> Differences(Facts info, Facts xmp)
    {
        foreach (var (name, one, other) in new[] { ("title", info.Title, xmp.Title), ("producer", info.Producer, xmp.Producer), ("Trapped", info.Trapped, xmp.Trapped), ("creation date", Date(info.Created), Date(xmp.Created)), ("modification date", Date(info.Modified), Date(xmp.Modified)) })
        {
            if (one is not null && other is not null && one != other)
            {
                yield return new RuleFinding(0, null, null, $"the {name} is '{one}' in the one and '{other}' in the other");
            }
        }
    }

    // D:20261127080000Z and 2026-11-27T08:00:00Z, by their digits.
    private static string? Date(string? date) => date is null ? null : new string([.. date.Where(char.IsAsciiDigit).Take(14)]);

    private static IEnumerable<RuleFinding> Boxes(PageFacts page)
    {
        if (page.Trim is not null == page.Art is not null)
        {
            yield return RuleLog.On(page, page.Trim is null ? "the page has neither a trim box nor an art box" : "the page has both a trim box and an art box");
        }

        if (page.Bleed is { } bleed && !page.Media.Contains(bleed))
        {
            yield return RuleLog.On(page, "the bleed box reaches out of the media box");
        }

        if ((page.Trim ?? page.Art) is { } cut && !(page.Bleed ?? page.Media).Contains(cut))
        {
            yield return RuleLog.On(page, "the trim box reaches out of the bleed box");
        }
    }

    private static IEnumerable<RuleFinding> Scripts(FileFacts file) =>
        (file.HasScripts ? [new RuleFinding(0, null, null, "the file has scripts")] : Enumerable.Empty<RuleFinding>())
            .Concat(file.HasActions ? [new RuleFinding(0, null, null, "the file has actions")] : [])
            .Concat(file.Pages.Where(page => page.HasActions).Select(page => RuleLog.On(page, "the page has actions")));

    private static IEnumerable<RuleFinding> Annotations(PageFacts page) =>
        page.Annotations.Where(a => a.Subtype is not ("TrapNet" or "PrinterMark") && (a.Area is not { } area || (page.Bleed ?? page.Cut).Touches(area)))
            .Select(a => RuleLog.At(page, a.Area?.Left, a.Area?.Top, $"an annotation ({a.Subtype})"));

    private static void Odd(FileFacts file, string rule, string title, OddityKind kind, RuleLog log) =>
        log.Check(rule, title, file.Pages.SelectMany(page => page.Oddities.Where(odd => odd.Kind == kind), (page, odd) => RuleLog.At(page, odd.X, odd.Y, odd.Words)));

    private static void Color(FileFacts file, string standard, bool strict, RuleLog log)
    {
        var space = file.Intents.FirstOrDefault(intent => intent.Subtype == "GTS_PDFX")?.ProfileSpace ?? "CMYK";
        var title = strict ? "only gray, CMYK and inks of their own" : $"device colours are those of the output intent ({space}), others have a profile";
        log.Check("x-color", title, file.Pages.SelectMany(page =>
            page.Paints.Where(paint => !Allowed(paint.Space, space, strict)).Select(paint => RuleLog.At(page, paint.X, paint.Y, $"{Word(paint.Purpose)} in {paint.Space}"))
                .Concat(page.Pictures.Where(picture => !picture.IsMask && !Allowed(picture.Space, space, strict)).Select(picture => RuleLog.At(page, picture.Area.Left, picture.Area.Top, $"a picture in {picture.Space}")))));
    }

    private static bool Allowed(Space space, string intent, bool strict) => space.Kind switch
    {
        SpaceKind.Gray => true,
        SpaceKind.Cmyk => intent == "CMYK",
        SpaceKind.Rgb => !strict && intent == "RGB",
        SpaceKind.Icc or SpaceKind.CalGray or SpaceKind.CalRgb or SpaceKind.Lab => !strict,
        SpaceKind.Indexed or SpaceKind.Separation or SpaceKind.DeviceN => space.Base is null || Allowed(space.Base, intent, strict),
        SpaceKind.Pattern => space.Base is null || Allowed(space.Base, intent, strict),
        _ => false,
    };

    /// <summary>A purpose in words.</summary>
    public static string Word(Purpose purpose) => purpose switch { Purpose.Text => "text", Purpose.Fill => "an area", Purpose.Stroke => "a line", _ => "a shading" };
}
