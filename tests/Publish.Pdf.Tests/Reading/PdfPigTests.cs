using Publish.Document;
using Publish.Typesetting.Display;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline;

namespace Publish.Pdf.Tests.Reading;

/// <summary>What an independent reader finds in the finished file, beside what the display list says.</summary>
public class PdfPigTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_glyph_stands_where_the_display_list_has_it(bool classic)
    {
        var pages = Specimen.Book().Build();
        using var file = PdfDocument.Open(PdfWriter.Write(pages, TestBook.Metadata, TestBook.ScreenSettings with { Classic = classic }).Bytes);
        foreach (var page in pages.Pages)
        {
            var letters = file.GetPage(page.Index + 1).Letters.Where(letter => letter.Value != " ").ToList();
            var expected = new List<(double X, double Y, double Size)>();
            foreach (var run in page.Items.OfType<GlyphRun>())
            {
                foreach (var glyph in run.Glyphs)
                {
                    if (glyph.Cluster >= run.Text.Length || run.Text[glyph.Cluster] != ' ')
                    {
                        expected.Add(((run.X.Scaled + glyph.X) / 65536.0, page.Boxes.TrimHeight.Points - run.Baseline.Points, run.Size.Points));
                    }
                }
            }

            Assert.Equal(expected.Count, letters.Count);
            for (var i = 0; i < expected.Count; i++)
            {
                var (x, y, size) = expected[i];
                Assert.Equal(x, letters[i].StartBaseLine.X, size * 0.001);
                Assert.Equal(y, letters[i].StartBaseLine.Y, 0.001);
            }
        }
    }

    [Fact]
    public void Letters_are_those_of_the_model()
    {
        using var file = PdfDocument.Open(Specimen.Book().Write(TestBook.PrintSettings).Bytes);
        var text = string.Concat(file.GetPage(1).Letters.Select(letter => letter.Value));
        Assert.Contains("Theaffluentofficeof", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("USSR", text, StringComparison.Ordinal);
        Assert.Contains("small caps", text, StringComparison.Ordinal);
        Assert.Contains("1927", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_black_ink_in_device_gray()
    {
        using var file = PdfDocument.Open(Specimen.Book().Write(TestBook.PrintSettings).Bytes);
        foreach (var letter in file.GetPages().SelectMany(page => page.Letters))
        {
            var gray = Assert.IsType<UglyToad.PdfPig.Graphics.Colors.GrayColor>(letter.Color);
            Assert.Equal(0, gray.Gray);
        }
    }

    [Fact]
    public void Colours_are_written_in_their_own_space()
    {
        var book = new TestBook().Page();
        var element = book.Element(StructureRole.P);
        book.Line(book.In(element), 50, 50, "a", new LineStyle { Color = new InkColor(ColorSpace.Rgb, 500, 250, 0, 0) });
        book.Line(book.In(element), 50, 70, "b", new LineStyle { Color = new InkColor(ColorSpace.Cmyk, 0, 1000, 500, 100) });
        book.Line(book.In(element), 50, 90, "c", new LineStyle { Color = InkColor.Gray(400) });
        using var file = PdfDocument.Open(book.Write(TestBook.PrintSettings).Bytes);
        var colors = file.GetPage(1).Letters.Select(letter => letter.Color!).ToList();
        Assert.Equal((0.5, 0.25, 0.0), Assert.IsType<UglyToad.PdfPig.Graphics.Colors.RGBColor>(colors[0]) is var rgb ? (rgb.R, rgb.G, rgb.B) : default);
        Assert.Equal((0.0, 1.0, 0.5, 0.1), Assert.IsType<UglyToad.PdfPig.Graphics.Colors.CMYKColor>(colors[1]) is var ink ? (ink.C, ink.M, ink.Y, ink.K) : default);
        Assert.Equal(0.4, Assert.IsType<UglyToad.PdfPig.Graphics.Colors.GrayColor>(colors[2]).Gray);
    }

    [Fact]
    public void Media_contains_bleed_contains_trim()
    {
        var book = Specimen.Book();
        book.Boxes = new PageBoxes(Length.FromMillimetres(148), Length.FromMillimetres(210), Length.FromMillimetres(3), Length.FromPoints(20));
        using var file = PdfDocument.Open(book.Write(TestBook.PrintSettings).Bytes);
        var page = file.GetPage(1);
        var media = page.MediaBox.Bounds;
        Assert.Equal((0.0, 0.0), (media.Left, media.Bottom));
        Assert.Equal(148 / 25.4 * 72, Number(page, "TrimBox", 2) - Number(page, "TrimBox", 0), 0.0005);
        Assert.Equal(210 / 25.4 * 72, Number(page, "TrimBox", 3) - Number(page, "TrimBox", 1), 0.0005);
        Assert.Equal(20, Number(page, "BleedBox", 0), 0.0001);
        Assert.Equal(20 + (3 / 25.4 * 72), Number(page, "TrimBox", 0), 0.0005);
        Assert.Equal(media.Right - Number(page, "TrimBox", 2), Number(page, "TrimBox", 0), 0.0005);

        // The first letter moves with the trim box.
        Assert.Equal(60 + Number(page, "TrimBox", 0), page.Letters[0].StartBaseLine.X, 0.001);
    }

    [Fact]
    public void Bookmarks_lead_to_their_pages()
    {
        using var file = PdfDocument.Open(Specimen.Book().Write(TestBook.ScreenSettings).Bytes);
        Assert.True(file.TryGetBookmarks(out var bookmarks));
        var nodes = bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(node => (node.Title, node.PageNumber, node.Level)).ToList();
        Assert.Equal([("Chapter — “One”", 1, 0), ("Note", 1, 1)], nodes);
    }

    [Fact]
    public void An_edition_without_links_has_no_annotations_and_no_outline()
    {
        using var file = PdfDocument.Open(Specimen.Book().Write(TestBook.PrintSettings).Bytes);
        Assert.Empty(file.GetPages().SelectMany(page => page.GetAnnotations()));
        Assert.False(file.TryGetBookmarks(out _));
    }

    [Fact]
    public void A_blank_page_has_no_content()
    {
        var book = Specimen.Book().Page();
        using var file = PdfDocument.Open(book.Write(TestBook.PrintSettings).Bytes);
        Assert.True(file.GetPage(2).Dictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Contents));
        Assert.False(file.GetPage(3).Dictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Contents));
    }

    private static double Number(Page page, string box, int index) =>
        ((UglyToad.PdfPig.Tokens.NumericToken)((UglyToad.PdfPig.Tokens.ArrayToken)page.Dictionary.Data[box]).Data[index]).Double;
}
