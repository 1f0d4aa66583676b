using System.Globalization;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>
/// What the program itself has to say in a colophon, in the place of an empty division <c>colophon-facts</c>: the fingerprints of text and notes, by which two copies of
/// an edition can be compared.
/// </summary>
internal static class ColophonFacts
{
    /// <summary>The class of the division.</summary>
    public const string ClassName = "colophon-facts";

    /// <summary>The place that <see cref="Fill"/> fills when the whole book is known.</summary>
    public static Division Place(Conversion conversion, int ordinal, string? id, SourceSpan span) =>
        new([new Paragraph([]) { Ordinal = conversion.NextOrdinal(), Span = span }]) { Ordinal = ordinal, Span = span, Id = id, Classes = [ClassName] };

    /// <summary>The book with the facts in their places.</summary>
    public static Book Fill(Book book, Words words)
    {
        Fingerprints? fingerprints = null;
        var changed = false;
        var sections = book.Sections.ToBuilder();
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i].Blocks.Any(IsPlace))
            {
                fingerprints ??= Fingerprints.Of(book);
                sections[i] = sections[i] with { Blocks = [.. sections[i].Blocks.Select(block => IsPlace(block) ? Filled((Division)block, fingerprints, words) : block)] };
                changed = true;
            }
        }

        return changed ? book with { Sections = sections.ToImmutable() } : book;
    }

    private static bool IsPlace(Block block) => block is Division { Classes: [ClassName], Blocks: [Paragraph { Content: [] }] };

    private static Division Filled(Division place, Fingerprints fingerprints, Words words) =>
        place with { Blocks = [((Paragraph)place.Blocks[0]) with { Content = [new Text(string.Format(CultureInfo.InvariantCulture, words.Fingerprints, Printed(fingerprints.Text), Printed(fingerprints.Notes)))] }] };

    /// <summary>The first figures in groups of four, between which a line may break.</summary>
    public static string Printed(string fingerprint) => string.Join(' ', fingerprint[..Fingerprints.PrintedDigits].Chunk(4).Select(four => new string(four)));
}
