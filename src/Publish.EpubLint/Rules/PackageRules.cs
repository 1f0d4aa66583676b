using System.Xml.Linq;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Metadata of the package document (EPUB 3.3, section 5.5).</summary>
internal static class PackageRules
{
    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var package = book.At(book.Package);
        var unique = (string?)book.Package.Attribute("unique-identifier");
        if (unique is null || !book.Dublin("identifier").Any(i => (string?)i.Attribute("id") == unique && i.Value.Trim().Length > 0))
        {
            findings.Add(EpubLintDiagnostics.NoIdentifier.At(package, "the package names no identifier"));
        }

        if (!book.IsVersion3)
        {
            findings.Add(EpubLintDiagnostics.OldVersion.At(package, $"the package is of EPUB {(string?)book.Package.Attribute("version") ?? "1"}"));
        }
        else
        {
            var modified = book.Meta("dcterms:modified").ToList();
            if (modified.Count != 1 || !IsTime(modified[0].Value.Trim()))
            {
                findings.Add(EpubLintDiagnostics.Modified.At(modified.Count > 0 ? book.At(modified[^1]) : package, modified.Count == 1 ? $"“{modified[0].Value.Trim()}” isn't a time as 2026-11-23T00:00:00Z" : $"dcterms:modified is given {modified.Count} times"));
            }
        }

        var titles = book.Dublin("title").ToList();
        if (titles.Count != 1 || titles[0].Value.Trim().Length == 0)
        {
            findings.Add(EpubLintDiagnostics.Title.At(titles.Count > 0 ? book.At(titles[^1]) : package, titles.Count > 1 ? $"the book has {titles.Count} titles" : "the book has no title"));
        }

        Language(book, package, findings);
        Isbns(book, findings);
        foreach (var person in book.Dublin("creator"))
        {
            var refining = book.Refining(person).Select(m => (string?)m.Attribute("property")).ToList();
            var old = person.Attributes().Select(a => a.Name.LocalName).ToList();
            if (!(refining.Contains("role") || old.Contains("role")) || !(refining.Contains("file-as") || old.Contains("file-as")))
            {
                findings.Add(EpubLintDiagnostics.Contributor.At(book.At(person), $"{person.Value.Trim()} has no role or no sort name"));
            }
        }

        var cover = book.Items.Exists(i => i.Properties.Contains("cover-image", StringComparer.Ordinal)) || (!book.IsVersion3 && book.Children("metadata", "meta").Any(m => (string?)m.Attribute("name") == "cover"));
        if (!cover)
        {
            findings.Add(EpubLintDiagnostics.NoCover.At(package, "no picture is marked as the cover"));
        }
    }

    private static void Language(Publication book, SourceSpan package, List<Diagnostic> findings)
    {
        var languages = book.Dublin("language").Select(l => l.Value.Trim()).Where(l => l.Length > 0).ToList();
        if (languages.Count == 0)
        {
            findings.Add(EpubLintDiagnostics.Language.At(package, "the package names no language"));
            return;
        }

        foreach (var document in book.Documents)
        {
            var said = (string?)document.Root.Attribute("lang") ?? (string?)document.Root.Attribute(XNamespace.Xml + "lang");
            if (said is not null && !languages.Exists(l => Primary(l).Equals(Primary(said), StringComparison.OrdinalIgnoreCase)))
            {
                findings.Add(EpubLintDiagnostics.Language.At(document.At(document.Root), $"the document says “{said}”, the package “{languages[0]}”"));
            }
        }

        static string Primary(string tag) => tag.Split('-')[0];
    }

    private static void Isbns(Publication book, List<Diagnostic> findings)
    {
        foreach (var element in book.Dublin("identifier").Concat(book.Dublin("source")).Concat(book.Meta("pageBreakSource")))
        {
            var value = element.Value.Trim();
            var isIsbn = value.StartsWith("urn:isbn:", StringComparison.OrdinalIgnoreCase) || element.Attributes().Any(a => a.Name.LocalName == "scheme" && a.Value.Equals("ISBN", StringComparison.OrdinalIgnoreCase))
                || book.Refining(element).Any(m => (string?)m.Attribute("property") == "identifier-type" && m.Value.Trim() is "15" or "02");
            if (isIsbn && !IsIsbn(value.StartsWith("urn:isbn:", StringComparison.OrdinalIgnoreCase) ? value[9..] : value))
            {
                findings.Add(EpubLintDiagnostics.IsbnDigit.At(book.At(element), $"“{value}” doesn't add up"));
            }
        }
    }

    // ISO 2108: 13 digits modulo 10, 10 digits modulo 11.
    private static bool IsIsbn(string text)
    {
        var digits = string.Concat(text.Where(c => c is not ('-' or ' ')));
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] is 'X' or 'x' && digits.Length == 10 && i == 9 ? 10 : char.IsAsciiDigit(digits[i]) ? digits[i] - '0' : -1;
            if (digit < 0 || digits.Length is not (10 or 13))
            {
                return false;
            }

            sum += digits.Length == 13 ? digit * (i % 2 == 0 ? 1 : 3) : digit * (10 - i);
        }

        return digits.Length == 13 ? sum % 10 == 0 : digits.Length == 10 && sum % 11 == 0;
    }

    private static bool IsTime(string text) =>
        text.Length == 20 && text.Select((c, i) => i switch { 4 or 7 => c == '-', 10 => c == 'T', 13 or 16 => c == ':', 19 => c == 'Z', _ => char.IsAsciiDigit(c) }).All(good => good);
}
