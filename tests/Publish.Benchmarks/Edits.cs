using System.Diagnostics;
using System.Globalization;
using Publish.Editions;
using Publish.Editions.Tests;

namespace Publish.Benchmarks;

/// <summary>Many random edits through the engine of <c>build --watch</c>: compared with first builds, or looked at for growth of memory. Run by hand: it takes minutes.</summary>
internal static class Edits
{
    /// <summary>Runs them.</summary>
    /// <param name="arguments">How many; "alone" not to compare each with a first build.</param>
    /// <param name="output">Receives what was found.</param>
    public static int Run(string[] arguments, TextWriter output)
    {
        var count = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var alone = arguments.Contains("alone");
        var book = new RandomEdits(seed: 1);
        var engine = new RebuildEngine(new BuildRequest(book, SampleBook.Assets));
        var (different, good) = (0, 0);
        var times = new List<double>();
        for (var i = 1; i <= count; i++)
        {
            book.Edit();
            var files = book.Snapshot();
            var watch = Stopwatch.StartNew();
            var rebuilt = engine.Build(files);
            times.Add(watch.Elapsed.TotalMilliseconds);
            good += rebuilt.Failed ? 0 : 1;
            if (!alone && Told(BookBuild.Run(new BuildRequest(files, SampleBook.Assets))) != Told(rebuilt))
            {
                different++;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"edit {i} ({book.Last}) differs"));
            }

            if (rebuilt.Failed || i % 40 == 0)
            {
                book = new RandomEdits(seed: (ulong)i + 1);
            }

            if (i % Math.Max(1, count / 20) == 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i} edits, {good} built, {different} differ; {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F1} MB held; median {times.Order().ElementAt(times.Count / 2):F1} ms"));
            }
        }

        return different == 0 ? 0 : 1;
    }

    private static string Told(BuildReport report) => string.Join('\n', report.Editions.Select(e => e.File.Sha256()).Concat(report.Diagnostics.Select(d => d.ToString())));
}
