using BenchmarkDotNet.Attributes;
using Publish.Document;
using Publish.Fonts;
using Publish.Pdf;
using Publish.Typesetting;

namespace Publish.Benchmarks;

/// <summary>Writing alone, from pages to bytes, of a book of 50,000 words: tags on and off, compressed and plain objects, one core.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    private Book book = null!;
    private TypesetResult pages = null!;

    /// <summary>Whether the file has tags.</summary>
    [Params(false, true)]
    public bool Tagged { get; set; }

    /// <summary>Whether it has links, outline and named places.</summary>
    [Params(false, true)]
    public bool Links { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var sample = new SampleBook(50_000);
        book = sample.Read();
        pages = sample.Set(book, FontLibrary.Load(SampleBook.Assets, []));
    }

    [Benchmark(Baseline = true)]
    public PdfResult Compact() => PdfWriter.Write(pages.Pages, book.Metadata, Settings());

    [Benchmark]
    public PdfResult Classic() => PdfWriter.Write(pages.Pages, book.Metadata, Settings() with { Classic = true });

    private PdfSettings Settings() => new(new EditionPlan("book", EditionFormat.Pdf) { Tagged = Tagged, Links = Links }) { Threads = 1 };
}
