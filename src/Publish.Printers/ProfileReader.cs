using System.Collections.Immutable;
using Publish.Document;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Publish.Printers;

/// <summary>Reads a printer's profile. <c>assets/printers/README.md</c> has the keys.</summary>
public static class ProfileReader
{
    /// <summary>Reads one.</summary>
    /// <param name="name">The printer's name.</param>
    /// <param name="file">The file's path, for messages.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    /// <returns>Null where anything is wrong: a figure half read is worse than none.</returns>
    public static PrinterProfile? Read(string name, string file, string yaml, ICollection<Diagnostic> diagnostics)
    {
        var faults = new List<Diagnostic>();
        var profile = Parse(file, yaml, faults) is { } map ? Profile(name, map) : null;
        foreach (var fault in faults)
        {
            diagnostics.Add(fault);
        }

        return faults.Count == 0 ? profile : null;
    }

    private static ProfileMap? Parse(string file, string yaml, List<Diagnostic> faults)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(yaml);
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new ProfileMap(file, root, faults);
            }

            faults.Add(PrinterDiagnostics.BadProfile.At(SourceSpan.WholeFile(file), "a profile is a mapping of keys to values"));
        }
        catch (YamlException e)
        {
            faults.Add(PrinterDiagnostics.BadProfile.At(SourceSpan.At(file, (int)e.Start.Line, (int)e.Start.Column), $"this is not YAML: {e.Message}"));
        }

        return null;
    }

    private static PrinterProfile Profile(string name, ProfileMap map)
    {
        var sources = ImmutableArray.CreateBuilder<FigureSource>();
        var standards = Group(map, "standards", sources);
        var trim = Group(map, "trim", sources);
        var gutter = Group(map, "gutter", sources);
        var margins = Group(map, "margins", sources);
        var bleed = Group(map, "bleed", sources);
        var marks = Group(map, "marks", sources);
        var color = Group(map, "color", sources);
        var pictures = Group(map, "pictures", sources);
        var pages = Group(map, "pages", sources);
        var file = Group(map, "file", sources);
        var spine = Group(map, "spine", sources);
        var barcode = Group(map, "barcode", sources);
        var profile = new PrinterProfile(name, map.Text("title") ?? name, map.Date("checked") ?? default)
        {
            Standards = [.. standards?.Texts("names") ?? []],
            StandardRequired = standards?.Flag("required") ?? false,
            Trims = [.. (trim?.Texts("sizes") ?? []).Select(size => trim!.SizeOf(size, "sizes")).OfType<TrimSize>()],
            TrimsAreAll = trim?.Flag("all") ?? false,
            TrimTolerance = trim?.Length("tolerance"),
            Gutter = [.. (gutter?.Maps("steps") ?? []).Select(Step)],
            Outside = margins?.Length("outside"),
            OutsideWithBleed = margins?.Length("outside-with-bleed"),
            Bleed = bleed?.Length("amount"),
            BleedsAtSpine = bleed?.Flag("at-spine") ?? false,
            Marks = marks?.Flag("allowed") ?? true,
            Color = new ColorRule
            {
                Rgb = color?.Flag("rgb") ?? true,
                Cmyk = color?.Flag("cmyk") ?? true,
                Spot = color?.Flag("spot") ?? true,
                Icc = color?.Flag("icc") ?? true,
                TextBlackOnly = color?.Flag("text-black-only") ?? false,
                InkLimit = color?.Number("ink-limit"),
            },
            Pictures = new PictureRule
            {
                Resolution = pictures?.Number("resolution"),
                LineArtResolution = pictures?.Number("line-art-resolution"),
                MostResolution = pictures?.Number("most-resolution"),
                Hairline = pictures?.Length("hairline"),
            },
            Pages = new PageRule
            {
                Least = pages?.Number("least"),
                Most = pages?.Number("most"),
                MultipleOf = pages?.Number("multiple-of") ?? 1,
                LastIsBlank = pages?.Flag("last-blank") ?? false,
            },
            File = new FileRule
            {
                Annotations = file?.Flag("annotations") ?? true,
                Bookmarks = file?.Flag("bookmarks") ?? true,
                Transparency = file?.Flag("transparency") ?? true,
                MostMegabytes = file?.Number("most-megabytes"),
            },
            Spine = new SpineRule
            {
                Papers = [.. (spine?.Maps("papers") ?? []).Select(Paper).OfType<SpinePaper>()],
                TextFromPages = spine?.Number("text-from"),
                TextClearance = spine?.Length("text-clearance"),
            },
            Barcode = new BarcodeRule
            {
                Own = barcode?.Flag("own"),
                Required = barcode?.Flag("required") ?? false,
                Box = barcode?.Size("box"),
                FromEdge = barcode?.Length("from-edge"),
            },
            Sources = sources.DrainToImmutable(),
        };
        foreach (var group in new[] { map, standards, trim, gutter, margins, bleed, marks, color, pictures, pages, file, spine, barcode })
        {
            group?.Finish();
        }

        return profile;
    }

    private static ProfileMap? Group(ProfileMap map, string key, ImmutableArray<FigureSource>.Builder sources)
    {
        if (map.Inner(key) is not { } group)
        {
            return null;
        }

        var confidence = group.Text("confidence") switch
        {
            "printer" => FigureConfidence.Printer,
            "third-party" => FigureConfidence.ThirdParty,
            "memory" => FigureConfidence.Memory,
            _ => group.Bad<FigureConfidence>("confidence", "printer, third-party or memory") ?? FigureConfidence.Memory,
        };
        if (group.Text("source") is { } source)
        {
            sources.Add(new FigureSource(key, source, confidence));
        }
        else
        {
            group.Bad<bool>("source", "given: where the figures are from");
        }

        return group;
    }

    private static GutterStep Step(ProfileMap map)
    {
        var step = new GutterStep(map.Number("from") ?? 1, map.Number("to"), map.Length("least") ?? map.Bad<Length>("least", "given") ?? Length.Zero);
        map.Finish();
        return step;
    }

    private static SpinePaper? Paper(ProfileMap map)
    {
        var perPage = map.Inches("per-page") ?? (map.Number("pages-per-inch") is > 0 and var pages ? 1m / pages : map.Bad<decimal>("per-page", "given, or 'pages-per-inch'"));
        var paper = new SpinePaper(map.Text("name") ?? "", map.Text("title") ?? "", perPage ?? 0, map.Inches("added") ?? 0);
        map.Finish();
        return paper;
    }
}
