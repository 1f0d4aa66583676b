using System.Buffers;
using System.Collections.Concurrent;

namespace Publish.Editions;

/// <summary>A folder of the disk read by relative paths with forward slashes; no path leads out of it, not even through a link.</summary>
/// <param name="root">The folder.</param>
/// <param name="isFixed">True where nobody changes the files while the program runs: small ones are then read once, and large ones looked at where the system has them.</param>
internal sealed class FolderTree(string root, bool isFixed = false)
{
    // Below it copying costs less.
    private const int Large = 64 * 1024;

    // Larger files cost more to keep than to read.
    private const int Small = 1 << 20;
    private const long MostKept = 64L << 20;

    private readonly string _root = Path.GetFullPath(root);

    // The bytes that small files had last. A file that has them still is given as the same memory, so that who made something of it finds it by that.
    private readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);
    private long _keptBytes;

    // A file is mapped once, however often it is asked for: the mapping stays as long as the process does.
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _mapped = new(StringComparer.Ordinal);

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        data = default;
        if (Resolve(path) is not { } full)
        {
            return false;
        }

        if (isFixed && _kept.TryGetValue(full, out var unchanged))
        {
            data = unchanged;
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

            data = Read(full);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private byte[] Read(string full)
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
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is var count and > 0)
            {
                read += count;
            }

            if (read != length)
            {
                return File.ReadAllBytes(full);
            }

            var found = bytes.AsSpan(0, read);
            if (known is not null && found.SequenceEqual(known))
            {
                return known;
            }

            if (Interlocked.Add(ref _keptBytes, read) > MostKept)
            {
                _kept.Clear();
                Interlocked.Exchange(ref _keptBytes, read);
            }

            return _kept[full] = found.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public IReadOnlyList<string> Files(string folder) => Entries(folder, Directory.EnumerateFiles);

    public IReadOnlyList<string> Folders(string folder) => Entries(folder, Directory.EnumerateDirectories);

    private string[] Entries(string folder, Func<string, IEnumerable<string>> enumerate)
    {
        if (Resolve(folder) is not { } full || !Directory.Exists(full))
        {
            return [];
        }

        var entries = enumerate(full).Select(entry => Path.GetRelativePath(_root, entry).Replace('\\', '/')).ToArray();
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
