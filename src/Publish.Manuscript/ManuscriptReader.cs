using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Reads a manuscript into the document model.</summary>
public static class ManuscriptReader
{
    /// <summary>
    /// Reads the book in a folder: one with a <c>book.yaml</c>, or a Pandoc folder (<c>metadata.yaml</c> and Markdown files).
    /// Whatever is wrong in it is said in diagnostics; nothing an editor writes makes this throw.
    /// </summary>
    /// <param name="files">The files of the book.</param>
    /// <param name="settings">What the caller knows besides.</param>
    /// <returns>The book, and all there is to say about it.</returns>
    public static ManuscriptResult Read(IBookFiles files, ReaderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(settings);
        var reading = new Reading(files, settings);
        var plan = BookFileReader.Exists(files) ? BookFileReader.Read(reading)
            : PandocFolder.Exists(files) ? PandocFolder.Read(reading)
            : null;
        if (plan is null)
        {
            if (reading.Diagnostics.Count == 0)
            {
                reading.Report(
                    ManuscriptDiagnostics.NoBook,
                    SourceSpan.WholeFile(BookFileReader.FileName),
                    "there is no book here: neither book.yaml nor Pandoc's metadata.yaml was found",
                    "name a folder that holds one of them, or write a book.yaml with title, language and matter");
            }

            return new(null, reading.Sorted());
        }

        var book = BookAssembler.Assemble(reading, plan);
        return new(book, reading.Sorted());
    }
}
