using Publish.Epub.Content;

namespace Publish.Epub.Package;

/// <summary>What the publication offers to readers with disabilities (EPUB Accessibility 1.1, section 2.2), found by looking at it: nothing is claimed that isn't there.</summary>
/// <param name="HasPictures">Whether it has pictures besides the cover.</param>
/// <param name="AllDescribed">Whether all of them are described.</param>
/// <param name="HasPages">Whether pages are marked.</param>
/// <param name="HasIndex">Whether it has an index.</param>
internal sealed record AccessibilityFacts(bool HasPictures, bool AllDescribed, bool HasPages, bool HasIndex)
{
    public void Write(XhtmlWriter x)
    {
        Property("accessMode", "textual");
        if (HasPictures)
        {
            Property("accessMode", "visual");
        }

        if (!HasPictures || AllDescribed)
        {
            Property("accessModeSufficient", "textual");
        }

        Property("accessibilityFeature", "tableOfContents");
        Property("accessibilityFeature", "structuralNavigation");
        Property("accessibilityFeature", "readingOrder");
        Property("accessibilityFeature", "displayTransformability");
        Property("accessibilityFeature", "ARIA");
        Property("accessibilityFeature", "unlocked");
        if (HasPictures && AllDescribed)
        {
            Property("accessibilityFeature", "alternativeText");
        }

        if (HasPages)
        {
            Property("accessibilityFeature", "pageNavigation");
            Property("accessibilityFeature", "pageBreakMarkers");
        }

        if (HasIndex)
        {
            Property("accessibilityFeature", "index");
        }

        Property("accessibilityHazard", "none");
        Property("accessibilitySummary", "Text with structured headings and a table of contents; notes are linked in both directions" + (HasPages ? "; the pages of the printed edition are marked" : "") + ".");

        void Property(string name, string value) => x.Start("meta").Attribute("property", "schema:" + name).Text(value).End().Line();
    }
}
