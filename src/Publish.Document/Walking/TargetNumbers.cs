using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Publish.Document;

/// <summary>
/// What a reference by number prints (<see cref="ReferenceForm.Number"/>), the same in every edition. A title or caption that begins with its own number ("XII. The Town-Ho",
/// "Act 3", "Fig. 4.2. A press") gives that. Elsewhere it is counted: chapters through the book, parts in roman numerals, appendices by letters, headings inside their
/// chapter ("7.2"), figures and tables with captions through the book. Other sections have none.
/// </summary>
public static class TargetNumbers
{
    // Editions of a book count the same.
    private static readonly ConditionalWeakTable<Section[], IReadOnlyDictionary<string, string>> Known = [];

    /// <summary>The numbers of a book's places, by their identifiers; a place that isn't in it has none.</summary>
    public static IReadOnlyDictionary<string, string> Of(Book book) =>
        ImmutableCollectionsMarshal.AsArray(book.Sections) is { } sections ? Known.GetValue(sections, _ => Counted(book)) : ImmutableDictionary<string, string>.Empty;

    private static Dictionary<string, string> Counted(Book book)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        var (chapters, parts, appendices, figures, tables) = (0, 0, 0, 0, 0);
        foreach (var section in Walk.Sections(book))
        {
            var counted = section.Kind switch
            {
                SectionKind.Chapter => Figure(++chapters),
                SectionKind.Part => Roman(++parts),
                SectionKind.Appendix => Letter(++appendices),
                _ => null,
            };
            var number = Own(PlainText.Of(section.Title)) ?? counted;
            Add(numbers, section.Id, number);
            var counts = new int[7];
            foreach (var block in Walk.Blocks(section))
            {
                switch (block)
                {
                    case Heading heading:
                        counts[heading.Level]++;
                        Array.Clear(counts, heading.Level + 1, counts.Length - heading.Level - 1);
                        Add(numbers, heading.Id, Own(PlainText.Of(heading.Content)) ?? Inside(number, counts, heading.Level));
                        break;
                    case Document.Figure { Caption: { } caption } figure:
                        Add(numbers, figure.Id, Own(PlainText.Of(caption.Content)) ?? Figure(++figures));
                        break;
                    case Table { Caption: { } caption } table:
                        Add(numbers, table.Id, Own(PlainText.Of(caption.Content)) ?? Figure(++tables));
                        break;
                    default:
                        break;
                }
            }
        }

        return numbers;
    }

    /// <summary>The number that words begin with, alone or after a word like "Chapter": figures ("4", "4.2"), or roman numerals closed by a point or colon or alone; null for none.</summary>
    internal static string? Own(string words)
    {
        var parts = words.Split([' ', '\u00A0', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length && i < 2; i++)
        {
            var bare = parts[i].TrimEnd('.', ':', ')', '—', '–');
            var closed = bare.Length < parts[i].Length || parts.Length == i + 1;
            if (IsFigures(bare) && (closed || i == 1))
            {
                return bare;
            }

            if (closed && IsRoman(bare))
            {
                return bare;
            }

            // Only one word may stand before it, and that is no number itself.
            if (i == 0 && !parts[0].TrimEnd('.').All(char.IsLetter))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsFigures(string word) => word.Length is > 0 and <= 9 && char.IsAsciiDigit(word[0]) && word.All(c => char.IsAsciiDigit(c) || c == '.');

    private static bool IsRoman(string word) => word.Length is > 0 and <= 12 && word.All(c => c is 'I' or 'V' or 'X' or 'L' or 'C' or 'D' or 'M');

    private static void Add(Dictionary<string, string> numbers, string? id, string? number)
    {
        if (id is not null && number is not null)
        {
            numbers.TryAdd(id, number);
        }
    }

    private static string? Inside(string? section, int[] counts, int level) =>
        section is null ? null : section + "." + string.Join('.', counts[2..(level + 1)].Select(c => Figure(Math.Max(1, c))));

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Letter(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : Figure(number);

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                text += sign;
            }
        }

        return text;
    }
}
