using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Tests.Rebuild;

/// <summary>A section in which a block was changed is set of the blocks that stayed, and comes to the pages of a first setting.</summary>
public class BlockMemoryTests
{
    private const int Paragraphs = 40;
    private const string Sentence = "The court that was asked for never sat, though the papers were ready and the witnesses had come a long way to be heard. ";

    private readonly RepositoryAssets _assets = new();
    private readonly EditionPlan _plan = new("print", EditionFormat.Pdf);

    [Fact]
    public void Only_the_changed_paragraph_is_set_and_only_its_pages_are_drawn()
    {
        var setting = new Setting(_assets, _plan);
        var book = Sample();
        var first = setting.Set(book);
        var before = setting.Memory.Blocks;

        var changed = Changed(book, 17, "court", "crout");
        var second = setting.Set(changed);

        // All but one, and the title.
        Assert.Equal(Paragraphs, setting.Memory.Blocks.Found - before.Found);
        Assert.Equal(Shown(new Setting(_assets, _plan).Set(changed)), Shown(second));
        Assert.NotEqual(Shown(first), Shown(second));
        Assert.InRange(first.Pages.Pages.Zip(second.Pages.Pages).Count(pages => !ReferenceEquals(pages.First, pages.Second)), 1, 2);
    }

    [Fact]
    public void What_stands_elsewhere_than_it_stood_is_set_anew()
    {
        var setting = new Setting(_assets, _plan);
        var book = Sample();
        setting.Set(book);

        // A note more: those after it are other notes of the section, and their places in the tree are others.
        var chapter = book.Sections[0];
        var noted = new Paragraph([new Document.Text("Said"), new NoteCall(new Note("new", NoteSeries.Editor, 99, [new Paragraph([new Document.Text("Of it.")]) { Ordinal = 901 }]), false)]) { Ordinal = 5 };
        var changed = book with { Sections = [chapter with { Blocks = chapter.Blocks.SetItem(4, noted) }] };
        var before = setting.Memory.Blocks;
        var second = setting.Set(changed);

        Assert.Equal(5, setting.Memory.Blocks.Found - before.Found);
        Assert.Equal(Shown(new Setting(_assets, _plan).Set(changed)), Shown(second));
    }

    [Fact]
    public void What_is_no_longer_used_is_forgotten()
    {
        var setting = new Setting(_assets, _plan);
        var book = Sample();
        for (var i = 0; i < 20; i++)
        {
            setting.Set(Changed(book, 3 + i, "court", "word" + i.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.InRange(setting.Memory.Blocks.Kept, Paragraphs, Paragraphs + 4);
    }

    [Fact]
    public void Notes_at_a_chapter_s_end_take_the_signs_they_have_now()
    {
        const string AtTheEnd = ".note { -publish-note-place: chapter; }";
        var setting = new Setting(_assets, _plan, AtTheEnd);
        var book = Sample(NoteSeries.Author);
        setting.Set(book);

        // An editor's note in another chapter: the author's are told from it by signs, and not a word of them is another.
        var noted = new Paragraph([new Document.Text("Said"), new NoteCall(new Note("new", NoteSeries.Editor, 1, [new Paragraph([new Document.Text("Of it.")]) { Ordinal = 951 }]), false)]) { Ordinal = 950 };
        var two = new Section(SectionKind.Chapter, Matter.Body, [new Document.Text("Two")], [noted], []) { Id = "two", Ordinal = 949, NavigationTitle = "Two" };
        var changed = book with { Sections = [book.Sections[0], two] };
        var second = setting.Set(changed);

        var shown = Shown(new Setting(_assets, _plan, AtTheEnd).Set(changed));
        Assert.Contains("\u2020", shown, StringComparison.Ordinal);
        Assert.Equal(shown, Shown(second));
    }

    private static Book Sample(NoteSeries series = NoteSeries.Editor)
    {
        var number = 0;
        Block Block(int i)
        {
            if (i % 11 == 7)
            {
                return new Heading([new Document.Text("Of the court")], 2) { Id = $"h-{i}", Ordinal = 1 + i };
            }

            if (i % 5 != 2)
            {
                return new Paragraph([new Document.Text(string.Concat(Enumerable.Repeat(Sentence, 2 + (i % 3))).Trim())]) { Ordinal = 1 + i };
            }

            var note = new Note("n", series, ++number, [new Paragraph([new Document.Text(Sentence.Trim())]) { Ordinal = 100 + i }]);
            return new Paragraph([new Document.Text(string.Concat(Enumerable.Repeat(Sentence, 3))), new NoteCall(note, false), new Document.Text("And so on.")]) { Ordinal = 1 + i };
        }

        var chapter = new Section(SectionKind.Chapter, Matter.Body, [new Document.Text("One")], [.. Enumerable.Range(0, Paragraphs).Select(Block)], []) { Id = "one", Ordinal = 900, NavigationTitle = "One" };
        return new Book(new Metadata("sample", "Sample", "en-US"), [chapter], []);
    }

    private static Book Changed(Book book, int block, string from, string to)
    {
        var chapter = book.Sections[0];
        var text = (TextBlock)chapter.Blocks[block];
        var words = ((Document.Text)text.Content[0]).Value;
        var at = words.IndexOf(from, StringComparison.Ordinal);
        var changed = text with { Content = text.Content.SetItem(0, new Document.Text(words[..at] + to + words[(at + from.Length)..])) };
        return book with { Sections = [chapter with { Blocks = chapter.Blocks.SetItem(block, changed) }] };
    }

    private static string Shown(TypesetResult result) => string.Join('\n', result.Pages.Pages.SelectMany(page => page.Items.OfType<GlyphRun>().Select(run =>
        string.Create(CultureInfo.InvariantCulture, $"{page.Label} {run.X.Scaled} {run.Baseline.Scaled} {run.Structure.Element}.{run.Structure.Sequence} {run.Text}"))));

    private sealed class Setting(RepositoryAssets assets, EditionPlan plan, string style = "")
    {
        private readonly StyleSheet _sheet = StyleSheet.Load(assets, "classic", StyleMedium.Print, [], plan, extra: ("own.css", Encoding.UTF8.GetBytes(style)));
        private readonly FontLibrary _fonts = FontLibrary.Load(assets, []);
        private readonly ParagraphSetter _paragraphs = new(new HyphenationPatterns(assets));

        public TypesettingMemory Memory { get; } = new();

        public TypesetResult Set(Book book) => Typesetter.Set(book, _sheet, _fonts, _paragraphs, new NoPictures(), new TypesettingSettings(plan), Memory);
    }

    private sealed class NoPictures : IPictures
    {
        public Imaging.ImageResource? Find(Picture picture) => null;
    }
}
