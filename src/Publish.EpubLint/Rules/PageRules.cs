using System.Xml.Linq;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Pages of a print edition (EPUB Accessibility 1.1, section 3.3.1).</summary>
internal static class PageRules
{
    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var listed = book.Pages.Where(p => p.Path is not null).Select(p => p.Path + "#" + p.Fragment).ToHashSet(StringComparer.Ordinal);
        SourceSpan? first = null;
        foreach (var document in book.Documents)
        {
            foreach (var marker in document.Root.Descendants().Where(e => ContentDocument.Is(e, "pagebreak", "doc-pagebreak")))
            {
                var place = document.At(marker);
                first ??= place;
                var label = (string?)marker.Attribute("aria-label") ?? (string?)marker.Attribute("title") ?? "";
                var id = (string?)marker.Attribute("id");
                if (id is null || !listed.Contains(document.Path + "#" + id))
                {
                    findings.Add(EpubLintDiagnostics.UnlistedPage.At(place, $"the page list doesn't lead to the marker “{(label.Length > 0 ? label : id)}”"));
                }

                if (label.Length == 0 && marker.Value.Trim().Length == 0)
                {
                    findings.Add(EpubLintDiagnostics.UnlabelledPage.At(place, "the page marker has no label"));
                }

                if (marker.Ancestors().Any(a => a.Name.LocalName is ['h', >= '1' and <= '6']))
                {
                    findings.Add(EpubLintDiagnostics.PageInWord.At(place, "the page marker stands inside a heading"));
                }
                else if (marker.PreviousNode is XText before && marker.NextNode is XText after && before.Value is [.., var left] && after.Value is [var right, ..] && char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right))
                {
                    findings.Add(EpubLintDiagnostics.PageInWord.At(place, "the page marker stands inside a word"));
                }
            }
        }

        if ((first is not null || book.Pages.Count > 0) && !book.Meta("pageBreakSource").Any() && !book.Children("metadata", "meta").Any(m => (string?)m.Attribute("property") == "source-of"))
        {
            findings.Add(EpubLintDiagnostics.NoPageSource.At(book.At(book.Package), "the package doesn't say whose pages are marked"));
        }
    }
}
