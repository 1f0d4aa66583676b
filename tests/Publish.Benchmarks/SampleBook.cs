using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Editions;
using Publish.Fonts;
using Publish.Manuscript;
using Publish.Styles;
using Publish.Testing;
using Publish.Typesetting;
using Publish.Typesetting.Hyphenation;

namespace Publish.Benchmarks;

/// <summary>
/// A book of a given length in memory, made from the paragraphs of the first book: chapters of about 5,000 words, a note in every eighth paragraph. The same
/// length gives the same book.
/// </summary>
public sealed class SampleBook : IBookFiles
{
    private const int WordsOfChapter = 5_000;
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>A book.</summary>
    /// <param name="words">About how many words.</param>
    public SampleBook(int words)
    {
        var paragraphs = Paragraphs();
        var plan = new StringBuilder("id: sample\ntitle: A Sample\nlanguage: en-US\nmodified: 2026-01-01T00:00:00Z\nmatter:\n  front: [half-title, title-page, contents]\n  body:\n");
        var next = 0;
        for (var chapter = 1; words > 0; chapter++)
        {
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Chapter {chapter}\n\n");
            var notes = new StringBuilder();
            var count = 0;
            for (var p = 0; count < WordsOfChapter && words > count; p++)
            {
                var paragraph = paragraphs[next++ % paragraphs.Length];
                text.Append(paragraph);
                if (p % 8 == 7)
                {
                    text.Append(CultureInfo.InvariantCulture, $"[^n{p}]");
                    notes.Append(CultureInfo.InvariantCulture, $"[^n{p}]: {paragraphs[(next * 7) % paragraphs.Length]}\n\n");
                }

                text.Append("\n\n");
                count += paragraph.Count(c => c == ' ') + 1;
            }

            words -= count;
            var name = string.Create(CultureInfo.InvariantCulture, $"chapter-{chapter:D3}.md");
            files[name] = Encoding.UTF8.GetBytes(text.Append(notes).ToString());
            plan.Append("    - chapter: ").Append(name).Append('\n');
        }

        plan.Append("editions:\n  print:  { format: pdf, trim: 5.5in x 8.5in, links: false, tagged: false }\n  screen: { format: pdf, trim: 5.5in x 8.5in, links: true, tagged: true }\n  epub:   { format: epub, pages: print }\n");
        files["book.yaml"] = Encoding.UTF8.GetBytes(plan.ToString());
    }

    /// <summary>The program's assets.</summary>
    public static IAssets Assets { get; } = new FolderAssets(RepositoryRoot.Combine("assets"));

    /// <summary>The book read.</summary>
    public Book Read() => ManuscriptReader.Read(this, new ReaderSettings()).Book ?? throw new InvalidDataException("the sample cannot be read");

    /// <summary>The book's pages.</summary>
    public TypesetResult Set(Book book, FontLibrary fonts, int cores = 2)
    {
        var plan = book.Editions.First(e => e.Name == "print");
        var sheet = StyleSheet.Load(Assets, book.Style, StyleMedium.Print, [], plan, this);
        return Typesetter.Set(book, sheet, fonts, new HyphenationPatterns(Assets), NoPictures.Instance, new TypesettingSettings(plan) { Parallelism = cores });
    }

    /// <summary>The paragraphs the book is made of, without notes and marks.</summary>
    public static string[] Paragraphs()
    {
        var files = new FolderBookFiles(RepositoryRoot.Combine("manuscript"));
        var book = ManuscriptReader.Read(files, new ReaderSettings()).Book ?? throw new InvalidDataException("the first book cannot be read");
        return [.. Walk.Blocks(book).OfType<Paragraph>().Select(p => PlainText.Of(p.Content).Replace("[", "\\[", StringComparison.Ordinal)).Where(text => text.Length > 120 && !text.Contains('*', StringComparison.Ordinal))];
    }

    /// <inheritdoc />
    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var found = files.TryGetValue(path, out var bytes);
        data = bytes;
        return found;
    }

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) => folder.Length == 0 ? [.. files.Keys] : [];

    /// <inheritdoc />
    public IReadOnlyList<string> Folders(string folder) => [];

    private sealed class NoPictures : IPictures
    {
        public static readonly NoPictures Instance = new();

        public Imaging.ImageResource? Find(Picture picture) => null;
    }
}
