using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>epub:type and role (EPUB 3 Structural Semantics Vocabulary 1.1; EPUB Type to ARIA Role Authoring Guide).</summary>
internal static class SemanticsRules
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "abstract", "acknowledgments", "afterword", "annotation", "annoref", "answer", "answers", "appendix", "aside", "assessment", "assessments", "backlink", "backmatter", "balloon", "biblioentry", "bibliography",
        "biblioref", "bodymatter", "bridgehead", "case-study", "chapter", "colophon", "concluding-sentence", "conclusion", "contributors", "copyright-page", "cover", "covertitle", "credit", "credits", "dedication",
        "division", "endnote", "endnotes", "epigraph", "epilogue", "errata", "example", "feedback", "figure", "fill-in-the-blank-problem", "footnote", "footnotes", "foreword", "frontmatter", "fulltitle",
        "general-problem", "glossary", "glossdef", "glossref", "glossterm", "halftitle", "halftitlepage", "help", "imprimatur", "imprint", "index", "index-editor-note", "index-entry", "index-entry-list",
        "index-group", "index-headnotes", "index-legend", "index-locator", "index-locator-list", "index-locator-range", "index-term", "index-term-categories", "index-term-category", "index-xref-preferred",
        "index-xref-related", "introduction", "keyword", "keywords", "label", "landmarks", "learning-objective", "learning-objectives", "learning-outcome", "learning-outcomes", "learning-resource",
        "learning-resources", "learning-standard", "learning-standards", "list", "list-item", "loa", "loi", "lot", "lov", "marginalia", "match-problem", "multiple-choice-problem", "note", "noteref", "notice", "ordinal",
        "other-credits", "page-list", "pagebreak", "panel", "panel-group", "part", "practice", "practices", "preamble", "preface", "prologue", "pullquote", "qna", "question", "rearnote", "rearnotes", "referrer",
        "revision-history", "seriespage", "sidebar", "sound-area", "subchapter", "subtitle", "table", "table-cell", "table-row", "text-area", "tip", "title", "titlepage", "toc", "toc-brief", "topic-sentence",
        "true-false-problem", "volume", "warning",
    };

    // Types whose role a screen reader announces, and which are allowed on a section, link or span.
    private static readonly HashSet<string> WithRole = new(StringComparer.Ordinal)
    {
        "abstract", "acknowledgments", "afterword", "appendix", "backlink", "bibliography", "chapter", "colophon", "conclusion", "dedication", "endnotes", "epigraph", "epilogue", "errata", "footnote", "foreword",
        "glossary", "index", "introduction", "noteref", "page-list", "pagebreak", "part", "preface", "prologue", "toc",
    };

    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        var without = new HashSet<string>(StringComparer.Ordinal);
        var deprecated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in book.Documents)
        {
            foreach (var element in document.Root.Descendants())
            {
                var types = ContentDocument.Types(element);
                var roles = ContentDocument.Roles(element);
                foreach (var type in types.Where(t => !t.Contains(':', StringComparison.Ordinal)))
                {
                    if (!Known.Contains(type) && unknown.Add(type))
                    {
                        findings.Add(EpubLintDiagnostics.UnknownType.At(document.At(element), $"no vocabulary has the type “{type}”"));
                    }

                    if (WithRole.Contains(type) && roles.Length == 0 && element.Name.LocalName != "body" && !element.Ancestors().Any(a => ContentDocument.Types(a).Contains("landmarks", StringComparer.Ordinal)) && without.Add(document.Path + " " + type))
                    {
                        findings.Add(EpubLintDiagnostics.NoRole.At(document.At(element), $"the type “{type}” has no role beside it", $"role=\"doc-{(type == "page-list" ? "pagelist" : type)}\""));
                    }
                }

                foreach (var old in types.Where(t => t is "endnote" or "rearnote" or "rearnotes" or "biblioentry").Concat(roles.Where(r => r is "doc-endnote" or "doc-biblioentry")))
                {
                    if (deprecated.Add(old))
                    {
                        findings.Add(EpubLintDiagnostics.DeprecatedType.At(document.At(element), $"“{old}” is deprecated"));
                    }
                }
            }
        }
    }
}
