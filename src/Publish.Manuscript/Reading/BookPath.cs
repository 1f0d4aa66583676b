using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Paths as an editor writes them, made into paths inside the book.</summary>
internal static class BookPath
{
    /// <summary>
    /// The path with <c>.</c> and <c>..</c> taken out; null where it is absolute, has a scheme or leads out of the book.
    /// </summary>
    /// <param name="path">As written; backslashes count as slashes.</param>
    /// <param name="folder">The folder it is relative to; empty for the book's own.</param>
    public static string? Resolve(string path, string folder = "")
    {
        path = path.Replace('\\', '/');
        if (path.Length == 0 || path[0] == '/' || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var part in path.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case "..":
                    if (parts.Count == 0)
                    {
                        return null;
                    }

                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    /// <summary>The folder a file stands in; empty for the book's own.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The file's name without folder and extension.</summary>
    public static string StemOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? name : name[..dot];
    }

    /// <summary>Resolves a path named in the book and says so where it leads out.</summary>
    public static string? ResolveOrReport(Reading reading, string path, SourceSpan span)
    {
        if (Resolve(path) is { } resolved)
        {
            return resolved;
        }

        reading.Report(ManuscriptDiagnostics.PathOutside, span, $"'{path}' leads out of the book's folder", "put the file into the book's folder and name it relative to that");
        return null;
    }
}
