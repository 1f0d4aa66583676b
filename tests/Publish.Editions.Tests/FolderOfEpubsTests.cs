using System.Globalization;
using Publish.Document;
using Publish.EpubLint;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>
/// Whole libraries, by hand: <c>PUBLISH_BOOKS=FOLDER Publish.Editions.Tests -explicit only -class '*FolderOfEpubsTests'</c>. The EPUB of each book of the folder, made beside the pages it
/// lists, before every judge; a line of figures for each. A book of 200,000 words takes a quarter of an hour, most of it Ace and the sizes of text.
/// </summary>
public sealed class FolderOfEpubsTests(ITestOutputHelper output)
{
    private const int Phrases = 60;

    [Fact(Explicit = true)]
    public void The_text_of_every_book_is_its_models() => OfEach((path, _, book, wrong, told) => wrong.AddRange(EpubFaults.OfText(path, book, told)));

    [Fact(Explicit = true)]
    public void Every_note_opens_contents_and_pages_are_reached_and_phrases_are_found() =>
        OfEach((path, pdf, book, wrong, told) => wrong.AddRange(EpubFaults.InReaders(path, pdf, book, Phrases, told)));

    [Fact(Explicit = true)]
    public void Nothing_stands_out_at_any_size_and_width() => OfEach((path, _, _, wrong, _) =>
        wrong.AddRange(Reflow.Validate(path, RepositoryRoot.Combine("tests", "artifacts", "epub", Path.GetFileNameWithoutExtension(path))).Findings.Select(finding => finding.ToString())));

    [Fact(Explicit = true)]
    public void Validators_have_nothing_to_say() => OfEach((path, _, _, wrong, _) =>
    {
        wrong.AddRange(((Verdict[])[EpubCheck.Validate(path), EpubCheckTs.Validate(path), Ace.Validate(path)]).SelectMany(verdict => verdict.Findings.Select(finding => $"{verdict.Tool}: {finding}")));
        wrong.AddRange(EpubLinter.Check(File.ReadAllBytes(path)).Where(finding => finding.Severity != Severity.Note).Select(finding => finding.ToString()));
    });

    private delegate void Judge(string path, string pdf, Book book, List<string> wrong, List<string> told);

    private void OfEach(Judge judge)
    {
        var folder = Environment.GetEnvironmentVariable("PUBLISH_BOOKS") ?? throw new InvalidOperationException("PUBLISH_BOOKS names no folder");
        var all = new List<string>();
        foreach (var source in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(source);
            var report = BookBuild.Run(new BuildRequest(new FolderBookFiles(source), new FolderAssets(RepositoryRoot.Combine("assets"))) { FolderName = name, Producer = "Publish", Editions = ["print", "epub"] });
            if (report.Book is not { } book || report.Editions.Length != 2)
            {
                all.Add($"{name}: not made: {report.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error)}");
                continue;
            }

            using var scratch = new ScratchFolder();
            foreach (var edition in report.Editions)
            {
                File.WriteAllBytes(scratch.File(edition.File.Name), edition.File.Data.Span);
            }

            var (wrong, told) = (new List<string>(), new List<string>());
            judge(scratch.File(report.Editions[1].File.Name), scratch.File(report.Editions[0].File.Name), book, wrong, told);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {string.Join("; ", told)}; {wrong.Count} findings"));
            all.AddRange(wrong.Take(20).Select(finding => $"{name}: {finding}"));
        }

        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
