using Publish.Testing.Judges;

namespace Publish.Testing.Tests;

/// <summary>A judge that finds nothing proves nothing until it is seen to find what is wrong.</summary>
public sealed class PdfJudgesTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Sample() => scratch.Write("sample.pdf", SampleBooks.Pdf());

    private string WrongCross() => scratch.Write("cross.pdf", SampleBooks.Pdf(startCross: 7));

    private string WrongContent() => scratch.Write("content.pdf", SampleBooks.Pdf("0 g zork /F1 10 Tf (x) Tj ET 10 10 50 re f"));

    [Fact]
    public void Qpdf_sees_a_wrong_cross_reference()
    {
        Qpdf.Check(Sample()).MustPass();
        Assert.False(Qpdf.Check(WrongCross()).Passed);
        Assert.Contains("/MediaBox", Qpdf.Readable(Sample()), StringComparison.Ordinal);
    }

    [Fact]
    public void Mutool_sees_a_wrong_cross_reference_and_a_wrong_operator()
    {
        Mutool.Check(Sample()).MustPass();
        Assert.False(Mutool.Check(WrongCross()).Passed);
        Assert.False(Mutool.Check(WrongContent()).Passed);
    }

    [Fact]
    public void Ghostscript_sees_a_wrong_operator_and_the_plates()
    {
        Ghostscript.Check(Sample()).MustPass();
        Assert.False(Ghostscript.Check(WrongContent()).Passed);
        InkCoverage black = Assert.Single(Ghostscript.Ink(Sample()));
        Assert.True(black.IsBlackOnly);
        Assert.InRange(black.Black, 0.24, 0.26);
        Assert.False(Assert.Single(Ghostscript.Ink(scratch.Write("red.pdf", SampleBooks.Pdf("1 0 0 rg 10 10 50 50 re f")))).IsBlackOnly);
    }

    [Fact]
    public void Poppler_sees_a_wrong_operator()
    {
        Poppler.Check(Sample()).MustPass();
        Assert.False(Poppler.Check(WrongContent()).Passed);
        Assert.Equal("100 x 100 pts", Poppler.Info(Sample())["Page size"]);
        Assert.Empty(Poppler.Fonts(Sample()));
        Assert.Single(Poppler.ToPng(Sample(), scratch.File("pages"), 50));
    }

    [Fact]
    public void PdfJs_sees_a_wrong_cross_reference()
    {
        PdfJs read = PdfJs.Read(Sample());
        read.Verdict.MustPass();
        Assert.False(Assert.Single(read.Pages).Tagged);
        Assert.False(PdfJs.Read(WrongCross()).Verdict.Passed);
    }

    [Fact]
    public void VeraPdf_judges_each_file_by_its_flavour()
    {
        IReadOnlyList<Verdict> verdicts = VeraPdf.Validate("ua1", Sample(), WrongContent());
        Assert.Equal([Sample(), WrongContent()], verdicts.Select(verdict => verdict.File));
        Assert.All(verdicts, verdict => Assert.Contains(verdict.Findings, finding => finding.Code.StartsWith("7.1-", StringComparison.Ordinal)));
        Assert.Contains(VeraPdf.Validate("2b", Sample())[0].Findings, finding => finding.Code.StartsWith("6.6.2", StringComparison.Ordinal));
    }

    [Fact]
    public void Preflight_sees_that_a_file_is_no_archive_file()
    {
        Assert.Contains(PdfBoxPreflight.Validate(Sample())[0].Findings, finding => finding.Code.StartsWith('7'));
    }
}
