using System.Collections.Immutable;

namespace Publish.Manuscript;

/// <summary>Reads the words that a book wants hyphenated its own way: a list for the book's language, or a list for each language by its tag.</summary>
internal static class HyphenationReader
{
    private const string Key = "hyphenation";

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(Reading reading, MappingReader book, string language)
    {
        var words = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        switch (book.Node(Key))
        {
            case null:
                break;
            case YamlMapping languages:
                foreach (var entry in languages.Entries)
                {
                    words[entry.Key.Value] = Words(new MappingReader(reading, languages, "'hyphenation'").Texts(entry.Key.Value));
                }

                break;
            default:
                words[language] = Words(book.Texts(Key));
                break;
        }

        return words.ToImmutable();
    }

    // Several words may stand in one text, as in "Da-la-dier, Kirov".
    private static ImmutableArray<string> Words(IEnumerable<string> texts) => [.. texts.SelectMany(t => t.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))];
}
