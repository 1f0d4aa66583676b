using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;

namespace Publish.Typesetting.Tests.Flow;

/// <summary>Builds small books of blocks and sets them with the real style and faces.</summary>
internal sealed class SmallBook
{
    private static readonly RepositoryAssets Assets = new();
    private static readonly Lazy<FontLibrary> Fonts = new(() => FontLibrary.Load(Assets, []));
    private static readonly Lazy<HyphenationPatterns> Patterns = new(() => new HyphenationPatterns(Assets));
    private static readonly EditionPlan Plan = new("print", EditionFormat.Pdf);
    private int ordinal;
    private int notes;

    /// <summary>Sections so far.</summary>
    public List<Section> Sections { get; } = [];

    /// <summary>Where note numbers start again.</summary>
    public NoteNumbering Numbering { get; init; } = NoteNumbering.Book;

    /// <summary>Pictures by their path.</summary>
    public Dictionary<string, ImageResource> Pictures { get; } = new(StringComparer.Ordinal);

    public static ImmutableArray<Inline> Words(string words) => [new Document.Text(words)];

    public Paragraph Paragraph(string words) => new(Words(words)) { Ordinal = ++ordinal };

    public Paragraph Paragraph(params Inline[] content) => new([.. content]) { Ordinal = ++ordinal };

    public NoteCall Note(string words, NoteSeries series = NoteSeries.Editor) => new(new Note("n", series, ++notes, [Paragraph(words)]), false);

    public Heading Heading(string words, string? id = null, int level = 2) => new(Words(words), level) { Ordinal = ++ordinal, Id = id };

    public T Numbered<T>(T block)
        where T : Block => block with { Ordinal = ++ordinal };

    public TableRow Row(params string[] cells) => new([.. cells.Select(c => new TableCell(c.Length == 0 ? [] : [Paragraph(c)]) { Ordinal = ++ordinal })]) { Ordinal = ++ordinal };

    public Table Table(ImmutableArray<ColumnAlignment> columns, TableRow? head, params TableRow[] rows) =>
        new([.. columns.Select(c => new TableColumn(c, null))], head is null ? [] : [head], [.. rows], null) { Ordinal = ++ordinal };

    public SmallBook Chapter(string title, params Block[] blocks) => Add(new Section(SectionKind.Chapter, Matter.Body, Words(title), [.. blocks], []) { Id = title.ToLowerInvariant(), NavigationTitle = title });

    public SmallBook Add(Section section)
    {
        Sections.Add(section with { Ordinal = ++ordinal });
        return this;
    }

    public TypesetResult Set() => Set([]);

    /// <summary>Sets the book, with rules of a house added after the classic ones.</summary>
    public TypesetResult Set(List<Diagnostic> faults, string? css = null)
    {
        var book = new Book(new Metadata("sample", "Sample", "en-US"), [.. Sections], []) { NoteNumbering = Numbering };
        IAssets assets = css is null ? Assets : new HouseAssets(Assets, css);
        var sheet = StyleSheet.Load(assets, "classic", StyleMedium.Print, faults, Plan);
        return Typesetter.Set(book, sheet, Fonts.Value, Patterns.Value, new PictureShelf(Pictures), new TypesettingSettings(Plan));
    }

    /// <summary>Text of a page that isn't furniture, in drawing order.</summary>
    public static string TextOf(DisplayPage page) => string.Join(' ', page.Items.OfType<GlyphRun>().Where(r => r.Structure.Artifact == ArtifactKind.None).Select(r => r.Text.Trim()));

    /// <summary>Lines that the first page of a chapter holds under its title.</summary>
    public static int LinesOfFirstPage()
    {
        var book = new SmallBook();
        return TextOf(book.Chapter("One", [.. Enumerable.Range(0, 60).Select(_ => book.Paragraph("Line."))]).Set().Pages.Pages[0]).Split("Line.").Length - 1;
    }

    /// <summary>Runs that read as given.</summary>
    public static IEnumerable<GlyphRun> RunsOf(DisplayPage page, string words) => page.Items.OfType<GlyphRun>().Where(r => r.Text.Trim() == words);

    private sealed class PictureShelf(Dictionary<string, ImageResource> pictures) : IPictures
    {
        public ImageResource? Find(Picture picture) => pictures.GetValueOrDefault(picture.Path);
    }

    /// <summary>The assets with a last stylesheet of the classic house.</summary>
    private sealed class HouseAssets(RepositoryAssets inner, string css) : IAssets
    {
        private const string Own = "styles/classic/print-zz-test.css";

        public string Location => inner.Location;

        public bool TryRead(string path, out ReadOnlyMemory<byte> data)
        {
            if (path != Own)
            {
                return inner.TryRead(path, out data);
            }

            data = System.Text.Encoding.UTF8.GetBytes(css);
            return true;
        }

        public IReadOnlyList<string> List(string folder) => folder.TrimEnd('/') == "styles/classic" ? [.. inner.List(folder), Own] : inner.List(folder);

        public IReadOnlyList<string> Folders(string folder) => inner.Folders(folder);
    }
}
