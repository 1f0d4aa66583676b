using System.Text;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>The ZIP container (EPUB 3.3, section 4).</summary>
internal static class ContainerRules
{
    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var entries = book.Container.Entries;
        if (!book.Container.BeginsWithEntry || entries is not [{ Name: "mimetype", Method: 0, HasExtraField: false } first, ..] || !(first.Data ?? []).AsSpan().SequenceEqual("application/epub+zip"u8))
        {
            findings.Add(EpubLintDiagnostics.Mimetype.At(SourceSpan.WholeFile("mimetype"), "the first entry isn't the stored media type application/epub+zip"));
        }

        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            var place = SourceSpan.WholeFile(entry.Name);
            if (entry.IsEncrypted || entry.Method is not (0 or 8))
            {
                findings.Add(EpubLintDiagnostics.Packing.At(place, entry.IsEncrypted ? "the entry is encrypted" : $"the entry is packed by method {entry.Method}"));
            }
            else if (entry.Data is null)
            {
                findings.Add(EpubLintDiagnostics.Packing.At(place, "the entry can't be unpacked"));
            }

            if (!seen.TryAdd(entry.Name.Normalize(NormalizationForm.FormC), entry.Name))
            {
                findings.Add(EpubLintDiagnostics.FileName.At(place, $"the name differs from “{seen[entry.Name.Normalize(NormalizationForm.FormC)]}” in nothing but case"));
            }
            else if (entry.Name.Any(c => c is ' ' or '"' or '*' or ':' or '<' or '>' or '?' or '\\' or '|' || char.IsControl(c)) || entry.Name.EndsWith('.') || Encoding.UTF8.GetByteCount(entry.Name) > 255)
            {
                findings.Add(EpubLintDiagnostics.FileName.At(place, "the name has a character that not all systems take", "use letters, digits and hyphens"));
            }
        }

        var listed = book.Items.Select(i => i.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Name != "mimetype" && !entry.Name.StartsWith("META-INF/", StringComparison.Ordinal) && entry.Name != book.PackagePath && !listed.Contains(entry.Name))
            {
                findings.Add(EpubLintDiagnostics.UnlistedFile.At(SourceSpan.WholeFile(entry.Name), "the manifest doesn't list this file"));
            }
        }

        var names = entries.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var item in book.Items.Where(i => i.Path is { } path && !names.Contains(path)))
        {
            findings.Add(EpubLintDiagnostics.MissingFile.At(item.Span, $"there is no file “{item.Path}”"));
        }
    }
}
