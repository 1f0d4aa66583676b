using System.Collections.Immutable;
using Publish.Document;
using Publish.EpubLint.Reading;
using Publish.EpubLint.Rules;

namespace Publish.EpubLint;

/// <summary>
/// Looks at any EPUB, whoever made it, for what neither EPUBCheck nor Ace sees: notes that don't lead back, chapters the contents forget, features that aren't
/// there, sizes a reader can't change. It doesn't take their place.
/// </summary>
public static class EpubLinter
{
    /// <summary>Checks an EPUB.</summary>
    /// <param name="file">The file, whole.</param>
    /// <returns>Findings (EPL…) in order of place; places are files inside the EPUB. No input throws.</returns>
    public static ImmutableArray<Diagnostic> Check(ReadOnlyMemory<byte> file)
    {
        var findings = new List<Diagnostic>();
        if (Publication.Open(file, findings) is { } publication)
        {
            ContainerRules.Check(publication, findings);
            PackageRules.Check(publication, findings);
            LinkRules.Check(publication, findings);
            NavigationRules.Check(publication, findings);
            PageRules.Check(publication, findings);
            NoteRules.Check(publication, findings);
            AccessibilityRules.Check(publication, findings);
            SemanticsRules.Check(publication, findings);
            StyleRules.Check(publication, findings);
            TextRules.Check(publication, findings);
            PictureRules.Check(publication, findings);
        }

        return [.. findings.Distinct().OrderBy(f => f.Span.File, StringComparer.Ordinal).ThenBy(f => f.Span.Line).ThenBy(f => f.Span.Column).ThenBy(f => f.Code, StringComparer.Ordinal)];
    }
}
