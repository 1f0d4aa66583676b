namespace Publish.Document;

/// <summary>The files of a book's folder. Rooms read a manuscript through this and never from the disk, so that a build is a pure function of it.</summary>
public interface IBookFiles
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Relative to the book's folder, forward slashes, no <c>..</c> segments.</param>
    /// <param name="data">The bytes of the file, whole.</param>
    /// <returns>False where there is no such file, or the path leads out of the folder.</returns>
    bool TryRead(string path, out ReadOnlyMemory<byte> data);

    /// <summary>The files directly in a folder, as paths relative to the book's folder, in ordinal order.</summary>
    /// <param name="folder">Relative to the book's folder; empty for the folder itself.</param>
    IReadOnlyList<string> List(string folder);

    /// <summary>The folders directly in a folder, as paths relative to the book's folder, in ordinal order.</summary>
    /// <param name="folder">Relative to the book's folder; empty for the folder itself.</param>
    IReadOnlyList<string> Folders(string folder);
}
