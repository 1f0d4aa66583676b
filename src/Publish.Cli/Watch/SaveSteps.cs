namespace Publish.Cli;

/// <summary>What happened to a file or folder; several may be said at once.</summary>
[Flags]
internal enum SaveStep
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its content was written to, and it may still be open.</summary>
    Written = 0x2,

    /// <summary>Who could write to it has closed it.</summary>
    Closed = 0x8,

    /// <summary>It was moved from here.</summary>
    MovedFrom = 0x40,

    /// <summary>It was moved to here.</summary>
    MovedTo = 0x80,

    /// <summary>It was made.</summary>
    Made = 0x100,

    /// <summary>It was deleted.</summary>
    Deleted = 0x200,
}

/// <summary>
/// Follows the steps in which files are saved and says when a save is done. Editors write a file in place (written, closed); or write another and move it over the first
/// (made, written, closed, moved); or move the first away and write it anew. A file that was there and is closed is whole, and so is one that is moved to its place: then nothing has to be
/// waited for. After any other step more may follow.
/// </summary>
internal sealed class SaveSteps
{
    private readonly HashSet<(int Folder, string Name)> _open = [];
    private readonly HashSet<(int Folder, string Name)> _fresh = [];
    private bool _more;
    private int _moved;
    private bool _movedIsFresh;

    /// <summary>Whether the last step ended a save, and no file is open that was written to.</summary>
    public bool IsDone => !_more && _open.Count == 0;

    /// <summary>A step.</summary>
    /// <param name="folder">Which folder.</param>
    /// <param name="name">Which file in it.</param>
    /// <param name="step">What happened to it.</param>
    /// <param name="cookie">The same number for both ends of a move.</param>
    public void Take(int folder, string name, SaveStep step, int cookie)
    {
        var file = (folder, name);
        switch (step)
        {
            case SaveStep.Written:
                _open.Add(file);
                break;
            case SaveStep.Closed:
                _open.Remove(file);
                _more = _fresh.Contains(file);
                break;
            case SaveStep.MovedFrom:
                _open.Remove(file);
                (_moved, _movedIsFresh) = (cookie, _fresh.Remove(file));
                _more = true;
                break;
            case SaveStep.MovedTo:
                // What was moved away from its name is missed there.
                _more = _moved == cookie && !_movedIsFresh;
                break;
            case SaveStep.Made:
                _fresh.Add(file);
                _more = true;
                break;
            default:
                _open.Remove(file);
                _fresh.Remove(file);
                _more = true;
                break;
        }
    }

    /// <summary>Steps were lost, or folders came or went: more may follow.</summary>
    public void TakeMore() => _more = true;

    /// <summary>What was saved so far is taken as it is.</summary>
    public void Clear()
    {
        _open.Clear();
        _fresh.Clear();
        _more = false;
        _moved = 0;
    }
}
