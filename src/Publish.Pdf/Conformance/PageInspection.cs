using Publish.Document;
using Publish.Pdf.Content;
using Publish.Pdf.Structure;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Conformance;

/// <summary>Looks for what standards object to on the pages: colours without an intent, things that are neither content nor artifact, links, sizes.</summary>
internal static class PageInspection
{
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

            foreach (var item in page.Items)
            {
                if (item.Structure.Artifact == ArtifactKind.None && !pages.Structure.Has(item.Structure.Element))
                {
                    violations.Add(ViolationKind.UntaggedContent, i);
                }

                switch (item)
                {
                    case GlyphRun run:
                        Colour(SpaceOf(run.Color), components, i, violations);
                        break;
                    case Rule rule:
                        Colour(SpaceOf(rule.Color), components, i, violations);
                        break;
                    default:
                        break;
                }
            }

            if (settings.Plan.Links)
            {
                Links(page, i, pages.Structure, violations);
            }
        }
    }

    // An ink of its own is judged by what stands for it.
    private static ColorSpace SpaceOf(InkColor color) => color.Ink?.Alternate.Space ?? color.Space;

    /// <summary>A colour space that is used, and what the intent says of it (ISO 19005-2, 6.2.4.3).</summary>
    public static void Colour(ColorSpace space, int intentComponents, int page, Violations violations)
    {
        switch (space)
        {
            case ColorSpace.Gray when intentComponents < 0:
                violations.Add(ViolationKind.GrayWithoutIntent, page);
                break;
            case ColorSpace.Rgb when intentComponents != 3:
                violations.Add(ViolationKind.RgbWithoutIntent, page);
                break;
            case ColorSpace.Cmyk when intentComponents != 4:
                violations.Add(ViolationKind.CmykWithoutIntent, page);
                break;
            default:
                break;
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
