using System.Xml.Linq;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Contents, landmarks, titles and headings (EPUB 3.3, section 7).</summary>
internal static class NavigationRules
{
    private static readonly string[] Unlisted = ["titlepage", "halftitlepage", "cover", "copyright-page", "imprint", "dedication", "toc", "seriespage", "doc-dedication", "doc-toc", "doc-cover"];

    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var lists = book.Navigation?.Path ?? book.NcxPath ?? book.PackagePath;
        if (book.Contents.Count == 0)
        {
            findings.Add(EpubLintDiagnostics.NoContents.At(SourceSpan.WholeFile(lists), "the book has no table of contents"));
        }
        else
        {
            Order(book, lists, findings);
            Chapters(book, findings);
        }

        foreach (var landmark in book.Landmarks)
        {
            var types = ContentDocument.Types(landmark.Element);
            if (types.Length != 1)
            {
                findings.Add(EpubLintDiagnostics.Landmark.At(book.Navigation!.At(landmark.Element), $"the landmark “{landmark.Label}” has {types.Length} types"));
            }
        }

        Titles(book, findings);
        foreach (var document in book.Documents)
        {
            var last = 0;
            foreach (var heading in Headings(document))
            {
                var level = heading.Name.LocalName[1] - '0';
                if (last > 0 && level > last + 1)
                {
                    findings.Add(EpubLintDiagnostics.HeadingSkip.At(document.At(heading), $"“{ContentDocument.Flat(heading)}” is of level {level}, after one of level {last}"));
                }

                last = level;
            }
        }
    }

    private static IEnumerable<XElement> Headings(ContentDocument document) => document.Root.Descendants().Where(e => e.Name.LocalName is ['h', >= '1' and <= '6']);

    private static void Order(Publication book, string lists, List<Diagnostic> findings)
    {
        var spine = book.Spine.Index().DistinctBy(s => s.Item).ToDictionary(s => s.Item, s => s.Index, StringComparer.Ordinal);
        var last = -1;
        foreach (var entry in book.Contents)
        {
            if (entry.Path is { } path && spine.TryGetValue(path, out var place))
            {
                if (place < last)
                {
                    findings.Add(EpubLintDiagnostics.ContentsOrder.At(book.Navigation is { } nav ? nav.At(entry.Element) : SourceSpan.WholeFile(lists), $"“{entry.Label}” is read before the entry above it"));
                }

                last = Math.Max(last, place);
            }
        }
    }

    private static void Chapters(Publication book, List<Diagnostic> findings)
    {
        var reached = book.Contents.Where(e => e.Path is not null).ToLookup(e => e.Path!, e => e.Fragment, StringComparer.Ordinal);
        foreach (var document in book.Spine.Select(book.Find).OfType<ContentDocument>().Where(d => d != book.Navigation))
        {
            var fragments = reached[document.Path].ToHashSet(StringComparer.Ordinal);
            var isFirst = true;
            foreach (var heading in Headings(document).Where(h => h.Name.LocalName is "h1" or "h2" && h.Value.Trim().Length > 0))
            {
                var listed = Listed(document, heading, fragments, isFirst);
                if (!listed && !heading.AncestorsAndSelf().Any(e => Unlisted.Any(u => ContentDocument.Is(e, u))))
                {
                    findings.Add(EpubLintDiagnostics.NotInContents.At(document.At(heading), $"no entry of the contents leads to “{ContentDocument.Flat(heading)}”") with { Severity = heading.Name.LocalName == "h1" ? Severity.Error : Severity.Note });
                }

                isFirst = false;
            }
        }
    }

    // An entry may name the document, the heading, what is in it, the section around it, or an anchor just before it.
    private static bool Listed(ContentDocument document, XElement heading, HashSet<string> fragments, bool isFirst)
    {
        if (isFirst && fragments.Contains(""))
        {
            return true;
        }

        foreach (var element in heading.DescendantsAndSelf().Concat(heading.ElementsBeforeSelf().Reverse().Take(1).SelectMany(e => e.DescendantsAndSelf())))
        {
            if ((string?)element.Attribute("id") is { } id && fragments.Contains(id))
            {
                return true;
            }
        }

        foreach (var around in heading.Ancestors())
        {
            if ((string?)around.Attribute("id") is { } id && fragments.Contains(id) && around.Descendants().First(e => e.Name.LocalName is ['h', >= '1' and <= '6']) == heading)
            {
                return true;
            }
        }

        return document.Body is null;
    }

    private static void Titles(Publication book, List<Diagnostic> findings)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in book.Documents)
        {
            var element = document.Elements("title").FirstOrDefault(t => t.Parent?.Name.LocalName == "head");
            var title = element is null ? "" : ContentDocument.Flat(element);
            if (title.Length == 0)
            {
                findings.Add(EpubLintDiagnostics.SameTitle.At(document.At(document.Root), "the document has no title"));
            }
            else if (!seen.TryAdd(title, document.Path))
            {
                findings.Add(EpubLintDiagnostics.SameTitle.At(document.At(element!), $"“{title}” is the title of {seen[title]} too"));
            }
        }
    }
}
