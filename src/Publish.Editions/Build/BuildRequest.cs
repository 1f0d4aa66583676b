using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Editions;

/// <summary>What to build.</summary>
/// <param name="Files">The book.</param>
/// <param name="Assets">The program's assets.</param>
public sealed record BuildRequest(IBookFiles Files, IAssets Assets)
{
    /// <summary>Editions by name; empty for all the book defines.</summary>
    public ImmutableArray<string> Editions { get; init; } = [];

    /// <summary>The folder's name: stem of the outputs where the book has no id.</summary>
    public string FolderName { get; init; } = "book";

    /// <summary>Name and version of the program, as it is written into the files.</summary>
    public string Producer { get; init; } = "Publish";

    /// <summary>Replaces the manuscript's date (SOURCE_DATE_EPOCH); null to keep it.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>A stylesheet that cascades after the book's in PDF editions (another size, another leading); null for none.</summary>
    public (string File, ReadOnlyMemory<byte> Data)? Style { get; init; }

    /// <summary>Reports by name that are written beside the editions: see <see cref="ReportNames"/>.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];

    /// <summary>Today, as the caller knows it, to tell of printers' profiles that are too old; null to leave that out.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>True to stop after checking: nothing is typeset into files.</summary>
    public bool CheckOnly { get; init; }

    /// <summary>
    /// The folder that the editions go to, as an earlier build left it: it may know where pages begin and have the cover's picture (<see cref="BuildReport.Kept"/>). Null to know nothing and to
    /// leave nothing. The editions are the same.
    /// </summary>
    public IBookFiles? Kept { get; init; }

    /// <summary>
    /// Receives the file of each edition as soon as it is whole, from any thread, while others are made: to be written beside its place. A build that fails later, or is made
    /// anew, may have given files that aren't in its report. Null to wait for the report.
    /// </summary>
    public Action<OutputFile>? Ready { get; init; }

    /// <summary>What earlier builds left for this one; null to build as if there were none. The files are the same.</summary>
    internal BuildMemory? Memory { get; init; }

    /// <summary>On how many cores the work may be done; the files are the same on any number.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;
}

/// <summary>An edition that was made.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="File">The file.</param>
/// <param name="Pages">Pages of a PDF; null for an EPUB.</param>
public sealed record MadeEdition(EditionPlan Plan, OutputFile File, int? Pages);

/// <summary>What came of a build.</summary>
/// <param name="Book">The book; null where it could not be read.</param>
/// <param name="Editions">Editions made; empty where an error was found.</param>
/// <param name="Diagnostics">Everything there is to say, in order of place.</param>
public sealed record BuildReport(Book? Book, ImmutableArray<MadeEdition> Editions, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files of the reports asked for.</summary>
    public ImmutableArray<OutputFile> Reports { get; init; } = [];

    /// <summary>What the next build needn't make again, to be put beside the editions: where the pages begin that EPUBs list, the cover's picture. Empty where there is nothing new.</summary>
    public ImmutableArray<OutputFile> Kept { get; init; } = [];

    /// <summary>Whether an error was found: nothing may be written then.</summary>
    public bool Failed => Diagnostics.Any(d => d.Severity == Severity.Error);
}
