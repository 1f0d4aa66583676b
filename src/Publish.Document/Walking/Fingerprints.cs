using System.Collections.Immutable;
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

    private static string Hash(IEnumerable<string> words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in words)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
