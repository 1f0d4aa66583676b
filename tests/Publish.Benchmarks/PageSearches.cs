using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
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
/// the same lists on one thread; the times are those that the thread had of a core, the least of several rounds taken in turn for each chapter, so that it hardly matters what else the machine does.
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
        var (greedy, optimal) = (0.0, 0.0);
        List<PageResult> found = [], filled = [];
        foreach (var (list, frame, costs) in lists)
        {
            var (least, best) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                least = Math.Min(least, Timed(() => PageSearch.FindGreedy(list, frame, costs)));
                best = Math.Min(best, Timed(() => PageSearch.Find(list, frame, costs)));
            }

            greedy += least;
            optimal += best;
            filled.Add(PageSearch.FindGreedy(list, frame, costs));
            found.Add(PageSearch.Find(list, frame, costs));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-40} {found.Sum(r => r.Pages.Length),6} {lists.Sum(l => l.List.Notes.Length),6} {greedy,6:F1} ms {optimal,6:F1} ms {optimal / greedy,6:F2}  {filled.Sum(r => r.Cost)} / {found.Sum(r => r.Cost)}"));
    }

    private static double Timed(Func<PageResult> action)
    {
        var start = Stopwatch.GetTimestamp();
        var cpu = ThreadTime();
        action();
        return ThreadTime() is { } end && cpu is { } begin ? end - begin : Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Milliseconds that this thread has had of a core; null where the system can't say.</summary>
    private static double? ThreadTime()
    {
        const int ThreadCpuTime = 3;
        return OperatingSystem.IsLinux() && clock_gettime(ThreadCpuTime, out var time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : null;
    }

    [DllImport("libc", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);

    private sealed class Pictures(ImageLibrary library) : IPictures
    {
        public ImageResource? Find(Picture picture) => library.Find(picture);
    }
}
