using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Publish.Testing;

namespace Publish.Pdf.Tests.Reading;

/// <summary>Whole files as text, font programs and profiles by their size alone: every byte that a change moves is seen.</summary>
public partial class SnapshotTests
{
    [Fact]
    public void The_screen_edition() => Snapshot.Matches(Readable(TestBook.ScreenSettings));

    [Fact]
    public void The_print_edition() => Snapshot.Matches(Readable(TestBook.PrintSettings));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_same_pages_give_the_same_bytes_on_any_number_of_threads(int threads)
    {
        var book = LongBook();
        var expected = SHA256.HashData(book.Write(TestBook.ScreenSettings with { Threads = 3 }).Bytes);
        Assert.Equal(expected, SHA256.HashData(book.Write(TestBook.ScreenSettings with { Threads = threads }).Bytes));
    }

    [Fact]
    public void The_identifier_changes_with_the_content_and_not_with_the_serialiser()
    {
        var one = IdOf(Specimen.Book().Write(TestBook.ScreenSettings with { Classic = true }).Bytes);
        var same = IdOf(Specimen.Book().Write(TestBook.ScreenSettings).Bytes);
        var book = Specimen.Book();
        book.Line(Typesetting.Display.StructureReference.ArtifactOf(Typesetting.Display.ArtifactKind.Folio), 10, 10, "x");
        var other = IdOf(book.Write(TestBook.ScreenSettings).Bytes);
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
    }

    private static TestBook LongBook()
    {
        var book = new TestBook();
        for (var page = 0; page < 60; page++)
        {
            book.Page();
            var paragraph = book.In(book.Element(Typesetting.Display.StructureRole.P));
            for (var line = 0; line < 20; line++)
            {
                book.Line(paragraph, 50, 50 + (line * 14), $"Line {line} of page {page}, flowing", new LineStyle { WordSpace = line % 3 });
            }
        }

        return book;
    }

    private static string IdOf(byte[] file) => Id().Match(Encoding.Latin1.GetString(file)).Groups[1].Value;

    private static string Readable(PdfSettings settings)
    {
        var text = Encoding.Latin1.GetString(Specimen.Book().Write(settings with { Readable = true }).Bytes);
        return Stream().Replace(text, match =>
            match.Value.Any(c => c > '~' || (c < ' ' && c != '\n')) ? $"stream\n({match.Groups[1].Length} bytes)\nendstream" : match.Value);
    }

    [GeneratedRegex(@"(?<=>>\n)stream\n(.*?)\nendstream", RegexOptions.Singleline)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/ID ?\[<([0-9A-F]{32})>")]
    private static partial Regex Id();
}
