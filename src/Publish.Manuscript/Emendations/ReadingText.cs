using System.Collections.Immutable;
using System.Text;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>
/// The text of an edition as its copy-text would have it: the words of the body, each emendation taken back. Paragraphs that an emendation divided are one again.
/// Titles, headings, notes and parts the edition added are left out, as are letter parts (a dateline, say), which copy-texts keep apart.
/// </summary>
public static class ReadingText
{
    /// <summary>The paragraphs of the body as the edition reads, in order: flat text, without notes, headings and letter parts.</summary>
    public static ImmutableArray<string> Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. Blocks(book).Select(block => PlainText.Of(block.Content))];
    }

    /// <summary>The paragraphs of the body with every emendation reverted: what the copy-text reads, apart from what the edition regularises without a record.</summary>
    public static ImmutableArray<string> Reverted(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var paragraphs = ImmutableArray.CreateBuilder<string>();
        var open = false;
        foreach (var block in Blocks(book))
        {
            var text = new StringBuilder();
            var breaks = Append(text, block.Content, null);
            if (open)
            {
                paragraphs[^1] = Joined(paragraphs[^1], text.ToString());
            }
            else
            {
                paragraphs.Add(text.ToString());
            }

            open = breaks;
        }

        return paragraphs.ToImmutable();
    }

    private static string Joined(string before, string after) =>
        (before.Length > 0 && char.IsWhiteSpace(before[^1])) || (after.Length > 0 && char.IsWhiteSpace(after[0])) ? before + after : before + " " + after;

    /// <summary>The text blocks of the body that belong to the text itself.</summary>
    internal static IEnumerable<TextBlock> Blocks(Book book) =>
        book.Sections.Where(section => section.Matter == Matter.Body).SelectMany(Blocks);

    /// <summary>Appends flat text with emendations reverted.</summary>
    /// <param name="text">Appended to.</param>
    /// <param name="inlines">The inlines.</param>
    /// <param name="places">Filled with the offset of each emendation's original reading; null where nobody asks.</param>
    /// <returns>Whether the last thing in it is an emendation that begins a new paragraph.</returns>
    internal static bool Append(StringBuilder text, ImmutableArray<Inline> inlines, Dictionary<string, int>? places)
    {
        var breaks = false;
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case EmendedText emended:
                    places?.TryAdd(emended.Record.Id, text.Length);
                    text.Append(emended.Record.Original);
                    breaks = emended.Record.BreaksParagraph;
                    break;
                case InlineContainer container:
                    breaks = Append(text, container.Content, places);
                    break;
                case NoteCall or IndexMark or SourcePageMark:
                    break;
                default:
                    PlainText.Append(text, [inline]);
                    breaks = false;
                    break;
            }
        }

        return breaks;
    }

    private static IEnumerable<TextBlock> Blocks(Section section) =>
        section.Blocks.SelectMany(Leaves).Concat(section.Sections.SelectMany(Blocks));

    private static IEnumerable<TextBlock> Leaves(Block block) => block switch
    {
        Heading or LetterPart or Caption => [],
        Division division when division.Classes.Contains("source-line") => [],
        TextBlock text => [text],
        _ => Walk.Children(block).SelectMany(Leaves),
    };
}
