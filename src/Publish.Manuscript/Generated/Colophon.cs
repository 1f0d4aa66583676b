using System.Globalization;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>What a colophon can only say when the pages are made.</summary>
public static class Colophon
{
    /// <summary>
    /// The book as an edition shows it that lists the pages of print: where its colophon gives the fingerprints of text and notes, that of the pages follows. (The printed
    /// book can't bear it: it would be the fingerprint of itself.)
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="pages">The pages of print.</param>
    public static Book WithPages(Book book, PageMap pages)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(pages);
        for (var i = 0; i < book.Sections.Length; i++)
        {
            var blocks = book.Sections[i].Blocks;
            for (var b = 0; b < blocks.Length; b++)
            {
                if (blocks[b] is Division { Classes: [ColophonFacts.ClassName], Blocks: [Paragraph { Content: [Text] } said] } facts)
                {
                    var words = string.Format(CultureInfo.InvariantCulture, Words.For(book.Metadata.Language).PagesFingerprint, ColophonFacts.Printed(Fingerprints.OfPages(pages)));
                    var filled = facts with { Blocks = [said with { Content = [.. said.Content, new Text(" " + words)] }] };
                    return book with { Sections = book.Sections.SetItem(i, book.Sections[i] with { Blocks = blocks.SetItem(b, filled) }) };
                }
            }
        }

        return book;
    }
}
