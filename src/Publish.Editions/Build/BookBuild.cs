using System.Collections.Immutable;
using Publish.Document;
using Publish.Manuscript;

namespace Publish.Editions;

/// <summary>The pipeline: reads a book, sets it, and writes its editions. Nothing is put in place here: the caller does, when all went well.</summary>
public static class BookBuild
{
    /// <summary>Runs it.</summary>
    /// <param name="request">What to build.</param>
    /// <returns>The editions, or why there are none.</returns>
    public static BuildReport Run(BuildRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var diagnostics = new List<Diagnostic>();
        var keeper = new BuildKeeper(request);
        request = keeper.Request;
        var manuscript = new ManuscriptFiles(request.Files);

        // Faces are opened while the manuscript is read; what there is to say of them comes after.
        var memory = request.Memory ?? new BuildMemory();
        var fontDiagnostics = new List<Diagnostic>();
        var fonts = request.Cores > 1 ? Task.Run(() => memory.Fonts(request, fontDiagnostics)) : null;
        var read = ManuscriptReader.Read(manuscript, new ReaderSettings { FolderName = request.FolderName, Parallel = request.Cores > 1, Memory = request.Memory?.Manuscript });
        diagnostics.AddRange(read.Diagnostics);
        if (read.Book is not { } book || read.Failed)
        {
            fonts?.Wait();
            return new BuildReport(read.Book, [], Sorted(diagnostics));
        }

        book = request.Memory?.Book.Keep(book) ?? book;
        if (request.Modified is { } modified)
        {
            book = book with { Metadata = book.Metadata with { Modified = modified } };
        }

        var plans = Chosen(book, request.Editions, diagnostics);
        if (diagnostics.Exists(d => d.Severity == Severity.Error))
        {
            fonts?.Wait();
            return new BuildReport(book, [], Sorted(diagnostics));
        }

        var opened = fonts?.GetAwaiter().GetResult() ?? memory.Fonts(request, fontDiagnostics);
        diagnostics.AddRange(fontDiagnostics);
        memory.Use();
        var maker = new EditionMaker(book, request, diagnostics, manuscript, memory, opened, keeper);
        var editions = maker.Make(plans);
        var failed = diagnostics.Exists(d => d.Severity == Severity.Error);
        return new BuildReport(book, failed ? [] : editions, Sorted(diagnostics)) { Reports = failed ? [] : [.. maker.Reports], Kept = failed ? [] : keeper.Left(book) };
    }

    private static ImmutableArray<EditionPlan> Chosen(Book book, ImmutableArray<string> names, List<Diagnostic> diagnostics)
    {
        var chosen = ImmutableArray.CreateBuilder<EditionPlan>();
        foreach (var name in names)
        {
            if (!book.Editions.Any(plan => plan.Name == name))
            {
                diagnostics.Add(EditionDiagnostics.UnknownEdition.At(
                    SourceSpan.None,
                    $"this book has no edition '{name}'",
                    "it has " + string.Join(", ", book.Editions.Select(plan => plan.Name))));
            }
        }

        foreach (var plan in book.Editions.Where(plan => names.IsEmpty || names.Contains(plan.Name, StringComparer.Ordinal)))
        {
            chosen.Add(plan);
            if (plan.PagesFrom is { } pages && !book.Editions.Any(other => other.Name == pages && other.Format == EditionFormat.Pdf))
            {
                diagnostics.Add(EditionDiagnostics.PagesFromUnknown.At(
                    plan.Span,
                    $"the edition '{plan.Name}' wants the pages of '{pages}', which is not a PDF edition of this book",
                    "name one of the PDF editions, or leave 'pages' out"));
            }
        }

        return chosen.ToImmutable();
    }

    private static ImmutableArray<Diagnostic> Sorted(List<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Distinct().OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Code, StringComparer.Ordinal),
    ];
}
