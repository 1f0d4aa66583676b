using Publish.Document;
using Publish.Pdf.Content;
using Publish.Pdf.Structure;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Conformance;

/// <summary>Looks for what standards object to on the pages: colours without an intent, things that are neither content nor artifact, links, sizes.</summary>
internal static class PageInspection
{
    private static readonly ColorSpace[] Spaces = [ColorSpace.Gray, ColorSpace.Rgb, ColorSpace.Cmyk];

    /// <summary>Inspects all pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="settings">How the edition is written.</param>
    /// <param name="violations">Receives what is found.</param>
    public static void Inspect(PageSet pages, PdfSettings settings, Violations violations)
    {
        var components = settings.OutputIntent?.Components ?? -1;
        if (components == 0)
        {
            violations.Add(ViolationKind.UnusableProfile, detail: settings.OutputIntent!.Condition);
        }

        if (settings.OutputIntent is { Components: > 0, IsForPrinters: false } screen)
        {
            violations.Add(ViolationKind.NotAPrinterProfile, detail: screen.Condition);
        }

        if (components == 3)
        {
            violations.Add(ViolationKind.RgbIntent, detail: settings.OutputIntent!.Condition);
        }

        if (settings.OutputIntent is null)
        {
            violations.Add(ViolationKind.NoOutputIntent);
        }

        for (var i = 0; i < pages.Pages.Length; i++)
        {
            var page = pages.Pages[i];
            var geometry = new PageGeometry(page.Boxes);
            if (geometry.Width < Length.FromPoints(3) || geometry.Height < Length.FromPoints(3)
                || geometry.Width > Length.FromPoints(14_400) || geometry.Height > Length.FromPoints(14_400))
            {
                violations.Add(ViolationKind.PageSize, i);
            }

            var facts = PageFacts.Of(page);
            Tags(page, facts, i, pages.Structure, violations);
            foreach (var space in Spaces)
            {
                Colour(space, components, i, violations, facts.Count(space));
            }

            if (settings.Plan.Links)
            {
                Links(page, i, pages.Structure, violations);
            }
        }
    }

    private static void Tags(DisplayPage page, PageFacts facts, int index, StructureTree structure, Violations violations)
    {
        if (facts.LowestElement >= 0 && facts.HighestElement < structure.Elements.Length)
        {
            return;
        }

        foreach (var item in page.Items)
        {
            if (item.Structure.Artifact == ArtifactKind.None && !structure.Has(item.Structure.Element))
            {
                violations.Add(ViolationKind.UntaggedContent, index);
            }
        }
    }

    /// <summary>A colour space that is used, and what the intent says of it (ISO 19005-2, 6.2.4.3).</summary>
    /// <param name="space">The space.</param>
    /// <param name="intentComponents">How many inks or lights the intent's device has; below 0 without one.</param>
    /// <param name="page">The page.</param>
    /// <param name="violations">Receives what is found.</param>
    /// <param name="count">How often it is used there.</param>
    public static void Colour(ColorSpace space, int intentComponents, int page, Violations violations, int count = 1)
    {
        ViolationKind? kind = space switch
        {
            ColorSpace.Gray when intentComponents < 0 => ViolationKind.GrayWithoutIntent,
            ColorSpace.Rgb when intentComponents != 3 => ViolationKind.RgbWithoutIntent,
            ColorSpace.Cmyk when intentComponents != 4 => ViolationKind.CmykWithoutIntent,
            _ => null,
        };
        if (kind is { } found && count > 0)
        {
            violations.Add(found, page, count: count);
        }
    }

    private static void Links(DisplayPage page, int index, StructureTree structure, Violations violations)
    {
        foreach (var link in page.Links)
        {
            violations.Add(ViolationKind.Annotation, index);
            if (!structure.Has(link.Structure))
            {
                violations.Add(ViolationKind.LinkOutsideStructure, index);
            }

            if (string.IsNullOrWhiteSpace(link.Description))
            {
                violations.Add(ViolationKind.LinkWithoutDescription, index);
            }
        }
    }
}
