namespace Publish.Cli;

/// <summary>Tells of saves in a book's folder and the folders in it; what is saved in the folder of the editions isn't told.</summary>
internal abstract class Saves : IDisposable
{
    /// <summary>Editors save in steps (write beside, rename over): how long the folder has to be quiet where nothing tells that a step was the last.</summary>
    protected static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);

    /// <summary>True where the folder is no longer the one that is watched.</summary>
    public virtual bool IsLost => false;

    /// <summary>Watches a folder; null where there is none.</summary>
    /// <param name="folder">The book's folder.</param>
    /// <param name="outFolder">The folder of the editions.</param>
    public static Saves? In(string folder, string outFolder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var editions = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outFolder)) + Path.DirectorySeparatorChar;
        return LinuxSaves.Over(Path.GetFullPath(folder), editions) ?? (Saves)new WatchedSaves(folder, editions);
    }

    /// <summary>Waits for a save.</summary>
    /// <param name="time">No longer than this.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>Whether something was saved since the last time.</returns>
    public abstract bool Wait(TimeSpan time, CancellationToken stop);

    /// <summary>Waits until what is being saved is saved.</summary>
    public abstract void Settle(CancellationToken stop);

    /// <inheritdoc />
    public abstract void Dispose();
}
