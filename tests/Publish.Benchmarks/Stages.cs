using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Publish.Document;
using Publish.Editions;
using Publish.Epub;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Manuscript;
using Publish.Pdf;
using Publish.Styles;
using Publish.Typesetting;
using Publish.Typesetting.Hyphenation;

namespace Publish.Benchmarks;

/// <summary>Time and allocation of each stage on a book of the disk, beside its floor. The second round is told: the first one compiles.</summary>
internal static class Stages
{
    private static AllocationTypes? heard;

    /// <summary>Runs the stages.</summary>
    /// <param name="arguments">The book's folder and, if wished, how many rounds, and "types" for what is allocated.</param>
    /// <param name="output">Receives the table.</param>
    public static int Run(string[] arguments, TextWriter output)
    {
        using var types = arguments.Length > 2 && arguments[2] == "types" ? new AllocationTypes() : null;
        heard = types;
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 3;
        for (var round = 1; round <= rounds; round++)
        {
            Round(arguments[0], round == rounds ? output : TextWriter.Null);
        }

        return 0;
    }

    private static void Round(string folder, TextWriter output)
    {
        var assets = SampleBook.Assets;
        var files = new FolderBookFiles(folder);
        var diagnostics = new List<Diagnostic>();
        var book = Measured(output, "reading", () => ManuscriptReader.Read(files, new ReaderSettings()).Book!);
        var fonts = Measured(output, "fonts", () => FontLibrary.Load(assets, diagnostics, files));
        var images = new ImageLibrary(files);
        var print = book.Editions.First(e => e.Format == EditionFormat.Pdf && !e.Tagged);
        var screen = book.Editions.First(e => e.Format == EditionFormat.Pdf && e.Tagged);
        var set = Measured(output, "pages", () => Typesetter.Set(
            book,
            StyleSheet.Load(assets, book.Style, StyleMedium.Print, diagnostics, print, files),
            fonts,
            new HyphenationPatterns(assets),
            new Pictures(images),
            new TypesettingSettings(print)));
        var printed = Measured(output, "print PDF", () => PdfWriter.Write(set.Pages, book.Metadata, new PdfSettings(print)));
        var screened = Measured(output, "screen PDF", () => PdfWriter.Write(set.Pages, book.Metadata, new PdfSettings(screen)));
        var css = HouseFiles.EpubCss(assets, book.Style, diagnostics, files);
        var epub = Measured(output, "EPUB", () => EpubWriter.Write(book, set.Pages.Map, new EpubParts(css, picture => EpubPicture.AsIs(files, picture)) { Fonts = fonts, Assets = assets }, new EpubSettings { Edition = "epub" }));
        var readable = PdfWriter.Write(set.Pages, book.Metadata, new PdfSettings(print) { Readable = true });
        Measured(output, "floor: deflate of the print file alone", () => Deflated(readable.Bytes));
        var face = fonts.Find(["EB Garamond"], 400, italic: false)!;
        var words = set.Pages.Pages.SelectMany(p => p.Items).OfType<Typesetting.Display.GlyphRun>().SelectMany(r => r.Text.Split(' ')).ToArray();
        Measured(output, string.Create(CultureInfo.InvariantCulture, $"floor: HarfBuzz alone, {words.Length} words"), () => Shaped(face, words));
        Measured(output, "floor: HarfBuzz alone, each word once", () => Shaped(face, [.. words.Distinct(StringComparer.Ordinal)]));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Pages.Pages.Length} pages, {set.Passes} passes; print {Told(printed.Bytes)}, screen {Told(screened.Bytes)}, EPUB {Told(epub.Bytes)}"));
    }

    private static string Told(ReadOnlyMemory<byte> file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Length} bytes {Convert.ToHexStringLower(SHA256.HashData(file.Span))[..12]}");

    private static int Shaped(FontFace face, string[] words)
    {
        var glyphs = new List<ShapedGlyph>();
        foreach (var word in words)
        {
            glyphs.Clear();
            face.Shape(word, ShapingSettings.Latin, glyphs);
        }

        return words.Length;
    }

    private static long Deflated(ReadOnlyMemory<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, new ZLibCompressionOptions { CompressionLevel = 5 }, leaveOpen: true))
        {
            deflate.Write(bytes.Span);
        }

        return target.Length;
    }

    private static T Measured<T>(TextWriter output, string name, Func<T> stage)
    {
        var process = Process.GetCurrentProcess();
        process.Refresh();
        heard?.Tell(TextWriter.Null);
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var result = stage();
        watch.Stop();
        process.Refresh();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-44} {watch.Elapsed.TotalMilliseconds,8:F1} ms {(process.TotalProcessorTime - cpu).TotalMilliseconds,8:F1} ms CPU {(GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6,8:F1} MB"));
        heard?.Tell(output);
        return result;
    }

    private sealed class Pictures(ImageLibrary library) : IPictures
    {
        public ImageResource? Find(Picture picture) => library.Find(picture);
    }
}
