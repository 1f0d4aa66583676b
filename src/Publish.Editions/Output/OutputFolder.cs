using Publish.Document;

namespace Publish.Editions;

/// <summary>
/// Puts finished files in place, all or none: they are written beside their targets first and moved over them when every one is whole.
/// A build that fails before leaves the last good files untouched.
/// </summary>
public static class OutputFolder
{
    private const string Partial = ".partial";

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The output folder; made where it is missing.</param>
    /// <param name="files">The files.</param>
    /// <returns>Null where all went well, otherwise what went wrong.</returns>
    public static Diagnostic? Write(string folder, IReadOnlyList<OutputFile> files)
    {
        var written = new List<string>(files.Count);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                var partial = Path.Combine(folder, "." + file.Name + Partial);
                written.Add(partial);
                File.WriteAllBytes(partial, file.Data.Span);
            }

            foreach (var file in files)
            {
                File.Move(Path.Combine(folder, "." + file.Name + Partial), Path.Combine(folder, file.Name), overwrite: true);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            foreach (var partial in written)
            {
                TryDelete(partial);
            }

            return EditionDiagnostics.OutputNotWritable.At(
                SourceSpan.None,
                $"the output folder '{folder}' cannot be written: {e.Message}",
                "choose another folder with --out, or give yourself the right to write there; the last good files are untouched");
        }
    }

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
