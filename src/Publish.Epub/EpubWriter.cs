using Publish.Document;
using Publish.Epub.Package;

namespace Publish.Epub;

/// <summary>Writes a book as EPUB 3.3. The same book gives the same bytes.</summary>
public static class EpubWriter
{
    /// <summary>Writes the book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="pages">The pages of a typeset edition to be marked; null for none.</param>
    /// <param name="parts">Stylesheet, fonts, pictures, cover.</param>
    /// <param name="settings">How.</param>
    public static EpubResult Write(Book book, PageMap? pages, EpubParts parts, EpubSettings settings)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(settings);
        var diagnostics = new List<Diagnostic>();
        foreach (var (edition, isbn) in book.Metadata.Isbns)
        {
            if (!Identifier.IsIsbn(isbn))
            {
                diagnostics.Add(EpubDiagnostics.BadIsbn.At(SourceSpan.None, $"the ISBN {isbn} of the edition “{edition}” has a wrong check digit"));
            }
        }

        var bytes = new PublicationBuilder(book, pages, parts, settings, diagnostics).Build();
        return new EpubResult(bytes, [.. diagnostics]);
    }

    /// <summary>A memory of compressed files for <see cref="EpubMemory"/>, empty.</summary>
    public static CompressionMemory FileMemory() => new(Container.ZipWriter.Deflate);
}
