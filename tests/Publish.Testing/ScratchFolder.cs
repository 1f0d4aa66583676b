using System.Text;

namespace Publish.Testing;

/// <summary>A folder of one test, empty when it begins and gone when it is disposed.</summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>Makes the folder among the machine's temporary files.</summary>
    public ScratchFolder() => Path = Directory.CreateTempSubdirectory("publish-test-").FullName;

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>A path inside the folder.</summary>
    /// <param name="name">Relative path, parts parted by <c>/</c>.</param>
    /// <returns>The absolute path; nothing says that it exists.</returns>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes bytes to a file inside the folder, making folders on the way.</summary>
    /// <param name="name">Relative path, parts parted by <c>/</c>.</param>
    /// <param name="bytes">What the file holds.</param>
    /// <returns>The file's absolute path.</returns>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        string path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes text as UTF-8 without a mark to a file inside the folder, making folders on the way.</summary>
    /// <param name="name">Relative path, parts parted by <c>/</c>.</param>
    /// <param name="text">What the file holds.</param>
    /// <returns>The file's absolute path.</returns>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Removes the folder and all it holds.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
