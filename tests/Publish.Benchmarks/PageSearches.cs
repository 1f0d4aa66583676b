using System.Diagnostics;
using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Editions;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Manuscript;
using Publish.Styles;
using Publish.Styles.Pages;
using Publish.Typesetting;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Pages;
using Publish.Typesetting.Tests.Pages;

namespace Publish.Benchmarks;

/// <summary>
/// The page search beside greedy pages: time, pages and cost, on books of the disk and on made prose of up to 1,500 pages with 3,000 notes. Both look for the pages of
/// the same lists on one thread; the times are the least of several rounds, taken in turn, so that what else the machine does weighs on both alike.
/// </summary>
internal static class PageSearches
{
    private const int Rounds = 15;

    /// <summary>Prints a line for each book or made text.</summary>
    /// <param name="folders">Books; A5 in 10/13 and 6 × 9 in 11/14 are tried for each.</param>
    /// <param name="output">Receives the lines.</param>
    public static int Run(string[] folders, TextWriter output)
    {
        output.WriteLine("text                                      pages  notes    greedy   optimal  ratio  cost greedy / optimal");
        foreach (var folder in folders)
        {
            foreach (var (name, css) in Sizes)
            {
                Measure(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) + name, [.. Lists(folder, css)], output);
            }
        }

        foreach (var pages in (ReadOnlySpan<int>)[150, 500, 1500])
        {
            var made = MadeProse.Of(pages);
            Measure(string.Create(CultureInfo.InvariantCulture, $"made prose, {pages} pages"), [(made.List, made.Frame, made.Costs)], output);
        }

        return 0;
    }

    private static readonly (string Name, string Css)[] Sizes =
    [
        (", 6 × 9 in, 11/14", "@page { size: 6in 9in; } body { font-size: 11pt; line-height: 14pt; }"),
        (", A5, 10/13", "@page { size: 148mm 210mm; } body { font-size: 10pt; line-height: 13pt; }"),
    ];

    private static IEnumerable<(VerticalList List, PageFrame Frame, PageCosts Costs)> Lists(string folder, string css)
    {
        var files = new FolderBookFiles(folder);
        var diagnostics = new List<Diagnostic>();
        var book = ManuscriptReader.Read(files, new ReaderSettings()).Book!;
        var fonts = FontLibrary.Load(SampleBook.Assets, diagnostics, files);
        var print = book.Editions.First(e => e.Format == EditionFormat.Pdf && !e.Tagged);
        var sheet = StyleSheet.Load(SampleBook.Assets, book.Style, StyleMedium.Print, diagnostics, print, files, ("size.css", Encoding.UTF8.GetBytes(css)));
        return Typesetter.Searches(book, sheet, fonts, new HyphenationPatterns(SampleBook.Assets), new Pictures(new ImageLibrary(files)), new TypesettingSettings(print));
    }

    private static void Measure(string name, List<(VerticalList List, PageFrame Frame, PageCosts Costs)> lists, TextWriter output)
    {
        var (greedy, optimal) = (double.MaxValue, double.MaxValue);
        List<PageResult> found = [], filled = [];
        for (var round = 0; round < Rounds; round++)
        {
            greedy = Math.Min(greedy, Timed(() => filled = lists.ConvertAll(l => PageSearch.FindGreedy(l.List, l.Frame, l.Costs))));
            optimal = Math.Min(optimal, Timed(() => found = lists.ConvertAll(l => PageSearch.Find(l.List, l.Frame, l.Costs))));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-40} {found.Sum(r => r.Pages.Length),6} {lists.Sum(l => l.List.Notes.Length),6} {greedy,6:F1} ms {optimal,6:F1} ms {optimal / greedy,6:F2}  {filled.Sum(r => r.Cost)} / {found.Sum(r => r.Cost)}"));
    }

    private static double Timed(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private sealed class Pictures(ImageLibrary library) : IPictures
    {
        public ImageResource? Find(Picture picture) => library.Find(picture);
    }
}
