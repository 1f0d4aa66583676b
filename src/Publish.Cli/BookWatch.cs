using Publish.Editions;

namespace Publish.Cli;

/// <summary>
/// Builds a book and builds it again after each save, until it is told to stop. A book that is broken, half saved, renamed or gone is told of and waited for: the last
/// good editions stay, and so does the process.
/// </summary>
internal static class BookWatch
{
    // Editors save in steps (write beside, rename over): a build waits until the folder has been quiet for so long.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);

    // After so long a time without another save there is time to tidy up.
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(100);

    // What was built while files were saved is built again before it is told of, so often.
    private const int MostRepeats = 3;

    // How often a folder that can't be watched, because it isn't there, is looked for.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Watches a book.</summary>
    /// <returns>An <see cref="ExitCode"/>: success when it was told to stop.</returns>
    public static int Run(string folder, BuildArguments arguments, TextWriter output, TextWriter error, CancellationToken stop)
    {
        using var changed = new SemaphoreSlim(0);
        var outFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(arguments.OutFolder)) + Path.DirectorySeparatorChar;
        var engine = new BuildCommand.Engine();
        FileSystemWatcher? watcher = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                watcher ??= Watcher(folder, outFolder, changed);
                BuildOnce(folder, arguments, engine, output, error, changed, stop);
                if (watcher is null)
                {
                    while (!Directory.Exists(folder) && !stop.WaitHandle.WaitOne(Patience))
                    {
                    }

                    continue;
                }

                if (!Wait(changed, Idle, stop))
                {
                    // What the last build left is collected while nobody waits, so that the next seldom has to.
                    GC.Collect();
                    Wait(changed, Timeout.InfiniteTimeSpan, stop);
                }

                Settle(changed, stop);

                if (!Directory.Exists(folder))
                {
                    watcher.Dispose();
                    watcher = null;
                }
            }
        }
        finally
        {
            watcher?.Dispose();
        }

        return ExitCode.Success;
    }

    private static void BuildOnce(
        string folder, BuildArguments arguments, BuildCommand.Engine engine, TextWriter output, TextWriter error, SemaphoreSlim changed, CancellationToken stop)
    {
        var place = new OutputFolder(arguments.OutFolder);
        try
        {
            var report = BuildCommand.Build(folder, arguments, engine, place);
            for (var i = 0; i < MostRepeats && Wait(changed, TimeSpan.Zero, stop); i++)
            {
                // A save came to its end meanwhile.
                Settle(changed, stop);
                report = BuildCommand.Build(folder, arguments, engine, place);
            }

            BuildCommand.Tell(report, arguments, place, output, error);
            output.Flush();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What half a book leads to is a fault of the program; the next save may mend it, and what was kept is not trusted any more.
            engine.Value = null;
            place.Discard();
            error.WriteLine($"internal error: {e.GetType().Name}: {e.Message}");
        }
    }

    // Until nothing was saved for a while.
    private static void Settle(SemaphoreSlim changed, CancellationToken stop)
    {
        while (Wait(changed, Quiet, stop))
        {
        }
    }

    private static bool Wait(SemaphoreSlim changed, TimeSpan time, CancellationToken stop)
    {
        try
        {
            if (!changed.Wait(time, stop))
            {
                return false;
            }

            while (changed.Wait(0, stop))
            {
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static FileSystemWatcher? Watcher(string folder, string outFolder, SemaphoreSlim changed)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        void Signal(string? path)
        {
            if (path is null || !(Path.GetFullPath(path) + Path.DirectorySeparatorChar).StartsWith(outFolder, StringComparison.Ordinal))
            {
                changed.Release();
            }
        }

        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size,
        };
        watcher.Changed += (_, e) => Signal(e.FullPath);
        watcher.Created += (_, e) => Signal(e.FullPath);
        watcher.Deleted += (_, e) => Signal(e.FullPath);
        watcher.Renamed += (_, e) => Signal(e.FullPath);
        watcher.Error += (_, _) => Signal(null);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
