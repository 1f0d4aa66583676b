using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>
/// The text of every PDF, as poppler takes it out, is the model's without the hyphens at line ends. A library of other books by hand:
/// <c>PUBLISH_BOOKS=FOLDER Publish.Editions.Tests -explicit only -class '*PrintedTextTests'</c>.
/// </summary>
public sealed class PrintedTextTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("manuscript")]
    [InlineData("tests/books/torture")]
    [InlineData("tests/books/paragraphs")]
    public void The_text_of_every_pdf_is_the_models(string folder)
    {
        var wrong = PrintedText.Judge(RepositoryRoot.Combine(folder.Split('/')), output);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact(Explicit = true)]
    public void So_it_is_in_a_folder_of_books()
    {
        var folder = Environment.GetEnvironmentVariable("PUBLISH_BOOKS") ?? throw new InvalidOperationException("PUBLISH_BOOKS names no folder");
        var wrong = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).SelectMany(book => PrintedText.Judge(book, output)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
