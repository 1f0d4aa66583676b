namespace Publish.Cli;

/// <summary>Saves as the runtime tells of them, on every system: it doesn't tell when a file is whole, so the folder has to be quiet for a while.</summary>
internal sealed class WatchedSaves : Saves
{
    private readonly SemaphoreSlim _changed = new(0);
    private readonly FileSystemWatcher _watcher;
    private readonly string _editions;

    /// <summary>Watches a folder that is there.</summary>
    /// <param name="folder">The book's folder.</param>
    /// <param name="editions">The full path of the folder of the editions, with a separator at its end.</param>
    public WatchedSaves(string folder, string editions)
    {
        _editions = editions;
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size,
        };
        _watcher.Changed += (_, e) => Signal(e.FullPath);
        _watcher.Created += (_, e) => Signal(e.FullPath);
        _watcher.Deleted += (_, e) => Signal(e.FullPath);
        _watcher.Renamed += (_, e) => Signal(e.FullPath);
        _watcher.Error += (_, _) => Signal(null);
        _watcher.EnableRaisingEvents = true;
    }

    /// <inheritdoc />
    public override bool Wait(TimeSpan time, CancellationToken stop)
    {
        try
        {
            if (!_changed.Wait(time, stop))
            {
                return false;
            }

            while (_changed.Wait(0, stop))
            {
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public override void Settle(CancellationToken stop)
    {
        while (Wait(Quiet, stop))
        {
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _watcher.Dispose();
        _changed.Dispose();
    }

    private void Signal(string? path)
    {
        if (path is null || !(Path.GetFullPath(path) + Path.DirectorySeparatorChar).StartsWith(_editions, StringComparison.Ordinal))
        {
            try
            {
                _changed.Release();
            }
            catch (ObjectDisposedException)
            {
                // Told after the end.
            }
        }
    }
}
