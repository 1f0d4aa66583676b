using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Publish.Cli;

/// <summary>Saves as Linux tells of them (inotify(7)): it says when who wrote a file has closed it, so that nothing has to be waited for.</summary>
internal sealed partial class LinuxSaves : Saves
{
    // Beside the steps of SaveStep: the folder itself was deleted or moved, steps were lost, it isn't watched any more; about a folder. Only of folders, and not of deleted files.
    private const uint Told = (uint)(SaveStep.Written | SaveStep.Closed | SaveStep.MovedFrom | SaveStep.MovedTo | SaveStep.Made | SaveStep.Deleted) | SelfDeleted | SelfMoved | 0x0100_0000 | 0x0400_0000;
    private const uint SelfDeleted = 0x400;
    private const uint SelfMoved = 0x800;
    private const uint Overflow = 0x4000;
    private const uint Ignored = 0x8000;
    private const uint AboutFolder = 0x4000_0000;

    // IN_NONBLOCK | IN_CLOEXEC, which are EFD_NONBLOCK | EFD_CLOEXEC too; POLLIN; struct inotify_event without its name.
    private const int Flags = 0x800 | 0x80000;
    private const short Readable = 1;
    private const int Head = 16;

    private readonly int _events;
    private readonly int _wake;
    private readonly string _folder;
    private readonly string _editions;
    private readonly Dictionary<int, string> _folders = [];
    private readonly SaveSteps _steps = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly int _root;
    private bool _isLost;

    private LinuxSaves(int events, int wake, string folder, string editions, int root)
    {
        (_events, _wake, _folder, _editions, _root) = (events, wake, folder, editions, root);
    }

    /// <inheritdoc />
    public override bool IsLost => _isLost;

    /// <summary>Watches a folder; null where the system can't.</summary>
    /// <param name="folder">The full path of the book's folder.</param>
    /// <param name="editions">The full path of the folder of the editions, with a separator at its end.</param>
    public static LinuxSaves? Over(string folder, string editions)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var events = InotifyInit(Flags);
        var wake = events < 0 ? -1 : EventFd(0, Flags);
        var root = wake < 0 ? -1 : AddWatch(events, folder, Told);
        if (root >= 0)
        {
            var saves = new LinuxSaves(events, wake, folder, editions, root);
            if (saves.Look())
            {
                return saves;
            }

            saves.Dispose();
            return null;
        }

        _ = Close(wake);
        _ = Close(events);
        return null;
    }

    /// <inheritdoc />
    public override bool Wait(TimeSpan time, CancellationToken stop)
    {
        using var waking = stop.CanBeCanceled && time != TimeSpan.Zero ? stop.Register(Wake) : default;
        var start = Stopwatch.GetTimestamp();
        var endless = time == Timeout.InfiniteTimeSpan;
        while (!stop.IsCancellationRequested)
        {
            if (Read())
            {
                return true;
            }

            var left = endless ? -1 : (int)Math.Ceiling((time - Stopwatch.GetElapsedTime(start)).TotalMilliseconds);
            if (!endless && left <= 0)
            {
                return false;
            }

            Span<PollFd> asked = [new() { File = _events, Events = Readable }, new() { File = _wake, Events = Readable }];
            _ = Poll(ref asked[0], 2, left);
        }

        return false;
    }

    /// <inheritdoc />
    public override void Settle(CancellationToken stop)
    {
        while (!_steps.IsDone && Wait(Quiet, stop))
        {
        }

        _steps.Clear();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _ = Close(_events);
        _ = Close(_wake);
    }

    private unsafe void Wake()
    {
        var one = 1UL;
        _ = Write(_wake, (byte*)&one, sizeof(ulong));
    }

    // Takes all that is told; whether there was anything of files of the book.
    private unsafe bool Read()
    {
        var any = false;
        fixed (byte* buffer = _buffer)
        {
            while (Read(_events, buffer, (nuint)_buffer.Length) is var length and > 0)
            {
                for (var at = 0; at + Head <= length;)
                {
                    var told = _buffer.AsSpan(at);
                    var name = told.Slice(Head, BinaryPrimitives.ReadInt32LittleEndian(told[12..]));
                    any |= Take(BinaryPrimitives.ReadInt32LittleEndian(told), BinaryPrimitives.ReadUInt32LittleEndian(told[4..]), BinaryPrimitives.ReadInt32LittleEndian(told[8..]), name);
                    at += Head + name.Length;
                }
            }
        }

        return any;
    }

    private bool Take(int folder, uint mask, int cookie, ReadOnlySpan<byte> padded)
    {
        if ((mask & Overflow) != 0)
        {
            Look();
            _steps.TakeMore();
            return true;
        }

        if ((mask & Ignored) != 0)
        {
            _folders.Remove(folder);
            _isLost |= folder == _root;
            return folder == _root;
        }

        if ((mask & (SelfDeleted | SelfMoved)) != 0)
        {
            // A folder in the book's is told of by the folder it was in.
            _isLost |= folder == _root;
            _steps.TakeMore();
            return folder == _root;
        }

        if (!_folders.TryGetValue(folder, out var path))
        {
            return false;
        }

        var name = Encoding.UTF8.GetString(padded.TrimEnd((byte)0));
        if ((mask & AboutFolder) != 0)
        {
            if (IsOfEditions(Path.Combine(path, name)))
            {
                return false;
            }

            Look();
            _steps.TakeMore();
            return true;
        }

        foreach (var step in (ReadOnlySpan<SaveStep>)[SaveStep.Made, SaveStep.MovedFrom, SaveStep.MovedTo, SaveStep.Written, SaveStep.Closed, SaveStep.Deleted])
        {
            if ((mask & (uint)step) != 0)
            {
                _steps.Take(folder, name, step, cookie);
            }
        }

        return true;
    }

    // Watches the folders there are, and no others; false where there are more than the system watches.
    private bool Look()
    {
        var seen = new HashSet<int>();
        var whole = true;
        void Watch(string path)
        {
            if (IsOfEditions(path))
            {
                return;
            }

            var folder = AddWatch(_events, path, Told);
            if (folder < 0)
            {
                // It may be gone already.
                whole &= !Directory.Exists(path);
                return;
            }

            seen.Add(folder);
            _folders[folder] = path;
            try
            {
                foreach (var inner in Directory.EnumerateDirectories(path))
                {
                    if (new DirectoryInfo(inner).LinkTarget is null)
                    {
                        Watch(inner);
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What can't be looked into can't be read either.
            }
        }

        Watch(_folder);
        foreach (var folder in _folders.Keys.Where(folder => !seen.Contains(folder)).ToList())
        {
            _folders.Remove(folder);
            _ = RemoveWatch(_events, folder);
        }

        return whole;
    }

    private bool IsOfEditions(string path) => (path + Path.DirectorySeparatorChar).StartsWith(_editions, StringComparison.Ordinal);

    private struct PollFd
    {
        public int File;
        public short Events;
        public short Found;
    }

    [LibraryImport("libc", EntryPoint = "inotify_init1")]
    private static partial int InotifyInit(int flags);

    [LibraryImport("libc", EntryPoint = "inotify_add_watch", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddWatch(int events, string path, uint mask);

    [LibraryImport("libc", EntryPoint = "inotify_rm_watch")]
    private static partial int RemoveWatch(int events, int folder);

    [LibraryImport("libc", EntryPoint = "eventfd")]
    private static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollFd files, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read")]
    private static unsafe partial nint Read(int file, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write")]
    private static unsafe partial nint Write(int file, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
