using System.Globalization;
using Publish.Document;
using Publish.Editions;

namespace Publish.Cli;

/// <summary>Builds or checks a book and tells what came of it.</summary>
internal static class BuildCommand
{
    /// <summary>Name and version of the program, as it is written into the files.</summary>
    public static string Producer { get; } = "Publish " + (typeof(BuildCommand).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");

    /// <summary>Runs the command.</summary>
    public static int Run(BuildArguments arguments, TextWriter output, TextWriter error)
    {
        var folder = BookFolder(arguments.Book ?? ".");
        if (arguments.Watch)
        {
            using var interrupted = new CancellationTokenSource();
            Console.CancelKeyPress += (_, pressed) =>
            {
                pressed.Cancel = true;
                interrupted.Cancel();
            };
            return BookWatch.Run(folder, arguments, output, error, interrupted.Token);
        }

        var place = new OutputFolder(arguments.OutFolder);
        return Tell(Build(folder, arguments, null, place), arguments, place, output, error);
    }

    /// <summary>Writes the editions of a build, if it made them, and tells what came of it.</summary>
    public static int Tell(BuildReport report, BuildArguments arguments, OutputFolder place, TextWriter output, TextWriter error)
    {
        var written = report.Diagnostics;
        if (!report.Failed && !arguments.CheckOnly)
        {
            var files = report.Editions.Select(e => e.File).Concat(report.Reports).Concat(report.Kept).Append(Manifest.Of(report.Book!, report.Editions, Producer)).ToArray();
            if (place.Place(files) is { } fault)
            {
                written = written.Add(fault);
            }
        }
        else
        {
            place.Discard();
        }

        var told = report with { Diagnostics = written };
        if (arguments.Json)
        {
            JsonReport.Write(told, arguments, output);
        }
        else
        {
            ConsoleReport.Write(told, arguments, output, error);
        }

        return told.Failed ? ExitCode.BookErrors : ExitCode.Success;
    }

    /// <summary>Builds a book from its folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">What was asked for.</param>
    /// <param name="engine">The engine that built it before, or an empty place for one; null to build once.</param>
    /// <param name="place">Where the files will be placed: each is made ready as soon as it is whole.</param>
    public static BuildReport Build(string folder, BuildArguments arguments, Engine? engine, OutputFolder place)
    {
        if (!Directory.Exists(folder))
        {
            return Failed(EditionDiagnostics.BookMissing.At(
                SourceSpan.None,
                $"there is no folder '{folder}'",
                "name a folder that holds a book.yaml, or Pandoc's metadata.yaml and Markdown files"));
        }

        if (engine?.Value is { } running)
        {
            return running.Build(place.Ready);
        }

        if (FolderAssets.Find(AppContext.BaseDirectory, Environment.CurrentDirectory) is not { } assets)
        {
            return Failed(EditionDiagnostics.AssetsMissing.At(
                SourceSpan.None,
                $"the program's assets were found neither beside it ({AppContext.BaseDirectory}) nor above it nor above the working folder",
                "put the folder 'assets' of the program beside it"));
        }

        var request = new BuildRequest(new FolderBookFiles(folder, engine is null ? null : static () => DateTimeOffset.UtcNow), assets)
        {
            Editions = [.. arguments.Editions],
            Reports = [.. arguments.Reports],
            FolderName = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            Producer = Producer,
            Modified = SourceDate(),
            Today = Today(),
            CheckOnly = arguments.CheckOnly,
            Kept = engine is null && !arguments.CheckOnly ? new FolderBookFiles(arguments.OutFolder) : null,
            Style = arguments.Style is { } style ? (Path.GetFileName(style), File.ReadAllBytes(style)) : null,
        };
        return engine is null ? BookBuild.Run(request with { Ready = place.Ready }) : (engine.Value = new RebuildEngine(request)).Build(place.Ready);
    }

    /// <summary>The place of an engine: there is none before the folder was found.</summary>
    internal sealed class Engine
    {
        /// <summary>The engine.</summary>
        public RebuildEngine? Value { get; set; }
    }

    private static BuildReport Failed(Diagnostic diagnostic) => new(null, [], [diagnostic]);

    /// <summary>The folder a book is in: the one that was named, or its <c>manuscript</c> where only that one holds a book.yaml.</summary>
    private static string BookFolder(string named)
    {
        var manuscript = named == "." ? "manuscript" : Path.Combine(named, "manuscript");
        return !File.Exists(Path.Combine(named, "book.yaml")) && File.Exists(Path.Combine(manuscript, "book.yaml")) ? manuscript : named;
    }

    /// <summary>Today, or the day of SOURCE_DATE_EPOCH.</summary>
    internal static DateOnly Today() => DateOnly.FromDateTime((SourceDate() ?? DateTimeOffset.UtcNow).UtcDateTime);

    /// <summary>SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch), seconds since 1970; null where it isn't set.</summary>
    private static DateTimeOffset? SourceDate() =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
