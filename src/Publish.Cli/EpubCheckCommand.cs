using System.Collections.Immutable;
using Publish.Document;
using Publish.Editions;
using Publish.EpubLint;

namespace Publish.Cli;

/// <summary>Checks a finished EPUB, whoever made it.</summary>
internal static class EpubCheckCommand
{
    /// <summary>Whether the argument names an EPUB rather than a book's folder.</summary>
    public static bool IsFor(string? book) => book is not null && book.EndsWith(".epub", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(book);

    /// <summary>Runs the command.</summary>
    /// <returns>1 where an error was found, otherwise 0.</returns>
    public static int Run(BuildArguments arguments, TextWriter output, TextWriter error)
    {
        var path = arguments.Book!;
        ImmutableArray<Diagnostic> findings = File.Exists(path)
            ? EpubLinter.Check(File.ReadAllBytes(path))
            : [EditionDiagnostics.BookMissing.At(SourceSpan.None, $"there is no file '{path}'")];
        var report = new BuildReport(null, [], findings);
        if (arguments.Json)
        {
            JsonReport.Write(report, arguments, output);
            return report.Failed ? ExitCode.BookErrors : ExitCode.Success;
        }

        foreach (var finding in findings)
        {
            error.WriteLine(finding);
            if (finding.Hint is { } hint)
            {
                error.WriteLine("  hint: " + hint);
            }
        }

        var errors = findings.Count(f => f.Severity == Severity.Error);
        var warnings = findings.Count(f => f.Severity == Severity.Warning);
        output.WriteLine(findings.IsEmpty
            ? "nothing to report"
            : $"{errors} error{(errors == 1 ? "" : "s")}, {warnings} warning{(warnings == 1 ? "" : "s")}, {findings.Length - errors - warnings} note{(findings.Length - errors - warnings == 1 ? "" : "s")}");
        return errors > 0 ? ExitCode.BookErrors : ExitCode.Success;
    }
}
