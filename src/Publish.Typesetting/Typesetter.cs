using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting;

/// <summary>Makes the pages of a book.</summary>
public static class Typesetter
{
    /// <summary>Typesets a book: sections into lines, lines into pages, page references until they stand still. The same input gives the same pages.</summary>
    /// <param name="book">The book.</param>
    /// <param name="style">The house style, for print.</param>
    /// <param name="fonts">The faces.</param>
    /// <param name="hyphenation">Patterns of the languages at hand.</param>
    /// <param name="pictures">The book's pictures.</param>
    /// <param name="settings">The edition.</param>
    public static TypesetResult Set(Book book, StyleSheet style, FontLibrary fonts, HyphenationPatterns hyphenation, IPictures pictures, TypesettingSettings settings) =>
        Set(book, style, fonts, new ParagraphSetter(hyphenation), pictures, settings);

    /// <summary>What the page search is asked for a book: for measuring it.</summary>
    internal static IEnumerable<(VerticalList List, PageFrame Frame, Styles.Pages.PageCosts Costs)> Searches(
        Book book, StyleSheet style, FontLibrary fonts, HyphenationPatterns hyphenation, IPictures pictures, TypesettingSettings settings) =>
        new BookTypesetter(book, style, new TextSetter(style, fonts, new ParagraphSetter(hyphenation), new InlinePictures(pictures, style)), fonts, pictures, settings).Searches();

    /// <summary>The same with a setter that may know words of earlier books.</summary>
    /// <param name="book">The book.</param>
    /// <param name="style">The house style, for print.</param>
    /// <param name="fonts">The faces.</param>
    /// <param name="paragraphs">Sets paragraphs; keeps the words it has shaped.</param>
    /// <param name="pictures">The book's pictures.</param>
    /// <param name="settings">The edition.</param>
    /// <param name="memory">What the sections came to in an earlier build with this very stylesheet; null for nothing.</param>
    public static TypesetResult Set(Book book, StyleSheet style, FontLibrary fonts, ParagraphSetter paragraphs, IPictures pictures, TypesettingSettings settings, TypesettingMemory? memory = null)
    {
        memory?.Begin(fonts, paragraphs, (book.Metadata.Title, book.Metadata.ShortTitle, book.Metadata.Language, Authors(book), settings.Bleed, settings.Slug));
        var setter = new TextSetter(style, fonts, paragraphs, new InlinePictures(pictures, style));
        var result = new BookTypesetter(book, style, setter, fonts, pictures, settings, memory).Set();
        return result with { Diagnostics = PageFaults.Distinct(ImmutableArray.CreateRange(setter.Diagnostics).Concat(result.Diagnostics)) };
    }

    private static string Authors(Book book) => string.Join('\n', book.Metadata.Contributors.Where(c => c.Role == "aut").Select(c => c.Name));
}
