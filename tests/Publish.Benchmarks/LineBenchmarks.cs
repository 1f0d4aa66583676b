using BenchmarkDotNet.Attributes;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Text;

namespace Publish.Benchmarks;

/// <summary>Shaping and line breaking on the paragraphs of the first book.</summary>
[MemoryDiagnoser]
public class LineBenchmarks
{
    private static readonly Length Measure = Length.FromPoints(315);
    private readonly List<ShapedGlyph> glyphs = [];
    private string[] paragraphs = null!;
    private string[] words = null!;
    private FontFace face = null!;
    private ComputedStyle style = null!;
    private StyledText[] texts = null!;
    private HyphenationPatterns patterns = null!;
    private ParagraphSetter warm = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var fonts = FontLibrary.Load(SampleBook.Assets, []);
        face = fonts.Find(["EB Garamond"], 400, italic: false) ?? throw new InvalidDataException("EB Garamond is missing");
        style = StyleSheet.Load(SampleBook.Assets, "classic", StyleMedium.Print, []).Root with { Alignment = TextAlignment.Justify, Hyphenate = true };
        paragraphs = SampleBook.Paragraphs();
        words = [.. paragraphs.SelectMany(p => p.Split(' '))];
        texts = [.. paragraphs.Select(p => new StyledText(p, [new StyledRun(0, p.Length, style.Characters, face, style.Characters.Size, Length.Zero, "en-US", new StructureReference(0, 0, ArtifactKind.None))], []))];
        patterns = new HyphenationPatterns(SampleBook.Assets);
        warm = new ParagraphSetter(patterns);
        LinesOfShapedWords();
    }

    /// <summary>The floor of a cold build: HarfBuzz alone, each word once for each time it stands in the text.</summary>
    [Benchmark]
    public int ShapingEveryWord()
    {
        foreach (var word in words)
        {
            glyphs.Clear();
            face.Shape(word, ShapingSettings.Latin, glyphs);
        }

        return glyphs.Count;
    }

    /// <summary>Words are shaped, paragraphs broken; no line is placed.</summary>
    [Benchmark]
    public int Lines() => Set(new ParagraphSetter(patterns));

    /// <summary>The same when all words are known.</summary>
    [Benchmark(Baseline = true)]
    public int LinesOfShapedWords() => Set(warm);

    /// <summary>The same and the glyphs of the best lines placed.</summary>
    [Benchmark]
    public int LinesAndGlyphs()
    {
        var pieces = 0;
        foreach (var text in texts)
        {
            foreach (var line in warm.Set(text, style, Measure).BestVariant.Lines)
            {
                pieces += line.Pieces.Length;
            }
        }

        return pieces;
    }

    private int Set(ParagraphSetter setter)
    {
        var lines = 0;
        foreach (var text in texts)
        {
            lines += setter.Set(text, style, Measure).BestVariant.LineCount;
        }

        return lines;
    }
}
