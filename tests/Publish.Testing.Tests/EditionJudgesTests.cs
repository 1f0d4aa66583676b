using Publish.Testing.Judges;

namespace Publish.Testing.Tests;

public sealed class EditionJudgesTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_sound_black_page_passes_and_a_red_one_does_not()
    {
        EditionJudges.OfPdf(scratch.Write("black.pdf", SampleBooks.Pdf()), blackOnly: true).MustPass();
        string red = scratch.Write("red.pdf", SampleBooks.Pdf("1 0 0 rg 10 10 50 50 re f"));
        Finding plate = Assert.Single(EditionJudges.OfPdf(red, blackOnly: true).SelectMany(verdict => verdict.Findings));
        Assert.Equal(("plate", "page 1"), (plate.Code, plate.Where));
        EditionJudges.OfPdf(red, blackOnly: false).MustPass();
    }

    [Fact]
    public void A_font_that_is_not_in_the_file_is_found()
    {
        string path = scratch.Write("font.pdf", SampleBooks.Pdf("BT /F1 10 Tf 10 50 Td (Said) Tj ET", "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"));
        Assert.Equal(new PdfFont("Helvetica", "Type 1", "Standard", false, false, false), Assert.Single(Poppler.Fonts(path)));
        Assert.Contains(EditionJudges.OfPdf(path, blackOnly: true).SelectMany(verdict => verdict.Findings), finding => finding.Code == "font");
    }
}
