using System.Xml.Linq;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Accessibility metadata held against the book (EPUB Accessibility 1.1, sections 2 and 3).</summary>
internal static class AccessibilityRules
{
    private static readonly string[] Required = ["accessMode", "accessibilityFeature", "accessibilityHazard"];
    private static readonly string[] Hazards = ["flashing", "motionSimulation", "sound"];

    public static void Check(Publication book, List<Diagnostic> findings)
    {
        if (book.IsVersion3)
        {
            Metadata(book, findings);
        }

        foreach (var document in book.Documents)
        {
            if (document.Root.Attribute("lang") is null && document.Root.Attribute(XNamespace.Xml + "lang") is null)
            {
                findings.Add(EpubLintDiagnostics.DocumentLanguage.At(document.At(document.Root), "the html element has no language"));
            }

            foreach (var picture in document.Elements("img"))
            {
                var alternative = (string?)picture.Attribute("alt");
                if (alternative is null || (alternative.Length > 4 && Path.GetFileName((string?)picture.Attribute("src") ?? "").Equals(alternative, StringComparison.OrdinalIgnoreCase)))
                {
                    findings.Add(EpubLintDiagnostics.NoAlternative.At(document.At(picture), $"the picture “{(string?)picture.Attribute("src")}” has no alternative text"));
                }
            }
        }
    }

    private static void Metadata(Publication book, List<Diagnostic> findings)
    {
        var package = book.At(book.Package);
        string[] missing = [.. Required.Where(name => !book.Meta("schema:" + name).Any())];
        if (missing.Length > 0)
        {
            findings.Add(EpubLintDiagnostics.NoAccessibility.At(package, "the package has no " + string.Join(", no ", missing.Select(m => "schema:" + m))));
        }

        foreach (var feature in book.Meta("schema:accessibilityFeature"))
        {
            if (!IsThere(book, feature.Value.Trim()))
            {
                findings.Add(EpubLintDiagnostics.FalseFeature.At(book.At(feature), $"the book doesn't have what “{feature.Value.Trim()}” promises"));
            }
        }

        if (book.Meta("schema:accessMode").FirstOrDefault(m => m.Value.Trim() == "visual") is { } visual && !Pictures(book).Any() && !book.Documents.Exists(d => d.Elements("svg", "video", "canvas").Any()))
        {
            findings.Add(EpubLintDiagnostics.FalseFeature.At(book.At(visual), "the book has no pictures to be seen"));
        }

        var hazards = book.Meta("schema:accessibilityHazard").ToList();
        var said = hazards.Select(h => h.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        if ((said.Contains("none") && said.Count > 1) || Hazards.Any(h => said.Contains(h) && said.Contains("no" + char.ToUpperInvariant(h[0]) + h[1..] + "Hazard")))
        {
            findings.Add(EpubLintDiagnostics.Hazard.At(book.At(hazards[0]), "the hazards are " + string.Join(" and ", said.Order(StringComparer.Ordinal))));
        }

        Conformance(book, findings);
    }

    private static void Conformance(Publication book, List<Diagnostic> findings)
    {
        var claims = book.Meta("dcterms:conformsTo").Concat(book.Children("metadata", "link").Where(l => (string?)l.Attribute("rel") == "dcterms:conformsTo")).ToList();
        if (claims.Count > 0 && !book.Children("metadata", "meta").Any(m => (string?)m.Attribute("property") == "a11y:certifiedBy" && m.Value.Trim().Length > 0))
        {
            findings.Add(EpubLintDiagnostics.NoCertifier.At(book.At(claims[0]), "conformance is claimed and nobody answers for it"));
        }

        foreach (var claim in claims)
        {
            var words = ((string?)claim.Attribute("href") ?? claim.Value).Trim();
            if (!IsClaim(words))
            {
                findings.Add(EpubLintDiagnostics.ConformsTo.At(book.At(claim), $"“{words}” isn't the form of a claim"));
            }
        }
    }

    private static bool IsClaim(string words)
    {
        if (words.StartsWith("http://www.idpf.org/epub/a11y/accessibility-20170105.html#", StringComparison.Ordinal))
        {
            return words.EndsWith("#wcag-a", StringComparison.Ordinal) || words.EndsWith("#wcag-aa", StringComparison.Ordinal) || words.EndsWith("#wcag-aaa", StringComparison.Ordinal);
        }

        return words.Split(" - WCAG ") is [['E', 'P', 'U', 'B', ' ', 'A', .. var version], { } level]
            && version is "ccessibility 1.1" or "ccessibility 1.2"
            && level.Split(" Level ") is ["2.0" or "2.1" or "2.2", "A" or "AA" or "AAA"];
    }

    private static IEnumerable<XElement> Pictures(Publication book)
    {
        var cover = book.Items.Find(i => i.Properties.Contains("cover-image", StringComparer.Ordinal))?.Path;
        return book.Documents.SelectMany(d => d.Elements("img", "image").Where(i => Publication.Resolve(d.Path, (string?)i.Attribute("src") ?? i.Attributes().FirstOrDefault(a => a.Name.LocalName == "href")?.Value ?? "")?.Path != cover && (string?)i.Attribute("alt") != ""));
    }

    private static bool IsThere(Publication book, string feature)
    {
        return feature switch
        {
            "tableOfContents" => book.Contents.Count > 0,
            "alternativeText" => Pictures(book).Any() && Pictures(book).All(p => p.Attribute("alt") is not null || p.Name.LocalName == "image"),
            "pageNavigation" => book.Pages.Count > 0,
            "pageBreakMarkers" or "printPageNumbers" => Any(e => ContentDocument.Is(e, "pagebreak", "doc-pagebreak")),
            "index" => Any(e => ContentDocument.Is(e, "index", "doc-index")),
            "MathML" => Any(e => e.Name.LocalName == "math"),
            "structuralNavigation" => Any(e => e.Name.LocalName is ['h', >= '1' and <= '6']),
            "ARIA" => Any(e => e.Attribute("role") is not null),
            "longDescription" or "longDescriptions" => Any(e => e.Attribute("aria-details") is not null || e.Attribute("longdesc") is not null || e.Name.LocalName == "details"),
            "captions" or "closedCaptions" or "openCaptions" or "audioDescription" or "signLanguage" or "transcript" => Any(e => e.Name.LocalName is "video" or "audio"),
            "synchronizedAudioText" => book.Items.Exists(i => i.MediaType == "application/smil+xml"),
            "ttsMarkup" => book.Items.Exists(i => i.MediaType == "application/pls+xml") || Any(e => e.Attributes().Any(a => a.Name.NamespaceName == "http://www.w3.org/2001/10/synthesis")),
            _ => true,
        };

        bool Any(Func<XElement, bool> test) => book.Documents.Exists(d => d.Root.Descendants().Any(test));
    }
}
