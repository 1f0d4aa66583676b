using System.Text;
using Publish.Document;

namespace Publish.Printers;

/// <summary>Finds printers' profiles: in the book's folder first, then among the program's assets.</summary>
/// <param name="assets">The program's assets.</param>
/// <param name="book">The book's files; null for none.</param>
public sealed class PrinterLibrary(IAssets assets, IBookFiles? book = null)
{
    private const string Folder = "printers";
    private const string Extension = ".yaml";

    /// <summary>The names of all profiles, in ordinal order.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. (book?.List(Folder) ?? []).Concat(assets.List(Folder)).Where(path => path.EndsWith(Extension, StringComparison.Ordinal))
            .Select(path => path[(Folder.Length + 1)..^Extension.Length]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The profile of a printer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="namedAt">Where it is asked for.</param>
    /// <param name="diagnostics">Takes what is wrong with the name or the profile.</param>
    /// <returns>Null where there is none or it can't be read.</returns>
    public PrinterProfile? Find(string name, SourceSpan namedAt, ICollection<Diagnostic> diagnostics)
    {
        var path = $"{Folder}/{name}{Extension}";
        if (!Names.Contains(name, StringComparer.Ordinal) || !((book is not null && book.TryRead(path, out var data)) || assets.TryRead(path, out data)))
        {
            diagnostics.Add(PrinterDiagnostics.Unknown.At(namedAt, $"there is no profile of a printer '{name}'", "known printers: " + string.Join(", ", Names)));
            return null;
        }

        return ProfileReader.Read(name, path, Encoding.UTF8.GetString(data.Span), diagnostics);
    }

    /// <summary>What is to be said about the age of a profile; null where it is young enough or no date is known.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="today">The caller's date; null for none.</param>
    public static Diagnostic? Age(PrinterProfile profile, DateOnly? today) => today is { } date && profile.IsOutOfDate(date)
        ? PrinterDiagnostics.OutOfDate.At(
            SourceSpan.WholeFile($"{Folder}/{profile.Name}{Extension}"),
            $"the figures of printer '{profile.Name}' are of {profile.Checked:yyyy-MM-dd}, more than a year old",
            "look at the printer's pages, mend the figures, then the date")
        : null;
}
