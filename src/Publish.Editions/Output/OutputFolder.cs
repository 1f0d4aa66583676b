using System.Collections.Concurrent;
using Publish.Document;

namespace Publish.Editions;

/// <summary>
/// Puts finished files in place, all or none: they are written beside their targets first and moved over them when every one is whole.
/// A build that fails before leaves the last good files untouched. For one build.
/// </summary>
/// <param name="folder">The output folder; made where it is missing.</param>
public sealed class OutputFolder(string folder)
{
    private const string Partial = ".partial";

    private readonly ConcurrentDictionary<string, OutputFile> _ready = new(StringComparer.Ordinal);
    private readonly List<string> _placed = [];

    /// <summary>
    /// True for who places files again and again: they change places with the old ones, which takes less time than to be moved over them, and are written to the disk by
    /// <see cref="Flush"/>.
    /// </summary>
    public bool Exchanges { get; init; }

    /// <summary>
    /// A file is whole: it is written beside its target while others are made. Any thread may say so. What goes wrong is told when the files are placed.
    /// Nothing is written into a folder that isn't there yet.
    /// </summary>
    public void Ready(OutputFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            _ready[file.Name] = file;
            File.WriteAllBytes(PartialOf(file.Name), file.Data.Span);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            _ready.TryRemove(file.Name, out _);
            TryDelete(PartialOf(file.Name));
        }
    }

    /// <summary>Puts the files in place; what was made ready besides is taken away.</summary>
    /// <param name="files">The files.</param>
    /// <returns>Null where all went well, otherwise what went wrong.</returns>
    public Diagnostic? Place(IReadOnlyList<OutputFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                if (!_ready.TryGetValue(file.Name, out var ready) || !ReferenceEquals(ready, file))
                {
                    _ready[file.Name] = file;
                    File.WriteAllBytes(PartialOf(file.Name), file.Data.Span);
                }
            }

            foreach (var file in files)
            {
                // The old file stands then where the new one was, and is taken away with what is left.
                if (Exchanges && FileExchange.Try(PartialOf(file.Name), Path.Combine(folder, file.Name)))
                {
                    _placed.Add(file.Name);
                    continue;
                }

                File.Move(PartialOf(file.Name), Path.Combine(folder, file.Name), overwrite: true);
                _ready.TryRemove(file.Name, out _);
            }

            return null;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            return EditionDiagnostics.OutputNotWritable.At(
                SourceSpan.None,
                $"the output folder '{folder}' cannot be written: {e.Message}",
                "choose another folder with --out, or give yourself the right to write there; the last good files are untouched");
        }
        finally
        {
            Discard();
        }
    }

    /// <summary>Has the files that were placed written to the disk: till then, should the power fail, they may be gone.</summary>
    public void Flush()
    {
        foreach (var name in _placed)
        {
            try
            {
                using var file = File.OpenHandle(Path.Combine(folder, name), FileMode.Open, FileAccess.ReadWrite);
                RandomAccess.FlushToDisk(file);
            }
            catch (Exception e) when (IsOfDisk(e))
            {
                // It is being placed anew, or somebody took it away.
            }
        }
    }

    /// <summary>Takes away what was made ready and isn't in place.</summary>
    public void Discard()
    {
        foreach (var name in _ready.Keys)
        {
            TryDelete(PartialOf(name));
        }

        _ready.Clear();
    }

    private string PartialOf(string name) => Path.Combine(folder, "." + name + Partial);

    private static bool IsOfDisk(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written can rarely be deleted; the diagnostic already says why.
        }
    }
}
