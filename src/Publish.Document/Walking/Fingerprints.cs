using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Publish.Document;

/// <summary>
/// Fingerprints of a book's words: SHA-256 over UTF-8, in lower-case hexadecimal (64 digits). They change when a word, a mark or a space of the
/// text or of a note changes, and with nothing else: neither design, metadata nor the order of files has a part in them.
/// </summary>
/// <param name="Text">Of the body matter: every text block's flat text (<see cref="PlainText"/>) and every block of code, in reading order, notes left out, each ended by a line feed.</param>
/// <param name="Notes">Of all notes of the book, in order of their first calls, each block in the same way.</param>
public sealed record Fingerprints(string Text, string Notes)
{
    /// <summary>The digits that are printed: enough to tell any two versions of a book apart.</summary>
    public const int PrintedDigits = 16;

    /// <summary>The fingerprints of a book.</summary>
    public static Fingerprints Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var body = Walk.Sections(book).Where(section => section.Matter == Matter.Body);
        return new(
            Hash(body.SelectMany(section => WordsOf(section.Title).Concat(section.Blocks.SelectMany(Words)))),
            Hash(Walk.Notes(book).SelectMany(note => note.Blocks).SelectMany(Words)));
    }

    /// <summary>
    /// The fingerprint of all that is read, seen or heard of a book, without how any of it is shown: its title, the titles of all sections, every block with its kind and
    /// language, the words that describe pictures. What a person checked for readers with disabilities is named by it.
    /// </summary>
    public static string OfReading(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Hash(Reading(book), '\0');
    }

    /// <summary>The fingerprint of an edition's pages: where in the text each of them begins, and its folio.</summary>
    public static string OfPages(PageMap pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return Hash(pages.Pages.Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Label} {page.Start?.BlockOrdinal ?? -1}.{page.Start?.Offset ?? 0}")));
    }

    private static IEnumerable<string> Reading(Book book)
    {
        yield return book.Metadata.Title;
        yield return book.Metadata.Language;
        foreach (var section in Walk.Sections(book))
        {
            foreach (var said in new[] { "section", section.Kind.ToString(), section.NavigationTitle, PlainText.Of(section.Title), PlainText.Of(section.Subtitle), section.Language ?? "" })
            {
                yield return said;
            }

            foreach (var block in Walk.Blocks(section.Blocks).Concat(Walk.NotesOf(section.Title).SelectMany(n => Walk.Blocks(n.Blocks))))
            {
                yield return block.GetType().Name;
                yield return block.Language ?? "";
                foreach (var said in Reading(block))
                {
                    yield return said;
                }
            }
        }
    }

    private static IEnumerable<string> Reading(Block block) => block switch
    {
        TextBlock text => Walk.Inlines(text.Content).OfType<InlineImage>().Select(image => image.Picture.AlternativeText)
            .Prepend(PlainText.Of(text.Content)).Prepend(block is Heading h ? h.Level.ToString(CultureInfo.InvariantCulture) : ""),
        CodeBlock code => [code.Value],
        Figure figure => [figure.Picture.AlternativeText],
        _ => [],
    };

    private static IEnumerable<string> WordsOf(ImmutableArray<Inline> title) => title.IsDefaultOrEmpty ? [] : [PlainText.Of(title)];

    private static IEnumerable<string> Words(Block block)
    {
        var own = block switch
        {
            TextBlock text => PlainText.Of(text.Content),
            CodeBlock code => code.Value,
            _ => null,
        };
        return own is null ? Walk.Children(block).SelectMany(Words) : Walk.Children(block).SelectMany(Words).Prepend(own);
    }

    private static string Hash(IEnumerable<string> words, char end = '\n')
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in words)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + end));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
