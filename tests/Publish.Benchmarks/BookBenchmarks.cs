using BenchmarkDotNet.Attributes;
using Publish.Document;
using Publish.Editions;
using Publish.Epub;
using Publish.Fonts;
using Publish.Manuscript;
using Publish.Pdf;
using Publish.Styles;
using Publish.Typesetting;

namespace Publish.Benchmarks;

/// <summary>The stages of a build, each on a book of 50,000 words.</summary>
[MemoryDiagnoser]
public class BookBenchmarks
{
    private SampleBook sample = null!;
    private Book book = null!;
    private FontLibrary fonts = null!;
    private TypesetResult pages = null!;
    private EpubParts parts = null!;

    /// <summary>Length of the book in words.</summary>
    [Params(50_000)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        sample = new SampleBook(Words);
        book = sample.Read();
        fonts = FontLibrary.Load(SampleBook.Assets, []);
        pages = sample.Set(book, fonts);
        parts = new EpubParts(HouseFiles.EpubCss(SampleBook.Assets, book.Style, [], sample), _ => null) { Fonts = fonts, Assets = SampleBook.Assets };
    }

    [Benchmark]
    public Book Reading() => ManuscriptReader.Read(sample, new ReaderSettings()).Book!;

    [Benchmark]
    public FontLibrary Fonts() => FontLibrary.Load(SampleBook.Assets, [], sample);

    [Benchmark]
    public TypesetResult Pages() => sample.Set(book, fonts);

    [Benchmark]
    public TypesetResult PagesOnOneCore() => sample.Set(book, fonts, cores: 1);

    [Benchmark]
    public PdfResult PrintPdf() => PdfWriter.Write(pages.Pages, book.Metadata, new PdfSettings(book.Editions[0]));

    [Benchmark]
    public PdfResult ScreenPdf() => PdfWriter.Write(pages.Pages, book.Metadata, new PdfSettings(book.Editions[1]));

    [Benchmark]
    public EpubResult Epub() => EpubWriter.Write(book, pages.Pages.Map, parts, new EpubSettings { Edition = "epub" });

    [Benchmark(Baseline = true)]
    public BuildReport AllEditions() => BookBuild.Run(new BuildRequest(sample, SampleBook.Assets));
}
