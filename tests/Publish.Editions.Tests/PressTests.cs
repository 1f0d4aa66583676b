using System.Collections.Immutable;
using System.Text;
using NetVips;
using Publish.Document;
using Publish.Manuscript;
using Publish.Preflight;
using Publish.Printers;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting;
using Publish.Typesetting.Display;

namespace Publish.Editions.Tests;

/// <summary>From a stylesheet to the press: its colours, pictures that bleed, gutters that don't settle, page counts, what is said of a printer's wishes.</summary>
public sealed class PressTests : IDisposable
{
    private const string Rubrics = """
        :root { --rubric: spot("PANTONE 186 C", device-cmyk(0% 100% 80% 5%), #c8102e); }
        h1 { color: var(--rubric); }
        em { color: #1a4fa3; }
        table { border-top: 1pt solid var(--rubric); }
        """;

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("PDF/X-4")]
    [InlineData("PDF/X-1a:2001")]
    public void Colours_of_the_stylesheet_are_printed(string standard)
    {
        var made = Made(Book($"standard: \"{standard}\"", Rubrics));
        var path = _scratch.Write("book.pdf", made.File.Data.Span);
        Silent(path);
        Assert.True(PreflightCheck.Check(made.File.Data, new PreflightRequest()).Passed);
        var file = Qpdf.Readable(path);
        Assert.Contains("/PANTONE#20186#20C", file, StringComparison.Ordinal);
        Assert.Matches(@"/S1 cs 1 scn", file);
        Assert.DoesNotMatch(@"[\d.]+ [\d.]+ [\d.]+ rg\b", file);
        Assert.Matches(@"\.\d+ \.\d+ 0?(\.\d+)? (0?\.\d+|0) k\b", file);
        Assert.Matches(@"0 0 0 1 k\b", file);
    }

    [Fact]
    public void A_printer_of_black_alone_gets_black_alone()
    {
        var made = Made(Book("printer: ingramspark", Rubrics));
        Assert.Equal("", Broken(made, "ingramspark"));
        Assert.All(Ghostscript.Ink(_scratch.Write("book.pdf", made.File.Data.Span)), ink => Assert.True(ink.IsBlackOnly));
    }

    [Fact]
    public void On_screens_and_in_the_epub_the_same_colours_are_those_of_screens()
    {
        var book = Book("standard: PDF/X-4", Rubrics, "  screen: { format: pdf, links: true, tagged: true }\n  epub: { format: epub }\n");
        var report = Build(book, "screen", "epub");
        Assert.False(report.Failed, string.Join('\n', report.Diagnostics));
        var screen = Qpdf.Readable(_scratch.Write("screen.pdf", report.Editions[0].File.Data.Span));
        Assert.Matches(@"0?\.784 0?\.063 0?\.18 rg\b", screen);
        Assert.DoesNotContain("/Separation", screen, StringComparison.Ordinal);
        using var epub = new System.IO.Compression.ZipArchive(new MemoryStream(report.Editions[1].File.Data.ToArray()));
        var css = string.Concat(epub.Entries.Where(entry => entry.FullName.EndsWith(".css", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
        Assert.Contains("h1 { color: #c8102e; }", css, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("printer: kdp, bleed: 0.125in", "kdp", 0)]
    [InlineData("printer: offset-eu, bleed: 3mm, color: cmyk, trim: 5.5in x 8.5in", "offset-eu", 3 / 25.4 * 72)]
    public void A_picture_fills_its_page_out_to_the_bleed(string keys, string printer, double atSpine)
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => $"Paragraph {i} of a text that goes on before the picture and after it, so that its page is a page among others and no text has to wait for it.\n\n"));
        var book = Book(keys, "", body: text + "![A field of colours](field.jpg){.full-page}\n\n" + text);
        book.Files["field.jpg"] = Field(1800, 2700);
        var made = Made(book);
        var path = _scratch.Write("bleed.pdf", made.File.Data.Span);
        Silent(path);
        Assert.Equal("", Broken(made, printer));

        // The page: nothing but the picture, which covers bleed box and trim, and no running head or folio.
        var report = Pages(book);
        var page = Assert.Single(report, page => page.Items.OfType<PlacedPicture>().Any());
        var picture = Assert.IsType<PlacedPicture>(Assert.Single(page.Items));
        var frame = picture.Clip!.Value;
        var recto = page.Side == PageSide.Recto;
        var outer = printer == "kdp" ? 9 : atSpine;
        Assert.Equal(recto ? -atSpine : -outer, frame.X.Points, 0.01);
        Assert.Equal(396 + outer + atSpine, frame.Width.Points, 0.01);
        Assert.Equal(-outer, frame.Y.Points, 0.01);
        Assert.Equal(612 + (2 * outer), frame.Height.Points, 0.01);
        Assert.Equal(1800.0 / 2700, picture.Area.Width.Points / picture.Area.Height.Points, 0.001);
        Assert.True(picture.Area.X <= frame.X && picture.Area.Right >= frame.Right && picture.Area.Y <= frame.Y && picture.Area.Bottom >= frame.Bottom);
        Assert.True(report[page.Index - 1].Items.OfType<GlyphRun>().Count() > 20, "the text before it fills its page");
    }

    [Fact]
    public void The_caption_of_a_picture_that_fills_its_page_stands_under_it()
    {
        var book = Book("printer: kdp, bleed: 0.125in", "", body: "Words before.\n\n![A field of colours](field.jpg \"What is to be seen.\"){.full-page}\n\nWords after.\n");
        book.Files["field.jpg"] = Field(1800, 2700);
        var page = Assert.Single(Pages(book), page => page.Items.OfType<PlacedPicture>().Any());
        var picture = page.Items.OfType<PlacedPicture>().Single();
        var words = page.Items.OfType<GlyphRun>().ToList();
        Assert.Contains(words, run => run.Text.Contains("What is to be seen", StringComparison.Ordinal));
        Assert.All(words, run => Assert.InRange((run.Baseline - run.Size).Points, picture.Clip!.Value.Bottom.Points, page.TextBlock.Bottom.Points));
        Assert.Equal(Length.FromPoints(-9), picture.Clip!.Value.Y);
    }

    [Fact]
    public void Marks_stand_outside_the_bleed_and_are_on_every_plate()
    {
        var book = Book("printer: offset-eu, bleed: 3mm, marks: true");
        var bleed = Length.FromMillimetres(3);
        Assert.All(Pages(book), page =>
        {
            var marks = page.Items.OfType<Rule>().Where(rule => rule.Structure.Artifact == ArtifactKind.PrinterMark).ToList();

            // Two at each corner, and a cross in the middle of each edge.
            Assert.Equal(16, marks.Count);
            Assert.All(marks, mark => Assert.Equal(InkColor.Registration, mark.Color));
            Assert.All(marks, mark => Assert.True(
                mark.Area.Right <= -bleed || mark.Area.X >= page.Boxes.TrimWidth + bleed || mark.Area.Bottom <= -bleed || mark.Area.Y >= page.Boxes.TrimHeight + bleed));
        });
        var made = Made(book);
        Assert.Equal("", Broken(made, "offset-eu"));
        Silent(_scratch.Write("marks.pdf", made.File.Data.Span));
    }

    [Fact]
    public void A_gutter_that_does_not_settle_is_told_of()
    {
        // Whatever gutter is asked for, the pages have a thin one.
        var said = new List<Diagnostic>();
        var asked = new List<Length?>();
        var result = Press(said).PagesOf(Plan(), plan =>
        {
            asked.Add(plan.LeastInner);
            return Result(200, Length.FromInches(0.3));
        });
        Assert.Equal(200, result.Pages.Pages.Length);
        Assert.InRange(asked.Count, 3, 8);
        Assert.Equal("PRN005", Assert.Single(said).Code);
    }

    [Fact]
    public void A_book_at_the_edge_of_two_gutters_gets_the_wider_one()
    {
        var said = new List<Diagnostic>();
        var result = Press(said).PagesOf(Plan(), plan => plan.LeastInner is { } inner ? Result(150, inner) : Result(152, Length.FromInches(0.4)));
        Assert.True(result.Pages.Pages[0].TextBlock.X >= Length.FromInches(0.5));
        Assert.Contains("the wider one is taken", Assert.Single(said).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gutter_that_settles_is_not_spoken_of()
    {
        var said = new List<Diagnostic>();
        var passes = 0;
        Press(said).PagesOf(Plan(), plan =>
        {
            passes++;
            return Result(200, plan.LeastInner ?? Length.FromInches(0.4));
        });
        Assert.Equal(2, passes);
        Assert.Empty(said);
    }

    [Theory]
    [InlineData(1, false, 29, 29)]
    [InlineData(2, false, 29, 30)]
    [InlineData(4, false, 29, 32)]
    [InlineData(16, false, 29, 32)]
    [InlineData(2, true, 29, 30)]
    [InlineData(2, true, 30, 32)]
    [InlineData(4, true, 32, 36)]
    public void The_page_count_is_rounded_by_the_printers_rule(int multiple, bool blank, int pages, int expected)
    {
        var rounded = PressSheet.Rounded(Result(pages, Length.FromInches(1)).Pages, new PageRule { MultipleOf = multiple, LastIsBlank = blank });
        Assert.Equal(expected, rounded.Pages.Length);
        Assert.All(rounded.Pages.Skip(pages), page => Assert.True(page.IsBlank));
        Assert.Equal(Enumerable.Range(0, expected), rounded.Pages.Select(page => page.Index));
        Assert.All(rounded.Pages, page => Assert.Equal(page.Index % 2 == 0 ? PageSide.Recto : PageSide.Verso, page.Side));
        Assert.Equal(expected, rounded.Map.Pages.Length);
    }

    [Fact]
    public void What_a_printer_is_not_known_to_take_is_said()
    {
        Assert.Contains(BookBuild.Run(Request(Book("printer: kdp"), "print") with { Today = new DateOnly(2028, 1, 1) }).Diagnostics, d => d.Code == "PRN003");
        Assert.DoesNotContain(Build(Book("printer: kdp"), "print").Diagnostics, d => d.Code == "PRN003");
        Assert.Contains(Build(Book("printer: kdp, trim: 4in x 7in"), "print").Diagnostics, d => d.Code == "PRN006" && d.Message.Contains("Amazon", StringComparison.Ordinal));
        Assert.Contains(Build(Book("printer: ingramspark, standard: PDF/X-4"), "print").Diagnostics, d => d.Code == "PRN007" && d.Hint!.Contains("PDF/X-1a:2001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PDF/X-1a:2001")]
    [InlineData("PDF/X-4")]
    public void The_cover_keeps_the_standard_it_claims(string standard)
    {
        var book = Book("printer: kdp", "", $"  cover: {{ format: cover, pages: print, standard: \"{standard}\" }}\n");
        var report = Build(book, "cover");
        Assert.False(report.Failed, string.Join('\n', report.Diagnostics));
        var preflight = PreflightCheck.Check(report.Editions[0].File.Data, new PreflightRequest());
        Assert.Equal(standard, preflight.Claim);
        Assert.Equal("", string.Join(' ', preflight.Rules.Where(rule => rule.Status == RuleStatus.Broken).Select(rule => rule.Rule)));
        Silent(_scratch.Write("cover.pdf", report.Editions[0].File.Data.Span));
    }

    [Theory]
    [InlineData("navy", 0)]
    [InlineData("chartreuse", 1)]
    public void A_colour_of_the_cover_that_the_style_does_not_have_is_told_of(string color, int count)
    {
        var report = Build(Book("printer: kdp", "", $"  cover: {{ format: cover, pages: print }}\ncover: {{ color: {color} }}\n"), "cover");
        var told = report.Diagnostics.Where(d => d.Code == "STY007").ToList();
        Assert.Equal(count, told.Count);
        Assert.All(told, d => Assert.True(d.Span.File == "book.yaml" && d.Span.Line > 1 && d.Hint!.Contains("oxblood", StringComparison.Ordinal)));
    }

    // A chapter with words of all kinds or the given ones, and so many short ones after it that a printer binds it.
    private static EditedBook Book(string keys, string css = "", string more = "", string? body = null)
    {
        var trim = keys.Contains("trim:", StringComparison.Ordinal) ? "" : ", trim: 5.5in x 8.5in";
        var chapters = string.Concat(Enumerable.Range(1, 26).Select(i => $"    - chapter: c{i}.md\n"));
        var book = new EditedBook(null, $"title: A Book for the Press\nlanguage: en\ncontributors:\n  - {{ name: Ada Proof, sort: \"Proof, Ada\", role: aut }}\n{(css.Length > 0 ? "style: house\n" : "")}editions:\n  print: {{ format: pdf, {keys}{trim} }}\n{more}matter:\n  body:\n{chapters}");
        book.Files["c1.md"] = Encoding.UTF8.GetBytes("# One\n\n" + (body ?? "Some *blue* words and black ones.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"));
        for (var i = 2; i <= 26; i++)
        {
            book.Files[$"c{i}.md"] = Encoding.UTF8.GetBytes($"# Chapter {i}\n\nIts tale is told in words enough to fill some lines of a page, so that the book has as many pages as a printer binds at the least.\n");
        }

        if (css.Length > 0)
        {
            book.Files["house/house.css"] = Encoding.UTF8.GetBytes(css);
        }

        return book;
    }

    private static byte[] Field(int width, int height)
    {
        using var image = Image.Xyz(width, height);
        using var colors = (image[0] * (250.0 / width)).Bandjoin(image[1] * (250.0 / height), (image[0] * 0) + 90);
        using var bytes = colors.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return bytes.JpegsaveBuffer();
    }

    // The pages as they go to the press.
    private static ImmutableArray<DisplayPage> Pages(EditedBook book)
    {
        var read = ManuscriptReader.Read(book, new ReaderSettings()).Book!;
        var request = Request(book, "print");
        var memory = new BuildMemory();
        return new EditionMaker(read, request, [], new ManuscriptFiles(book), memory, memory.Fonts(request, []), new BuildKeeper(request)).PagesOf(read.Editions.Single(edition => edition.Name == "print")).Pages.Pages;
    }

    private static TypesetResult Result(int count, Length inner)
    {
        var boxes = new PageBoxes(Length.FromInches(5.5), Length.FromInches(8.5), Length.Zero, Length.Zero);
        var rule = new Rule(StructureReference.ArtifactOf(ArtifactKind.Layout), default, InkColor.Black);
        var pages = Enumerable.Range(0, count).Select(i => new DisplayPage(i, i + 1, FolioStyle.Decimal, $"{i + 1}", i % 2 == 0 ? PageSide.Recto : PageSide.Verso, boxes, [rule], [])
        {
            TextBlock = new Rect(i % 2 == 0 ? inner : Length.FromInches(1), Length.FromInches(1), boxes.TrimWidth - inner - Length.FromInches(1), Length.FromInches(6)),
        });
        return new TypesetResult(new PageSet([.. pages], new StructureTree([]), [], [], new PageMap("print", [.. Enumerable.Range(0, count).Select(i => new MappedPage($"{i + 1}", null))])), []);
    }

    private static EditionPlan Plan() => new("print", EditionFormat.Pdf) { Printer = "kdp" };

    private static Press Press(List<Diagnostic> said) => new(Request(Book(""), "print"), said);

    private static BuildRequest Request(EditedBook book, params string[] editions) =>
        new(book, new FolderAssets(RepositoryRoot.Combine("assets"))) { Editions = [.. editions], Producer = "Publish 0.1.0", Today = new DateOnly(2026, 12, 1) };

    private static BuildReport Build(EditedBook book, params string[] editions) => BookBuild.Run(Request(book, editions));

    private static MadeEdition Made(EditedBook book)
    {
        var report = Build(book, "print");
        Assert.False(report.Failed, string.Join('\n', report.Diagnostics));
        Assert.DoesNotContain(report.Diagnostics, d => d.Code.StartsWith("STY", StringComparison.Ordinal));
        return Assert.Single(report.Editions);
    }

    private static string Broken(MadeEdition made, string printer)
    {
        var profile = new PrinterLibrary(new FolderAssets(RepositoryRoot.Combine("assets"))).Find(printer, SourceSpan.None, [])!;
        var report = PreflightCheck.Check(made.File.Data, new PreflightRequest { Printer = profile, Today = new DateOnly(2026, 12, 1) });
        return string.Join('\n', report.Rules.Where(rule => rule.Status == RuleStatus.Broken).Select(rule => $"{rule.Rule}: {rule.Findings[0].Message}"));
    }

    private static void Silent(string path)
    {
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Poppler.Check(path).MustPass();
        Ghostscript.Check(path).MustPass();
    }
}
