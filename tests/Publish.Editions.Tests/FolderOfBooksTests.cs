using System.Globalization;
using Publish.Document;
using Publish.Editions.Tests.Accessibility;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>
/// Whole libraries, by hand: <c>PUBLISH_BOOKS=FOLDER Publish.Editions.Tests -explicit only -class '*FolderOfBooksTests'</c>. The screen edition of each book of the folder beside its model,
/// both PDFs before every reader, a line of figures for each.
/// </summary>
public sealed class FolderOfBooksTests(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void The_structure_of_every_book_is_its_model()
    {
        var folder = Environment.GetEnvironmentVariable("PUBLISH_BOOKS") ?? throw new InvalidOperationException("PUBLISH_BOOKS names no folder");
        var wrong = new List<string>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            Judge(path, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private void Judge(string folder, List<string> wrong)
    {
        var name = Path.GetFileName(folder);
        var report = BookBuild.Run(new BuildRequest(new FolderBookFiles(folder), new FolderAssets(RepositoryRoot.Combine("assets"))) { FolderName = name, Producer = "Publish", Editions = ["print", "screen"] });
        if (report.Book is not { } book || report.Editions.FirstOrDefault(edition => edition.Plan.Name == "screen") is not { } screen)
        {
            wrong.Add($"{name}: no screen edition: {report.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error)}");
            return;
        }

        using var scratch = new ScratchFolder();
        var path = scratch.File("screen.pdf");
        File.WriteAllBytes(path, screen.File.Data.Span);
        var readers = Readers(path);
        foreach (var print in report.Editions.Where(edition => edition.Plan.Name == "print"))
        {
            File.WriteAllBytes(scratch.File("print.pdf"), print.File.Data.Span);
            readers.AddRange(Readers(scratch.File("print.pdf")));
        }

        using var file = TaggedFile.Read(path);
        var barriers = AccessibilityRules.Judge(file).Concat(ModelRules.Judge(file, book)).ToList();
        wrong.AddRange(barriers.Take(10).Select(barrier => $"{name}: {barrier}"));
        var counts = StructureReport.Counts(file, book);
        wrong.AddRange(counts.Where(count => count.Model != count.File).Select(count => $"{name}: {count}"));
        var poppler = StructureReport.PopplersText(path) == StructureReport.Squeezed(file.Root.Text);
        wrong.AddRange(readers.Where(verdict => !verdict.Passed).Select(verdict => $"{name}: {verdict}"));
        var verdicts = VeraPdf.Validate("ua1", path).Concat(VeraPdf.Validate("2a", path)).ToList();
        wrong.AddRange(verdicts.Where(verdict => !verdict.Passed).Select(verdict => $"{name}: {verdict}"));
        if (!poppler)
        {
            wrong.Add($"{name}: poppler's words are others");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {ModelText.Words(file.Root.Text).Length} words, {(barriers.Exists(barrier => barrier.Rule == "09-words") ? "not " : "")}the model's; poppler's {(poppler ? "the same" : "others")}; {string.Join(", ", counts.Select(count => $"{count.What} {count.File}/{count.Model}"))}; notes not linked both ways {barriers.Count(barrier => barrier.Rule.StartsWith("19-", StringComparison.Ordinal))}; links {file.Annotations.Count}; other barriers {barriers.Count(barrier => !barrier.Rule.StartsWith("19-", StringComparison.Ordinal))}; veraPDF {string.Join(", ", verdicts.Select(verdict => verdict.Tool + (verdict.Passed ? " passed" : " failed")))}; silent {readers.Count(verdict => verdict.Passed)} of {readers.Count} readers"));
    }

    private static List<Verdict> Readers(string path) => [Qpdf.Check(path), Mutool.Check(path), Poppler.Check(path), Ghostscript.Check(path)];
}
