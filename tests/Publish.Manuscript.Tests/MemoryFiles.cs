using System.Text;
using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>A book's files in memory.</summary>
internal sealed class MemoryFiles : IBookFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public byte[] this[string path]
    {
        set => _files[path] = value;
    }

    public static MemoryFiles Of(params (string Path, string Text)[] files)
    {
        var memory = new MemoryFiles();
        foreach (var (path, text) in files)
        {
            memory[path] = Encoding.UTF8.GetBytes(text);
        }

        return memory;
    }

    public static MemoryFiles Load(string folder)
    {
        var memory = new MemoryFiles();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            memory[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        return memory;
    }

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var found = _files.TryGetValue(path, out var bytes);
        data = bytes;
        return found;
    }

    public IReadOnlyList<string> List(string folder) =>
        [.. _files.Keys.Where(path => (folder.Length == 0 ? !path.Contains('/', StringComparison.Ordinal) : path.StartsWith(folder + "/", StringComparison.Ordinal) && !path[(folder.Length + 1)..].Contains('/', StringComparison.Ordinal)))];

    public IReadOnlyList<string> Folders(string folder) =>
        [.. _files.Keys
            .Where(path => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(path => path[(folder.Length == 0 ? 0 : folder.Length + 1)..])
            .Where(path => path.Contains('/', StringComparison.Ordinal))
            .Select(path => (folder.Length == 0 ? "" : folder + "/") + path[..path.IndexOf('/', StringComparison.Ordinal)])
            .Distinct()];
}
