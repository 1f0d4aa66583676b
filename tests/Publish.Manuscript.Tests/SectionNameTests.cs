using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>What sections without a title are called in navigation: a screen reader says it in the book's voice.</summary>
public class SectionNameTests
{
    [Theory]
    [InlineData("en-GB", "Half-title", "Title page", "Imprint", "Colophon")]
    [InlineData("de-AT", "Schmutztitel", "Titelseite", "Impressum", "Kolophon")]
    [InlineData("fr", "Faux-titre", "Page de titre", "Mentions légales", "Achevé d’imprimer")]
    [InlineData("es", "Anteportada", "Portada", "Página de créditos", "Colofón")]
    [InlineData("it", "Occhiello", "Frontespizio", "Dati editoriali", "Colophon")]
    [InlineData("nl", "Franse titel", "Titelpagina", "Uitgavegegevens", "Colofon")]
    [InlineData("eo", "Half-title", "Title page", "Imprint", "Colophon")]
    public void It_is_in_the_books_language(string language, params string[] names)
    {
        var book = ManuscriptReader.Read(
            MemoryFiles.Of(("book.yaml", $"title: Names\nlanguage: {language}\nmatter: {{ front: [ half-title, title-page, imprint: a.md ], body: [ chapter: b.md ], back: [ colophon: a.md ] }}\n"), ("a.md", "Words.\n"), ("b.md", "# One\n\nWords.\n")),
            new ReaderSettings()).Book!;
        Assert.Equal(names, book.Sections.Where(section => section.Kind != SectionKind.Chapter).Select(section => section.NavigationTitle));
    }
}
