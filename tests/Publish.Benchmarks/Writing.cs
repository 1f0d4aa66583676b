using System.Diagnostics;
using System.Globalization;
using Publish.Document;
using Publish.Editions;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Manuscript;
using Publish.Pdf;
using Publish.Styles;
using Publish.Typesetting;
using Publish.Typesetting.Hyphenation;

namespace Publish.Benchmarks;

/// <summary>Writing a book of the disk, from its pages to the bytes, in each way a file can be written: CPU time (the least of several), size, size of a page.</summary>
internal static class Writing
{
    private const int Rounds = 7;

    /// <summary>Runs it.</summary>
    /// <param name="folder">The book's folder.</param>
    /// <param name="output">Receives the table.</param>
    public static int Run(string folder, TextWriter output)
    {
        var assets = SampleBook.Assets;
        var files = new FolderBookFiles(folder);
        var book = ManuscriptReader.Read(files, new ReaderSettings()).Book ?? throw new InvalidDataException("the book cannot be read");
        var plan = book.Editions.First(e => e.Format == EditionFormat.Pdf);
        var fonts = FontLibrary.Load(assets, [], files);
        var set = Typesetter.Set(book, StyleSheet.Load(assets, book.Style, StyleMedium.Print, [], plan, files), fonts, new HyphenationPatterns(assets), new Pictures(new ImageLibrary(files)), new TypesettingSettings(plan));
        var count = set.Pages.Pages.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} pages"));
        output.WriteLine("| links | tags | objects | CPU ms | bytes | bytes a page |");
        output.WriteLine("|---|---|---|---:|---:|---:|");
        foreach (var (links, tagged, classic) in new[] { (false, false, false), (false, true, false), (true, false, false), (true, true, false), (false, false, true), (true, true, true) })
        {
            var settings = new PdfSettings(new EditionPlan("book", EditionFormat.Pdf) { Links = links, Tagged = tagged }) { Classic = classic, Threads = 1 };
            var (size, least) = (0, TimeSpan.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                using var process = Process.GetCurrentProcess();
                var before = process.TotalProcessorTime;
                size = PdfWriter.Write(set.Pages, book.Metadata, settings).Bytes.Length;
                process.Refresh();
                var took = process.TotalProcessorTime - before;
                least = took < least ? took : least;
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {(links ? "yes" : "no")} | {(tagged ? "yes" : "no")} | {(classic ? "plain" : "compressed")} | {least.TotalMilliseconds:F0} | {size} | {size / count} |"));
        }

        return 0;
    }

    private sealed class Pictures(ImageLibrary library) : IPictures
    {
        public ImageResource? Find(Picture picture) => library.Find(picture);
    }
}
