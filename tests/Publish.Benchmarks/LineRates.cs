using System.Diagnostics;
using System.Globalization;
using Publish.Document;
using Publish.Editions;
using Publish.Fonts;
using Publish.Manuscript;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Text;

namespace Publish.Benchmarks;

/// <summary>Words a second of shaping and breaking a book's paragraphs, cold and from the cache, on one core and two, beside HarfBuzz alone on the same words.</summary>
internal static class LineRates
{
    private static readonly Length Measure = Length.FromPoints(315);

    /// <summary>Prints the table. The best of the rounds is told: others share the machine.</summary>
    /// <param name="arguments">The book's folder and, if wished, how many rounds.</param>
    /// <param name="output">Receives the table.</param>
    public static int Run(string[] arguments, TextWriter output)
    {
        var book = ManuscriptReader.Read(new FolderBookFiles(arguments[0]), new ReaderSettings()).Book ?? throw new InvalidDataException("the book cannot be read");
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5;
        var face = FontLibrary.Load(SampleBook.Assets, []).Find(["EB Garamond"], 400, italic: false) ?? throw new InvalidDataException("EB Garamond is missing");
        var style = StyleSheet.Load(SampleBook.Assets, "classic", StyleMedium.Print, []).Root with { Alignment = TextAlignment.Justify, Hyphenate = true };
        string[] paragraphs = [.. Walk.Blocks(book).OfType<Paragraph>().Select(p => PlainText.Of(p.Content)).Where(t => t.Length > 0)];
        StyledText[] texts = [.. paragraphs.Select(p => new StyledText(
            p, [new StyledRun(0, p.Length, style.Characters, face, style.Characters.Size, Length.Zero, book.Metadata.Language, new StructureReference(0, 0, ArtifactKind.None))], []))];
        string[] words = [.. paragraphs.SelectMany(p => p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        string[] different = [.. words.Distinct(StringComparer.Ordinal)];
        var patterns = new HyphenationPatterns(SampleBook.Assets);
        patterns.For(book.Metadata.Language);
        var warm = new ParagraphSetter(patterns);
        Set(warm, texts, style, 1);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words.Length:N0} words, {different.Length:N0} of them different, {texts.Length:N0} paragraphs"));
        Tell(output, rounds, words.Length, "HarfBuzz alone, every word", () => Shape(face, words));
        Tell(output, rounds, words.Length, "HarfBuzz alone, every different word", () => Shape(face, different));
        Tell(output, rounds, words.Length, "lines, cold, one core", () => Set(new ParagraphSetter(patterns), texts, style, 1));
        Tell(output, rounds, words.Length, "lines, cold, two cores", () => Set(new ParagraphSetter(patterns), texts, style, 2));
        Tell(output, rounds, words.Length, "lines, words known, one core", () => Set(warm, texts, style, 1));
        Tell(output, rounds, words.Length, "lines, words known, two cores", () => Set(warm, texts, style, 2));
        return 0;
    }

    private static int Shape(FontFace face, string[] words)
    {
        var glyphs = new List<ShapedGlyph>();
        foreach (var word in words)
        {
            glyphs.Clear();
            face.Shape(word, ShapingSettings.Latin, glyphs);
        }

        return glyphs.Count;
    }

    private static int Set(ParagraphSetter setter, StyledText[] texts, ComputedStyle style, int cores)
    {
        var lines = 0;
        if (cores == 1)
        {
            foreach (var text in texts)
                lines += setter.Set(text, style, Measure).BestVariant.LineCount;
            return lines;
        }

        Parallel.ForEach(texts, new ParallelOptions { MaxDegreeOfParallelism = cores }, text => Interlocked.Add(ref lines, setter.Set(text, style, Measure).BestVariant.LineCount));
        return lines;
    }

    private static void Tell(TextWriter output, int rounds, int words, string name, Func<int> work)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            work();
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {best.TotalMilliseconds,8:0} ms {words / best.TotalSeconds,12:N0} words/s"));
    }
}
