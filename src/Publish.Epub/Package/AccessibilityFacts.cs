using Publish.Epub.Content;

namespace Publish.Epub.Package;

/// <summary>What the publication offers to readers with disabilities (EPUB Accessibility 1.1, section 2.2), found by looking at it: nothing is claimed that isn't there.</summary>
/// <param name="HasPictures">Whether it has pictures that say something, besides the cover.</param>
/// <param name="AllDescribed">Whether all of them are described.</param>
/// <param name="HasMovingPictures">Whether one of them moves.</param>
/// <param name="HasNotes">Whether it has notes.</param>
/// <param name="HasPages">Whether pages are marked.</param>
/// <param name="HasIndex">Whether it has an index.</param>
internal sealed record AccessibilityFacts(bool HasPictures, bool AllDescribed, bool HasMovingPictures, bool HasNotes, bool HasPages, bool HasIndex)
{
    /// <summary>The signed checklist for this text; null where there is none: then conformance isn't claimed.</summary>
    public AccessibilityChecklist? Checklist { get; init; }

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

        Property("accessibilityHazard", HasMovingPictures ? "unknown" : "none");
        Property("accessibilitySummary", Summary());
        if (Checklist is { } signed)
        {
            Meta("dcterms:conformsTo", AccessibilityChecklist.Standard);
            Meta("a11y:certifiedBy", signed.CertifiedBy);
            if (signed.Credential is { } credential)
            {
                Meta("a11y:certifierCredential", credential);
            }

            if (signed.Report is { } report)
            {
                x.Start("link").Attribute("rel", "a11y:certifierReport").Attribute("href", report).End().Line();
            }
        }

        void Property(string name, string value) => Meta("schema:" + name, value);

        void Meta(string name, string value) => x.Start("meta").Attribute("property", name).Text(value).End().Line();
    }

    private string Summary()
    {
        var parts = new List<string> { "Text with structured headings and a table of contents" };
        if (HasNotes)
        {
            parts.Add("notes are linked in both directions");
        }

        if (HasPages)
        {
            parts.Add("the pages of the printed edition are marked");
        }

        if (HasPictures)
        {
            parts.Add(AllDescribed ? "pictures are described" : "not all pictures are described");
        }

        return string.Join("; ", parts) + ".";
    }
}
