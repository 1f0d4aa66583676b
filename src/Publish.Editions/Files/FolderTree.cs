using System.Buffers;
using System.Collections.Concurrent;

namespace Publish.Editions;

/// <summary>A folder of the disk read by relative paths with forward slashes; no path leads out of it, not even through a link.</summary>
/// <param name="root">The folder.</param>
/// <param name="isFixed">True where nobody changes the files while the program runs: small ones are then read once, and large ones looked at where the system has them.</param>
/// <param name="clock">Tells the time: what was written long enough ago is then not read again while its <see cref="FileStamp"/> is the same. Null to read again what is asked for.</param>
internal sealed class FolderTree(string root, bool isFixed = false, Func<DateTimeOffset>? clock = null)
{
    // Below it copying costs less.
    private const int Large = 64 * 1024;

    // Larger files cost more to keep than to read.
    private const int Small = 1 << 20;
    private const long MostKept = 64L << 20;

    private readonly string _root = Path.GetFullPath(root);

    // The bytes that small files had last. A file that has them still is given as the same memory, so that who made something of it finds it by that.
    private readonly ConcurrentDictionary<string, (byte[] Bytes, FileStamp? Rested)> _kept = new(StringComparer.Ordinal);
    private long _keptBytes;

    // What a folder held, by the folder and what was asked for.
    private readonly ConcurrentDictionary<(string Folder, bool Folders), (string[] Entries, FileStamp? Rested)> _listed = new();

    // A file is mapped once, however often it is asked for: the mapping stays as long as the process does.
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _mapped = new(StringComparer.Ordinal);

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        data = default;
        if (Resolve(path) is not { } full)
        {
            return false;
        }

        var rested = Rested(full);
        if (_kept.TryGetValue(full, out var unchanged) && (isFixed || (rested is not null && rested == unchanged.Rested)))
        {
            data = unchanged.Bytes;
            return true;
        }

        if (!File.Exists(full) || LeadsOut(full))
        {
            return false;
        }

        try
        {
            if (isFixed && new FileInfo(full).Length is >= Large and <= int.MaxValue and var length)
            {
                if (!_mapped.TryGetValue(full, out data))
                {
                    _mapped[full] = data = MappedFile.Read(full, (int)length);
                }

                return true;
            }

            data = Read(full, rested);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // What is said of a file or folder that was changed last some time ago; null where it may have been changed just now.
    private FileStamp? Rested(string full) => clock is not null && FileStamp.Of(full) is { } stamp && (stamp.IsFile || stamp.IsFolder) && stamp.Rests(clock()) ? stamp : null;

    private byte[] Read(string full, FileStamp? rested)
    {
        using var file = File.OpenHandle(full);
        var length = RandomAccess.GetLength(file);
        if (length is <= 0 or > Small)
        {
            return File.ReadAllBytes(full);
        }

        var known = _kept.GetValueOrDefault(full);
        var bytes = ArrayPool<byte>.Shared.Rent((int)length + 1);
        try
        {
            // Who is writing it meanwhile may make it shorter or longer.
            var at = 0;
            while (at < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(at), at) is var count and > 0)
            {
                at += count;
            }

            if (at != length)
            {
                return File.ReadAllBytes(full);
            }

            var found = bytes.AsSpan(0, at);
            if (known.Bytes is { } same && found.SequenceEqual(same))
            {
                if (known.Rested != rested)
                {
                    _kept[full] = (same, rested);
                }

                return same;
            }

            if (Interlocked.Add(ref _keptBytes, at) > MostKept)
            {
                _kept.Clear();
                Interlocked.Exchange(ref _keptBytes, at);
            }

            var read = found.ToArray();
            _kept[full] = (read, rested);
            return read;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public IReadOnlyList<string> Files(string folder) => Entries(folder, folders: false);

    public IReadOnlyList<string> Folders(string folder) => Entries(folder, folders: true);

    private string[] Entries(string folder, bool folders)
    {
        if (Resolve(folder) is not { } full)
        {
            return [];
        }

        var rested = Rested(full);
        if (_listed.TryGetValue((full, folders), out var unchanged) && (isFixed || (rested is not null && rested == unchanged.Rested)))
        {
            return unchanged.Entries;
        }

        var entries = Directory.Exists(full) ? Listed(full, folders) : [];
        if (isFixed || rested is not null)
        {
            _listed[(full, folders)] = (entries, rested);
        }

        return entries;
    }

    private string[] Listed(string full, bool folders)
    {
        var entries = (folders ? Directory.EnumerateDirectories(full) : Directory.EnumerateFiles(full)).Select(entry => Path.GetRelativePath(_root, entry).Replace('\\', '/')).ToArray();
        Array.Sort(entries, StringComparer.Ordinal);
        return entries;
    }

    private string? Resolve(string path)
    {
        if (Path.IsPathRooted(path) || path.Contains('\0', StringComparison.Ordinal) || (path.Contains("..", StringComparison.Ordinal) && path.Split('/', '\\').Contains("..")))
        {
            return null;
        }

        return path.Length == 0 ? _root : Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
    }

    private bool LeadsOut(string full)
    {
        if (File.ResolveLinkTarget(full, returnFinalTarget: true) is not { } target)
        {
            return false;
        }

        return !Path.GetFullPath(target.FullName).StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
