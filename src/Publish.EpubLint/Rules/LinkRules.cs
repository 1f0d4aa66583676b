using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Links and ids.</summary>
internal static class LinkRules
{
    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var spine = book.Spine.ToHashSet(StringComparer.Ordinal);
        foreach (var document in book.Documents)
        {
            Ids(document, findings);
            foreach (var link in document.Elements("a", "area"))
            {
                if ((string?)link.Attribute("href") is { } href && Publication.Resolve(document.Path, href) is { } target)
                {
                    Target(book, document.At(link), target.Path, target.Fragment, spine, findings);
                }
            }

            foreach (var picture in document.Elements("img", "image"))
            {
                var source = (string?)picture.Attribute("src") ?? picture.Attributes().FirstOrDefault(a => a.Name.LocalName == "href")?.Value;
                if (source is not null && Publication.Resolve(document.Path, source) is { } target && !book.Files.ContainsKey(target.Path))
                {
                    findings.Add(EpubLintDiagnostics.BrokenLink.At(document.At(picture), $"there is no picture “{source}”"));
                }
            }
        }
    }

    private static void Target(Publication book, SourceSpan place, string path, string fragment, HashSet<string> spine, List<Diagnostic> findings)
    {
        if (!book.Files.ContainsKey(path))
        {
            findings.Add(EpubLintDiagnostics.BrokenLink.At(place, $"there is no file “{path}”"));
        }
        else if (book.Find(path) is { } target)
        {
            if (fragment.Length > 0 && !fragment.Contains('(', StringComparison.Ordinal) && !target.Ids.ContainsKey(fragment))
            {
                findings.Add(EpubLintDiagnostics.BrokenLink.At(place, $"“{path}” has no place “{fragment}”"));
            }

            if (!spine.Contains(path))
            {
                findings.Add(EpubLintDiagnostics.OutsideSpine.At(place, $"“{path}” isn't in the reading order"));
            }
        }
    }

    private static void Ids(ContentDocument document, List<Diagnostic> findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bad = 0;
        SourceSpan? first = null;
        var example = "";
        foreach (var element in document.Root.DescendantsAndSelf())
        {
            if ((string?)element.Attribute("id") is not { } id)
            {
                continue;
            }

            if (!seen.Add(id))
            {
                findings.Add(EpubLintDiagnostics.DuplicateId.At(document.At(element), $"the id “{id}” is given twice"));
            }

            // Kobo's own spans are numbered with points, and nothing links to them.
            if (!IsSelectable(id) && (string?)element.Attribute("class") != "koboSpan")
            {
                bad++;
                first ??= document.At(element);
                example = example.Length == 0 ? id : example;
            }
        }

        if (first is { } place)
        {
            findings.Add(EpubLintDiagnostics.UnselectableId.At(place, $"the id “{example}” can't be selected" + (bad > 1 ? $", as {bad} in this document" : ""), "begin with a letter; use letters, digits and hyphens"));
        }
    }

    private static bool IsSelectable(string id) =>
        id.Length > 0 && (char.IsAsciiLetter(id[0]) || id[0] == '_' || id[0] > '\u007F') && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || c > '\u007F');
}
