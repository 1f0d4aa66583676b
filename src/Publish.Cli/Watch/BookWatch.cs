using Publish.Editions;

namespace Publish.Cli;

/// <summary>
/// Builds a book and builds it again after each save, until it is told to stop. A book that is broken, half saved, renamed or gone is told of and waited for: the last
/// good editions stay, and so does the process.
/// </summary>
internal static class BookWatch
{
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
        var engine = new BuildCommand.Engine();
        Saves? saves = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                saves ??= Saves.In(folder, arguments.OutFolder);
                var place = new OutputFolder(arguments.OutFolder) { Exchanges = true };
                BuildOnce(folder, arguments, engine, place, output, error, saves, stop);
                if (saves is null)
                {
                    while (!Directory.Exists(folder) && !stop.WaitHandle.WaitOne(Patience))
                    {
                    }

                    continue;
                }

                if (!saves.Wait(Idle, stop))
                {
                    // What the last build left is collected, and what it wrote put to the disk, while nobody waits.
                    _ = Task.Run(place.Flush, CancellationToken.None);
                    GC.Collect();
                    saves.Wait(Timeout.InfiniteTimeSpan, stop);
                }

                saves.Settle(stop);

                if (saves.IsLost || !Directory.Exists(folder))
                {
                    saves.Dispose();
                    saves = null;
                }
            }
        }
        finally
        {
            saves?.Dispose();
        }

        return ExitCode.Success;
    }

    private static void BuildOnce(
        string folder, BuildArguments arguments, BuildCommand.Engine engine, OutputFolder place, TextWriter output, TextWriter error, Saves? saves, CancellationToken stop)
    {
        try
        {
            var report = BuildCommand.Build(folder, arguments, engine, place);
            for (var i = 0; i < MostRepeats && saves?.Wait(TimeSpan.Zero, stop) == true; i++)
            {
                // A save came to its end meanwhile.
                saves.Settle(stop);
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
}
