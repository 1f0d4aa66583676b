using Publish.Pdf.Fonts;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests.Text;

/// <summary>What other programs copy is what the model says.</summary>
public sealed class ExtractionTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Poppler_gives_every_word_whole_across_lines_and_pages(bool screen)
    {
        var path = Write(Specimen.Book(), screen ? TestBook.ScreenSettings : TestBook.PrintSettings);
        foreach (var option in (string[])["-raw", "-nopgbrk", "-layout"])
        {
            var words = Words(Poppler.Text(path, option));
            foreach (var word in (string[])["affluent", "office", "USSR", "efficiency;", "revolution", "well-known", "small", "caps", "extraordinary."])
            {
                Assert.Contains(word, words);
            }

            Assert.DoesNotContain("known", words);
            Assert.DoesNotContain("nary.", words);
        }
    }

    [Fact]
    public void A_reader_without_ActualText_finds_a_plain_hyphen_that_its_search_skips()
    {
        var page = PdfJs.Read(Write(Specimen.Book(), TestBook.ScreenSettings)).Pages[0];
        Assert.Contains("efficiency; a revolu-\ntion of well-\nknown workers in small caps by", page.Text, StringComparison.Ordinal);
        Assert.Contains("USSR", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_ends_a_word_says_so_to_who_reads_the_structure()
    {
        var text = Poppler.StructureText(Write(Specimen.Book(), TestBook.ScreenSettings));
        Assert.Contains("\"workers in small caps by 1927, final.\"", text, StringComparison.Ordinal);
        Assert.Contains("\" It was extraordi\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_glyph_that_stands_for_two_texts_gets_two_codes()
    {
        var book = new TestBook().Page();
        var structure = book.In(book.Element(StructureRole.P));
        var small = TestBook.Shape(structure, Document.Length.FromPoints(50), Document.Length.FromPoints(50), "nato", new LineStyle { Features = ["smcp"] });
        book.Add(small);

        // The same glyphs for other letters: as with c2sc in a font that has one set of small capitals.
        book.Add(small with { Characters = "NATO".AsMemory(), Baseline = Document.Length.FromPoints(70) });
        var path = Write(book, TestBook.ScreenSettings);
        Assert.Equal(["nato", "NATO"], Words(Poppler.Text(path)));
        Assert.Equal("nato\nNATO", PdfJs.Read(path).Pages[0].Text.Trim());
        Assert.All(VeraPdf.Validate("2a", path), verdict => verdict.MustPass());
        Mutool.Check(path).MustPass();
    }

    [Fact]
    public void A_glyph_keeps_one_code_for_one_text()
    {
        var use = new FontUse(TestFonts.Roman, 0);
        Assert.True(use.TryCode(5, "a", out var first));
        Assert.True(use.TryCode(5, "A", out var second));
        Assert.True(use.TryCode(5, "a", out var again));
        Assert.True(use.TryCode(5, "ä", out var third));
        Assert.True(use.TryCode(5, "A", out var secondAgain));
        Assert.Equal((first, second), (again, secondAgain));
        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
    }

    [Fact]
    public void Glyphs_that_make_one_letter_together_are_replaced_by_it()
    {
        var book = new TestBook().Page();
        var structure = book.In(book.Element(StructureRole.P));
        var run = TestBook.Shape(structure, Document.Length.FromPoints(50), Document.Length.FromPoints(50), "xab", new LineStyle());

        // "x", then two glyphs that are one cluster for "q".
        book.Add(run with { Characters = "xq".AsMemory(), Glyphs = [run.Glyphs[0], run.Glyphs[1], run.Glyphs[2] with { Cluster = 1 }] });
        var path = Write(book, TestBook.ScreenSettings);
        Assert.Equal(["xq"], Words(Poppler.Text(path)));
    }

    [Fact]
    public void No_break_spaces_keep_their_characters()
    {
        var book = new TestBook().Page();
        var structure = book.In(book.Element(StructureRole.P));
        book.Line(structure, 50, 50, "p.\u00A0300 and so");
        using var file = UglyToad.PdfPig.PdfDocument.Open(book.Write(TestBook.ScreenSettings).Bytes);
        Assert.Equal("p.\u00A0300 and so", string.Concat(file.GetPage(1).Letters.Select(letter => letter.Value)));
    }

    private string Write(TestBook book, PdfSettings settings)
    {
        var path = _scratch.File("text.pdf");
        File.WriteAllBytes(path, book.Write(settings).Bytes);
        return path;
    }

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
