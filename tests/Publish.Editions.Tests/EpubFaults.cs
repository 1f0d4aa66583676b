using Publish.Document;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>What is wrong with an EPUB beside its book and the pages it lists, in words; nothing where nothing is.</summary>
internal static class EpubFaults
{
    /// <summary>
    /// Both reading systems: every note of the book opens its own text and leads back; the contents reach every section with a title, the list of pages every page; what stands around the mark of
    /// a page, a dash, an ellipsis, small capitals is found by foliate-js.
    /// </summary>
    /// <param name="path">The EPUB.</param>
    /// <param name="pdf">The pages it lists; null for none.</param>
    /// <param name="book">The book.</param>
    /// <param name="phrases">How many phrases are looked for.</param>
    /// <param name="told">Takes figures.</param>
    public static IReadOnlyList<string> InReaders(string path, string? pdf, Book book, int phrases, ICollection<string>? told = null)
    {
        var wanted = PrintedPages.Phrases(path, phrases);
        var (foliate, other) = (Foliate.Read(path, phrases: wanted), EpubJs.Read(path));
        var wrong = new List<string>();
        foreach (var reading in (BookReading[])[foliate, other])
        {
            var outcome = ReferenceEquals(reading, foliate) ? "popup" : "return";
            var name = reading.Verdict.Tool;
            wrong.AddRange(reading.Verdict.Findings.Select(finding => $"{name}: {finding}"));
            wrong.AddRange(reading.Notes.Where(note => note.Outcome != outcome).Select(note => $"{name}: the call {note.Call} of {note.File}: {note.Outcome}"));
            Same($"{name}: notes that opened", Walk.Notes(book).Count(), reading.Notes.Where(note => note.Outcome == outcome).DistinctBy(note => note.TargetId).Count());
            Same($"{name}: entries of the contents turned to", reading.Contents.Count, reading.Followed("toc"));
            Same($"{name}: entries of the list of pages turned to", reading.Pages.Count, reading.Followed("pageList"));
            var reached = reading.Contents.Select(entry => FileOf(entry.Href)).ToHashSet(StringComparer.Ordinal);
            wrong.AddRange(SpineText.FilesOf(path, book).Where(file => !file.Section.Title.IsDefaultOrEmpty && file.Section.Kind is not (SectionKind.HalfTitle or SectionKind.Contents) && !reached.Contains(file.Name)).Select(file => $"{name}: no entry of the contents reaches {file.Name}"));
            wrong.AddRange(reading.Contents.Where(entry => entry.Text is { } text && !Letters(text).StartsWith(Letters(entry.Label)[..Math.Min(Letters(entry.Label).Length, 20)], StringComparison.Ordinal)).Select(entry => $"{name}: “{entry.Label}” of the contents leads to “{entry.Text}”"));
        }

        if (pdf is not null)
        {
            wrong.AddRange(PrintedPages.Wrong(pdf, path));
            wrong.AddRange(PrintedPages.Wrong(pdf, path, foliate.Pages.ToDictionary(page => page.Label, page => page.Text ?? "")).Select(page => "foliate-js: " + page));
            wrong.AddRange(PrintedPages.Missing(pdf, path).Select(label => $"page {label} is not in the list"));
        }

        told?.Add($"{foliate.Notes.Count} calls of {Walk.Notes(book).Count()} notes opened and led back in both, {foliate.Followed("toc")} entries of the contents and {foliate.Followed("pageList")} pages turned to in both, {wanted.Count} phrases found");
        return wrong;

        void Same(string what, int expected, int found)
        {
            if (expected != found)
            {
                wrong.Add($"{what}: {found} of {expected}");
            }
        }
    }

    /// <summary>Every document whose text isn't the model's.</summary>
    /// <param name="path">The EPUB.</param>
    /// <param name="book">The book, as it was when the EPUB was made.</param>
    /// <param name="told">Takes figures.</param>
    public static IReadOnlyList<string> OfText(string path, Book book, ICollection<string>? told = null)
    {
        var compared = SpineText.Compare(path, book);
        told?.Add($"{compared.Count} documents, {compared.Sum(document => document.Model.Count(c => c == ' ') + 1)} words, the model's");
        return [.. compared.Where(document => document.Model != document.Shown).Select(document => $"{document.Name}: {Difference(document.Model, document.Shown)}")];
    }

    private static string Difference(string model, string shown)
    {
        var at = model.AsSpan().CommonPrefixLength(shown);
        var from = Math.Max(0, at - 30);
        return $"the model has “{model[from..Math.Min(model.Length, at + 30)]}”, the EPUB “{shown[from..Math.Min(shown.Length, at + 30)]}”";
    }

    private static string FileOf(string href) => Path.GetFileName(href.Split('#')[0]);

    private static string Letters(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
